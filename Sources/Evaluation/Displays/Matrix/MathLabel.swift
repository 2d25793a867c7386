import Figures
import Networks

extension Label {
    /// A name as mathematics sets it: `x1` with its index below, `Y_in` with a small “in” above, `∂L/∂V` letter by letter,
    /// `H^T` with a raised T, `X W` as a product. A text with longer words stays as it is.
    init(mathematics text: String) {
        if text.unicodeScalars.contains(" "), !Label.areSymbols(text) {
            self.init(text)
            return
        }
        var spans: [Span] = []
        var rest = Substring(text)
        while let first = rest.first {
            if rest.hasPrefix("^("), let end = rest.firstIndex(of: ")") {
                // The number of a layer or a step, as in `W^(1)`.
                spans.append(Span(String(rest[...end].dropFirst()), style: .roman, level: .raised))
                rest = rest[end...].dropFirst()
            } else if first == "^" {
                let mark = rest.dropFirst().prefix { $0.isNameLetter }
                rest = rest.dropFirst(mark.count + 1)
                // The T of a transpose is set as in formulas, without serifs.
                spans.append(Span(String(mark), style: mark == "T" ? .plain : .roman, level: .raised))
            } else if first.isNameLetter {
                let word = rest.prefix { $0.isNameLetter }
                rest = rest.dropFirst(word.count)
                spans += Label(name: String(word)).spans
            } else {
                let signs = rest.prefix { !$0.isNameLetter && $0 != "^" }
                rest = rest.dropFirst(signs.count)
                if signs != " " { spans.append(Span(String(signs), style: .roman)) }
            }
        }
        self.init(spans)
    }

    /// Whether all words are names of one letter, with their marks.
    private static func areSymbols(_ text: String) -> Bool {
        text.split { !$0.isNameLetter }.allSatisfy { word in
            Label(name: String(word)).spans.first?.style == .italic
        }
    }

    /// A single name.
    init(name: String) {
        for mark in ["in", "out"] where name.hasSuffix("_" + mark) {
            let letter = Letter(name: String(name.dropLast(mark.count + 1)))
            if letter.isItalic {
                self.init(letter.with(superscript: mark))
                return
            }
        }
        self.init(Letter(name: name))
    }

    /// The name of a row or a column: mathematics for what looks like it, else a word.
    static func ofLine(_ text: String) -> Label {
        let label = Label(mathematics: text)
        return label.spans.contains { $0.style == .italic } ? label : Label(text)
    }
}

extension Character {
    fileprivate var isNameLetter: Bool { self == "_" || (isLetter && self != "∂") || isNumber }
}
