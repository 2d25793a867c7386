/// Reads the text of a plain or quoted scalar again, to know where each of its bytes was written.
///
/// Source: YAML 1.1, sections 7.3 and 5.7, as libyaml 0.2.5 scans them; the caller holds the result against libyaml's.
struct FlowScalar {
    let bytes: [UInt8]
    let end: Int
    let style: Event.ScalarStyle
    private var index: Int
    private var text = DecodedText()

    /// - Parameter stretch: the text without its quotes.
    static func decode(_ bytes: [UInt8], _ stretch: Range<Int>, style: Event.ScalarStyle) -> DecodedText {
        var scalar = FlowScalar(bytes: bytes, end: stretch.upperBound, style: style, index: stretch.lowerBound)
        scalar.run()
        return scalar.text
    }

    private init(bytes: [UInt8], end: Int, style: Event.ScalarStyle, index: Int) {
        self.bytes = bytes
        self.end = end
        self.style = style
        self.index = index
    }

    private mutating func run() {
        while index < end {
            let byte = bytes[index]
            if isBlank(byte) || LineBreak(in: bytes, at: index) != nil {
                space()
            } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
                text.append(byte, at: index)
                index += 2
            } else if style == .doubleQuoted, byte == UInt8(ascii: "\\") {
                escape()
            } else {
                text.append(byte, at: index)
                index += 1
            }
        }
    }

    /// White space inside a line stays; around line endings it goes, one ending becomes a space, and n become n − 1.
    private mutating func space() {
        let start = index
        skipBlanks()
        guard index < end, LineBreak(in: bytes, at: index) != nil else {
            for place in start..<index { text.append(bytes[place], at: place) }
            return
        }
        var breaks = lineBreaks()
        if breaks[0].0.isFolded {
            let first = breaks.removeFirst()
            if breaks.isEmpty { text.append(0x20, at: first.place) }
        }
        for (one, place) in breaks { text.append(one.text, at: place, length: one.length) }
    }

    private mutating func skipBlanks() {
        while index < end, isBlank(bytes[index]) { index += 1 }
    }

    private mutating func lineBreaks() -> [(LineBreak, place: Int)] {
        var found = [(LineBreak, place: Int)]()
        while index < end, let one = LineBreak(in: bytes, at: index) {
            found.append((one, index))
            index += one.length
            skipBlanks()
        }
        return found
    }

    private mutating func escape() {
        let start = index
        guard index + 1 < end else {
            index = end
            return
        }
        let letter = bytes[index + 1]
        index += 2
        if let hexLength = ["x": 2, "u": 4, "U": 8][Character(Unicode.Scalar(letter))] {
            let stop = min(index + hexLength, end)
            let value = UInt32(String(decoding: bytes[index..<stop], as: UTF8.self), radix: 16) ?? 0
            index = stop
            text.append(utf8(value), at: start, length: stop - start)
        } else if let value = FlowScalar.escapes[letter] {
            text.append(utf8(value), at: start, length: 2)
        } else {
            index -= 1
            for (one, place) in lineBreaks().dropFirst() { text.append(one.text, at: place, length: one.length) }
        }
    }

    private func utf8(_ value: UInt32) -> [UInt8] {
        Unicode.Scalar(value).map { Array(String(Character($0)).utf8) } ?? []
    }

    private static let escapes: [UInt8: UInt32] = [
        UInt8(ascii: "0"): 0, UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, 0x09: 9,
        UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
        UInt8(ascii: "e"): 0x1B, UInt8(ascii: " "): 0x20, UInt8(ascii: "\""): 0x22, UInt8(ascii: "/"): 0x2F,
        UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "N"): 0x85, UInt8(ascii: "_"): 0xA0, UInt8(ascii: "L"): 0x2028,
        UInt8(ascii: "P"): 0x2029,
    ]
}
