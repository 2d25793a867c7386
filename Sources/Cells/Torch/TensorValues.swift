import Tensors

extension ArrayValues {
    /// The same elements in a shape of as many.
    func reshapedFreely(_ shape: Shape) -> ArrayValues {
        switch self {
        case .bool(let tensor): .bool(Tensor(shape: shape, elements: tensor.elements))
        case .int64(let tensor): .int64(Tensor(shape: shape, elements: tensor.elements))
        case .float32(let tensor): .float32(Tensor(shape: shape, elements: tensor.elements))
        case .float64(let tensor): .float64(Tensor(shape: shape, elements: tensor.elements))
        }
    }

    /// The elements at places of the row-major order.
    func picked(_ places: [Int], _ shape: Shape) -> ArrayValues {
        func pick<Element>(_ tensor: Tensor<Element>) -> Tensor<Element> {
            Tensor(shape: shape, elements: places.map { tensor.elements[$0] })
        }
        return switch self {
        case .bool(let tensor): .bool(pick(tensor))
        case .int64(let tensor): .int64(pick(tensor))
        case .float32(let tensor): .float32(pick(tensor))
        case .float64(let tensor): .float64(pick(tensor))
        }
    }

    /// The elements with others, of the same type, at some places.
    func replacing(_ places: [Int], with other: ArrayValues) -> ArrayValues {
        func replace<Element>(_ tensor: Tensor<Element>, _ new: Tensor<Element>) -> Tensor<Element> {
            var elements = tensor.elements
            for (k, place) in places.enumerated() { elements[place] = new.elements[k] }
            return Tensor(shape: tensor.shape, elements: elements)
        }
        switch (self, other) {
        case (.bool(let a), .bool(let b)): return .bool(replace(a, b))
        case (.int64(let a), .int64(let b)): return .int64(replace(a, b))
        case (.float32(let a), .float32(let b)): return .float32(replace(a, b))
        case (.float64(let a), .float64(let b)): return .float64(replace(a, b))
        default: preconditionFailure("elements are replaced by elements of their type")
        }
    }

    /// Parts one behind the other, all of this type.
    static func row(of parts: [ArrayValues], _ type: ElementType) -> ArrayValues {
        var (flags, wholes, singles, doubles) = ([Bool](), [Int64](), [Float](), [Double]())
        for part in parts {
            switch part {
            case .bool(let tensor): flags += tensor.elements
            case .int64(let tensor): wholes += tensor.elements
            case .float32(let tensor): singles += tensor.elements
            case .float64(let tensor): doubles += tensor.elements
            }
        }
        return switch type {
        case .bool: .bool(Tensor(flags))
        case .int64: .int64(Tensor(wholes))
        case .float32: .float32(Tensor(singles))
        case .float64: .float64(Tensor(doubles))
        }
    }

    /// A number in every place.
    static func filled(_ number: Number, _ shape: Shape, _ type: ElementType) -> ArrayValues {
        switch type {
        case .bool: .bool(Tensor(repeating: number.double != 0, shape: shape))
        case .int64: .int64(Tensor(repeating: number.truncated, shape: shape))
        case .float32: .float32(Tensor(repeating: Float(number.double), shape: shape))
        case .float64: .float64(Tensor(repeating: number.double, shape: shape))
        }
    }
}

extension Number {
    /// Cut towards zero; what does not fit becomes the smallest whole number.
    var truncated: Int64 {
        switch self {
        case .int(let value): value
        case .float(let value): Int64(exactly: value.rounded(.towardZero)) ?? Int64.min
        }
    }
}

extension ArrayValues {
    /// The element at a place in row-major order.
    func scalar(at place: Int) -> ArrayScalar {
        switch self {
        case .bool(let tensor): .bool(tensor.elements[place])
        case .int64(let tensor): .int64(tensor.elements[place])
        case .float32(let tensor): .float32(tensor.elements[place])
        case .float64(let tensor): .float64(tensor.elements[place])
        }
    }

    /// The elements as another type: floats are cut towards zero, bools become 0 and 1.
    func converted(to type: ElementType) -> ArrayValues {
        switch (self, type) {
        case (_, self.type): self
        case (.bool(let tensor), _): ArrayValues.converted(tensor, type)
        case (.int64(let tensor), _): ArrayValues.converted(tensor, type)
        case (.float32(let tensor), _): ArrayValues.converted(tensor, type)
        case (.float64(let tensor), _): ArrayValues.converted(tensor, type)
        }
    }

    private static func converted<Element: StoredElement>(_ tensor: Tensor<Element>, _ type: ElementType) -> ArrayValues
    {
        switch type {
        case .bool: .bool(tensor.map { $0.asBool })
        case .int64: .int64(tensor.map { $0.asInt64 })
        case .float32: .float32(tensor.map { $0.asFloat })
        case .float64: .float64(tensor.map { $0.asDouble })
        }
    }

    /// The elements as bools.
    var flags: Tensor<Bool> {
        if case .bool(let tensor) = converted(to: .bool) { return tensor }
        preconditionFailure("a conversion gives the type asked for")
    }

    /// The elements as whole numbers.
    var wholes: Tensor<Int64> {
        if case .int64(let tensor) = converted(to: .int64) { return tensor }
        preconditionFailure("a conversion gives the type asked for")
    }

    /// The elements of a float32 tensor; other types are rounded.
    var singles: Tensor<Float> {
        if case .float32(let tensor) = converted(to: .float32) { return tensor }
        preconditionFailure("a conversion gives the type asked for")
    }

    /// The elements as lists of lists of Python's numbers; without axes, the number itself.
    var lists: Value { lists(axis: 0, start: 0) }

    private func lists(axis: Int, start: Int) -> Value {
        if axis == shape.rank { return scalar(at: start).item }
        let step = shape.strides[axis]
        return .list(of: (0..<shape[axis]).map { lists(axis: axis + 1, start: start + $0 * step) })
    }
}

extension Interpreter {
    /// The elements of an array, a scalar, or nested lists.
    func arrayValues(of value: Value) throws(Fault) -> ArrayValues { try array(of: value).values }
}
