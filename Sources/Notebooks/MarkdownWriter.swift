import Book
import Cells
import Evaluation
import Site

/// Writes what a chapter says as Markdown that Jupyter reads, with computed numbers and the numbers of figures put in.
struct MarkdownWriter {
    let site: SiteSources
    let chapter: Int

    private var results: ChapterResults { site.results[chapter] }

    // MARK: Blocks

    func blocks(_ content: [Content]) -> String {
        content.map(block).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Empty for a directive, which stands at the top level only.
    func block(_ content: Content) -> String {
        switch content {
        case .paragraph(let inner): return guarded(spans(inner))
        case .heading(let heading):
            return String(repeating: "#", count: heading.level) + " " + spans(heading.spans).oneLine
        case .quote(let inner): return blocks(inner).quotedLines
        case .callout(let callout):
            let kind = callout.kind.rawValue
            return "**\(kind.prefix(1))\(kind.dropFirst().lowercased()).** \(blocks(callout.content))".quotedLines
        case .details(let details):
            let summary = spans(details.summary).oneLine
            return "<details>\n<summary>\n\n\(summary)\n\n</summary>\n\n\(blocks(details.content))\n\n</details>"
        case .list(let list): return self.list(list)
        case .code(let listing): return code(listing)
        case .math(let math): return display(tex(math.math), label: math.label)
        case .table(let table):
            return captioned(
                self.table(
                    table.header.map { spans($0, inTable: true) },
                    table.rows.map { $0.map { spans($0, inTable: true) } }),
                site.heading(.table, label: table.label, directive: nil, chapter: chapter), table.caption)
        case .image(let image):
            let heading = site.heading(.figure, label: image.label, directive: nil, chapter: chapter)
            return captioned(
                "![\(alt(image.caption))](\(image.source))", heading, image.caption)
        case .rule: return "---"
        case .html(let html): return html
        case .directive: return ""
        }
    }

    private func list(_ list: ListContent) -> String {
        let items = list.items.enumerated().map { index, item in
            let mark = list.start.map { "\($0 + index). " } ?? "- "
            let box = item.checked.map { $0 ? "[x] " : "[ ] " } ?? ""
            let indent = String(repeating: " ", count: mark.count)
            let text = item.content.map(block).filter { !$0.isEmpty }.joined(separator: list.isTight ? "\n" : "\n\n")
            let lines = (box + text).split(separator: "\n", omittingEmptySubsequences: false)
            return mark
                + lines.enumerated().map { $0 == 0 || $1.isEmpty ? String($1) : indent + $1 }.joined(separator: "\n")
        }
        return items.joined(separator: list.isTight ? "\n" : "\n\n")
    }

    func code(_ listing: CodeListing) -> String {
        var fence = "```"
        while listing.text.contains(fence) { fence += "`" }
        let text = listing.text.hasSuffix("\n") ? listing.text : listing.text + "\n"
        return "\(fence)\(listing.language ?? "")\n\(text)\(fence)"
    }

    func display(_ tex: String, label: Label?) -> String {
        let number = label.flatMap { site.number(of: $0.name, chapter: chapter) }
        let lines = tex.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
        return "$$\n\(lines)\(number.map { " \\tag{\($0)}" } ?? "")\n$$"
    }

    func table(_ header: [String], _ rows: [[String]]) -> String {
        let line = { (cells: [String]) in "| \(cells.map(\.oneLine).joined(separator: " | ")) |" }
        return ([line(header), line(header.map { _ in "---" })] + rows.map(line)).joined(separator: "\n")
    }

    /// A block with `Figure 2.3. What it shows.` below it.
    func captioned(_ block: String, _ heading: String?, _ caption: [Span]?) -> String {
        let words = [heading.map { "**\($0).**" }, caption.map { spans($0).oneLine }].compactMap { $0 }
        return words.isEmpty ? block : "\(block)\n\n\(words.joined(separator: " "))"
    }

    /// Alternative text between brackets.
    func alt(_ spans: [Span]) -> String { site.words(spans, chapter: chapter).asMarkdown(inTable: false).oneLine }

    /// What would begin a heading, a list or a fence at the start of a line is kept from it.
    private func guarded(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let digits = line.prefix { $0.isASCII && $0.isNumber }
            let rest = line.dropFirst(digits.count)
            if !digits.isEmpty, rest.hasPrefix(". ") || rest.hasPrefix(") ") { return "\(digits)\\\(rest)" }
            return ["#", "+ ", "- ", "=", "--"].contains { line.hasPrefix($0) } ? "\\\(line)" : String(line)
        }.joined(separator: "\n")
    }

    // MARK: Spans

    func spans(_ spans: [Span], inTable: Bool = false) -> String {
        spans.map { span($0, inTable) }.joined()
    }

    private func span(_ span: Span, _ inTable: Bool) -> String {
        let inside = { (inner: [Span]) in self.spans(inner, inTable: inTable) }
        switch span {
        case .text(let text): return text.asMarkdown(inTable: inTable)
        case .softBreak: return "\n"
        case .lineBreak: return inTable ? "<br>" : "  \n"
        case .code(let code): return self.code(code, inTable)
        case .math(let math, let isDisplay):
            if isDisplay { return display(tex(math), label: nil) }
            let tex = tex(math).oneLine
            return "$\(inTable ? tex.replacing("|", with: "\\vert ") : tex)$"
        case .emphasis(let inner): return "*\(inside(inner))*"
        case .strong(let inner): return "**\(inside(inner))**"
        case .strikethrough(let inner): return "~~\(inside(inner))~~"
        case .link(let destination, _, let inner): return "[\(inside(inner))](<\(address(destination))>)"
        case .image(let source, _, let alt): return "![\(self.alt(alt))](<\(source)>)"
        case .footnote(let number, _): return "<sup>\(number)</sup>"
        case .value(let id): return (results.values[id]?.plain ?? "?").asMarkdown(inTable: inTable)
        case .reference(let label): return reference(label)
        case .tag(let tag, let inner):
            switch tag {
            case .subscripted: return "<sub>\(inside(inner))</sub>"
            case .superscripted: return "<sup>\(inside(inner))</sup>"
            case .keyboard: return "<kbd>\(inside(inner))</kbd>"
            case .abbreviation: return inside(inner)
            }
        case .html(let html): return html
        }
    }

    private func code(_ code: String, _ inTable: Bool) -> String {
        var fence = "`"
        while code.contains(fence) { fence += "`" }
        let text = inTable ? code.replacing("|", with: "\\|") : code
        let space = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
        return fence + space + text + space + fence
    }

    /// A link to another chapter leads to its notebook, or to its page where the site is published.
    private func address(_ destination: String) -> String {
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let file = parts.first, file.hasSuffix(".md") else { return destination }
        return page(String(file.dropLast(3)), fragment: parts.count > 1 ? parts[1] : nil)
    }

    private func page(_ stem: String, fragment: String?) -> String {
        guard let url = site.book.settings.url else { return "\(stem).ipynb" }
        return "\(url)/\(stem).html\(fragment.map { "#\($0)" } ?? "")"
    }

    private func reference(_ label: String) -> String {
        guard let words = site.reference(to: label, from: chapter), let target = site.book.labels[label] else {
            return "@\(label)"
        }
        let text = words.asMarkdown(inTable: false)
        if target.chapter == chapter { return text }
        return "[\(text)](<\(page(site.book.chapters[target.chapter].stem, fragment: label))>)"
    }

    func tex(_ math: MathText) -> String {
        math.pieces.map { piece in
            switch piece {
            case .tex(let excerpt): excerpt.text
            case .value(let id, let parenthesised):
                "{\(results.values[id].map { parenthesised ? $0.texParenthesised : $0.tex } ?? "?")}"
            }
        }.joined()
    }
}

extension String {
    /// The text as Markdown that means just these characters.
    func asMarkdown(inTable: Bool) -> String {
        var out = ""
        for character in self {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "$", "~": out += "\\\(character)"
            case "&": out += "&amp;"
            case "|" where inTable: out += "\\|"
            default: out.append(character)
            }
        }
        return out
    }

    var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

    var quotedLines: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    }

    /// Every occurrence of a part replaced.
    func replacing(_ part: Character, with other: String) -> String {
        reduce(into: "") { $0 += $1 == part ? other : String($1) }
    }
}
