import Cells
import Tensors

/// How numbers without a format of their own are written.
struct NumberStyle {
    /// Significant digits.
    var digits: Int
    /// Whether whole numbers of five digits at most are never rounded: 42 · 42 is 1764.
    var keepsWhole = false
    /// Those of the book's language.
    var marks = NumberMarks.point

    /// In figures a digit less than in prose reads at a glance; an author's own choice holds everywhere.
    static func inFigures(chosen: Int?, chapter: Int, marks: NumberMarks) -> NumberStyle {
        NumberStyle(digits: chosen ?? max(1, min(chapter, 4) - 1), keepsWhole: chosen == nil, marks: marks)
    }

    /// A finite number as plain text.
    func text(_ number: Double) -> String {
        shown(number).plain
    }

    /// Two numbers with as many digits as it takes to tell them apart, up to `most`; the second is nil when even that is not
    /// enough.
    func texts(_ before: Double, _ after: Double, most: Int) -> (before: String, after: String?) {
        (text(before), telling(before, after, most: most)?.text(after))
    }

    /// This style with as many digits, up to `most`, as it takes to tell two numbers apart; nil when that is not enough.
    func telling(_ before: Double, _ after: Double, most: Int) -> NumberStyle? {
        var style = self
        while style.digits <= max(digits, most) {
            if style.shown(before).rounded != style.shown(after).rounded { return style }
            style.digits += 1
        }
        return nil
    }

    /// A number whose sign is always written.
    func signedText(_ number: Double) -> String {
        var shown = shown(number)
        if shown.sign == .none, number != 0 { shown.sign = .plus }
        return shown.plain
    }

    /// A finite number in all forms a table needs.
    func value(_ number: Double) -> Shown {
        let shown = shown(number)
        return Shown(
            plain: shown.plain, tex: shown.tex, texParenthesised: shown.texInParentheses, full: pythonRepr(number),
            isExact: shown.isExact, isNumeric: true)
    }

    func shown(_ number: Double) -> ShownNumber {
        if keepsWhole, number.magnitude < 100_000, number == number.rounded() {
            var shown = ShownNumber(Int64(number))
            shown.marks = marks
            return shown
        }
        guard var shown = ShownNumber(number, digits: digits) else {
            preconditionFailure("what is not finite is reported before it is shown")
        }
        shown.marks = marks
        return shown
    }
}

extension ShownNumber {
    /// The number that the digits shown stand for.
    var rounded: Double? {
        let power = exponent.map { "e\(decimal($0))" } ?? ""
        return Double(decimal: (isNegative ? "-" : "") + digits + power)
    }
}
