/// What CPython says about a format that it does not take: the kind of the exception and its text.
///
/// - Source: CPython 3.11, `formatter_unicode.c`: `parse_internal_render_format_spec` and the functions that use it.
struct FormatComplaint {
    let kind: Fault.Kind
    let words: String

    /// What a format is for.
    enum Subject {
        case text
        case whole(Int64)
        case float

        fileprivate var types: String {
            switch self {
            case .text: "s"
            case .whole: "bcdoxXneEfFgG%"
            // The letter with the number 0 is what CPython puts where there is none.
            case .float: "eEfFgGn%\u{0}"
            }
        }
    }

    /// The complaint about a format; nil when CPython takes it.
    init?(_ spec: String, for subject: Subject, ofType typeName: String) {
        var reader = FormatScanner(spec)
        guard let words = reader.complaint(typeName) ?? reader.complaint(about: subject, typeName) else {
            guard case .whole(let number) = subject, reader.type == "c", number < 0 || number > 0x10FFFF else {
                return nil
            }
            (kind, words) = (.overflow, "%c arg not in range(0x110000)")
            return
        }
        (kind, self.words) = (.value, words)
    }
}

/// Reads a format as CPython does, part by part.
private struct FormatScanner {
    private let spec: String
    private var rest: ArraySlice<Unicode.Scalar>
    private var alignment: Unicode.Scalar?
    private var sign: Unicode.Scalar?
    private var avoidsNegativeZero = false
    private var isAlternate = false
    private var separator: Unicode.Scalar?
    private var hasPrecision = false
    /// The letter of the type; nil where the subject's own is meant.
    private(set) var type: Unicode.Scalar?

    init(_ spec: String) {
        self.spec = spec
        rest = Array(spec.unicodeScalars)[...]
    }

    /// What is wrong whatever is formatted.
    mutating func complaint(_ typeName: String) -> String? {
        let hasFill = readAlignment()
        if let first = rest.first, "+- ".unicodeScalars.contains(first) { sign = rest.removeFirst() }
        avoidsNegativeZero = take("z")
        isAlternate = take("#")
        if !hasFill { _ = take("0") }
        if readDigits() == nil { return FormatScanner.tooManyDigits }
        if take(",") { separator = "," }
        if rest.first == "_" {
            if separator != nil { return FormatScanner.twoSeparators }
            rest.removeFirst()
            separator = "_"
        }
        if rest.first == ",", separator == "_" { return FormatScanner.twoSeparators }
        if take(".") {
            guard let count = readDigits() else { return FormatScanner.tooManyDigits }
            if count == 0 { return "Format specifier missing precision" }
            hasPrecision = true
        }
        if rest.count > 1 { return "Invalid format specifier '\(spec)' for object of type '\(typeName)'" }
        type = rest.first
        return nil
    }

    /// What does not go with what is formatted.
    func complaint(about subject: FormatComplaint.Subject, _ typeName: String) -> String? {
        if let separator, let type = type ?? subject.ownType, !takesSeparator(type) {
            return "Cannot specify '\(separator)' with '\(shown(type))'."
        }
        if let type, !subject.types.unicodeScalars.contains(type) {
            return "Unknown format code '\(shown(type))' for object of type '\(typeName)'"
        }
        switch subject {
        case .text: return aboutText
        case .whole where type.map { "bcdoxXn".unicodeScalars.contains($0) } ?? true: return aboutWhole
        case .whole, .float: return nil
        }
    }

    private var aboutText: String? {
        if let sign { return "\(sign == " " ? "Space" : "Sign") not allowed in string format specifier" }
        if avoidsNegativeZero { return "Negative zero coercion (z) not allowed in string format specifier" }
        if isAlternate { return "Alternate form (#) not allowed in string format specifier" }
        return alignment == "=" ? "'=' alignment not allowed in string format specifier" : nil
    }

    private var aboutWhole: String? {
        if hasPrecision { return "Precision not allowed in integer format specifier" }
        if avoidsNegativeZero { return "Negative zero coercion (z) not allowed in integer format specifier" }
        if type != "c" { return nil }
        if sign != nil { return "Sign not allowed with integer format specifier 'c'" }
        return isAlternate ? "Alternate form (#) not allowed with integer format specifier 'c'" : nil
    }

    // MARK: Parts

    /// - Returns: whether a character to fill with is given.
    private mutating func readAlignment() -> Bool {
        let alignments = "<>=^".unicodeScalars
        if let second = rest.dropFirst().first, alignments.contains(second) {
            alignment = second
            rest.removeFirst(2)
            return true
        }
        if let first = rest.first, alignments.contains(first) { alignment = rest.removeFirst() }
        return false
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    /// How many digits follow; nil when they make too large a number.
    private mutating func readDigits() -> Int? {
        let digits = rest.prefix { $0.properties.numericType == .decimal }
        rest = rest[digits.endIndex...]
        var number: Int64 = 0
        for digit in digits {
            let value = Int64(digit.properties.numericValue ?? 0)
            let (tenfold, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isLarger) = tenfold.addingReportingOverflow(value)
            if isTooLarge || isLarger { return nil }
            number = sum
        }
        return digits.count
    }

    private func takesSeparator(_ type: Unicode.Scalar) -> Bool {
        "defgEG%F\u{0}".unicodeScalars.contains(type) || (separator == "_" && "boxX".unicodeScalars.contains(type))
    }

    private func shown(_ type: Unicode.Scalar) -> String {
        type.value > 32 && type.value < 128 ? String(Character(type)) : "\\x" + String(type.value, radix: 16)
    }

    private static let tooManyDigits = "Too many decimal digits in format string"
    private static let twoSeparators = "Cannot specify both ',' and '_'."
}

extension FormatComplaint.Subject {
    /// The type that is meant where a format names none.
    fileprivate var ownType: Unicode.Scalar? {
        switch self {
        case .text: "s"
        case .whole: "d"
        case .float: nil
        }
    }
}
