/// How a quantity is written: a letter with its marks, or a derivative of two such.
public enum Symbol: Sendable, Hashable {
    case letter(Letter)
    /// `∂of/∂by`.
    indirect case derivative(of: Letter, by: Letter)

    /// The symbol in TeX: `h_1^{\text{in}}`, `\frac{\partial L}{\partial w_{21}}`.
    public var tex: String {
        switch self {
        case .letter(let letter): letter.tex
        case .derivative(let of, let by): "\\frac{\\partial \(of.tex)}{\\partial \(by.tex)}"
        }
    }

    /// The symbol as plain text, for figures without fractions and for alt text: `∂L/∂w21`.
    public var plain: String {
        switch self {
        case .letter(let letter): letter.plain
        case .derivative(let of, let by): "∂\(of.plain)/∂\(by.plain)"
        }
    }
}

/// A letter or a word with a subscript and a superscript.
public struct Letter: Sendable, Hashable {
    /// The letter or word without marks, such as `h` or `hot`.
    public var base: String
    /// Digits or words below, such as `21` or `10,3`; empty for none.
    public var subscripted: String
    /// A word above, such as `in`, `out`, `new`, or `(1)`; empty for none.
    public var superscript: String

    public init(_ base: String, sub: String = "", sup: String = "") {
        self.base = base
        self.subscripted = sub
        self.superscript = sup
    }

    /// The letter a name stands for: `h1` is h with subscript 1, `w_10_3` is w with 10,3; a word stays a word.
    ///
    /// `b_h1` is b with the subscript h1.
    public init(name: String) {
        let bytes = Array(name.utf8)
        let stemEnd = bytes.firstIndex { isDigit($0) || $0 == 0x5F } ?? bytes.count
        let rest = bytes[stemEnd...]
        let isIndex = rest.allSatisfy { isDigit($0) || $0 == 0x5F } && !(rest.last == 0x5F)
        if stemEnd > 0, isIndex {
            let index = rest.drop { $0 == 0x5F }.map { $0 == 0x5F ? UInt8(0x2C) : $0 }
            self.init(String(decoding: bytes[..<stemEnd], as: UTF8.self), sub: String(decoding: index, as: UTF8.self))
        } else if stemEnd == 1, rest.first == 0x5F, rest.count > 1 {
            self.init(
                String(decoding: bytes[..<1], as: UTF8.self), sub: String(decoding: rest.dropFirst(), as: UTF8.self))
        } else {
            self.init(name)
        }
    }

    /// True when the base is one letter, which is set italic; a word is set upright.
    public var isItalic: Bool { base.unicodeScalars.count == 1 }

    /// The letter with another superscript.
    public func with(superscript: String) -> Letter { Letter(base, sub: subscripted, sup: superscript) }
}

extension Letter {
    public var tex: String {
        var text = Letter.texWord(base)
        if !subscripted.isEmpty { text += "_" + Letter.braced(subscripted) }
        if !superscript.isEmpty { text += "^" + Letter.braced(superscript) }
        return text
    }

    /// The letter in one line of plain text: `h1_in` comes out as `h1 in`.
    public var plain: String { base + subscripted + (superscript.isEmpty ? "" : " " + superscript) }

    /// A single character bare, digits and commas in braces, words upright in braces.
    private static func braced(_ mark: String) -> String {
        if mark.utf8.allSatisfy({ isDigit($0) || $0 == 0x2C || $0 == 0x28 || $0 == 0x29 }) {
            return mark.utf8.count == 1 ? mark : "{\(mark)}"
        }
        if mark == "in" || mark == "out" || mark == "new" { return "{\\text{\(mark)}}" }
        return "{\(Letter(name: mark).tex)}"
    }

    private static func texWord(_ word: String) -> String {
        if word == "η" { return "\\eta" }
        if word == "σ" { return "\\sigma" }
        if word.unicodeScalars.count == 1, word.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x5F }) { return word }
        var text = ""
        for scalar in word.unicodeScalars {
            if scalar == "_" { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        return "\\text{\(text)}"
    }
}

/// A stretch of a symbol in one face and position, for figures.
public struct SymbolPart: Sendable, Hashable {
    public enum Position: Sendable, Hashable { case base, sub, sup }

    public let text: String
    public let isItalic: Bool
    public let position: Position

    public init(text: String, isItalic: Bool, position: Position) {
        self.text = text
        self.isItalic = isItalic
        self.position = position
    }
}

extension Letter {
    /// The letter in stretches of one face: the base, then what is below, then what is above.
    public var parts: [SymbolPart] {
        var parts = [SymbolPart(text: base, isItalic: isItalic, position: .base)]
        if !subscripted.isEmpty {
            let isWord = !subscripted.utf8.allSatisfy { isDigit($0) || $0 == 0x2C }
            let first = Letter(name: subscripted)
            parts.append(
                SymbolPart(text: subscripted, isItalic: isWord && first.isItalic, position: .sub))
        }
        if !superscript.isEmpty { parts.append(SymbolPart(text: superscript, isItalic: false, position: .sup)) }
        return parts
    }
}

extension Symbol {
    /// The symbol in stretches of one face; a derivative as `∂L/∂w` in one line.
    public var parts: [SymbolPart] {
        switch self {
        case .letter(let letter): return letter.parts
        case .derivative(let of, let by):
            let partial = SymbolPart(text: "∂", isItalic: false, position: .base)
            let slash = SymbolPart(text: "/", isItalic: false, position: .base)
            return [partial] + of.parts + [slash, partial] + by.parts
        }
    }
}
