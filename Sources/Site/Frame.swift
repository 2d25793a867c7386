import Book
import HTML

extension SiteSources {
    /// The page of a chapter: running head, article, footnotes, and the way on.
    func page(chapter index: Int, desk: FormulaDesk) -> HTMLNode { page(chapter: index, article(index, desk), desk) }

    /// The text of a chapter.
    func article(_ index: Int, _ desk: FormulaDesk) -> HTMLNode {
        let renderer = PageRenderer(sources: self, chapterIndex: index, desk: desk)
        let chapter = book.chapters[index]
        var article: [HTMLNode] = [.text("\n"), .h1(renderer.spans(chapter.title)), .text("\n")]
        if !chapter.description.isEmpty {
            article += [.p(class: "lead", renderer.spans(chapter.description)), .text("\n")]
        }
        article += renderer.blocks(chapter.content)
        if !chapter.footnotes.isEmpty { article += [renderer.footnotes(chapter.footnotes), .text("\n")] }
        article += [exports(chapter), .text("\n")]
        return .article(article)
    }

    func page(chapter index: Int, _ article: HTMLNode, _ desk: FormulaDesk) -> HTMLNode {
        let renderer = PageRenderer(sources: self, chapterIndex: index, desk: desk)
        let chapter = book.chapters[index]
        let place = HTMLNode.fragment([.text("\(chapter.number) · "), .trusted(face(index).title)])
        let body: [HTMLNode] = [
            .a(class: "skip", with: [.href("#page:content")], .text(words.skipToText)),
            runningHead(place, address: "\(chapter.stem).html", toCard: hasCompanion),
            margin(open: index, sections: sections(chapter, renderer), desk),
            .main(id: "page:content", with: [HTMLAttribute("tabindex", "-1")], article), turn(index), colophon,
        ]
        let description =
            chapter.description.isEmpty ? book.settings.description : renderer.text(chapter.description)
        return HTMLPage(
            language: book.settings.language, title: "\(renderer.text(chapter.title)) · \(book.settings.title)",
            description: description,
            author: book.settings.author, canonical: book.settings.url.map { "\($0)/\(chapter.stem).html" },
            announcement: announcement(chapter: index, description: description), body: body
        ).node
    }

    /// The chapter to be taken along and run.
    private func exports(_ chapter: Chapter) -> HTMLNode {
        func link(_ ending: String, _ words: String) -> HTMLNode {
            .a(with: [.href("\(chapter.stem).\(ending)"), HTMLAttribute("download", "")], .text(words))
        }
        return .p(class: "exports", "This chapter to run: ", link("ipynb", "Notebook"), " · ", link("py", "Python"))
    }

    /// `index.html`: the book's title and its chapters.
    var contents: HTMLNode {
        var head: [HTMLNode] = [.h1(.text(book.settings.title))]
        if let description = book.settings.description { head.append(.p(class: "description", .text(description))) }
        if let author = book.settings.author { head.append(.p(class: "author", .text(author))) }
        let entry = { (index: Int) -> HTMLNode in
            let chapter = book.chapters[index]
            let face = face(index)
            var parts: [HTMLNode] = [
                .span(class: "chapter-number", .text("\(chapter.number)")),
                .span(class: "chapter-title", .trusted(face.title)),
            ]
            if !face.descriptionText.isEmpty {
                parts.append(.span(class: "chapter-description", .text(face.descriptionText)))
            }
            return HTMLNode.li(.a(with: [.href("\(chapter.stem).html")], parts))
        }
        let contents = HTMLNode.nav(
            class: "contents", with: [.label(words.contents)],
            [.h2(.text(words.contents))] + book.parts.flatMap { part($0, entry) })
        let body: [HTMLNode] = [
            .a(class: "skip", with: [.href("#page:content")], .text(words.skipToContents)),
            runningHead(nil, address: "index.html", toCard: hasCompanion),
            .main(id: "page:content", with: [HTMLAttribute("tabindex", "-1")], .header(class: "book", head), contents),
        ]
        return HTMLPage(
            language: book.settings.language, title: book.settings.title, description: book.settings.description,
            author: book.settings.author, canonical: book.settings.url.map { "\($0)/" },
            announcement: announcement(chapter: nil, description: book.settings.description), body: body
        ).node
    }

    /// The chapters of a part under its title.
    private func part(_ part: BookPart, _ entry: (Int) -> HTMLNode) -> [HTMLNode] {
        let list = HTMLNode.ol(lines(part.chapters.map(entry)))
        return switch part.kind {
        case .chapters: [list]
        case .part(let title): [.h3(.text(title)), list]
        case .appendices: [.h3(.text(words.appendices)), list]
        }
    }

    private func lines(_ nodes: [HTMLNode]) -> [HTMLNode] { [.text("\n")] + nodes.flatMap { [$0, .text("\n")] } }

    /// What stands in the margin of wide windows: the contents, and the companion card.
    func margin(open: Int?, sections: HTMLNode, _ desk: FormulaDesk) -> HTMLNode {
        var parts = [outline(open: open, sections: sections)]
        if hasCompanion, open != nil { parts.append(companion(desk: desk)) }
        return .div(class: "margin", [.text("\n"), .lines(parts)])
    }

    private var colophon: HTMLNode {
        .footer(
            class: "colophon", .text(words.colophon))
    }
}

/// The frame of every page.
struct HTMLPage {
    var language: String
    var title: String
    var description: String?
    var author: String?
    var canonical: String?
    /// What it tells other machines.
    var announcement: [HTMLNode] = []
    var body: [HTMLNode]

    var node: HTMLNode {
        var head: [HTMLNode] = [
            .meta(with: [HTMLAttribute("charset", "utf-8")]),
            meta("viewport", "width=device-width, initial-scale=1"), .title(.text(title)),
            meta("generator", "Longhand"),
            meta("color-scheme", "light dark"),
        ]
        if let description { head.append(meta("description", description)) }
        if let author { head.append(meta("author", author)) }
        if let canonical { head.append(.link(with: [HTMLAttribute("rel", "canonical"), .href(canonical)])) }
        head += announcement
        // Before anything is shown.
        head.append(.script(with: [.src("assets/theme.js")]))
        head += ["assets/katex.css", "assets/longhand.css"].map {
            .link(with: [HTMLAttribute("rel", "stylesheet"), .href($0)])
        }
        head += ["assets/longhand.js", "assets/previews.js"].map { .script(with: [.src($0), .present("defer")]) }
        return .html(
            with: [.lang(language)], .text("\n"), .head([.text("\n")] + head.flatMap { [$0, .text("\n")] }),
            .text("\n"),
            .body([.text("\n")] + (body + [ReaderTools.dialogs]).flatMap { [$0, .text("\n")] }), .text("\n"))
    }

    private func meta(_ name: String, _ content: String) -> HTMLNode {
        .meta(with: [HTMLAttribute("name", name), HTMLAttribute("content", content)])
    }

    static func bytes(_ node: HTMLNode) -> [UInt8] { HTMLWriter.page(node) }
}
