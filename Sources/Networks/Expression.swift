import Tensors

/// A named quantity with its value, as it stands in a formula.
public struct Factor: Sendable, Hashable {
    /// Whose derivation would explain the factor.
    enum Origin: Sendable, Hashable {
        case value(Quantity)
        case gradient(Quantity)
        case given
    }

    public let symbol: Symbol
    public let value: Double
    let origin: Origin

    public init(symbol: Symbol, value: Double) {
        self.init(symbol: symbol, value: value, origin: .given)
    }

    init(symbol: Symbol, value: Double, origin: Origin) {
        self.symbol = symbol
        self.value = value
        self.origin = origin
    }
}

/// How a value is computed, as a small tree a typesetter can print as symbols or with numbers put in.
public indirect enum Expression: Sendable, Hashable {
    /// A number that belongs to the formula, such as the 2 of 2(y − t).
    case number(Double)
    /// A named quantity.
    case factor(Factor)
    /// An expression that a brace names as a whole: a local derivative, or a factor worked out in full.
    case named(Factor, Expression)
    case sum([Expression])
    case difference(Expression, Expression)
    case product([Expression])
    case quotient(Expression, Expression)
    case negative(Expression)
    case square(Expression)
    case apply(Function, Expression)

    /// The functions that occur in derivations.
    public enum Function: UInt8, Sendable, Hashable {
        case sigmoid, tanh, relu, leakyRelu, softplus, exp, ln

        /// The function of an activation, or nil for `linear` and `softmax`, which are written out.
        init?(_ activation: Activation) {
            switch activation {
            case .sigmoid: self = .sigmoid
            case .tanh: self = .tanh
            case .relu: self = .relu
            case .leakyRelu: self = .leakyRelu
            case .softplus: self = .softplus
            case .linear, .softmax: return nil
            }
        }

        /// The function's sign in TeX.
        public var tex: String {
            switch self {
            case .sigmoid: "\\sigma"
            case .tanh: "\\tanh"
            case .relu: "\\operatorname{ReLU}"
            case .leakyRelu: "\\operatorname{LReLU}"
            case .softplus: "\\operatorname{softplus}"
            case .exp: "\\exp"
            case .ln: "\\ln"
            }
        }

        func callAsFunction(_ x: Double) -> Double {
            switch self {
            case .sigmoid: Double.sigmoid(x)
            case .tanh: Double.tanh(x)
            case .relu: x > 0 ? x : 0
            case .leakyRelu: x > 0 ? x : Activation.leakySlope * x
            case .softplus: Double.softplus(x)
            case .exp: Double.exp(x)
            case .ln: Double.log(x)
            }
        }
    }
}

extension Expression {
    /// The number the expression comes to, computed from left to right.
    ///
    /// Equals the derived value to the last bit except where the engine computes more carefully than the formula reads
    /// (cross-entropies and softmax).
    public var value: Double {
        switch self {
        case .number(let number): number
        case .factor(let factor): factor.value
        case .named(_, let expression): expression.value
        case .sum(let terms): Expression.fold(terms) { $0 + $1 }
        case .difference(let a, let b): a.value - b.value
        case .product(let factors): Expression.fold(factors) { $0 * $1 }
        case .quotient(let a, let b): a.value / b.value
        case .negative(let a): -a.value
        case .square(let a): a.value * a.value
        case .apply(let function, let a): function(a.value)
        }
    }

    private static func fold(_ terms: [Expression], _ combine: (Double, Double) -> Double) -> Double {
        var total = terms[0].value
        for term in terms.dropFirst() { total = combine(total, term.value) }
        return total
    }

    /// A sum, or the term itself when there is only one.
    static func total(_ terms: [Expression]) -> Expression { terms.count == 1 ? terms[0] : .sum(terms) }

    /// The factors that occur, from left to right, those a brace names included.
    public var factors: [Factor] {
        switch self {
        case .number: []
        case .factor(let factor): [factor]
        case .named(let factor, let expression): [factor] + expression.factors
        case .sum(let parts), .product(let parts): parts.flatMap { $0.factors }
        case .difference(let a, let b), .quotient(let a, let b): a.factors + b.factors
        case .negative(let a), .square(let a), .apply(_, let a): a.factors
        }
    }
}
