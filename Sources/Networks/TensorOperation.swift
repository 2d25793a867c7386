public import Tensors

/// What a node of a graph of tensors does with its operands.
///
/// Element by element it is one of the tape's operations on numbers; what remains moves, picks, joins or adds up elements.
public enum TensorOperation: Sendable {
    /// A tensor that is not computed: a weight, an input, a number.
    case constant
    /// An operation on numbers, the operands stretched to their common shape.
    case elementwise(Operation)
    /// The power with a fixed exponent.
    case raise(exponent: Double)
    /// Numbers outside the bounds moved to the nearest one.
    case clamp(lower: Double, upper: Double)
    /// The first operand where the mask is true, the second elsewhere.
    case choose(Tensor<Bool>)
    /// The matrix product of `Tensor.matmul`.
    case matrixProduct
    /// The sum along axes, counted from 0.
    case sum(axes: [Int])
    /// The mean along axes, counted from 0.
    case mean(axes: [Int])
    /// The greatest or the smallest of all elements; those that share it share its adjoint.
    case extreme
    /// The elements at these places of the operand: parts, transposes, stretched arrays.
    case pick([Int])
    /// The same elements in another shape, or in the other precision.
    case same
    /// The elements of several operands, each at its places in the result.
    case join([[Int]])
    /// The first operand with the elements of the second in these places.
    case replace([Int])
    /// `Σ (a − b)²`, or its mean.
    case squaredError(isMean: Bool)

    /// Whether the derivative needs the operands' values.
    public var needsOperands: Bool {
        switch self {
        case .elementwise(let operation): operation.needsOperands
        case .raise, .clamp, .matrixProduct, .extreme, .squaredError: true
        case .constant, .choose, .sum, .mean, .pick, .same, .join, .replace: false
        }
    }

    /// Whether the derivative needs the operation's own value.
    public var needsValue: Bool {
        switch self {
        case .elementwise(let operation): operation.needsValue
        case .extreme: true
        default: false
        }
    }
}

extension Operation {
    /// The values of the operation, element by element.
    ///
    /// - Throws: `ShapeError` for operands without a common shape.
    public func values<R: Real>(_ a: Tensor<R>, _ b: Tensor<R>) throws(ShapeError) -> Tensor<R> {
        switch self {
        case .add: try a.zip(b) { $0 + $1 }
        case .subtract: try a.zip(b) { $0 - $1 }
        case .multiply: try a.zip(b) { $0 * $1 }
        default: try a.zip(b) { self($0, $1).value }
        }
    }

    public func values<R: Real>(_ a: Tensor<R>) -> Tensor<R> { a.map { self($0).value } }
}

/// `x` to a fixed power, in PyTorch's way: small whole and half exponents by multiplication, division and roots.
public func powered<R: Real>(_ x: R, to exponent: R) -> R {
    switch exponent {
    case 0: 1
    case 1: x
    case 2: x * x
    case 3: x * x * x
    case 0.5: R.sqrt(x)
    case -0.5: 1 / R.sqrt(x)
    case -1: 1 / x
    case -2: 1 / (x * x)
    default: R.pow(x, exponent)
    }
}
