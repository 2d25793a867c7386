import Tensors

/// The functions of NumPy that make, combine and shape arrays.
enum NumPyFunction {
    static let names = [
        "abs", "absolute", "allclose", "arange", "array", "array_equal", "asarray", "ceil", "clip", "concatenate",
        "dot", "eye",
        "floor", "full", "identity", "linspace", "matmul", "maximum", "minimum", "ones", "ones_like", "outer", "power",
        "reshape",
        "round", "sign", "square", "transpose", "where", "zeros", "zeros_like",
    ]

    static func value(of name: String) -> Value? {
        guard names.contains(name) else { return nil }
        return Builtins.function("np." + name) { call throws(Fault) in
            switch name {
            case "array", "asarray", "zeros", "ones", "full", "eye", "identity", "arange", "linspace", "zeros_like",
                "ones_like":
                try make(name, call)
            case "floor", "ceil", "round", "abs", "absolute", "sign", "square": try elementwise(name, call)
            case "maximum", "minimum", "power", "where", "clip": try combine(name, call)
            default: try matrix(name, call)
            }
        }
    }

    // MARK: Making

    private static func make(_ name: String, _ call: Call) throws(Fault) -> Value {
        switch name {
        case "array", "asarray":
            let arguments = try call.bound(["object", "dtype"], required: 1)
            let values = try call.interpreter.arrayValues(of: arguments[0] ?? .none)
            try call.interpreter.make(values.shape.count)
            return .fromNumPyKeepingRank(values.converted(to: try call.elementType(arguments[1]) ?? values.type))
        case "zeros", "ones":
            let arguments = try call.bound(["shape", "dtype"], required: 1)
            return try filled(try shape(arguments[0], call), .float(name == "ones" ? 1 : 0), arguments[1], call)
        case "full":
            let arguments = try call.bound(["shape", "fill_value", "dtype"], required: 2)
            return try filled(try shape(arguments[0], call), arguments[1] ?? .none, arguments[2], call)
        case "zeros_like", "ones_like":
            let model = try call.interpreter.arrayValues(of: try call.exactly(1)[0])
            try call.interpreter.make(model.shape.count)
            let fill = Tensor(repeating: name == "ones_like" ? 1.0 : 0.0, shape: model.shape)
            return .fromNumPyKeepingRank(ArrayValues.float64(fill).converted(to: model.type))
        case "eye", "identity":
            let arguments = try call.bound(["N", "M"], required: 1)
            let sizes = try arguments.compactMap { $0 }.sizes("np." + name)
            return try identity(rows: sizes[0], columns: sizes.count > 1 ? sizes[1] : sizes[0], call)
        case "arange": return try arange(call)
        default: return try linspace(call)
        }
    }

    private static func shape(_ value: Value?, _ call: Call) throws(Fault) -> Shape {
        guard let value else { return [] }
        let sizes = try (value.index == nil ? call.interpreter.items(of: value) : [value]).sizes(call.function)
        if sizes.contains(where: { $0 < 0 }) { throw Fault(.value, "the size of an array is never negative") }
        if sizes.count > 32 { throw Fault(.value, "an array has at most 32 axes") }
        return Shape(sizes)
    }

    private static func filled(_ shape: Shape, _ fill: Value, _ dtype: Value?, _ call: Call) throws(Fault) -> Value {
        try call.interpreter.make(shape.boundedCount)
        let values = try call.interpreter.arrayValues(of: fill)
        let stretched = try call.interpreter.shaped { () throws(ShapeError) in try values.mapped(.broadcast(shape)) }
        return .fromNumPyKeepingRank(stretched.converted(to: try call.elementType(dtype) ?? stretched.type))
    }

    private static func identity(rows: Int, columns: Int, _ call: Call) throws(Fault) -> Value {
        if rows < 0 || columns < 0 { throw Fault(.value, "the size of an array is never negative") }
        let shape: Shape = [rows, columns]
        try call.interpreter.make(shape.boundedCount)
        var tensor = Tensor(repeating: 0.0, shape: shape)
        for place in 0..<min(rows, columns) { tensor[place, place] = 1 }
        return .fromNumPyKeepingRank(.float64(tensor))
    }

    /// `start + step · i` for the whole numbers i below `ceil((stop − start) / step)`.
    private static func arange(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["start", "stop", "step"], required: 1)
        var numbers: [Number] = []
        for value in arguments.compactMap({ $0 }) {
            guard let number = value.anyNumber else {
                throw Fault(.type, "np.arange() takes numbers, not a '\(value.typeName)'")
            }
            numbers.append(number)
        }
        let (start, stop) = numbers.count == 1 ? (Number.int(0), numbers[0]) : (numbers[0], numbers[1])
        let step = numbers.count == 3 ? numbers[2] : .int(1)
        if step.double == 0 { throw Arithmetic.zeroDivision }
        if case .int(let a) = start, case .int(let b) = stop, case .int(let c) = step {
            guard let range = RangeValue(a, b, c) else { throw Fault(.overflow, "this range is too long") }
            try call.interpreter.make(range.count)
            return .fromNumPyKeepingRank(.int64(Tensor((0..<range.count).map { range[$0] })))
        }
        let length = ((stop.double - start.double) / step.double).rounded(.up)
        guard length.isFinite, let length = Int64(exactly: max(0, length)) else {
            throw Fault(.value, "this range is too long")
        }
        let count = try Int(size: length)
        try call.interpreter.make(count)
        // NumPy fills by the difference of the first two elements.
        let delta = (start.double + step.double) - start.double
        return .fromNumPyKeepingRank(.float64(Tensor((0..<count).map { start.double + Double($0) * delta })))
    }

    private static func linspace(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["start", "stop", "num", "endpoint"], required: 2)
        guard let start = arguments[0]?.anyNumber?.double, let stop = arguments[1]?.anyNumber?.double,
            let written = arguments[2].map({ $0.index }) ?? 50
        else { throw Fault(.type, "np.linspace() takes two numbers and a whole number") }
        let count = try Int(size: written)
        if count < 0 { throw Fault(.value, "the size of an array is never negative") }
        var includesEnd = true
        if let endpoint = arguments[3] { includesEnd = try call.interpreter.truth(endpoint) }
        try call.interpreter.make(count)
        let parts = Double(includesEnd ? count - 1 : count)
        let step = (stop - start) / parts
        var numbers = (0..<count).map { place in
            parts <= 0 ? start : (step == 0 ? Double(place) / parts * (stop - start) : Double(place) * step) + start
        }
        if includesEnd, count > 1 { numbers[count - 1] = stop }
        return .fromNumPyKeepingRank(.float64(Tensor(numbers)))
    }
}

extension Call {
    /// What `dtype=` names: `float`, `int`, `bool` or the name of an element type.
    func elementType(_ value: Value?) throws(Fault) -> ElementType? {
        guard let value, !value.isNone else { return nil }
        var name: String?
        if case .string(let text) = value { name = text }
        if case .function(let function) = value { name = function.name }
        switch name {
        case "float", "float64": return .float64
        case "float32": return .float32
        case "int", "int64": return .int64
        case "bool": return .bool
        default: throw Fault(.type, "'dtype' is float, int, bool or the name of an element type such as 'float32'")
        }
    }
}
