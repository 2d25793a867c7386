import Cells
import Diagnostics
import Evaluation
import Markup

extension ChapterReader {
    /// Reads running text; allowed tags are paired here.
    mutating func read(_ inlines: [Inline]) -> [Span] {
        var cursor = InlineCursor(joiningTexts(inlines))
        return read(&cursor, until: nil)
    }

    /// Reads up to the end tag `name`, or to the last inline.
    mutating func read(_ cursor: inout InlineCursor, until name: String?, opened: SourceRange? = nil) -> [Span] {
        var spans: [Span] = []
        while let inline = cursor.next() {
            if case .html(let html) = inline.kind {
                if let span = readTag(html, &cursor, until: name) {
                    spans.append(span)
                } else if isEndTag(html, of: name) {
                    return spans
                }
            } else {
                spans += read(inline)
            }
        }
        if let name, let opened { report("html.open", "'<\(name)>' is never closed", at: opened) }
        return spans
    }

    private mutating func read(_ inline: Inline) -> [Span] {
        switch inline.kind {
        case .text(let text): return readText(text)
        case .softBreak: return [.softBreak]
        case .lineBreak: return [.lineBreak]
        case .code(let code): return readCodeSpan(code).map { [$0] } ?? []
        case .math(let tex, let display): return [.math(readMath(tex), display: display)]
        case .html: preconditionFailure("tags are read where they can be paired")
        case .emphasis(let inner): return [.emphasis(read(inner))]
        case .strong(let inner): return [.strong(read(inner))]
        case .strikethrough(let inner): return [.strikethrough(read(inner))]
        case .link(let destination, let title, let inner):
            links.append(destination)
            return [.link(destination: destination.value, title: title, read(inner))]
        case .image(let image, let title, let inner):
            images.append(image)
            return [.image(source: image.value, title: title, alt: readAlternative(inner, of: inline))]
        case .footnote(let label):
            guard let (number, reference) = footnotes.refer(to: label) else {
                report(
                    "footnote", "there is no footnote '\(label)'", at: inline.range,
                    suggestion: nearestName(to: label, in: footnotes.labels))
                return []
            }
            return [.footnote(number: number, reference: reference)]
        }
    }

    // MARK: Values and claims

    /// A code span: a value, a claim, or code.
    private mutating func readCodeSpan(_ code: Excerpt) -> Span? {
        let bytes = code.bytes
        if bytes.starts(with: Array("{{".utf8)), let close = bytes.firstIndex(of: UInt8(ascii: "}")),
            close + 1 < bytes.count,
            bytes[close + 1] == UInt8(ascii: "}")
        {
            let inner = bytes[1..<close + 1] + bytes[(close + 2)...]
            return .code(String(decoding: inner, as: UTF8.self))
        }
        guard let (word, rest) = inlineDirective(code) else { return .code(code.text) }
        switch word.text {
        case "=": return readValue(rest).map(Span.value)
        case "check":
            readClaim(rest)
            return nil
        default:
            report(
                "inline.kind", "unknown inline directive '{\(word.text)}'; double the braces to show it as code",
                at: word.range,
                suggestion: nearestName(to: word.text, in: ["check"]))
            return nil
        }
    }

    /// The word in the braces that start a code span, and what follows, when it has the form of an inline directive.
    private func inlineDirective(_ code: Excerpt) -> (word: Excerpt, rest: Excerpt)? {
        guard code.bytes.first == UInt8(ascii: "{"), let close = code.bytes.firstIndex(of: UInt8(ascii: "}")) else {
            return nil
        }
        let word = code.excerpt(1..<close)
        let rest = code.excerpt(close + 1..<code.bytes.count)
        guard word.text == "=" || rest.bytes.first == 0x20 && isIdentifier(word.text) else { return nil }
        return (word, rest)
    }

    /// An expression with a format, whose value is asked for here; nil after a mistake.
    mutating func readValue(_ text: Excerpt) -> Int? {
        let (formatted, found) = parseFormatted(text.trimmed)
        diagnostics += found
        return formatted.map { request($0) }
    }

    private mutating func readClaim(_ text: Excerpt) {
        let (expression, found) = parseExpression(text.trimmed)
        diagnostics += found
        if let expression { items.append(.claim(Claim(expression: expression, text: text.trimmed.text))) }
    }

    // MARK: References

    /// Text with `@fig-x` taken out of it. Mail addresses and @handles stay text.
    private mutating func readText(_ text: Excerpt) -> [Span] {
        var spans: [Span] = []
        var start = 0
        var index = 0
        while index < text.bytes.count {
            guard text.bytes[index] == UInt8(ascii: "@"), index == 0 || !isWordByte(text.bytes[index - 1]),
                let end = endOfLabel(text.bytes, from: index + 1)
            else {
                index += 1
                continue
            }
            if index > start { spans.append(.text(text.excerpt(start..<index).text)) }
            let label = text.excerpt(index + 1..<end)
            references.append(Located(label.text, text.range(index..<end)))
            spans.append(.reference(label: label.text))
            start = end
            index = end
        }
        if start < text.bytes.count { spans.append(.text(text.excerpt(start..<text.bytes.count).text)) }
        return spans
    }

    /// Where a label that starts here ends: a known prefix, a hyphen, a name that ends in a letter or digit.
    private func endOfLabel(_ bytes: [UInt8], from start: Int) -> Int? {
        var end = start
        while end < bytes.count, isLabelByte(bytes[end]) { end += 1 }
        while end > start, bytes[end - 1] == UInt8(ascii: "-") || bytes[end - 1] == UInt8(ascii: "_") { end -= 1 }
        let word = String(decoding: bytes[start..<end], as: UTF8.self)
        let parts = word.split(separator: "-", maxSplits: 1)
        return parts.count == 2 && Label.Prefix(rawValue: String(parts[0])) != nil ? end : nil
    }

    private func isWordByte(_ byte: UInt8) -> Bool { isLabelByte(byte) || byte == UInt8(ascii: ".") || byte >= 0x80 }

    // MARK: Math

    /// TeX with its `\val{…}` found; none after a mistake in one, since what is left of it would be a second.
    mutating func readMath(_ tex: Excerpt) -> MathText {
        var pieces: [MathText.Piece] = []
        var start = 0
        var index = 0
        while let found = nextValue(in: tex.bytes, from: index) {
            guard !found.isSpaced else {
                report("math.val", "write '\\val{…}' without a space", at: tex.range(found.start..<found.open + 1))
                return MathText(pieces: [], range: tex.range)
            }
            guard let close = closingBrace(in: tex.bytes, from: found.open) else {
                report("math.val", "'\\val{' is never closed", at: tex.range(found.start..<found.open + 1))
                return MathText(pieces: [], range: tex.range)
            }
            if found.start > start { pieces.append(.tex(tex.excerpt(start..<found.start))) }
            if let id = readValue(tex.excerpt(found.open + 1..<close)) {
                pieces.append(.value(id, parenthesised: found.isStarred))
            }
            start = close + 1
            index = start
        }
        if start < tex.bytes.count { pieces.append(.tex(tex.excerpt(start..<tex.bytes.count))) }
        return MathText(pieces: pieces, range: tex.range)
    }

    private func nextValue(
        in bytes: [UInt8], from start: Int
    ) -> (start: Int, open: Int, isStarred: Bool, isSpaced: Bool)? {
        let command = Array("\\val".utf8)
        var index = start
        while index + command.count < bytes.count {
            if bytes[index...].starts(with: command) {
                let isStarred = bytes[index + command.count] == UInt8(ascii: "*")
                let end = index + command.count + (isStarred ? 1 : 0)
                let open = bytes[end...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
                if open < bytes.count, bytes[open] == UInt8(ascii: "{") {
                    return (index, open, isStarred, open > end)
                }
            }
            // A backslash takes the next byte with it: `\\val` is a line break and a word.
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// The brace that closes the one at `open`, outside quotes.
    private func closingBrace(in bytes: [UInt8], from open: Int) -> Int? {
        var depth = 0
        var quote: UInt8?
        for index in open..<bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }
}

struct InlineCursor {
    private let inlines: [Inline]
    private var index = 0

    init(_ inlines: [Inline]) { self.inlines = inlines }

    mutating func next() -> Inline? {
        defer { index += 1 }
        return index < inlines.count ? inlines[index] : nil
    }
}
