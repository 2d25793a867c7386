import Book
import HTML

/// The ways through a book that stand on every page.
extension SiteSources {
    /// The chapters of the book, below the one that is open its sections; folded away in narrow windows.
    ///
    /// - Parameter open: the chapter of this page; nil for pages that are none.
    func outline(open: Int?, sections: HTMLNode) -> HTMLNode {
        let entries = book.chapters.indices.map { index -> HTMLNode in
            let chapter = book.chapters[index]
            let here = index == open ? [HTMLAttribute("aria-current", "page")] : []
            let link = HTMLNode.a(
                with: [.href("\(chapter.stem).html")] + here,
                .span(class: "outline-number", .text("\(chapter.number)")), .text(" "),
                .span(class: "outline-title", .trusted(face(index).title)))
            return .li([link] + (index == open ? [sections] : []))
        }
        return .details(
            class: "outline", .summary("Contents"), .text("\n"),
            .nav(with: [.label("Contents")], .text("\n"), .ol([.text("\n"), .lines(entries)]), .text("\n")))
    }

    /// The sections of a chapter.
    func sections(_ chapter: Chapter, _ renderer: PageRenderer) -> HTMLNode {
        var renderer = renderer
        renderer.dressing = .repeated
        let entries = chapter.content.compactMap { content -> HTMLNode? in
            guard case .heading(let heading) = content, heading.level == 2 else { return nil }
            return .li(.a(with: [.href("#\(heading.anchor)")], renderer.spans(heading.spans)))
        }
        if entries.isEmpty { return .text("") }
        return .ol(class: "sections", [.text("\n"), .lines(entries)])
    }

    /// Where a page stands in the book, and the tools of the reader.
    ///
    /// - Parameter place: the page, in words; nil for the contents.
    func runningHead(_ place: HTMLNode?, address: String, toCard: Bool) -> HTMLNode {
        var parts: [HTMLNode] = []
        if let place {
            let crumbs: [HTMLNode] = [
                .li(.a(with: [.href("index.html")], .text(book.settings.title))),
                .li(.a(with: [.href(address), HTMLAttribute("aria-current", "page")], place)),
            ]
            parts.append(.nav(class: "crumbs", with: [.label("Breadcrumb")], .ol(crumbs)))
        }
        if toCard { parts.append(.a(class: "to-card", with: [.href("companion.html")], "Companion card")) }
        return .header(class: "running", [.text("\n"), .lines(parts + [ReaderTools.bar])])
    }

    /// The chapters before and behind.
    func turn(_ index: Int) -> HTMLNode {
        func link(_ to: Int, _ relation: String, _ label: String) -> HTMLNode {
            let chapter = book.chapters[to]
            return .a(
                with: [.href("\(chapter.stem).html"), HTMLAttribute("rel", relation)],
                .span(class: "turn-label", .text(label)),
                .span(class: "turn-title", .trusted(face(to).title)))
        }
        var links: [HTMLNode] = []
        if index > 0 { links.append(link(index - 1, "prev", words.previous)) }
        if index + 1 < book.chapters.count { links.append(link(index + 1, "next", words.next)) }
        return links.isEmpty ? .text("") : .nav(class: "turn", with: [.label(words.chapters)], links)
    }
}
