import Diagnostics

/// Resolves the escapes of a string literal.
struct StringEscapes {
    private let excerpt: Excerpt
    private var bytes: [UInt8] { excerpt.bytes }

    init(_ excerpt: Excerpt) { self.excerpt = excerpt }

    /// The text of a stretch of the excerpt, whose escapes count unless it is raw. Line ends become `\n`.
    func text(_ stretch: Range<Int>, isRaw: Bool) throws(Fault) -> String {
        isRaw ? lineFeedsAlone(bytes[stretch]) : try unescaped(stretch)
    }

    /// - Throws: a fault at an escape that Python does not know, or that names no Unicode scalar.
    private func unescaped(_ stretch: Range<Int>) throws(Fault) -> String {
        var text: [UInt8] = []
        var index = stretch.lowerBound
        while index < stretch.upperBound {
            if bytes[index] == 0x0D {
                text.append(0x0A)
                index += index + 1 < stretch.upperBound && bytes[index + 1] == 0x0A ? 2 : 1
            } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < stretch.upperBound {
                let (scalar, next) = try escape(at: index, before: stretch.upperBound)
                if let scalar { text += Array(String(Character(scalar)).utf8) }
                index = next
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What the escape at a backslash stands for (nothing for a line end), and the place behind it.
    private func escape(at start: Int, before end: Int) throws(Fault) -> (Unicode.Scalar?, Int) {
        let letter = bytes[start + 1]
        let simple: [UInt8: Unicode.Scalar] = [
            UInt8(ascii: "n"): "\n", UInt8(ascii: "t"): "\t", UInt8(ascii: "r"): "\r", UInt8(ascii: "\\"): "\\",
            UInt8(ascii: "'"): "'", UInt8(ascii: "\""): "\"", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
            UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "v"): "\u{B}",
        ]
        if let scalar = simple[letter] { return (scalar, start + 2) }
        switch letter {
        case 0x0A: return (nil, start + 2)
        case 0x0D: return (nil, start + 2 < end && bytes[start + 2] == 0x0A ? start + 3 : start + 2)
        case UInt8(ascii: "x"): return try code(start, digits: 2, before: end)
        case UInt8(ascii: "u"): return try code(start, digits: 4, before: end)
        case UInt8(ascii: "U"): return try code(start, digits: 8, before: end)
        case 0x30...0x37: return octal(start, before: end)
        case UInt8(ascii: "N"):
            throw Fault(
                .syntax, "characters by name ('\\N{…}') are not part of the cell language", at: range(start, start + 2))
        default:
            var width = 1
            while start + 1 + width < end, bytes[start + 1 + width] & 0xC0 == 0x80 { width += 1 }
            throw Fault(
                .syntax,
                "unknown escape '\\\(String(decoding: bytes[(start + 1)..<(start + 1 + width)], as: UTF8.self))'; a backslash is written '\\\\'",
                at: range(start, start + 1 + width))
        }
    }

    private func code(_ start: Int, digits: Int, before end: Int) throws(Fault) -> (Unicode.Scalar?, Int) {
        var value: UInt32 = 0
        var index = start + 2
        while index < min(end, start + 2 + digits), let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue {
            value = value << 4 | UInt32(digit)
            index += 1
        }
        guard index == start + 2 + digits else {
            throw Fault(.syntax, "this escape needs \(digits) hexadecimal digits", at: range(start, index))
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw Fault(.syntax, "this escape names no character", at: range(start, index))
        }
        return (scalar, index)
    }

    private func octal(_ start: Int, before end: Int) -> (Unicode.Scalar?, Int) {
        var value: UInt32 = 0
        var index = start + 1
        while index < min(end, start + 4), (0x30...0x37).contains(bytes[index]) {
            value = value << 3 | UInt32(bytes[index] - 0x30)
            index += 1
        }
        return (Unicode.Scalar(value), index)
    }

    private func range(_ start: Int, _ end: Int) -> SourceRange { excerpt.range(start..<end) }
}

/// A text in which every line ends with `\n`, as Python reads its sources.
func lineFeedsAlone(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    for (index, byte) in zip(bytes.indices, bytes) {
        if byte == 0x0A, index > bytes.startIndex, bytes[index - 1] == 0x0D { continue }
        text.append(byte == 0x0D ? 0x0A : byte)
    }
    return String(decoding: text, as: UTF8.self)
}
