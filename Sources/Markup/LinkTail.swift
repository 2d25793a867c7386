/// What stands behind the `]` of a link's text: `(destination "title")`, `[label]`, `[]` or nothing.
///
/// Source: CommonMark 0.29, sections 6.6 and 6.7, read as cmark-gfm reads them.
struct LinkTail: Equatable {
    var end: Int
    /// Of an inline link, without `<>`.
    var destination: Range<Int>?

    /// - Parameter start: the index behind the `]` of something known to be a link.
    init(in bytes: [UInt8], at start: Int) {
        self = LinkTail.inline(in: bytes, at: start) ?? LinkTail.label(in: bytes, at: start) ?? LinkTail(end: start)
    }

    private init(end: Int, destination: Range<Int>? = nil) {
        self.end = end
        self.destination = destination
    }

    private static func inline(in bytes: [UInt8], at start: Int) -> LinkTail? {
        guard start < bytes.count, bytes[start] == Byte.openParenthesis else { return nil }
        guard let (destination, next) = destination(in: bytes, at: spaceEnd(in: bytes, at: start + 1)) else {
            return nil
        }
        let titleStart = spaceEnd(in: bytes, at: next)
        let titleEnd = titleStart == next ? next : titleEnd(in: bytes, at: titleStart) ?? titleStart
        let end = spaceEnd(in: bytes, at: titleEnd)
        guard end < bytes.count, bytes[end] == Byte.closeParenthesis else { return nil }
        return LinkTail(end: end + 1, destination: destination)
    }

    private static func spaceEnd(in bytes: [UInt8], at start: Int) -> Int {
        var index = start
        while index < bytes.count, Byte.isSpace(bytes[index]) { index += 1 }
        return index
    }

    private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] == Byte.backslash && index + 1 < bytes.count && Byte.isPunctuation(bytes[index + 1])
    }

    private static func destination(in bytes: [UInt8], at start: Int) -> (Range<Int>, next: Int)? {
        guard start < bytes.count else { return nil }
        return bytes[start] == Byte.less ? bracketed(in: bytes, at: start) : bare(in: bytes, at: start)
    }

    private static func bracketed(in bytes: [UInt8], at start: Int) -> (Range<Int>, next: Int)? {
        var index = start + 1
        while index < bytes.count {
            switch bytes[index] {
            case Byte.greater: return ((start + 1)..<index, index + 1)
            case Byte.less, Byte.newline, Byte.carriageReturn: return nil
            case Byte.backslash: index += 2
            default: index += 1
            }
        }
        return nil
    }

    private static func bare(in bytes: [UInt8], at start: Int) -> (Range<Int>, next: Int)? {
        var index = start
        var depth = 0
        while index < bytes.count {
            if isEscape(bytes, at: index) {
                index += 2
                continue
            }
            switch bytes[index] {
            case Byte.openParenthesis:
                depth += 1
                if depth > 32 { return nil }
            case Byte.closeParenthesis where depth == 0: return (start..<index, index)
            case Byte.closeParenthesis: depth -= 1
            case let byte where Byte.isSpace(byte): return index == start ? nil : (start..<index, index)
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func titleEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        let open = bytes[start]
        let close = open == Byte.openParenthesis ? Byte.closeParenthesis : open
        guard open == UInt8(ascii: "\"") || open == UInt8(ascii: "'") || open == Byte.openParenthesis else {
            return nil
        }
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == close { return index + 1 }
            if bytes[index] == open { return nil }
            index += isEscape(bytes, at: index) ? 2 : 1
        }
        return nil
    }

    /// `[label]`, of at most 1000 bytes, without brackets inside.
    private static func label(in bytes: [UInt8], at start: Int) -> LinkTail? {
        guard start < bytes.count, bytes[start] == Byte.openBracket else { return nil }
        var index = start + 1
        while index < bytes.count, index - start <= 1001 {
            switch bytes[index] {
            case Byte.closeBracket:
                return LinkTail(end: index + 1, destination: index == start + 1 ? nil : (start + 1)..<index)
            case Byte.openBracket: return nil
            default: index += isEscape(bytes, at: index) ? 2 : 1
            }
        }
        return nil
    }
}
