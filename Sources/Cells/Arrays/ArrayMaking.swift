import Tensors

extension Interpreter {
    /// What `np.array` makes of a value: nested lists and tuples become axes.
    func arrayValues(of value: Value) throws(Fault) -> ArrayValues {
        switch value {
        case .array(let array): return array.values
        case .scalar(let scalar): return scalar.values
        case .bool(let value): return .bool(Tensor(scalar: value))
        case .int(let value): return .int64(Tensor(scalar: value))
        case .float(let value): return .float64(Tensor(scalar: value))
        case .list, .tuple, .range: return try stacked(try items(of: value))
        case .iterator(let iterator): throw Fault(.type, "a '\(iterator.kind)' is no array; make a list of it first")
        default: throw Fault(.type, "a '\(value.typeName)' is no array of numbers")
        }
    }

    /// Parts of equal shape, one behind the other along a new first axis.
    func stacked(_ items: [Value]) throws(Fault) -> ArrayValues {
        if items.isEmpty { return .float64(Tensor([])) }
        var parts: [ArrayValues] = []
        for item in items { parts.append(try arrayValues(of: item)) }
        for (place, part) in parts.enumerated() where part.shape != parts[0].shape {
            throw Fault(
                .value,
                "the rows of an array must be alike: item 0 has shape \(parts[0].shape.description), item \(place) has shape \(part.shape.description)"
            )
        }
        let type = parts.reduce(ElementType.bool) { $0.promoted(with: $1.type) }
        try make(Int64(parts.count) * Int64(parts[0].shape.count))
        return joined(parts.map { $0.converted(to: type) }, shape: Shape([parts.count] + parts[0].shape.sizes), type)
    }

    private func joined(_ parts: [ArrayValues], shape: Shape, _ type: ElementType) -> ArrayValues {
        switch type {
        case .bool: .bool(Tensor(shape: shape, elements: parts.flatMap { $0.converted(to: .bool).bools }))
        case .int64: .int64(Tensor(shape: shape, elements: parts.flatMap { $0.wholeNumbers }))
        case .float32: .float32(Tensor(shape: shape, elements: parts.flatMap { $0.singles }))
        case .float64: .float64(Tensor(shape: shape, elements: parts.flatMap { $0.doubles.elements }))
        }
    }
}

extension ElementType {
    /// The type NumPy 2 computes in when two typed operands meet.
    func promoted(with other: ElementType) -> ElementType {
        let (low, high) = rawValue < other.rawValue ? (self, other) : (other, self)
        return low == .int64 && high == .float32 ? .float64 : high
    }
}

extension ArrayValues {
    fileprivate var bools: [Bool] {
        if case .bool(let tensor) = self { return tensor.elements }
        return []
    }

    fileprivate var wholeNumbers: [Int64] {
        if case .int64(let tensor) = self { return tensor.elements }
        return []
    }

    fileprivate var singles: [Float] {
        if case .float32(let tensor) = self { return tensor.elements }
        return []
    }
}
