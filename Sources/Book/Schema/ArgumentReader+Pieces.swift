import Diagnostics
import Evaluation

extension ArgumentReader {
    /// Words with values in them, as they stand in a drawing: `` `{=} EXPRESSION` ``, names such as `$h_1$`, line breaks.
    mutating func pieces(_ text: Excerpt) -> [DrawingBody.Piece]? {
        var pieces: [DrawingBody.Piece] = []
        var start = 0
        var index = 0
        let bytes = text.bytes
        func words(to end: Int) { if end > start { pieces.append(.words(text.excerpt(start..<end).text)) } }
        while index < bytes.count {
            let mark = bytes[index]
            switch mark {
            case UInt8(ascii: "\n"):
                words(to: index)
                pieces.append(.lineBreak)
                index += 1
                start = index
            case UInt8(ascii: "`"), UInt8(ascii: "$"):
                words(to: index)
                guard let end = bytes[(index + 1)...].firstIndex(of: mark) else {
                    report("words", "this is never closed", at: text.range(index..<index + 1))
                    return nil
                }
                let inner = text.excerpt(index + 1..<end)
                guard let piece = mark == UInt8(ascii: "`") ? value(inner) : symbol(inner) else { return nil }
                pieces.append(piece)
                index = end + 1
                start = index
            default: index += 1
            }
        }
        words(to: index)
        return pieces
    }

    private mutating func value(_ text: Excerpt) -> DrawingBody.Piece? {
        guard text.bytes.starts(with: Array("{=}".utf8)) else {
            report("words", "in a drawing, backticks stand around values: '`{=} EXPRESSION`'", at: text.range)
            return nil
        }
        return formatted(text.excerpt(3..<text.bytes.count).trimmed).map { .value($0) }
    }

    /// `h_1`, `v_{21}`, `x^2`.
    private mutating func symbol(_ text: Excerpt) -> DrawingBody.Piece? {
        var parts: [(mark: Character?, text: String)] = [(nil, "")]
        for character in text.text {
            if character == "_" || character == "^" {
                parts.append((character, ""))
            } else if character != "{", character != "}" {
                parts[parts.count - 1].text.append(character)
            }
        }
        let lower = parts.filter { $0.mark == "_" }.map(\.text)
        let upper = parts.filter { $0.mark == "^" }.map(\.text)
        let letters = { (part: String) in !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber } }
        guard parts.allSatisfy({ letters($0.text) }), lower.count <= 1, upper.count <= 1 else {
            report("words", "in a drawing, a formula is a single name, such as '$h_1$'", at: text.range)
            return nil
        }
        return .symbol(parts[0].text, lower: lower.first, upper: upper.first)
    }
}
