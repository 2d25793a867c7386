import Diagnostics
import Tensors

extension Parser {
    /// `strings: STRING+`, joined; an f-string among them makes the whole an f-string.
    mutating func strings() throws(Fault) -> Expression {
        let start = place
        var pieces: [FormattedPiece] = []
        var isFormatted = false
        while case .string(let string) = token.kind {
            isFormatted = isFormatted || string.isFormatted
            if string.isFormatted {
                let found = try nestedPieces(excerpt.excerpt(string.content), isRaw: string.isRaw)
                pieces += found
            } else {
                pieces.append(.literal(try unescaped(string.content, isRaw: string.isRaw)))
            }
            advance()
        }
        if isFormatted { return try node(.formatted(pieces), range(from: start)) }
        var text = ""
        for case .literal(let part) in pieces { text += part }
        return try node(.string(text), range(from: start))
    }

    private func unescaped(_ content: Range<Int>, isRaw: Bool) throws(Fault) -> String {
        let part = excerpt.excerpt(content)
        return isRaw ? part.text : try StringEscapes(part).unescaped(0..<part.bytes.count)
    }

    private func nestedPieces(_ content: Excerpt, isRaw: Bool) throws(Fault) -> [FormattedPiece] {
        var reader = FormattedStringReader(content, isRaw: isRaw, level: level + 1)
        return try reader.pieces()
    }
}

extension Parser {
    /// The value of a float literal, rounded correctly.
    func float(_ token: Token) throws(Fault) -> Double {
        let digits = excerpt.bytes[token.range].filter { $0 != UInt8(ascii: "_") }
        guard let value = Double(decimal: digits) else {
            throw Fault(.syntax, "'\(text(token))' is not a number", at: excerpt.range(token.range))
        }
        return value
    }
}
