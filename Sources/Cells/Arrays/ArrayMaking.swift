import Tensors

extension Interpreter {
    /// An array of its own, accounted for, whose elements are still to be filled in.
    @inline(__always)
    func made(_ type: ElementType, _ sizes: Axes) throws(Fault) -> ArrayObject {
        let count = sizes.count < 2 ? Int64(sizes.product) : sizes.boundedProduct
        if count > MemoryMeter.limit { throw Interpreter.tooMany(count) }
        try session.meter.take(count * Int64(type.width) + ArrayObject.weight)
        try step(2 + count / 16)
        return ArrayObject(unfilled: type, sizes, session.meter)
    }

    /// What `np.asarray` makes of a value: an array stays itself, nested lists and tuples become axes.
    func array(of value: Value) throws(Fault) -> ArrayObject {
        switch value {
        case .array(let array): return array
        case .scalar(let scalar): return scalar.array
        case .bool(let value): return ArrayScalar.bool(value).array
        case .int(let value): return ArrayScalar.int64(value).array
        case .float(let value): return ArrayScalar.float64(value).array
        case .list, .tuple, .range:
            var nest = Nest()
            try nest.measure(value, depth: 0, self)
            let made = try made(nest.type, nest.sizes)
            var place = 0
            try fill(made, from: value, &place)
            return made
        case .iterator(let iterator):
            throw Fault.outside(.type, "a '\(iterator.kind)' is no array; make a list of it first")
        default: throw Fault.outside(.type, "\(value.quotedType) is no array of numbers")
        }
    }

    /// The elements of nested lists in their order.
    private func fill(_ array: ArrayObject, from value: Value, _ place: inout Int) throws(Fault) {
        switch value {
        case .array(let part):
            let target = ArrayObject(viewOf: array, start: place, part.sizes, part.sizes.rowMajorStrides)
            target.assign(part)
            place += part.count
        case .list(let list):
            for item in list.items { try fill(array, from: item, &place) }
        case .tuple(let items):
            for item in items { try fill(array, from: item, &place) }
        case .range(let range):
            for index in 0..<range.count {
                array.put(.int64(range[index]), at: place)
                place += 1
            }
        default:
            guard let scalar = value.arrayScalar else { preconditionFailure("a nest is measured before it is read") }
            array.put(scalar, at: place)
            place += 1
        }
    }
}

/// The shape and the element type of nested lists.
private struct Nest {
    private(set) var sizes = Axes()
    private var elementType: ElementType?
    private var isClosed = false

    /// An array of nothing is one of float64.
    var type: ElementType { elementType ?? .float64 }

    mutating func measure(_ value: Value, depth: Int, _ interpreter: Interpreter) throws(Fault) {
        switch value {
        case .list(let list): try measure(list.items, depth, interpreter)
        case .tuple(let items): try measure(items, depth, interpreter)
        case .range(let range):
            try enter(range.count, depth)
            if range.count > 0 { try close(depth + 1, .int64) }
            try interpreter.make(range.count)
        case .array(let array):
            for axis in array.sizes.indices { try enter(Int64(array.sizes[axis]), depth + axis) }
            try close(depth + array.rank, array.type)
        default:
            guard let scalar = value.arrayScalar else {
                if case .iterator(let iterator) = value {
                    throw Fault.outside(.type, "a '\(iterator.kind)' is no array; make a list of it first")
                }
                throw Fault.outside(.type, "\(value.quotedType) is no array of numbers")
            }
            try close(depth, scalar.type)
        }
    }

    private mutating func measure(_ items: [Value], _ depth: Int, _ interpreter: Interpreter) throws(Fault) {
        try interpreter.step(items.count)
        try enter(Int64(items.count), depth)
        for item in items { try measure(item, depth: depth + 1, interpreter) }
    }

    /// A row begins: the first of its depth says how long all are.
    private mutating func enter(_ count: Int64, _ depth: Int) throws(Fault) {
        if depth == Axes.limit { throw Fault.outside(.value, "an array has at most \(Axes.limit) axes here") }
        let size = try Int(size: count)
        if depth < sizes.count {
            if sizes[depth] != size { throw ragged("one has \(sizes[depth]) items, another has \(size)", depth) }
        } else {
            if isClosed { throw ragged("one is a number, one is a list", depth) }
            sizes.append(size)
        }
    }

    /// An element, or an empty row, ends the nest at a depth.
    private mutating func close(_ depth: Int, _ type: ElementType) throws(Fault) {
        if depth < sizes.count {
            throw ragged("one is a list, one is a number", depth)
        }
        isClosed = true
        elementType = elementType?.promoted(with: type) ?? type
    }

    /// Rows differ at a depth, above which all are alike.
    private func ragged(_ difference: String, _ depth: Int) -> Fault {
        var alike = Axes()
        for axis in 0..<depth { alike.append(sizes[axis]) }
        return Fault(
            .value, "the rows of an array must be alike: \(difference)",
            python: "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
                + "\(depth) dimensions. The detected shape was \(alike.description) + inhomogeneous part.")
    }
}

extension Value {
    /// A number, or a NumPy scalar, as an element of an array.
    var arrayScalar: ArrayScalar? {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int64(value)
        case .float(let value): .float64(value)
        case .scalar(let scalar): scalar
        default: nil
        }
    }
}
