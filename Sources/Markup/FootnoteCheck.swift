import Diagnostics

/// Finds footnotes that would vanish, and references that would stay as they were typed.
///
/// cmark-gfm drops a definition that nothing refers to, and takes `[^x]` for text when nothing defines it.
struct FootnoteCheck {
    let source: SourceText
    private let labels: [String]
    /// Definitions that nothing refers to, by their labels.
    private var unused: [(name: String, label: Range<Int>)] = []
    private(set) var diagnostics: [Diagnostic] = []

    static func diagnostics(of document: Document, in source: SourceText, from offset: Int) -> [Diagnostic] {
        guard source.bytes.containsFootnote(from: offset) else { return [] }
        var check = FootnoteCheck(source: source, labels: document.footnotes.map(\.label))
        check.definitions(document, from: offset)
        check.references(in: document.blocks)
        for note in document.footnotes { check.references(in: note.blocks) }
        for (name, label) in check.unused { check.report("nothing refers to the footnote '[^\(name)]'", label) }
        return check.diagnostics
    }

    private init(source: SourceText, labels: [String]) {
        self.source = source
        self.labels = labels
    }

    /// A definition at the start of a line that belongs to no block has been dropped.
    private mutating func definitions(_ document: Document, from offset: Int) {
        let kept = (document.blocks.map(\.range) + document.footnotes.map(\.range)).sorted { $0.start < $1.start }
        var next = 0
        for number in (source.lineIndex(at: offset) + 1)...source.lineStarts.count {
            let line = source.line(number)
            while next < kept.count, kept[next].end <= line.startIndex { next += 1 }
            if next < kept.count, kept[next].start < max(line.endIndex, line.startIndex + 1) { continue }
            guard let label = label(at: line.firstIndex { $0 != Byte.space } ?? line.endIndex, isDefinition: true)
            else { continue }
            let written = String(decoding: source.bytes[label], as: UTF8.self)
            if labels.contains(where: { $0.lowercased() == written.lowercased() }) {
                report("the footnote '[^\(written)]' is defined a second time", label)
            } else {
                unused.append((written, label))
            }
        }
    }

    private mutating func report(_ message: String, _ label: Range<Int>, suggestion: String? = nil) {
        let range = source.range(label.lowerBound - 2, label.upperBound + 1)
        diagnostics.append(Diagnostic(code: "markdown.footnote", message, at: range, suggestion: suggestion))
    }

    /// The label of the `[^label]`, or of the `[^label]:`, that starts at an offset.
    private func label(at start: Int, isDefinition: Bool) -> Range<Int>? {
        let bytes = source.bytes
        guard start + 2 < bytes.count, bytes[start] == Byte.openBracket, bytes[start + 1] == UInt8(ascii: "^") else {
            return nil
        }
        var end = start + 2
        while end < bytes.count, bytes[end] != Byte.closeBracket {
            if Byte.isSpace(bytes[end]) || bytes[end] == Byte.openBracket { return nil }
            end += 1
        }
        guard end > start + 2, end < bytes.count else { return nil }
        if isDefinition, end + 1 >= bytes.count || bytes[end + 1] != UInt8(ascii: ":") { return nil }
        return (start + 2)..<end
    }

    // MARK: References

    private mutating func references(in blocks: [Block]) {
        for block in blocks {
            switch block.kind {
            case .paragraph(let inlines), .heading(_, let inlines): references(in: inlines)
            case .quote(let inner): references(in: inner)
            case .list(let list): for item in list.items { references(in: item.blocks) }
            case .table(let table):
                for cell in ([table.header] + table.rows).joined() { references(in: cell.inlines) }
            case .code, .math, .html, .thematicBreak: break
            }
        }
    }

    private mutating func references(in inlines: [Inline]) {
        for inline in inlines {
            switch inline.kind {
            case .text(let text): references(in: text)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
                .image(_, _, let inner):
                references(in: inner)
            case .softBreak, .lineBreak, .code, .math, .html, .footnote: break
            }
        }
    }

    private mutating func references(in text: Excerpt) {
        for index in text.bytes.indices where text.bytes[index] == Byte.openBracket {
            let place = text.offset(at: index)
            let isEscaped = place > 0 && source.bytes[place - 1] == Byte.backslash
            guard !isEscaped, let label = label(at: place, isDefinition: false) else { continue }
            let written = String(decoding: source.bytes[label], as: UTF8.self)
            let nearest = nearestName(to: written, in: unused.map(\.name) + labels)
            // A footnote that a misspelt reference means is not unused as well.
            unused.removeAll { $0.name == nearest }
            report("no footnote is named '[^\(written)]'", label, suggestion: nearest.map { "[^\($0)]" })
        }
    }
}

extension [UInt8] {
    fileprivate func containsFootnote(from offset: Int) -> Bool {
        var index = offset
        while index + 1 < count {
            if self[index] == Byte.openBracket, self[index + 1] == UInt8(ascii: "^") { return true }
            index += 1
        }
        return false
    }
}
