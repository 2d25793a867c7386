/// A number as the book shows it, in prose, tables, formulas and figures alike.
///
///     ShownNumber(0.7319417133694889)?.plain     // "0.7319"
///     ShownNumber(-5.34381483665323e-08)?.plain  // "−5.344 × 10⁻⁸"
///     ShownNumber(-5.34381483665323e-08)?.tex    // "-5.344 \times 10^{-8}"
///
/// Zeros that fill a format's width are digits; other fill is not shown, since pages align their own columns. It is never −0,
/// and only finite numbers have one: the initialisers give nil for the others.
public struct ShownNumber: Hashable, Sendable {
    public enum Sign: Hashable, Sendable { case none, minus, plus, space }

    public var sign: Sign
    /// The digits with point and separators, such as `1,234.50`.
    public var digits: String
    /// The power of ten the digits are multiplied by, when one is shown.
    public var exponent: Int?
    /// `%` or nothing.
    public var suffix: String
    /// Whether the decimal shown reads back as the same number; a rounded one follows `≈`, an exact one `=`.
    public var isExact: Bool

    /// The marks of the language it is shown in.
    public var marks = NumberMarks.point

    /// The digits a float is shown with when nobody says otherwise.
    public static let standardDigits = 4

    public var isNegative: Bool { sign == .minus }

    /// A whole number, in full.
    public init(_ n: Int64) {
        self.init(NumberParts(isNegative: n < 0, whole: decimalBytes(n.magnitude)), isExact: true)
    }

    public init(_ n: Int) { self.init(Int64(n)) }

    /// A float as it is when its shortest digits are within `digits`, else rounded to so many significant digits, zeros kept.
    ///
    /// Plain from 10⁻⁴ up to 10⁶, scientific outside.
    public init?(_ x: Double, digits count: Int = standardDigits) {
        guard x.isFinite else { return nil }
        self.init(DecimalDigits(shortest: x), DecimalDigits(exactly: x), isNegative: x < 0, digits: count)
    }

    /// A `Float` by the same rule; its shortest digits are those that read back as the same `Float`.
    public init?(_ x: Float, digits count: Int = standardDigits) {
        guard x.isFinite else { return nil }
        self.init(DecimalDigits(shortest: x), DecimalDigits(exactly: Double(x)), isNegative: x < 0, digits: count)
    }

    /// The digits of Python's `repr`.
    public init?(repr x: Double) {
        guard x.isFinite else { return nil }
        var parts = NumberParts(isNegative: x < 0)
        parts.setShortest(DecimalDigits(shortest: x), keepsPoint: false)
        self.init(parts, isExact: true)
    }

    /// The digits of Python's `format(x, spec)`.
    ///
    /// - Throws: `FormatError` when the format is not one for floats.
    public init?(_ x: Double, format: FormatSpec) throws(FormatError) {
        guard x.isFinite, format.type != 0x25 || (x * 100).isFinite else { return nil }
        var parts = try format.parts(x)
        if parts.isZero { parts.isNegative = false }
        self.init(parts, format: format, isExact: ShownNumber.readsBack(parts, as: x))
    }

    /// The digits of Python's `format(n, spec)`.
    ///
    /// - Throws: `FormatError` when the format is not one for integers.
    public init(_ n: Int64, format: FormatSpec) throws(FormatError) {
        if format.type == 0x63 {
            self.init(NumberParts(), isExact: true)
            digits = try format.format(n)
            return
        }
        var parts = try format.parts(n)
        if parts.isZero { parts.isNegative = false }
        let isDecimal = ![0x62, 0x6F, 0x78, 0x58].contains(format.type)
        let exact = !isDecimal || ShownNumber.value(of: parts) == DecimalDigits(n.magnitude)
        self.init(parts, format: format, isExact: exact)
    }

    public init(_ n: Int, format: FormatSpec) throws(FormatError) { try self.init(Int64(n), format: format) }

    private init(_ shortest: DecimalDigits, _ exact: DecimalDigits, isNegative: Bool, digits count: Int) {
        let count = max(count, 1)
        let isShort = shortest.digits.count <= count
        let shown = isShort ? shortest : exact.rounded(toDigits: count)
        let significant = isShort ? shortest.digits.count : count
        var parts = NumberParts(isNegative: isNegative)
        if !shown.isZero, shown.point <= -4 || shown.point > 6 {
            parts.setScientific(shown, places: significant - 1, keepsPoint: false)
        } else {
            parts.setFixed(shown, places: max(0, significant - shown.point), keepsPoint: false)
        }
        self.init(parts, isExact: isShort)
    }

    private init(_ parts: NumberParts, format: FormatSpec = FormatSpec(), isExact: Bool) {
        let signBytes = format.signBytes(isNegative: parts.isNegative)
        sign = parts.isNegative ? .minus : format.sign == .plus ? .plus : format.sign == .space ? .space : .none
        let room = signBytes.count + parts.prefix.count + parts.rest.count
        var body = parts.prefix + format.groupedDigits(parts, room: room)
        if parts.hasPoint { body.append(0x2E) }
        body += parts.fraction
        exponent = parts.exponent
        suffix = String(decoding: parts.suffix, as: UTF8.self)
        digits = String(decoding: body, as: UTF8.self)
        self.isExact = isExact
    }
}

extension ShownNumber {
    /// The decimal that `parts` shows.
    private static func value(of parts: NumberParts) -> DecimalDigits {
        let digits = (parts.whole + parts.fraction).map { $0 - 0x30 }
        let shift = (parts.exponent ?? 0) - (parts.suffix == [0x25] ? 2 : 0)
        return DecimalDigits(digits: digits, point: parts.whole.count + shift)
    }

    private static func readsBack(_ parts: NumberParts, as x: Double) -> Bool {
        value(of: parts).nearestDouble == x.magnitude
    }

    /// With the true minus, `×` and superscripts: `−5.344 × 10⁻⁸`.
    public var plain: String {
        let sign = isNegative ? "\u{2212}" : self.sign == .plus ? "+" : self.sign == .space ? " " : ""
        let power = exponent.map { " \u{D7} 10" + superscript($0) } ?? ""
        return sign + marks.plain(digits) + power + suffix
    }

    /// For TeX's mathematics: `-5.344 \times 10^{-8}`, `1{,}234`, `12\%`.
    public var tex: String {
        let sign = self.sign == .minus ? "-" : self.sign == .plus ? "+" : ""
        var body = ""
        for character in marks.tex(digits) { body += character == "_" ? "\\_" : String(character) }
        let power = exponent.map { " \\times 10^{" + decimal($0) + "}" } ?? ""
        return sign + body + power + (suffix == "%" ? "\\%" : suffix)
    }

    /// As `tex`, a negative number in parentheses: for a place behind an operator.
    public var texInParentheses: String { isNegative ? "(" + tex + ")" : tex }

    private func superscript(_ n: Int) -> String {
        let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        var text = n < 0 ? "⁻" : ""
        for byte in decimalBytes(n.magnitude) { text.append(digits[Int(byte - 0x30)]) }
        return text
    }
}
