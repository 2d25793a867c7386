/// How a value came about: what it is, what it is computed from, and the result.
public struct Derivation: Sendable, Hashable {
    /// How far a derivation goes back.
    public enum Depth: String, Sendable, Hashable, CaseIterable {
        /// One step.
        case local
        /// To inputs and weights.
        case full
    }

    public let symbol: Symbol
    public let expression: Expression
    public let value: Double

    public init(symbol: Symbol, expression: Expression, value: Double) {
        self.symbol = symbol
        self.expression = expression
        self.value = value
    }

    /// How many factors a full derivation may have before it is refused.
    static let longest = 2000
}

extension Derivation {
    /// The derivation with every factor that has a derivation of its own worked out, and so on; nil when too long.
    func expanded(_ derive: (Factor) -> Expression?) -> Derivation? {
        var budget = Derivation.longest
        guard let expression = expression.expanded(derive, &budget) else { return nil }
        return Derivation(symbol: symbol, expression: expression, value: value)
    }
}

extension Expression {
    fileprivate func expanded(_ derive: (Factor) -> Expression?, _ budget: inout Int) -> Expression? {
        budget -= 1
        guard budget > 0 else { return nil }
        switch self {
        case .number: return self
        case .factor(let factor):
            guard let inner = derive(factor) else { return self }
            return inner.expanded(derive, &budget).map { .named(factor, $0) }
        case .named(let factor, let inner): return inner.expanded(derive, &budget).map { .named(factor, $0) }
        case .sum(let parts): return Expression.all(parts, derive, &budget).map { .sum($0) }
        case .product(let parts): return Expression.all(parts, derive, &budget).map { .product($0) }
        case .difference(let a, let b):
            return Expression.all([a, b], derive, &budget).map { .difference($0[0], $0[1]) }
        case .quotient(let a, let b): return Expression.all([a, b], derive, &budget).map { .quotient($0[0], $0[1]) }
        case .negative(let a): return a.expanded(derive, &budget).map { .negative($0) }
        case .square(let a): return a.expanded(derive, &budget).map { .square($0) }
        case .apply(let function, let a): return a.expanded(derive, &budget).map { .apply(function, $0) }
        }
    }

    private static func all(
        _ parts: [Expression], _ derive: (Factor) -> Expression?, _ budget: inout Int
    ) -> [Expression]? {
        var result: [Expression] = []
        for part in parts {
            guard let expanded = part.expanded(derive, &budget) else { return nil }
            result.append(expanded)
        }
        return result
    }
}
