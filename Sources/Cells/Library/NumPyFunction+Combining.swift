import Tensors

extension NumPyFunction {
    static func elementwise(_ name: String, _ call: Call) throws(Fault) -> Value {
        if name == "round" {
            let arguments = try call.bound(["a", "decimals"], required: 1)
            guard let array = arguments[0] else { return .none }
            return try Builtins.numpyRound(try asNumPy(array, call), Int(clamping: arguments[1]?.index ?? 0), call)
        }
        let value = try asNumPy(try call.exactly(1)[0], call)
        switch name {
        case "floor": return try Builtins.numpyRounding(value, .down, call)
        case "ceil": return try Builtins.numpyRounding(value, .up, call)
        case "square": return try call.interpreter.binary(.multiply, value, value)
        case "sign": return try sign(value, call)
        default: return try Builtins.absolute(value, call)
        }
    }

    private static func asNumPy(_ value: Value, _ call: Call) throws(Fault) -> Value {
        .fromNumPy(try call.interpreter.arrayValues(of: value))
    }

    private static func sign(_ value: Value, _ call: Call) throws(Fault) -> Value {
        let values = try call.interpreter.arrayValues(of: value)
        try call.interpreter.make(values.shape.count)
        if case .int64(let tensor) = values { return .fromNumPy(.int64(tensor.map { $0.signum() })) }
        let signs = values.doubles.map { x in x > 0 ? 1.0 : x < 0 ? -1.0 : x.isNaN ? x : 0.0 }
        return .fromNumPy(ArrayValues.float64(signs).converted(to: values.type == .bool ? .int64 : values.type))
    }

    static func combine(_ name: String, _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch name {
        case "maximum", "minimum":
            let arguments = try call.exactly(2)
            return try extreme(arguments[0], arguments[1], isMaximum: name == "maximum", call)
        case "power":
            let arguments = try call.exactly(2)
            return try interpreter.binaryArrays(.power, try asNumPy(arguments[0], call), arguments[1])
        case "clip":
            let arguments = try call.bound(["a", "a_min", "a_max"], required: 3)
            var value = arguments[0] ?? .none
            if let least = arguments[1], !least.isNone { value = try extreme(value, least, isMaximum: true, call) }
            if let most = arguments[2], !most.isNone { value = try extreme(value, most, isMaximum: false, call) }
            return value
        default: return try choose(try call.exactly(3), call)
        }
    }

    private static func extreme(_ left: Value, _ right: Value, isMaximum: Bool, _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        let (a, b) = (try interpreter.arrayValues(of: left), try interpreter.arrayValues(of: right))
        let type = try interpreter.commonType(left, a, right, b)
        switch (a.converted(to: type), b.converted(to: type)) {
        case (.bool(let x), .bool(let y)):
            return .fromNumPy(.bool(try interpreter.combine(x, y) { isMaximum ? $0 || $1 : $0 && $1 }))
        case (.int64(let x), .int64(let y)):
            return .fromNumPy(.int64(try interpreter.combine(x, y) { isMaximum ? max($0, $1) : min($0, $1) }))
        case (.float32(let x), .float32(let y)):
            return .fromNumPy(.float32(try interpreter.combine(x, y) { larger($0, $1, isMaximum) }))
        case (let x, let y):
            return .fromNumPy(.float64(try interpreter.combine(x.doubles, y.doubles) { larger($0, $1, isMaximum) }))
        }
    }

    /// `np.where(condition, a, b)`
    private static func choose(_ arguments: [Value], _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        let (a, b) = (try interpreter.arrayValues(of: arguments[1]), try interpreter.arrayValues(of: arguments[2]))
        let condition = try interpreter.arrayValues(of: arguments[0]).converted(to: .bool)
        guard case .bool(let flags) = condition else { preconditionFailure("a conversion gives bools") }
        let type = try interpreter.commonType(arguments[1], a, arguments[2], b)
        let places = try interpreter.shaped { () throws(ShapeError) in
            try Shape.broadcast(try Shape.broadcast(a.shape, b.shape), flags.shape)
        }
        try interpreter.make(places.boundedCount)
        let (x, y) = (try stretched(a, places, call), try stretched(b, places, call))
        let chosen = try interpreter.shaped { () throws(ShapeError) in try flags.broadcast(to: places) }
        if type == .int64, case .int64(let m) = x.converted(to: type), case .int64(let n) = y.converted(to: type) {
            return .fromNumPy(.int64(pick(chosen, m, n)))
        }
        return .fromNumPy(ArrayValues.float64(pick(chosen, x.doubles, y.doubles)).converted(to: type))
    }

    private static func pick<Element: Sendable>(
        _ chosen: Tensor<Bool>, _ x: Tensor<Element>, _ y: Tensor<Element>
    ) -> Tensor<Element> {
        let elements = chosen.elements.indices.map { chosen.elements[$0] ? x.elements[$0] : y.elements[$0] }
        return Tensor(shape: chosen.shape, elements: elements)
    }

    private static func stretched(_ values: ArrayValues, _ shape: Shape, _ call: Call) throws(Fault) -> ArrayValues {
        try call.interpreter.shaped { () throws(ShapeError) in try values.mapped(.broadcast(shape)) }
    }

    static func matrix(_ name: String, _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch name {
        case "dot", "matmul":
            let arguments = try call.exactly(2)
            return name == "dot"
                ? try interpreter.dotProduct(arguments[0], arguments[1])
                : try interpreter.matrixProduct(arguments[0], arguments[1])
        case "outer":
            let arguments = try call.exactly(2)
            let (a, b) = (try interpreter.arrayValues(of: arguments[0]), try interpreter.arrayValues(of: arguments[1]))
            let column = try interpreter.reshaped(a, [a.shape.count, 1])
            return try interpreter.binaryArrays(.multiply, column, try interpreter.reshaped(b, [1, b.shape.count]))
        case "transpose":
            return .fromNumPy(try interpreter.transposed(try interpreter.arrayValues(of: try call.exactly(1)[0])))
        case "reshape":
            let values = try interpreter.arrayValues(of: call.placed.first ?? .none)
            return try interpreter.reshaped(values, try call.sizes(from: 1))
        case "concatenate": return try concatenated(call)
        case "array_equal":
            let arguments = try call.exactly(2)
            let (a, b) = (try interpreter.arrayValues(of: arguments[0]), try interpreter.arrayValues(of: arguments[1]))
            if a.shape != b.shape { return .bool(false) }
            return .bool(try interpreter.combine(a.doubles, b.doubles) { $0 == $1 }.elements.allSatisfy { $0 })
        default: return try allClose(call)
        }
    }

    /// `|a − b| ≤ atol + rtol · |b|` everywhere.
    private static func allClose(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["a", "b", "rtol", "atol"], required: 2)
        guard let left = arguments[0], let right = arguments[1] else { return .none }
        let relative = arguments[2]?.anyNumber?.double ?? 1e-5
        let absolute = arguments[3]?.anyNumber?.double ?? 1e-8
        let (a, b) = (try call.interpreter.arrayValues(of: left), try call.interpreter.arrayValues(of: right))
        let close = try call.interpreter.combine(a.doubles, b.doubles) { x, y in
            x == y || (y.isFinite && abs(x - y) <= absolute + relative * abs(y))
        }
        return .bool(close.elements.allSatisfy { $0 })
    }

    /// Arrays joined along their first axis.
    private static func concatenated(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["arrays", "axis"], required: 1)
        if let axis = arguments[1], axis.index != 0 {
            throw Fault(.value, "np.concatenate() joins along axis 0 only, so far")
        }
        var parts: [Value] = []
        for array in try call.interpreter.items(of: arguments[0] ?? .none) {
            let values = try call.interpreter.arrayValues(of: array)
            if values.shape.rank == 0 { throw Fault(.value, "np.concatenate() joins arrays with axes") }
            parts += try call.interpreter.items(of: .array(ArrayObject(values)))
        }
        if parts.isEmpty { throw Fault(.value, "np.concatenate() needs something to join") }
        return .fromNumPy(try call.interpreter.stacked(parts))
    }
}
