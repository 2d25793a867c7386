import Tensors

extension ArrayValues {
    /// A tensor of each element type to one of the same type.
    func mapped(_ change: ArrayChange) throws(ShapeError) -> ArrayValues {
        switch self {
        case .bool(let tensor): .bool(try change.apply(tensor))
        case .int64(let tensor): .int64(try change.apply(tensor))
        case .float32(let tensor): .float32(try change.apply(tensor))
        case .float64(let tensor): .float64(try change.apply(tensor))
        }
    }

    /// The part at a place of the first axis.
    func part(_ place: Int) -> ArrayValues {
        switch self {
        case .bool(let tensor): .bool(tensor.part(place))
        case .int64(let tensor): .int64(tensor.part(place))
        case .float32(let tensor): .float32(tensor.part(place))
        case .float64(let tensor): .float64(tensor.part(place))
        }
    }

    /// The elements as another, wider type; bools become 0 and 1.
    func converted(to type: ElementType) -> ArrayValues {
        if type == self.type { return self }
        switch type {
        case .bool: return .bool(Tensor(shape: shape, elements: (0..<shape.count).map { scalar(at: $0).isTrue }))
        case .int64: return .int64(Tensor(shape: shape, elements: integers))
        case .float32: return .float32(floats)
        case .float64: return .float64(doubles)
        }
    }

    private var floats: Tensor<Float> {
        switch self {
        case .bool(let tensor): tensor.map { $0 ? 1 : 0 }
        case .int64(let tensor): tensor.map { Float($0) }
        case .float32(let tensor): tensor
        case .float64(let tensor): tensor.map { Float($0) }
        }
    }

    /// The elements as whole numbers, cut towards zero; what does not fit becomes NumPy's smallest integer.
    private var integers: [Int64] {
        switch self {
        case .bool(let tensor): tensor.elements.map { $0 ? 1 : 0 }
        case .int64(let tensor): tensor.elements
        case .float32(let tensor): tensor.elements.map { whole(Double($0)) }
        case .float64(let tensor): tensor.elements.map(whole)
        }
    }

    private func whole(_ value: Double) -> Int64 { Int64(exactly: value.rounded(.towardZero)) ?? Int64.min }

    var isFinite: Bool {
        switch self {
        case .bool, .int64: true
        case .float32(let tensor): tensor.elements.allSatisfy { $0.isFinite }
        case .float64(let tensor): tensor.elements.allSatisfy { $0.isFinite }
        }
    }
}

/// A rearrangement of elements that works for every element type.
enum ArrayChange {
    case transpose
    case reshape(Shape)
    case slice([AxisIndex])
    case broadcast(Shape)

    func apply<Element: Sendable>(_ tensor: Tensor<Element>) throws(ShapeError) -> Tensor<Element> {
        switch self {
        case .transpose: tensor.transposed
        case .reshape(let shape): try tensor.reshaped(shape)
        case .slice(let index): try tensor.sliced(index)
        case .broadcast(let shape): try tensor.broadcast(to: shape)
        }
    }
}

extension ArrayScalar {
    var isTrue: Bool {
        switch self {
        case .bool(let value): value
        case .int64(let value): value != 0
        case .float32(let value): value != 0
        case .float64(let value): value != 0
        }
    }
}

extension Value {
    /// Whether the value is an array or a NumPy scalar.
    var isNumPy: Bool {
        switch self {
        case .array, .scalar: true
        default: false
        }
    }
}

extension ArrayValues {
    /// The elements as lists of lists of Python's numbers; of rank 0, the number itself.
    var lists: Value {
        if shape.rank == 0 { return scalar(at: 0).item }
        return .list(of: (0..<shape[0]).map { part($0).lists })
    }
}
