internal import CMarkGFM
import Diagnostics

/// Reads the inlines that cmark-gfm found in a leaf block and works out where each was written.
///
/// cmark-gfm tells what there is but not reliably where. So the reader goes through the block's content beside the tree: what
/// kind of node comes next leaves only one way to read the bytes at the cursor. Should a byte ever disagree, the reader
/// notes it in `isAligned` and the rest of the block gets the place it has reached.
struct InlineReader {
    let content: Excerpt
    let depthLimit: Int
    private(set) var cursor = 0
    private(set) var isAligned = true
    private(set) var tooDeep: SourceRange?

    init(content: Excerpt, depthLimit: Int) {
        self.content = content
        self.depthLimit = depthLimit
        while cursor < content.bytes.count, Byte.isSpace(content.bytes[cursor]) { cursor += 1 }
    }

    mutating func inlines(of parent: CNode, depth: Int) -> [Inline] {
        guard depth < depthLimit else {
            if cmark_node_first_child(parent) != nil, tooDeep == nil { tooDeep = content.range(cursor..<cursor) }
            return []
        }
        var result = [Inline]()
        var child = cmark_node_first_child(parent)
        while let node = child {
            let start = cursor
            if let kind = kind(of: node, depth: depth) {
                result.append(Inline(kind, range: content.range(start..<max(start, cursor))))
            }
            child = cmark_node_next(node)
        }
        return result
    }

    private mutating func kind(of node: CNode, depth: Int) -> Inline.Kind? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: return text(node, in: .prose).map(Inline.Kind.text)
        case CMARK_NODE_SOFTBREAK: return lineBreak(.softBreak)
        case CMARK_NODE_LINEBREAK: return lineBreak(.lineBreak)
        case CMARK_NODE_CODE: return cmark_node_get_user_data(node) == nil ? .code(code()) : math(node)
        case CMARK_NODE_HTML_INLINE: return .html(html(node))
        case CMARK_NODE_EMPH: return .emphasis(delimited(node, by: 1, depth: depth))
        case CMARK_NODE_STRONG: return .strong(delimited(node, by: 2, depth: depth))
        case CMARK_NODE_LINK: return link(node, depth: depth)
        case CMARK_NODE_IMAGE: return image(node, depth: depth)
        case CMARK_NODE_FOOTNOTE_REFERENCE: return footnote(node)
        default:
            let tildes = content.bytes[cursor...].prefix { $0 == Byte.tilde }.count
            return .strikethrough(delimited(node, by: min(tildes, 2), depth: depth))
        }
    }

    // MARK: Text

    /// How a text was written: with escapes and entities, with entities only (`<https://…>`), or just so.
    private enum Spelling {
        case prose, autolink, verbatim
    }

    /// nil for the empty texts that cmark-gfm leaves behind.
    private mutating func text(_ node: CNode, in spelling: Spelling) -> Excerpt? {
        let literal = node.literal
        guard literal.count > 0 else { return nil }
        var builder = ExcerptBuilder(file: content.file, at: content.offset(at: cursor))
        var index = 0
        while index < literal.count {
            guard cursor < content.bytes.count else {
                isAligned = false
                break
            }
            let byte = content.bytes[cursor]
            if spelling == .prose, byte == Byte.backslash, let next = escaped, next == literal[index] {
                builder.append(next, at: content.offset(at: cursor + 1))
                cursor += 2
                index += 1
            } else if spelling != .verbatim, byte == Byte.ampersand,
                let length = entity(literal[index...], into: &builder)
            {
                index += length
            } else if byte == literal[index] {
                builder.append(byte, at: content.offset(at: cursor))
                cursor += 1
                index += 1
            } else {
                isAligned = false
                break
            }
        }
        if index < literal.count { builder.append(literal[index...], from: content.offset(at: cursor)) }
        return builder.finish()
    }

    /// The punctuation behind a backslash at the cursor.
    private var escaped: UInt8? {
        guard cursor + 1 < content.bytes.count, Byte.isPunctuation(content.bytes[cursor + 1]) else { return nil }
        return content.bytes[cursor + 1]
    }

    /// Takes the entity at the cursor, if it stands for what comes next in `literal`; how many bytes it stands for.
    private mutating func entity(_ literal: Slice<UnsafeBufferPointer<UInt8>>, into builder: inout ExcerptBuilder)
        -> Int?
    {
        guard let (decoded, length) = decodedEntity(content.bytes[(cursor + 1)...]), literal.starts(with: decoded)
        else { return nil }
        let start = content.offset(at: cursor)
        for (index, byte) in decoded.enumerated() { builder.append(byte, at: start + min(index, length)) }
        cursor += length + 1
        return decoded.count
    }

    /// Blanks around a line ending belong to it, but those behind a backslash and its line ending to the text.
    private mutating func lineBreak(_ kind: Inline.Kind) -> Inline.Kind {
        skipBlanks()
        let isEscaped = cursor < content.bytes.count && content.bytes[cursor] == Byte.backslash
        skip(isEscaped ? 1 : 0)
        if cursor < content.bytes.count, content.bytes[cursor] == Byte.carriageReturn { cursor += 1 }
        if cursor < content.bytes.count, content.bytes[cursor] == Byte.newline { cursor += 1 }
        if !isEscaped { skipBlanks() }
        return kind
    }

    private mutating func skipBlanks() {
        while cursor < content.bytes.count, Byte.isBlank(content.bytes[cursor]) { cursor += 1 }
    }

    // MARK: Stretches of untouched bytes

    /// The code span at the cursor: line endings become spaces, and one space at either end goes.
    private mutating func code() -> Excerpt {
        let (ticks, end) = content.bytes.withUnsafeBufferPointer { bytes -> (Int, Int?) in
            (runLength(of: Byte.backtick, in: bytes, at: cursor), closingRun(in: bytes, at: cursor))
        }
        guard ticks > 0, let end else {
            isAligned = false
            return content.excerpt(cursor..<cursor)
        }
        let inner = lines(of: (cursor + ticks)..<(end - ticks), joinedBy: Byte.space)
        cursor = end
        let bytes = inner.bytes
        guard bytes.first == Byte.space, bytes.last == Byte.space, bytes.contains(where: { $0 != Byte.space }) else {
            return inner
        }
        return inner.excerpt(1..<(bytes.count - 1))
    }

    private func closingRun(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        let ticks = runLength(of: Byte.backtick, in: bytes, at: start)
        var index = start + ticks
        while index < bytes.count {
            let length = runLength(of: Byte.backtick, in: bytes, at: index)
            if length == ticks { return index + length }
            index += max(length, 1)
        }
        return nil
    }

    private mutating func math(_ node: CNode) -> Inline.Kind {
        let span = content.bytes.withUnsafeBufferPointer { bytes in mathSpan(in: bytes, at: cursor) }
        guard let span, span.whole.count == Int(bitPattern: cmark_node_get_user_data(node)) else {
            isAligned = false
            return .math(content.excerpt(cursor..<cursor), display: false)
        }
        cursor = span.whole.upperBound
        return .math(lines(of: span.tex, joinedBy: Byte.newline), display: span.isDisplay)
    }

    private mutating func html(_ node: CNode) -> Excerpt {
        let literal = node.literal
        let end = min(cursor + literal.count, content.bytes.count)
        if !content.bytes[cursor..<end].elementsEqual(literal) { isAligned = false }
        defer { cursor = end }
        return lines(of: cursor..<end, joinedBy: Byte.newline)
    }

    /// A stretch of the content with one byte for every line ending.
    private func lines(of stretch: Range<Int>, joinedBy separator: UInt8) -> Excerpt {
        guard content.bytes[stretch].contains(where: Byte.isLineEnd) else { return content.excerpt(stretch) }
        var builder = ExcerptBuilder(file: content.file, at: content.offset(at: stretch.lowerBound))
        for index in stretch {
            let byte = content.bytes[index]
            let isHalfEnding =
                byte == Byte.carriageReturn && index + 1 < stretch.upperBound
                && content.bytes[index + 1] == Byte.newline
            if isHalfEnding { continue }
            builder.append(Byte.isLineEnd(byte) ? separator : byte, at: content.offset(at: index))
        }
        return builder.finish()
    }

    // MARK: Nodes with inlines inside

    private mutating func delimited(_ node: CNode, by length: Int, depth: Int) -> [Inline] {
        skip(length)
        let inner = inlines(of: node, depth: depth + 1)
        skip(length)
        return inner
    }

    private mutating func skip(_ length: Int) {
        cursor = min(cursor + length, content.bytes.count)
    }

    private mutating func link(_ node: CNode, depth: Int) -> Inline.Kind {
        let title = String(cString: cmark_node_get_title(node))
        let destination = String(cString: cmark_node_get_url(node))
        guard cursor < content.bytes.count else {
            isAligned = false
            return .link(destination: Located(destination, content.range(cursor..<cursor)), title: title, [])
        }
        if content.bytes[cursor] == Byte.openBracket {
            skip(1)
            let inner = inlines(of: node, depth: depth + 1)
            return .link(destination: Located(destination, tail()), title: title, inner)
        }
        let isBracketed = content.bytes[cursor] == Byte.less
        skip(isBracketed ? 1 : 0)
        let start = cursor
        let inner = autolinkText(node, isBracketed: isBracketed)
        let range = content.range(start..<cursor)
        skip(isBracketed ? 1 : 0)
        return .link(destination: Located(destination, range), title: title, inner)
    }

    private mutating func autolinkText(_ node: CNode, isBracketed: Bool) -> [Inline] {
        let start = cursor
        guard let child = cmark_node_first_child(node) else { return [] }
        let literal = child.literal
        let isVerbatim = content.bytes[start...].starts(with: literal)
        guard let text = text(child, in: isBracketed ? .autolink : isVerbatim ? .verbatim : .prose) else { return [] }
        return [Inline(.text(text), range: content.range(start..<cursor))]
    }

    private mutating func image(_ node: CNode, depth: Int) -> Inline.Kind {
        skip(2)
        let inner = inlines(of: node, depth: depth + 1)
        let source = Located(String(cString: cmark_node_get_url(node)), tail())
        return .image(source: source, title: String(cString: cmark_node_get_title(node)), inner)
    }

    /// Steps over `](destination "title")`, `][label]`, `][]` or `]`; where the destination or the label stands.
    private mutating func tail() -> SourceRange {
        guard cursor < content.bytes.count, content.bytes[cursor] == Byte.closeBracket else {
            isAligned = false
            return content.range(cursor..<cursor)
        }
        let start = cursor
        let tail = LinkTail(in: content.bytes, at: cursor + 1)
        cursor = tail.end
        return content.range(tail.destination ?? start..<cursor)
    }

    private mutating func footnote(_ node: CNode) -> Inline.Kind {
        let rest = content.bytes[cursor...]
        guard rest.starts(with: [Byte.openBracket, 0x5E]), let end = rest.firstIndex(of: Byte.closeBracket) else {
            isAligned = false
            return .footnote(label: node.footnoteLabel)
        }
        cursor = end + 1
        return .footnote(label: node.footnoteLabel)
    }
}
