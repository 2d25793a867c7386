/// What Python's string methods ask of a character.
extension Unicode.Scalar {
    /// Python's white space: Unicode's and the four separators of ASCII.
    var isPythonSpace: Bool {
        if isASCII { return value == 0x20 || (0x09...0x0D).contains(value) || (0x1C...0x1F).contains(value) }
        return properties.isWhitespace
    }

    /// Where `splitlines` ends a line.
    var endsLine: Bool {
        switch value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    var isPythonAlpha: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    var isPythonDecimal: Bool { properties.generalCategory == .decimalNumber }

    var isPythonDigit: Bool {
        switch properties.numericType {
        case .decimal, .digit: true
        default: false
        }
    }

    var isPythonNumeric: Bool { properties.numericType != nil }

    var isTitlecase: Bool { properties.generalCategory == .titlecaseLetter }

    /// Whether `repr` writes it as it is.
    var isPythonPrintable: Bool {
        if isASCII { return value >= 0x20 && value < 0x7F }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }
}

/// Python's changes of case, by code points and with the mappings that lengthen: `'ß'.upper()` is `'SS'`.
enum LetterCase {
    static func upper(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.flatMap { Array($0.properties.uppercaseMapping.unicodeScalars) }
    }

    static func lower(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.indices.flatMap { lowered(at: $0, in: text) }
    }

    static func capitalized(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let first = text.first else { return [] }
        return Array(first.properties.titlecaseMapping.unicodeScalars)
            + text.indices.dropFirst().flatMap { lowered(at: $0, in: text) }
    }

    static func swapped(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.indices.flatMap { place in
            let properties = text[place].properties
            if properties.isUppercase { return lowered(at: place, in: text) }
            return properties.isLowercase ? Array(properties.uppercaseMapping.unicodeScalars) : [text[place]]
        }
    }

    /// Every word begins with a capital; a word is a run of letters that have a case.
    static func titled(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var isInside = false
        return text.indices.flatMap { place in
            defer { isInside = text[place].properties.isCased }
            return isInside
                ? lowered(at: place, in: text) : Array(text[place].properties.titlecaseMapping.unicodeScalars)
        }
    }

    /// The lower case of one character; a capital sigma at the end of a word becomes the final one.
    private static func lowered(at place: Int, in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        if text[place].value == 0x3A3 {
            let before = text[..<place].last { !$0.properties.isCaseIgnorable }
            let after = text[(place + 1)...].first { !$0.properties.isCaseIgnorable }
            let isFinal = before?.properties.isCased == true && after?.properties.isCased != true
            return [isFinal ? "ς" : "σ"]
        }
        return Array(text[place].properties.lowercaseMapping.unicodeScalars)
    }
}
