import Networks
import Tensors

/// Writes derivations in TeX: symbols, then numbers put in with braces that name them, then the result.
struct DerivationTeX {
    let style: NumberStyle

    /// Several derivations under each other, aligned at their first sign of equality.
    func block(_ derivations: [Derivation]) -> String {
        // Fractions below the braces of derivatives reach further down than the names of values.
        let holdsFractions = derivations.contains { if case .derivative = $0.symbol { true } else { false } }
        let gap = " \\\\[\(holdsFractions ? 26 : 18)pt] "
        return "\\begin{aligned} \(derivations.map(rows).joined(separator: gap)) \\end{aligned}"
    }

    /// One derivation: symbols, and below them the numbers put in and the result.
    ///
    /// What is applied to a single value, as a sigmoid to its sum, fits on one line; many numbers leave the result a line of
    /// its own.
    private func rows(_ derivation: Derivation) -> String {
        let expression = derivation.expression
        let result = style.shown(derivation.value)
        let start = "\(derivation.symbol.tex) &= \(FormulaWriter.symbols(style).rows(expression))"
        let end = "\(result.isExact ? "=" : "\\approx") \(result.tex)"
        if case .factor = expression { return "\(start) \(end)" }
        let numbers = RoundedFormula(expression, result: derivation.value, style: style)
        let middle = "\(numbers.isExact ? "=" : "\\approx") \(numbers.tex)"
        if case .apply(_, .factor) = expression { return "\(start) \(middle) \(end)" }
        let isLong = numbers.count > 6
        return "\(start) \\\\[3pt] &\(middle) \(isLong ? "\\\\[3pt] &" : "") \(end)"
    }
}

/// A formula with its numbers as they are shown.
///
/// Numbers in a difference get more digits when the usual ones would cancel: a reader who works out
/// `1.000 · (1 − 1.000)` must not come to zero where the book does not.
private struct RoundedFormula {
    let tex: String
    let isExact: Bool
    /// How many numbers are put in.
    let count: Int

    init(_ formula: Formula, result: Double, style: NumberStyle) {
        var careful = style
        while careful.digits < 17, !formula.comes(near: result, style, inDifferences: careful) { careful.digits += 1 }
        let leaves = formula.leaves(style, inDifferences: careful)
        tex = FormulaWriter.numbers(style, inDifferences: careful).rows(formula)
        isExact = leaves.allSatisfy { $0.isExact }
        count = leaves.count
    }
}

extension Formula {
    /// Whether the numbers as shown give the result to one part in two hundred.
    fileprivate func comes(near result: Double, _ style: NumberStyle, inDifferences careful: NumberStyle) -> Bool {
        let rounded = value(style, careful)
        return abs(rounded - result) <= 0.005 * abs(result)
    }

    /// What the numbers as shown come to; nothing but differences cancels, so functions take their true values.
    private func value(_ style: NumberStyle, _ careful: NumberStyle) -> Double {
        switch self {
        case .number, .apply: value
        case .factor(let factor): style.shown(factor.value).rounded ?? factor.value
        case .named(_, let inner): inner.value(style, careful)
        case .sum(let parts): parts.reduce(0) { $0 + $1.value(style, careful) }
        case .product(let parts): parts.reduce(1) { $0 * $1.value(style, careful) }
        case .difference(let a, let b): a.value(careful, careful) - b.value(careful, careful)
        case .quotient(let a, let b): a.value(style, careful) / b.value(style, careful)
        case .negative(let a): -a.value(style, careful)
        case .square(let a): a.value(style, careful) * a.value(style, careful)
        }
    }

    /// The numbers put in, from left to right.
    fileprivate func leaves(_ style: NumberStyle, inDifferences careful: NumberStyle) -> [ShownNumber] {
        switch self {
        case .number(let number): [style.shown(number)]
        case .factor(let factor): [style.shown(factor.value)]
        case .named(_, let inner), .negative(let inner), .square(let inner), .apply(_, let inner):
            inner.leaves(style, inDifferences: careful)
        case .sum(let parts), .product(let parts): parts.flatMap { $0.leaves(style, inDifferences: careful) }
        case .difference(let a, let b):
            a.leaves(careful, inDifferences: careful) + b.leaves(careful, inDifferences: careful)
        case .quotient(let a, let b):
            a.leaves(style, inDifferences: careful) + b.leaves(style, inDifferences: careful)
        }
    }

    /// Whether no part of it has a name of its own.
    fileprivate var isPlain: Bool {
        switch self {
        case .number, .factor: true
        case .named: false
        case .sum(let parts), .product(let parts): parts.allSatisfy { $0.isPlain }
        case .difference(let a, let b), .quotient(let a, let b): a.isPlain && b.isPlain
        case .negative(let a), .square(let a), .apply(_, let a): a.isPlain
        }
    }
}

/// A sum with more terms is broken into lines.
private let longestLine = 4

/// Writes a formula's operations; how its factors look is up to who asks.
private struct FormulaWriter {
    /// How tightly the surroundings bind; what binds less tightly is put in parentheses.
    enum Binding: Int {
        case sum, product, power
    }

    /// How a factor is written: in a brace of its own, or among others under one brace.
    enum Place {
        case own, shared
    }

    var style: NumberStyle
    let careful: NumberStyle
    /// A lone factor stands where a minus sign needs no parentheses.
    let factor: (Factor, NumberStyle, Place, _ isLone: Bool) -> String
    /// An expression that has a name as a whole, and how it is written out.
    let named: (Factor, String) -> String
    /// How many terms stand in a line of a sum that is broken.
    let termsInLine: Int
    /// How factors are written here.
    var place = Place.own

    /// The symbols alone.
    static func symbols(_ style: NumberStyle) -> FormulaWriter {
        FormulaWriter(
            style: style, careful: style, factor: { factor, _, _, _ in factor.symbol.tex },
            named: { factor, _ in factor.symbol.tex }, termsInLine: longestLine)
    }

    /// Numbers, each named by a brace below; they take more room than their symbols.
    static func numbers(_ style: NumberStyle, inDifferences careful: NumberStyle) -> FormulaWriter {
        FormulaWriter(
            style: style, careful: careful,
            factor: { factor, style, place, isLone in
                let number = style.shown(factor.value)
                let text = isLone ? number.tex : number.texInParentheses
                switch place {
                case .own: return "\\underbrace{\(text)}_{\(factor.symbol.tex)}"
                case .shared: return text
                }
            },
            named: { factor, inner in "\\underbrace{\(inner)}_{\(factor.symbol.tex)}" }, termsInLine: longestLine - 1)
    }

    func text(_ formula: Formula, in binding: Binding = .sum) -> String {
        switch formula {
        case .number(let value): style.shown(value).tex
        case .factor(let value): factor(value, style, place, false)
        case .named(let value, let inner): named(value, inner.isPlain ? at(.shared).text(inner) : text(inner))
        case .sum(let terms): grouped(terms.map { text($0) }.joined(separator: " + "), .sum, binding)
        case .difference(let a, let b):
            grouped("\(carefully.text(a)) - \(carefully.text(b, in: .product))", .sum, binding)
        case .product(let factors):
            grouped(factors.map { text($0, in: .product) }.joined(separator: " \\cdot "), .product, binding)
        case .quotient(let a, let b): "\\frac{\(lone(a))}{\(lone(b))}"
        case .negative(let a): grouped("-\(text(a, in: .product))", .sum, binding)
        case .square(let a): "\\bigl(\(lone(a))\\bigr)^2"
        case .apply(let function, .factor(let value)): "\(function.tex)(\(factor(value, style, .shared, true)))"
        case .apply(let function, let a): "\(function.tex)\\bigl(\(text(a))\\bigr)"
        }
    }

    /// A formula between signs that keep it together.
    private func lone(_ formula: Formula) -> String {
        if case .factor(let value) = formula { factor(value, style, place, true) } else { text(formula) }
    }

    /// A formula on a line of its own, or on several when it is a long sum.
    func rows(_ formula: Formula) -> String {
        guard case .sum(let terms) = formula, terms.count > longestLine else { return text(formula) }
        let lines = stride(from: 0, to: terms.count, by: termsInLine).map { first in
            terms[first..<min(first + termsInLine, terms.count)].map { text($0) }.joined(separator: " + ")
        }
        return lines.joined(separator: " \\\\ &\\quad + ")
    }

    private func grouped(_ text: String, _ own: Binding, _ outer: Binding) -> String {
        outer.rawValue > own.rawValue ? "\\bigl(\(text)\\bigr)" : text
    }

    private func at(_ place: Place) -> FormulaWriter {
        var writer = self
        writer.place = place
        return writer
    }

    private var carefully: FormulaWriter {
        var writer = self
        writer.style = careful
        return writer
    }
}
