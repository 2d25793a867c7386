import Networks
import Tensors

/// Writes derivations in TeX: symbols, then numbers put in with braces that name them, then the result.
struct DerivationTeX {
    let style: NumberStyle

    /// The whole derivation as aligned lines: `h_1^in = w_11 x_1 + …`, `= 6 · 3 + …`, `= 16`.
    func lines(_ derivation: Derivation) -> String {
        let result = style.shown(derivation.value)
        let symbol = derivation.symbol.tex
        if case .factor = derivation.expression {
            return aligned([(symbol, "= \(symbols(derivation.expression))"), ("", "\(sign(result)) \(result.tex)")])
        }
        let numbers = numbers(derivation.expression)
        return aligned([
            (symbol, "= \(symbols(derivation.expression))"),
            ("", "\(isExact(derivation.expression) ? "=" : "\\approx") \(numbers)"),
            ("", "\(sign(result)) \(result.tex)"),
        ])
    }

    private func aligned(_ lines: [(left: String, right: String)]) -> String {
        let rows = lines.map { "\($0.left) &\($0.right)" }
        return "\\begin{aligned} \(rows.joined(separator: " \\\\[4pt] ")) \\end{aligned}"
    }

    private func sign(_ shown: ShownNumber) -> String { shown.isExact ? "=" : "\\approx" }

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

    // MARK: Symbols

    /// The expression in symbols alone.
    func symbols(_ expression: Formula) -> String {
        write(expression, binding: .sum) { factor in factor.symbol.tex } number: { style.shown($0).tex }
    }

    /// The expression with numbers put in, each named by a brace below.
    func numbers(_ expression: Formula) -> String {
        write(expression, binding: .sum) { factor in
            "\\underbrace{\(style.shown(factor.value).texInParentheses)}_{\(factor.symbol.tex)}"
        } number: {
            style.shown($0).tex
        }
    }

    /// How tightly the surroundings bind; an expression that binds less tightly is put in parentheses.
    private enum Binding: Int {
        case sum, product, power
    }

    private func write(
        _ expression: Formula, binding: Binding, factor: (Factor) -> String, number: (Double) -> String
    ) -> String {
        func inner(_ part: Formula, _ binding: Binding) -> String {
            write(part, binding: binding, factor: factor, number: number)
        }
        func grouped(_ text: String, below: Binding) -> String {
            binding.rawValue > below.rawValue ? "\\left(\(text)\\right)" : text
        }
        switch expression {
        case .number(let value): return number(value)
        case .factor(let named): return factor(named)
        case .named(let named, let part):
            // In symbols the whole name stands; with numbers its inner parts do, under one brace.
            let symbol = factor(named)
            return symbol.hasPrefix("\\underbrace") ? "\\underbrace{\(inner(part, binding == .sum ? .sum : .product))}_{\(named.symbol.tex)}" : inner(part, binding)
        case .sum(let parts): return grouped(parts.map { inner($0, .sum) }.joined(separator: " + "), below: .sum)
        case .difference(let a, let b): return grouped("\(inner(a, .sum)) - \(inner(b, .product))", below: .sum)
        case .product(let parts): return grouped(parts.map { inner($0, .product) }.joined(separator: " \\cdot "), below: .product)
        case .quotient(let a, let b): return "\\frac{\(inner(a, .sum))}{\(inner(b, .sum))}"
        case .negative(let a): return grouped("-\(inner(a, .product))", below: .sum)
        case .square(let a): return "\(parenthesised(inner(a, .sum)))^2"
        case .apply(let function, let a): return "\(function.tex)\\left(\(inner(a, .sum))\\right)"
        }
    }

    private func parenthesised(_ text: String) -> String { "\\left(\(text)\\right)" }
}
