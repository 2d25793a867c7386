import Diagnostics
import Markup

extension ChapterReader {
    mutating func read(_ blocks: [Block]) -> [Content] {
        var cursor = BlockCursor(blocks)
        return read(&cursor, inside: nil)
    }

    /// Reads blocks up to the end of the `<details>` they stand in, or to the last.
    mutating func read(_ cursor: inout BlockCursor, inside details: SourceRange?) -> [Content] {
        var content: [Content] = []
        while true {
            if details != nil, pendingEnds > 0 {
                pendingEnds -= 1
                return content
            }
            guard let block = cursor.next() else { break }
            switch block.kind {
            case .html(let html):
                let pieces = readHTML(html, &cursor, inside: details)
                content += pieces.content
                if pieces.closes { return content }
            case .table(let table):
                content.append(.table(readTable(table, &cursor)))
            default:
                content += read(block)
            }
        }
        if let details {
            report("html.open", "'<details>' is never closed; write '</details>' after a blank line", at: details)
        }
        return content
    }

    private mutating func read(_ block: Block) -> [Content] {
        switch block.kind {
        case .paragraph(let inlines): readParagraph(inlines)
        case .heading(let level, let inlines): [.heading(readHeading(level, inlines, block.range))]
        case .quote(let blocks): [readQuote(blocks)]
        case .list(let list): [.list(readList(list))]
        case .code(let code): readCode(code, block.range)
        case .math(let tex, let trailing): [.math(readMath(tex, trailing: trailing))]
        case .thematicBreak: [.rule]
        case .html, .table: preconditionFailure("blocks that look ahead are read where the cursor is")
        }
    }

    /// A paragraph; or the image with a caption that it is.
    private mutating func readParagraph(_ inlines: [Inline]) -> [Content] {
        if let image = readImageFigure(inlines) { return [.image(image)] }
        if let label = takeAttributes(inlines).attributes?.label, Label.Prefix(of: label.value) != nil {
            report(
                "label.nothing",
                "'\(label.value)' labels nothing: a label stands behind a heading, a formula, a caption "
                    + "right under its table, or an image alone in its paragraph", at: label.range)
        }
        let spans = read(inlines)
        return spans.isEmpty ? [] : [.paragraph(spans)]
    }

    private mutating func readHeading(_ level: Int, _ inlines: [Inline], _ range: SourceRange) -> Heading {
        if level == 1 {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "heading.level", "a page has one title; its sections start with '##'", at: range))
        }
        let (rest, attributes) = takeAttributes(inlines)
        let spans = read(rest)
        var label: Label?
        if let attributes {
            label = attributes.label.flatMap { self.label($0, fits: .section, "a section") }
            reject(attributes.others)
        }
        if let label {
            number(.section, label, title: spans)
            return Heading(level: level, anchor: label.name, spans: spans)
        }
        return Heading(level: level, anchor: anchors.make(from: spans.plainText), spans: spans)
    }

    private mutating func readQuote(_ blocks: [Block]) -> Content {
        let outer = isNested
        isNested = true
        defer { isNested = outer }
        guard let (kind, rest) = callout(blocks) else { return .quote(read(blocks)) }
        return .callout(Callout(kind: kind, content: read(rest)))
    }

    /// The kind that the first line `[!NOTE]` of a quote gives it, and the blocks without that line.
    private mutating func callout(_ blocks: [Block]) -> (Callout.Kind, [Block])? {
        guard let first = blocks.first, case .paragraph(var inlines) = first.kind else { return nil }
        var marker: [UInt8] = []
        var range: SourceRange?
        while let inline = inlines.first, case .text(let text) = inline.kind {
            marker += text.bytes
            range = range.map { $0.union(inline.range) } ?? inline.range
            inlines.removeFirst()
        }
        let word = String(decoding: marker, as: UTF8.self)
        guard let range, word.hasPrefix("[!"), word.hasSuffix("]") else { return nil }
        if let next = inlines.first {
            switch next.kind {
            case .softBreak, .lineBreak: inlines.removeFirst()
            default: return nil
            }
        }
        let name = String(word.dropFirst(2).dropLast())
        guard let kind = Callout.Kind(rawValue: name.uppercased()) else {
            let known = Callout.Kind.allCases.map(\.rawValue)
            report(
                "callout", "unknown callout '\(name)'; known: \(known.joined(separator: ", "))", at: range,
                suggestion: nearestName(to: name, in: known).map { "[!\($0)]" })
            return nil
        }
        let rest = inlines.isEmpty ? [] : [Block(.paragraph(inlines), range: first.range)]
        return (kind, rest + blocks.dropFirst())
    }

    private mutating func readList(_ list: List) -> ListContent {
        let outer = isNested
        isNested = true
        defer { isNested = outer }
        return ListContent(
            start: list.start, isTight: list.isTight,
            items: list.items.map { ListContent.Item(checked: $0.checked, content: read($0.blocks)) })
    }

    private mutating func readCode(_ code: CodeBlock, _ range: SourceRange) -> [Content] {
        if code.isFenced, code.info.bytes.first == UInt8(ascii: "{") {
            if isNested {
                report(
                    "directive.place", "a directive stands at the top level, not inside a list or a quote",
                    at: code.info.range)
                skipDirective(code)
                return []
            }
            if let path = includedFile(code) { return include(path, code) }
            return readDirective(code).map { [.directive($0)] } ?? []
        }
        return [readListing(code)]
    }

    /// Code that is shown; behind its language only a label may stand.
    private mutating func readListing(_ code: CodeBlock) -> Content {
        guard code.isFenced else { return .code(CodeListing(language: nil, text: code.body.text, label: nil)) }
        let info = code.info
        let end = info.bytes.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? info.bytes.count
        let language = code.language.isEmpty ? nil : code.language
        let rest = info.excerpt(end..<info.bytes.count).trimmed
        let label = readTrailing(rest, fits: .listing, "a listing", behind: "the language")
        if let label { number(.listing, label) }
        return .code(CodeListing(language: language, text: code.body.text, label: label))
    }

    private mutating func readMath(_ tex: Excerpt, trailing: Excerpt) -> MathDisplay {
        let label = readTrailing(trailing.trimmed, fits: .equation, "an equation", behind: "'$$'")
        let math = readMath(tex.trimmed)
        if let label { number(.equation, label) }
        return MathDisplay(math: math, label: label)
    }

    /// A label, and nothing else, where something ends.
    private mutating func readTrailing(
        _ text: Excerpt, fits prefix: Label.Prefix, _ thing: String, behind place: String
    ) -> Label? {
        if text.bytes.isEmpty { return nil }
        guard let attributes = Attributes(atEndOf: text), attributes.start == 0 else {
            report(
                "\(thing.split(separator: " ")[1]).trailing",
                "only a label such as '{#\(prefix.rawValue)-x}' may follow \(place)", at: text.range)
            return nil
        }
        reject(attributes.others)
        return attributes.label.flatMap { label($0, fits: prefix, thing) }
    }
}

/// Walks along blocks that may have to look at their neighbours.
struct BlockCursor {
    private let blocks: [Block]
    private var index = 0

    init(_ blocks: [Block]) { self.blocks = blocks }

    var following: Block? { index < blocks.count ? blocks[index] : nil }

    mutating func next() -> Block? {
        defer { index += 1 }
        return index < blocks.count ? blocks[index] : nil
    }
}

extension Excerpt {
    /// Without blanks and line ends at both ends.
    var trimmed: Excerpt {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        var start = 0
        var end = bytes.count
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return excerpt(start..<end)
    }
}
