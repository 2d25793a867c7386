import Networks
import Tensors

/// Writes derivations in TeX: symbols, then numbers put in with braces that name them, then the result.
struct DerivationTeX {
    let style: NumberStyle

    /// Several derivations under each other, aligned at their first sign of equality.
    func block(_ derivations: [Derivation]) -> String {
        "\\begin{aligned} \(derivations.map(rows).joined(separator: " \\\\[18pt] ")) \\end{aligned}"
    }

    /// One derivation: symbols, and below them the numbers put in and the result.
    ///
    /// What is applied to a single value, as a sigmoid to its sum, fits on one line; many numbers leave the result a line of its
    /// own.
    private func rows(_ derivation: Derivation) -> String {
        let expression = derivation.expression
        let result = style.shown(derivation.value)
        let start = "\(derivation.symbol.tex) &= \(symbols(expression))"
        let end = "\(result.isExact ? "=" : "\\approx") \(result.tex)"
        if case .factor = expression { return "\(start) \(end)" }
        let numbers = "\(isExact(expression) ? "=" : "\\approx") \(numbers(expression))"
        if case .apply(_, .factor) = expression { return "\(start) \(numbers) \(end)" }
        let isLong = leaves(expression).count > 6
        return "\(start) \\\\[3pt] &\(numbers) \(isLong ? "\\\\[3pt] &" : "") \(end)"
    }

    /// Whether every number put in is shown in full.
    private func isExact(_ expression: Formula) -> Bool {
        leaves(expression).allSatisfy { style.shown($0).isExact }
    }

    private func leaves(_ expression: Formula) -> [Double] {
        switch expression {
        case .number(let number): [number]
        case .factor(let factor): [factor.value]
        case .named(_, let inner): leaves(inner)
        case .sum(let parts), .product(let parts): parts.flatMap(leaves)
        case .difference(let a, let b), .quotient(let a, let b): leaves(a) + leaves(b)
        case .negative(let a), .square(let a), .apply(_, let a): leaves(a)
        }
    }

    // MARK: Symbols and numbers

    /// The expression in symbols alone.
    func symbols(_ expression: Formula) -> String {
        FormulaWriter(
            factor: { $0.symbol.tex }, plain: { $0.symbol.tex }, alone: { $0.symbol.tex }, named: { factor, _ in factor.symbol.tex },
            number: { style.shown($0).tex }
        ).text(expression)
    }

    /// The expression with numbers put in, each named by a brace below.
    func numbers(_ expression: Formula) -> String {
        FormulaWriter(
            factor: { "\\underbrace{\(style.shown($0.value).texInParentheses)}_{\($0.symbol.tex)}" },
            plain: { style.shown($0.value).texInParentheses }, alone: { style.shown($0.value).tex },
            named: { factor, inner in "\\underbrace{\(inner)}_{\(factor.symbol.tex)}" },
            number: { style.shown($0).tex }
        ).text(expression)
    }
}

/// Writes a formula's operations; how its factors look is up to who asks.
private struct FormulaWriter {
    /// How tightly the surroundings bind; what binds less tightly is put in parentheses.
    enum Binding: Int {
        case sum, product, power
    }

    /// A factor among others.
    let factor: (Factor) -> String
    /// A factor among others under a brace that names the whole.
    let plain: (Factor) -> String
    /// A factor that has parentheses to itself.
    let alone: (Factor) -> String
    /// An expression that has a name as a whole, and how it is written out.
    let named: (Factor, String) -> String
    let number: (Double) -> String

    func text(_ formula: Formula, in binding: Binding = .sum) -> String {
        switch formula {
        case .number(let value): number(value)
        case .factor(let value): factor(value)
        case .named(let value, let inner): named(value, inner.isPlain ? withoutBraces.text(inner) : text(inner))
        case .sum(let terms): grouped(terms.map { text($0) }.joined(separator: " + "), .sum, binding)
        case .difference(let a, let b): grouped("\(text(a)) - \(text(b, in: .product))", .sum, binding)
        case .product(let factors):
            grouped(factors.map { text($0, in: .product) }.joined(separator: " \\cdot "), .product, binding)
        case .quotient(let a, let b): "\\frac{\(text(a))}{\(text(b))}"
        case .negative(let a): grouped("-\(text(a, in: .product))", .sum, binding)
        case .square(let a): "\\bigl(\(text(a))\\bigr)^2"
        case .apply(let function, .factor(let value)): "\(function.tex)(\(alone(value)))"
        case .apply(let function, let a): "\(function.tex)\\bigl(\(text(a))\\bigr)"
        }
    }

    private func grouped(_ text: String, _ own: Binding, _ outer: Binding) -> String {
        outer.rawValue > own.rawValue ? "\\bigl(\(text)\\bigr)" : text
    }

    /// The same with factors that have no braces, for what stands under one brace already.
    private var withoutBraces: FormulaWriter {
        FormulaWriter(factor: plain, plain: plain, alone: alone, named: named, number: number)
    }
}

extension Formula {
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
