import Tensors

/// The attributes of arrays and NumPy scalars that are no methods.
enum ArrayProperty: String, CaseIterable {
    case T, shape, ndim, size, dtype, itemsize, nbytes, base

    func value(of array: ArrayObject) -> Value {
        switch self {
        case .T: .fromNumPy(array.transposed)
        case .shape: .tuple(array.sizes.list.map { .count($0) })
        case .ndim: .count(array.rank)
        case .size: .count(array.count)
        case .dtype: .library(ElementTypeObject(array.type))
        case .itemsize: .count(array.type.width)
        case .nbytes: .count(array.type.width * array.count)
        case .base: array.base === array ? .none : .array(array.base)
        }
    }
}

/// The methods of arrays and NumPy scalars beside reductions.
enum ArrayMethod: String, CaseIterable {
    case copy, astype, item, tolist, fill
    case reshape, ravel, flatten, transpose, squeeze, swapaxes
    case dot, clip, round, sort, argsort, cumsum, cumprod, nonzero, diagonal, trace, `repeat`, take

    static var allNames: [String] {
        ArrayProperty.allCases.map { $0.rawValue } + allCases.map { $0.rawValue }
            + ArrayReduction.methods.map { $0.rawValue }
    }

    func call(_ object: Value, _ array: ArrayObject, _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch self {
        case .copy:
            _ = try call.exactly(0)
            return object.kind(of: try copied(array, call))
        case .astype:
            let arguments = try call.arguments(["dtype", "copy"])
            guard let type = try arguments.type(0) else {
                throw Fault.outside(.type, "astype() needs a type such as float")
            }
            if type == array.type, try !arguments.flag(1, default: true) { return object }
            try interpreter.make(array.count)
            return object.kind(of: type == array.type ? try copied(array, call) : array.converted(to: type))
        case .item: return try item(array, call)
        case .tolist:
            _ = try call.exactly(0)
            try interpreter.make(array.count)
            return array.lists
        case .fill:
            let value = try call.exactly(1)[0]
            guard value.anyNumber != nil else {
                throw Fault.outside(.type, "fill() takes a number, not \(value.typeWithArticle)")
            }
            try interpreter.assignItem(of: array, at: .ellipsis, to: value)
            return .none
        case .reshape: return .array(try interpreter.reshaped(array, try sizes(call)))
        case .ravel:
            _ = try call.exactly(0)
            if !array.isContiguous { try interpreter.make(array.count) }
            return .array(array.flat)
        case .flatten:
            _ = try call.exactly(0)
            return .array(try copied(array, call).flat)
        case .transpose:
            let several = call.placed.count > 1 ? Value.tuple(call.placed) : call.placed.first
            return object.kind(of: try interpreter.transposed(array, several.flatMap { $0.isNone ? nil : $0 }, call))
        case .squeeze:
            let arguments = try call.arguments(["axis"], required: 0)
            return object.kind(of: try interpreter.squeezed(array, arguments[0]))
        case .sort:
            let arguments = try call.arguments(["axis", "kind"], required: 0)
            array.assign(try interpreter.sorted(array, axis: arguments[0]))
            return .none
        case .clip:
            let arguments = try call.arguments(["min", "max"], required: 0)
            return try interpreter.clipped(object, arguments[0], arguments[1], call.function)
        case .cumsum, .cumprod:
            let arguments = try call.arguments(["axis", "dtype"], required: 0)
            return try interpreter.running(self == .cumprod, array, arguments, axisAt: 0)
        case .take: return try taken(array, call)
        case .swapaxes, .dot, .round, .argsort, .nonzero, .diagonal, .trace, .repeat:
            // As the function of the same name.
            guard case .function(let function)? = NumPyFunction.value(of: rawValue) else { return .none }
            return try function.body(
                Call(
                    function: "np." + rawValue, placed: [object] + call.placed, named: call.named,
                    interpreter: interpreter))
        }
    }

    private func copied(_ array: ArrayObject, _ call: Call) throws(Fault) -> ArrayObject {
        try call.interpreter.make(array.count)
        return array.copied()
    }

    /// A new shape, as one tuple or as several numbers.
    private func sizes(_ call: Call) throws(Fault) -> [Int64] {
        try call.refuseNames()
        if call.placed.isEmpty { throw Fault.outside(.type, "reshape() needs a shape") }
        return try call.wholeNumbers(from: 0)
    }

    /// The Python number in an array of one element, or at an index.
    private func item(_ array: ArrayObject, _ call: Call) throws(Fault) -> Value {
        try call.refuseNames()
        if call.placed.isEmpty {
            if array.count != 1 {
                throw Fault(
                    .value, "item() takes the element of an array that has only one",
                    python: "can only convert an array of size 1 to a Python scalar")
            }
            return array.first.item
        }
        let index = call.placed.count == 1 ? call.placed[0] : .tuple(call.placed)
        let source = index.index == nil ? array : array.flat
        guard case .scalar(let scalar) = try call.interpreter.element(of: source, at: index) else {
            throw Fault.outside(.value, "item() takes the index of one element")
        }
        return scalar.item
    }

    private func taken(_ array: ArrayObject, _ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["indices", "axis"])
        guard let axis = try arguments.axis(1, of: array) else {
            return try call.interpreter.element(of: array.flat, at: arguments.value(0))
        }
        var index = [Value](repeating: .slice(SliceValue(start: nil, stop: nil, step: nil)), count: axis)
        index.append(arguments.value(0))
        return try call.interpreter.element(of: array, at: .tuple(index))
    }
}

extension Interpreter {
    /// An attribute of an array; nil when there is no such one.
    func arrayAttribute(_ name: String, of object: Value) throws(Fault) -> Value? {
        if case .array(let array) = object, name == "T" { return .array(array.transposed) }
        let array = try array(of: object)
        if let property = ArrayProperty(rawValue: name) { return property.value(of: array) }
        if let reduction = ArrayReduction(rawValue: name), reduction != .ptp {
            return .function(
                FunctionObject(name) { call throws(Fault) in
                    let call = call.of(.array)
                    if call.placed.isEmpty, call.named.isEmpty {
                        return try call.interpreter.reduce(reduction, object, ReductionRequest())
                    }
                    let arguments = try call.arguments(reduction.parameters, required: 0)
                    return try call.interpreter.reduce(
                        reduction, object, try reduction.request(arguments, from: 0))
                })
        }
        guard let method = ArrayMethod(rawValue: name) else { return nil }
        return .function(FunctionObject(name) { call throws(Fault) in try method.call(object, array, call.of(.array)) })
    }
}

extension Value {
    /// What a method gives back: an array of an array, even of rank 0, a scalar of a scalar.
    fileprivate func kind(of array: ArrayObject) -> Value {
        if case .array = self { return .array(array) }
        return .fromNumPy(array)
    }
}

extension ArrayObject {
    /// The elements as lists of lists of Python's numbers; of rank 0, the number itself.
    var lists: Value {
        if rank == 0 { return first.item }
        return .list(of: (0..<sizes[0]).map { part($0).lists })
    }
}
