import Diagnostics
@testable import Markup

/// Renders a tree as cmark-gfm renders its own, so that the two can be compared.
struct ReferenceHTML {
    private(set) var text = ""
    private var tight = false
    private var footnoteUses: [String: Int] = [:]
    private let footnotes: [Footnote]

    static func render(_ document: Document) -> String {
        var writer = ReferenceHTML(footnotes: document.footnotes)
        writer.blocks(document.blocks)
        writer.section()
        return writer.text
    }

    private init(footnotes: [Footnote]) { self.footnotes = footnotes }

    private mutating func line() {
        if !text.isEmpty, text.utf8.last != 0x0A { text += "\n" }
    }

    private mutating func blocks(_ blocks: [Block]) {
        for block in blocks { self.block(block) }
    }

    private mutating func block(_ block: Block) {
        switch block.kind {
        case .paragraph(let inlines):
            if tight { return self.inlines(inlines) }
            line()
            text += "<p>"
            self.inlines(inlines)
            text += "</p>\n"
        case .heading(let level, let inlines):
            line()
            text += "<h\(level)>"
            self.inlines(inlines)
            text += "</h\(level)>\n"
        case .quote(let inner):
            line()
            text += "<blockquote>\n"
            loose { $0.blocks(inner) }
            line()
            text += "</blockquote>\n"
        case .list(let list): self.list(list)
        case .code(let code):
            line()
            let language = code.language.isEmpty ? "" : " class=\"language-\(escaped(code.language))\""
            text += "<pre><code\(language)>\(escaped(code.body.text))</code></pre>\n"
        case .math(let tex, let trailing):
            line()
            text += "<math>\(escaped(tex.text))|\(escaped(trailing.text))</math>\n"
        case .table(let table): self.table(table)
        case .html(let html):
            line()
            text += html.text
            line()
        case .thematicBreak:
            line()
            text += "<hr />\n"
        }
    }

    private mutating func loose(_ body: (inout ReferenceHTML) -> Void) {
        let saved = tight
        tight = false
        body(&self)
        tight = saved
    }

    private mutating func list(_ list: List) {
        line()
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        text += list.start == nil ? "<ul>\n" : "<ol\(start)>\n"
        let saved = tight
        tight = list.isTight
        for item in list.items {
            line()
            text += "<li>"
            if let checked = item.checked {
                text += "<input type=\"checkbox\" \(checked ? "checked=\"\" " : "")disabled=\"\" /> "
            }
            blocks(item.blocks)
            text += "</li>\n"
        }
        tight = saved
        text += list.start == nil ? "</ul>\n" : "</ol>\n"
    }

    private mutating func table(_ table: Table) {
        line()
        text += "<table>\n<thead>\n"
        row(table.header, "th", table.alignments)
        text += "</thead>\n"
        if !table.rows.isEmpty {
            text += "<tbody>\n"
            for row in table.rows { self.row(row, "td", table.alignments) }
            text += "</tbody>\n"
        }
        text += "</table>\n"
    }

    private mutating func row(_ cells: [Table.Cell], _ tag: String, _ alignments: [Table.Alignment]) {
        text += "<tr>\n"
        for (index, cell) in cells.enumerated() {
            let align =
                switch alignments[index] {
                case .none: ""
                case .left: " align=\"left\""
                case .centre: " align=\"center\""
                case .right: " align=\"right\""
                }
            text += "<\(tag)\(align)>"
            inlines(cell.inlines)
            text += "</\(tag)>\n"
        }
        text += "</tr>\n"
    }

    private mutating func inlines(_ inlines: [Inline]) {
        for inline in inlines { self.inline(inline) }
    }

    private mutating func inline(_ inline: Inline) {
        switch inline.kind {
        case .text(let words): text += escaped(words.text)
        case .softBreak: text += "\n"
        case .lineBreak: text += "<br />\n"
        case .code(let code): text += "<code>\(escaped(code.text))</code>"
        case .math(let tex, let display): text += "<math\(display ? " display" : "")>\(escaped(tex.text))</math>"
        case .html(let html): text += html.text
        case .emphasis(let inner): wrap("em", inner)
        case .strong(let inner): wrap("strong", inner)
        case .strikethrough(let inner): wrap("del", inner)
        case .link(let destination, let title, let inner):
            text += "<a href=\"\(href(destination.value))\"\(title.isEmpty ? "" : " title=\"\(escaped(title))\"")>"
            inlines(inner)
            text += "</a>"
        case .image(let source, let title, let inner):
            let alt = escaped(ReferenceHTML.plain(inner))
            text +=
                "<img src=\"\(href(source.value))\" alt=\"\(alt)\"\(title.isEmpty ? "" : " title=\"\(escaped(title))\"") />"
        case .footnote(let label): footnote(label)
        }
    }

    private mutating func wrap(_ tag: String, _ inner: [Inline]) {
        text += "<\(tag)>"
        inlines(inner)
        text += "</\(tag)>"
    }

    private mutating func footnote(_ label: String) {
        let number = (footnotes.firstIndex { $0.label == label } ?? -2) + 1
        let use = (footnoteUses[label] ?? 0) + 1
        footnoteUses[label] = use
        let id = href(label) + (use == 1 ? "" : "-\(use)")
        text +=
            "<sup class=\"footnote-ref\"><a href=\"#fn-\(href(label))\" id=\"fnref-\(id)\" data-footnote-ref>\(number)</a></sup>"
    }

    private mutating func section() {
        if footnotes.isEmpty { return }
        text += "<section class=\"footnotes\" data-footnotes>\n<ol>\n"
        for note in footnotes {
            line()
            text += "<li id=\"fn-\(href(note.label))\">\n"
            blocks(note.blocks)
            let isParagraph = if case .paragraph = note.blocks.last?.kind { true } else { false }
            if isParagraph { text.removeLast("</p>\n".count) }
            text += (isParagraph ? " " : "") + backReferences(note.label) + (isParagraph ? "</p>\n" : "\n") + "</li>\n"
        }
        text += "</ol>\n</section>\n"
    }

    private func backReferences(_ label: String) -> String {
        (1...max(footnoteUses[label] ?? 1, 1)).map { use in
            let id = href(label) + (use == 1 ? "" : "-\(use)")
            let number = use == 1 ? "" : "<sup class=\"footnote-ref\">\(use)</sup>"
            return
                "<a href=\"#fnref-\(id)\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩\(number)</a>"
        }.joined(separator: " ")
    }

    static func plain(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline.kind {
            case .text(let text), .code(let text), .html(let text), .math(let text, _): text.text
            case .softBreak, .lineBreak: " "
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
                .image(_, _, let inner):
                plain(inner)
            case .footnote: ""
            }
        }.joined()
    }

    private func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private func href(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/,+$~".utf8)
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out += "&amp;"
            case UInt8(ascii: "'"): out += "&#x27;"
            case _ where plain.contains(byte): out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                out += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
            }
        }
        return out
    }
}
