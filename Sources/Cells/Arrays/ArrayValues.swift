public import Tensors

/// The elements of an array at one moment, in one of the element types.
public enum ArrayValues: Sendable {
    case bool(Tensor<Bool>)
    case int64(Tensor<Int64>)
    case float32(Tensor<Float>)
    case float64(Tensor<Double>)

    public var shape: Shape {
        switch self {
        case .bool(let tensor): tensor.shape
        case .int64(let tensor): tensor.shape
        case .float32(let tensor): tensor.shape
        case .float64(let tensor): tensor.shape
        }
    }

    public var type: ElementType {
        switch self {
        case .bool: .bool
        case .int64: .int64
        case .float32: .float32
        case .float64: .float64
        }
    }

    /// The elements as float64; whole numbers beyond 2⁵³ are rounded.
    public var doubles: Tensor<Double> {
        switch self {
        case .bool(let tensor): tensor.map { $0 ? 1 : 0 }
        case .int64(let tensor): tensor.map { Double($0) }
        case .float32(let tensor): tensor.map { Double($0) }
        case .float64(let tensor): tensor
        }
    }
}
