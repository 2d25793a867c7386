public import Diagnostics
public import Tensors

/// A value as the book shows it, in the forms that prose, formulas and tooltips need.
public struct Shown: Sendable, Hashable {
    /// For prose, tables and figures: `−0.7319`, `5.344 × 10⁻⁸`, `[1, −2]`.
    public var plain: String
    /// For TeX's mathematics; a vector is a row in parentheses, a matrix a `bmatrix`, text stands in `\text{…}`.
    public var tex: String
    /// As `tex`, with a negative number in parentheses.
    public var texParenthesised: String
    /// Every digit, as Python's `repr` writes it.
    public var full: String
    /// Whether what is shown is the value itself and not a rounded one.
    public var isExact: Bool
    /// Whether it is a number, or an array of numbers.
    public var isNumeric: Bool

    public init(plain: String, tex: String, texParenthesised: String, full: String, isExact: Bool, isNumeric: Bool) {
        self.plain = plain
        self.tex = tex
        self.texParenthesised = texParenthesised
        self.full = full
        self.isExact = isExact
        self.isNumeric = isNumeric
    }
}

/// Evaluates a formatted expression and shows its value.
///
/// - Parameter marks: those of the language the number is shown in.
/// - Parameter digits: how many significant digits a float is shown with when there is no format.
/// - Returns: nil, silently, when the expression uses an unknown value.
/// - Throws: one diagnostic; a format that does not fit the value at the format, a value that cannot be shown at the expression.
public func show(
    _ formatted: FormattedExpression, in scope: Scope, digits: Int = ShownNumber.standardDigits,
    marks: NumberMarks = .point, limits: Limits = .expression
) throws(Failure) -> Shown? {
    let value = try evaluate(formatted.expression, in: scope, limits: limits)
    return try show(value, as: formatted, digits: digits, marks: marks)
}

/// Shows a value that was evaluated before, as `formatted` asks.
public func show(
    _ value: Value, as formatted: FormattedExpression, digits: Int = ShownNumber.standardDigits,
    marks: NumberMarks = .point
) throws(Failure) -> Shown? {
    do throws(Fault) {
        return try Shower(
            digits: digits, marks: marks, conversion: formatted.conversion, format: formatted.format
        ).show(value)
    } catch {
        let place = error.kind == .format ? formatted.formatRange : formatted.expression.range
        guard let diagnostic = error.diagnostic(at: place) else { return nil }
        throw Failure(diagnostic: diagnostic)
    }
}

/// Shows a value without a format; faults are placed at `range`.
public func show(
    _ value: Value, digits: Int = ShownNumber.standardDigits, at range: SourceRange
) throws(Failure) -> Shown? {
    do throws(Fault) {
        return try Shower(digits: digits, marks: .point, conversion: .none, format: nil).show(value)
    } catch {
        guard let diagnostic = error.diagnostic(at: range) else { return nil }
        throw Failure(diagnostic: diagnostic)
    }
}
