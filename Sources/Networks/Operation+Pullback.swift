import Tensors

extension Operation {
    /// The share of `adjoint` that goes to one operand: the adjoint times the local derivative.
    ///
    /// The factors are multiplied in PyTorch's order, so that a graph of tensors gives its gradients to the last bit; `callAsFunction`
    /// gives the same derivatives by themselves.
    /// - Parameters:
    ///   - place: 0 for the operand `a`, 1 for `b`.
    ///   - y: The operation's value.
    /// - Precondition: the operation is not `constant`.
    /// - Source: PyTorch 2, `derivatives.yaml` and `FunctionsManual.cpp`.
    public func pullback<R: Real>(_ adjoint: R, to place: Int, _ a: R, _ b: R, value y: R) -> R {
        switch self {
        case .constant: preconditionFailure("a constant has no operands")
        case .add: adjoint
        case .subtract: place == 0 ? adjoint : -adjoint
        case .multiply: adjoint * (place == 0 ? b : a)
        case .divide: place == 0 ? adjoint / b : -adjoint * ((a / b) / b)
        case .power where place == 0: b == 0 ? 0 : adjoint * (b * R.pow(a, b - 1))
        case .power: adjoint * (a == 0 && b >= 0 ? 0 : y * R.log(a))
        case .negate: -adjoint
        case .square: adjoint * (2 * a)
        case .reciprocal: -adjoint * (y * y)
        case .sqrt: adjoint / (2 * y)
        case .abs: adjoint * (a > 0 ? 1 : (a < 0 ? -1 : a * 0))
        case .exp: adjoint * y
        case .log: adjoint / a
        case .tanh: adjoint * oneMinusSquare(y)
        case .sigmoid: adjoint * (1 - y) * y
        case .relu: y <= 0 ? 0 : adjoint
        case .leakyRelu: a > 0 ? adjoint : adjoint * R(Activation.leakySlope)
        case .softplus: adjoint * R.sigmoid(a)
        }
    }

    /// Whether the derivative needs the operands' values.
    public var needsOperands: Bool {
        switch self {
        case .multiply, .divide, .power, .square, .abs, .log, .leakyRelu, .softplus: true
        case .constant, .add, .subtract, .negate, .reciprocal, .sqrt, .exp, .tanh, .sigmoid, .relu: false
        }
    }

    /// Whether the derivative needs the operation's own value.
    public var needsValue: Bool {
        switch self {
        case .reciprocal, .sqrt, .exp, .tanh, .sigmoid, .relu: true
        case .constant, .add, .subtract, .multiply, .divide, .power, .negate, .square, .abs, .log, .leakyRelu,
            .softplus:
            false
        }
    }
}

/// `1 − y²`, rounded only once, as processors with a fused multiply-add give it to PyTorch.
///
/// The square is exact as a sum of two numbers (Dekker 1971), and so is its difference from 1.
private func oneMinusSquare<R: Real>(_ y: R) -> R {
    let split = R(1 << ((R.significandBitCount + 2) / 2) + 1) * y
    let high = split - (split - y)
    let low = y - high
    let square = y * y
    let squareError = ((high * high - square) + 2 * high * low) + low * low
    let difference = 1 - square
    let back = difference - 1
    let differenceError = (1 - (difference - back)) + (-square - back)
    return difference + (differenceError - squareError)
}
