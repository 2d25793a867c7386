extension Lexer {
    /// `string: [prefix] (quote | quote quote quote) … `, with a prefix of `r`, `f`, `u` or `b`; nil when none starts here.
    mutating func string() throws(Fault) -> StringToken? {
        let start = index
        guard let prefix = stringPrefix() else { return nil }
        index += prefix.utf8.count
        let quote = bytes[index]
        let isTriple = peek(1) == quote && peek(2) == quote
        let width = isTriple ? 3 : 1
        index += width
        let contentStart = index
        guard try findClosing(quote, width: width) else {
            let what = isTriple ? "triple-quoted string" : "string"
            throw error("the \(what) that starts here is never closed", start..<contentStart)
        }
        let content = contentStart..<index
        index += width
        let letters = prefix.lowercased()
        if letters.contains("b") { throw error("bytes are not part of the cell language", start..<index) }
        return StringToken(isRaw: letters.contains("r"), isFormatted: letters.contains("f"), content: content)
    }

    /// The letters before a quote: at most two, each once.
    private func stringPrefix() -> String? {
        var length = 0
        while let byte = peek(length), length < 3 {
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                let prefix = text(index..<(index + length))
                let known = ["", "r", "f", "u", "b", "rf", "fr", "rb", "br"]
                return known.contains(prefix.lowercased()) ? prefix : nil
            }
            guard byte < 0x80, byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") else { return nil }
            length += 1
        }
        return nil
    }

    /// Goes to the closing quote; false when there is none.
    private mutating func findClosing(_ quote: UInt8, width: Int) throws(Fault) -> Bool {
        while let byte = peek() {
            if byte == UInt8(ascii: "\\") {
                index = min(index + (peek(1) == 0x0D && peek(2) == 0x0A ? 3 : 2), bytes.count)
            } else if byte == quote, width == 1 || (peek(1) == quote && peek(2) == quote) {
                return true
            } else if width == 1, byte == 0x0A || byte == 0x0D {
                return false
            } else {
                index += 1
            }
        }
        return false
    }
}
