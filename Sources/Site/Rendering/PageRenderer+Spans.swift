import Book
import Cells
import Evaluation
import HTML

extension PageRenderer {
    func spans(_ spans: [Span]) -> [HTMLNode] {
        spans.map(span)
    }

    private func span(_ span: Span) -> HTMLNode {
        switch span {
        case .text(let text): return .text(text)
        case .softBreak: return .text("\n")
        case .lineBreak: return .fragment([.br(), .text("\n")])
        case .code(let code): return .code(.text(code))
        case .math(let math, let display): return formula(math, isDisplay: display)
        case .emphasis(let inner): return .em(spans(inner))
        case .strong(let inner): return .strong(spans(inner))
        case .strikethrough(let inner): return .del(spans(inner))
        case .link(let destination, let title, let inner):
            let attributes: [HTMLAttribute] = [.href(pageAddress(destination))] + (title.isEmpty ? [] : [.title(title)])
            return .a(with: attributes, spans(inner))
        case .image(let source, let title, let alt):
            let attributes: [HTMLAttribute] = [.src(source), .alt(text(alt))] + (title.isEmpty ? [] : [.title(title)])
            return .img(with: attributes)
        case .footnote(let number, let reference): return footnote(number, reference)
        case .value(let id): return value(id)
        case .reference(let label): return reference(label)
        case .tag(let tag, let inner): return self.tag(tag)(with: attributes(of: tag), spans(inner))
        case .html(let html): return dressing == .repeated ? .text("") : .trusted(html)
        }
    }

    private func tag(_ tag: InlineTag) -> HTMLTag {
        switch tag {
        case .subscripted: HTMLNode.sub
        case .superscripted: HTMLNode.sup
        case .keyboard: HTMLNode.kbd
        case .abbreviation: HTMLNode.abbr
        }
    }

    private func attributes(of tag: InlineTag) -> [HTMLAttribute] {
        if case .abbreviation(let title) = tag, !title.isEmpty { [.title(title)] } else { [] }
    }

    /// A link to a chapter's file leads to its page, even when the chapter itself is not being built.
    private func pageAddress(_ address: String) -> String {
        if dressing == .plain || isExternal(address) { return address }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if dressing == .repeated, parts[0].isEmpty { return "\(chapter.stem).html\(address)" }
        guard parts[0].hasSuffix(".md") else { return address }
        return parts[0].dropLast(3) + ".html" + (parts.count > 1 ? "#\(parts[1])" : "")
    }

    /// A computed number; its expression and all its digits are shown on hover or focus.
    private func value(_ id: Int) -> HTMLNode {
        guard let value = results.values[id] else { return .span(class: "value", "?") }
        return shown(value, expression: chapter.expressions[id])
    }

    func shown(_ value: Shown, expression: String?) -> HTMLNode {
        if dressing == .repeated { return .span(class: "value", .text(value.plain)) }
        let full = expression.map { "\($0) = \(value.full)" } ?? value.full
        return .span(
            class: "value", with: [HTMLAttribute("data-value", full), HTMLAttribute("tabindex", "0")],
            .text(value.plain))
    }

    private func reference(_ label: String) -> HTMLNode {
        guard let target = sources.book.labels[label] else { return .text("@\(label)") }
        let isHere = target.chapter == chapterIndex && dressing != .repeated
        let page = isHere ? "" : "\(sources.book.chapters[target.chapter].stem).html"
        let words: [HTMLNode]
        if target.target.prefix == .section {
            words = [.text(locale.quotes.open), title(ofSection: label, target), .text(locale.quotes.close)]
        } else {
            words = [.text("\(locale.word(target.target.prefix))\u{A0}\(number(of: label) ?? "")")]
        }
        return .a(class: target.target.prefix == .section ? nil : "reference", with: [.href("\(page)#\(label)")], words)
    }

    /// The title of a section, as its own chapter writes it.
    private func title(ofSection label: String, _ target: LabelTarget) -> HTMLNode {
        if target.chapter != chapterIndex { return sources.title(ofSection: label, in: target.chapter) }
        var renderer = self
        renderer.dressing = .repeated
        return .fragment(renderer.spans(target.target.title))
    }

    // MARK: Plain text

    /// The words alone, with values put in: for alternative text and titles of windows.
    func text(_ spans: [Span]) -> String {
        var out = ""
        for span in spans {
            switch span {
            case .text(let words), .code(let words): out += words
            case .softBreak, .lineBreak: out += " "
            case .math(let math, _): out += text(math)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
                .image(_, _, let inner),
                .tag(_, let inner):
                out += text(inner)
            case .value(let id): out += results.values[id]?.plain ?? "?"
            case .reference(let label):
                if let target = sources.book.labels[label] {
                    out +=
                        target.target.prefix == .section
                        ? target.target.title.plainText
                        : "\(locale.word(target.target.prefix)) \(number(of: label) ?? "")"
                }
            case .footnote, .html: break
            }
        }
        return out
    }

    private func text(_ math: MathText) -> String {
        let tex = math.pieces.map { piece in
            switch piece {
            case .tex(let tex): tex.text
            case .value(let id, _): "{\(results.values[id]?.plain ?? "?")}"
            }
        }
        return TeXWords.words(tex.joined())
    }
}
