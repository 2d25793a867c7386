import Tensors

/// What a node of a tape does with its operands.
public enum Operation: UInt8, Sendable, Hashable, CaseIterable {
    case constant
    case add, subtract, multiply, divide, power
    case negate, square, reciprocal, sqrt, abs, exp, log, tanh, sigmoid, relu, leakyRelu, softplus

    /// How many operands the operation takes.
    public var arity: Int {
        switch self {
        case .constant: 0
        case .add, .subtract, .multiply, .divide, .power: 2
        case .negate, .square, .reciprocal, .sqrt, .abs, .exp, .log, .tanh, .sigmoid, .relu, .leakyRelu, .softplus: 1
        }
    }

    /// The operation's sign in a graph.
    public var sign: String {
        switch self {
        case .constant: ""
        case .add: "+"
        case .subtract, .negate: "−"
        case .multiply: "×"
        case .divide: "÷"
        case .power: "^"
        case .square: "²"
        case .reciprocal: "1/"
        case .sqrt: "√"
        case .abs: "abs"
        case .exp: "exp"
        case .log: "ln"
        case .tanh: "tanh"
        case .sigmoid: "σ"
        case .relu: "relu"
        case .leakyRelu: "leaky-relu"
        case .softplus: "softplus"
        }
    }
}

/// A value and its derivatives by the operands it was computed from.
public struct LocalResult<R: Real>: Sendable {
    public let value: R
    /// ∂value/∂first operand, ∂value/∂second; zero where there is no such operand.
    public let first: R
    public let second: R

    init(_ value: R, _ first: R, _ second: R = 0) {
        self.value = value
        self.first = first
        self.second = second
    }
}

extension Operation {
    /// The operation applied to `a` (and `b`): value and local derivatives side by side.
    ///
    /// - Precondition: the operation is not `constant`.
    public func callAsFunction<R: Real>(_ a: R, _ b: R = 0) -> LocalResult<R> {
        switch self {
        case .constant: preconditionFailure("a constant is not computed")
        case .add: return LocalResult(a + b, 1, 1)
        case .subtract: return LocalResult(a - b, 1, -1)
        case .multiply: return LocalResult(a * b, b, a)
        case .divide: return LocalResult(a / b, 1 / b, -a / (b * b))
        case .power: return Operation.power(a, b)
        case .negate: return LocalResult(-a, -1)
        case .square: return LocalResult(a * a, 2 * a)
        case .reciprocal:
            let y = 1 / a
            return LocalResult(y, -(y * y))
        case .sqrt:
            let y = R.sqrt(a)
            return LocalResult(y, 1 / (2 * y))
        case .abs: return LocalResult(a.magnitude, a > 0 ? 1 : (a < 0 ? -1 : a * 0))
        case .exp:
            let y = R.exp(a)
            return LocalResult(y, y)
        case .log: return LocalResult(R.log(a), 1 / a)
        case .tanh:
            let y = R.tanh(a)
            return LocalResult(y, 1 - y * y)
        case .sigmoid:
            let y = R.sigmoid(a)
            return LocalResult(y, y * (1 - y))
        case .relu: return a > 0 ? LocalResult(a, 1) : LocalResult(0, 0)
        case .leakyRelu:
            let slope = R(Activation.leakySlope)
            return a > 0 ? LocalResult(a, 1) : LocalResult(slope * a, slope)
        case .softplus: return LocalResult(R.softplus(a), R.sigmoid(a))
        }
    }

    /// `aᵇ` with `b·aᵇ⁻¹` and `aᵇ·ln a`; the latter counts as 0 at a = 0, where only b > 0 gives a value at all.
    private static func power<R: Real>(_ a: R, _ b: R) -> LocalResult<R> {
        let y = R.pow(a, b)
        return LocalResult(y, b == 0 ? 0 : b * R.pow(a, b - 1), a == 0 && b > 0 ? 0 : y * R.log(a))
    }
}
