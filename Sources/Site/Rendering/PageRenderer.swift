import Book
import Diagnostics
import Evaluation
import HTML

/// How much a page puts around what Markdown says.
enum Dressing {
    /// Anchors, coloured code, wrappers that scroll, labels for screen readers.
    case page
    /// Nothing: what cmark-gfm writes.
    case plain
    /// Repeated on another page: nothing that leads here, no notes, and links that lead to where it comes from.
    case repeated
}

/// Writes a chapter's content as HTML.
struct PageRenderer {
    let sources: SiteSources
    let chapterIndex: Int
    let desk: FormulaDesk
    var dressing = Dressing.page

    var chapter: Chapter { sources.book.chapters[chapterIndex] }
    var locale: Language { sources.book.settings.locale }
    var words: Language.Words { locale.words }
    var results: ChapterResults { sources.results[chapterIndex] }

    /// Blocks, each with the line feed after it that cmark would write.
    func blocks(_ content: [Content]) -> [HTMLNode] {
        content.flatMap { [block($0), .text("\n")] }
    }

    private func block(_ content: Content) -> HTMLNode {
        switch content {
        case .paragraph(let content): return .p(spans(content))
        case .heading(let heading): return self.heading(heading)
        case .quote(let content): return .blockquote([.text("\n")] + blocks(content))
        case .callout(let callout): return self.callout(callout)
        case .details(let details): return self.details(details)
        case .list(let list): return self.list(list)
        case .code(let listing): return self.listing(listing)
        case .math(let math): return equation(math)
        case .table(let table): return self.table(table)
        case .image(let image): return imageFigure(image)
        case .directive(let id): return directive(id)
        case .rule: return .hr()
        case .html(let html): return .trusted(html.hasSuffix("\n") ? String(html.dropLast()) : html)
        }
    }

    // MARK: Blocks

    private func heading(_ heading: Heading) -> HTMLNode {
        if dressing == .plain { return HTMLTag("h\(heading.level)")(spans(heading.spans)) }
        let link = HTMLNode.a(
            class: "anchor", with: [.href("#\(heading.anchor)"), .label(words.linkToSection)], "#")
        return HTMLTag("h\(heading.level)")(id: heading.anchor, spans(heading.spans) + [link])
    }

    private func callout(_ callout: Callout) -> HTMLNode {
        let kind = callout.kind.rawValue.lowercased()
        let title = locale.word(callout.kind)
        return .aside(
            class: "callout \(kind)", with: [.label(title)],
            [.text("\n"), .p(class: "callout-title", .text(title)), .text("\n")] + blocks(callout.content))
    }

    private func details(_ details: Details) -> HTMLNode {
        .details(
            class: details.role?.rawValue, with: details.isOpen ? [.present("open")] : [],
            [.summary(spans(details.summary)), .text("\n")] + blocks(details.content))
    }

    private func list(_ list: ListContent) -> HTMLNode {
        let items = list.items.flatMap { [item($0, isTight: list.isTight), HTMLNode.text("\n")] }
        guard let start = list.start else { return .ul([.text("\n")] + items) }
        return .ol(with: start == 1 ? [] : [HTMLAttribute("start", String(start))], [.text("\n")] + items)
    }

    /// In a tight list, paragraphs are written without their tags.
    private func item(_ item: ListContent.Item, isTight: Bool) -> HTMLNode {
        var nodes: [HTMLNode] = []
        if let checked = item.checked {
            let box =
                [HTMLAttribute("type", "checkbox")] + (checked ? [.present("checked")] : []) + [.present("disabled")]
            nodes += [.input(with: box), .text(" ")]
        }
        var needsBreak = item.checked == nil
        for content in item.content {
            if isTight, case .paragraph(let inner) = content {
                nodes += spans(inner)
                needsBreak = true
            } else {
                if needsBreak { nodes.append(.text("\n")) }
                nodes += [block(content), .text("\n")]
                needsBreak = false
            }
        }
        return .li(nodes)
    }

    // MARK: Equations

    private func equation(_ math: MathDisplay) -> HTMLNode {
        equation(formula(math.math, isDisplay: true), label: math.label)
    }

    func equation(_ formula: HTMLNode, label: Label?) -> HTMLNode {
        let number = label.flatMap { self.number(of: $0.name) }
        let name = number.map { "\(words.equation) \($0)" } ?? words.formula
        var parts: [HTMLNode] = [.div(class: "formula", with: stop(name), formula)]
        if let label, let number {
            parts.append(
                .a(
                    class: "number", with: [.href("#\(label.name)"), .label("\(words.equation) \(number)")],
                    "(\(number))"))
        }
        return .div(class: "equation", id: label?.name, parts)
    }

    /// TeX with its values put in.
    func formula(_ math: MathText, isDisplay: Bool) -> HTMLNode {
        var tex = ""
        var stretches: [(length: Int, excerpt: Excerpt?)] = []
        for piece in math.pieces {
            switch piece {
            case .tex(let excerpt):
                tex += excerpt.text
                stretches.append((excerpt.bytes.count, excerpt))
            case .value(let id, let parenthesised):
                let value = results.values[id].map { parenthesised ? $0.texParenthesised : $0.tex } ?? "?"
                // Braces keep a sign or an exponent from joining what stands beside it.
                let text = "{\(value)}"
                tex += text
                stretches.append((text.utf8.count, nil))
            }
        }
        return desk.formula(
            FormulaKey(tex: tex, isDisplay: isDisplay), FormulaOrigin(stretches: stretches, range: math.range))
    }

    /// TeX made by the engine, which has no place of its own in the file.
    func formula(tex: String, isDisplay: Bool, place: SourceRange) -> HTMLNode {
        desk.formula(
            FormulaKey(tex: tex, isDisplay: isDisplay),
            FormulaOrigin(stretches: [(tex.utf8.count, nil)], range: place))
    }

    // MARK: Numbers of things

    /// `2.3` for the third figure of chapter 2.
    func number(of label: String) -> String? {
        guard let target = sources.book.labels[label], let number = target.target.number else { return nil }
        return "\(sources.book.chapters[target.chapter].number).\(number)"
    }

    /// `Figure 2.3`.
    func numbered(_ label: Label) -> String {
        number(of: label.name).map { "\(locale.word(label.prefix)) \($0)" } ?? locale.word(label.prefix)
    }
}
