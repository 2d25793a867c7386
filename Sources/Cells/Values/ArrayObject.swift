public import Tensors

/// The element types of NumPy that the cell language has.
public enum ElementType: Int, Sendable, Hashable {
    case bool, int64, float32, float64

    var name: String {
        switch self {
        case .bool: "bool"
        case .int64: "int64"
        case .float32: "float32"
        case .float64: "float64"
        }
    }
}

/// A NumPy array, which several names can share.
public final class ArrayObject {
    public var values: ArrayValues

    public init(_ values: ArrayValues) {
        self.values = values
    }
}

/// The elements of an array in one of the element types.
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

    /// The element at a place in row-major order.
    func scalar(at place: Int) -> ArrayScalar {
        switch self {
        case .bool(let tensor): .bool(tensor.elements[place])
        case .int64(let tensor): .int64(tensor.elements[place])
        case .float32(let tensor): .float32(tensor.elements[place])
        case .float64(let tensor): .float64(tensor.elements[place])
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

/// An element of an array as a value of its own.
public enum ArrayScalar: Sendable, Hashable {
    case bool(Bool)
    case int64(Int64)
    case float32(Float)
    case float64(Double)

    var type: ElementType {
        switch self {
        case .bool: .bool
        case .int64: .int64
        case .float32: .float32
        case .float64: .float64
        }
    }

    var number: Number {
        switch self {
        case .bool(let value): .int(value ? 1 : 0)
        case .int64(let value): .int(value)
        case .float32(let value): .float(Double(value))
        case .float64(let value): .float(value)
        }
    }

    /// The Python value that `.item()` gives.
    var item: Value {
        switch self {
        case .bool(let value): .bool(value)
        case .int64(let value): .int(value)
        case .float32(let value): .float(Double(value))
        case .float64(let value): .float(value)
        }
    }

    /// An array of rank 0 with this element.
    var values: ArrayValues {
        switch self {
        case .bool(let value): .bool(Tensor(scalar: value))
        case .int64(let value): .int64(Tensor(scalar: value))
        case .float32(let value): .float32(Tensor(scalar: value))
        case .float64(let value): .float64(Tensor(scalar: value))
        }
    }
}

extension Value {
    /// An array, or the scalar that NumPy gives for one of rank 0.
    static func fromNumPy(_ values: ArrayValues) -> Value {
        values.shape.rank == 0 ? .scalar(values.scalar(at: 0)) : .array(ArrayObject(values))
    }

    /// An array of float64.
    public static func array(_ tensor: Tensor<Double>) -> Value { .array(ArrayObject(.float64(tensor))) }

    public static func array(_ numbers: [Double]) -> Value { .array(Tensor(numbers)) }
}
