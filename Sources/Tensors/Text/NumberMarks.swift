/// The marks that a language puts into its numbers: `1,234.5`, `1.234,5` or `1 234,5`.
public enum NumberMarks: Sendable, Hashable {
    /// A decimal point, and commas between thousands.
    case point
    /// A decimal comma, and points between thousands.
    case comma
    /// A decimal comma, and narrow spaces between thousands.
    case commaAndSpaces

    /// What stands between the items of a list of numbers; a comma would be taken for a decimal one.
    public var separator: String { self == .point ? ", " : "; " }

    /// Digits that were written with a point, as the language writes them.
    public func plain(_ digits: String) -> String { written(digits, comma: ",", space: "\u{202F}") }

    /// For TeX's mathematics, where a bare comma would have a space behind it.
    func tex(_ digits: String) -> String { written(digits, comma: "{,}", space: "\\,") }

    private func written(_ digits: String, comma: String, space: String) -> String {
        var text = ""
        for character in digits {
            switch (character, self) {
            case (".", .point), (",", .comma): text += "."
            case (",", .point), (".", _): text += comma
            case (",", .commaAndSpaces): text += space
            default: text.append(character)
            }
        }
        return text
    }
}
