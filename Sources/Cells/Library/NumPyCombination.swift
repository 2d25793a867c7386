import Tensors

/// The functions of NumPy that combine arrays element by element.
enum NumPyCombination: String, CaseIterable {
    case add, subtract, multiply, divide, true_divide, floor_divide, mod, remainder, power
    case maximum, minimum, clip, `where`, arctan2
    case equal, not_equal, less, less_equal, greater, greater_equal
    case logical_and, logical_or, logical_xor, bitwise_and, bitwise_or, bitwise_xor
    case isclose, allclose, array_equal

    func call(_ call: Call) throws(Fault) -> Value {
        switch self {
        case .add: return try operation(.add, call)
        case .subtract: return try operation(.subtract, call)
        case .multiply: return try operation(.multiply, call)
        case .divide, .true_divide: return try operation(.divide, call)
        case .floor_divide: return try operation(.floorDivide, call)
        case .mod, .remainder: return try operation(.remainder, call)
        case .power: return try operation(.power, call)
        case .bitwise_and: return try operation(.bitAnd, call)
        case .bitwise_or: return try operation(.bitOr, call)
        case .bitwise_xor: return try operation(.bitXor, call)
        case .equal: return try comparison(.equal, call)
        case .not_equal: return try comparison(.notEqual, call)
        case .less: return try comparison(.less, call)
        case .less_equal: return try comparison(.lessEqual, call)
        case .greater: return try comparison(.greater, call)
        case .greater_equal: return try comparison(.greaterEqual, call)
        case .maximum, .minimum:
            let (a, b) = try sides(call)
            return try call.interpreter.extreme(a, b, isMaximum: self == .maximum)
        case .clip:
            let isNamed = call.placed.count == 1 && call.named.contains { $0.name == "min" || $0.name == "max" }
            let arguments = try call.arguments(
                isNamed ? ["a", "min", "max"] : ["a", "a_min", "a_max"], required: isNamed ? 1 : 3)
            return try call.interpreter.clipped(arguments.value(0), arguments[1], arguments[2], call.function)
        case .where: return try choice(call)
        case .arctan2: return try angle(call)
        case .logical_and: return try logic(call) { $0 && $1 }
        case .logical_or: return try logic(call) { $0 || $1 }
        case .logical_xor: return try logic(call) { $0 != $1 }
        case .isclose, .allclose: return try closeness(call)
        case .array_equal: return try equality(call)
        }
    }

    private func operation(_ symbol: BinaryOperator, _ call: Call) throws(Fault) -> Value {
        let arguments = try call.exactly(2)
        return try call.interpreter.binaryArrays(symbol, arguments[0], arguments[1])
    }

    private func comparison(_ relation: Relation, _ call: Call) throws(Fault) -> Value {
        let arguments = try call.exactly(2)
        guard let result = try call.interpreter.compareArrays(relation, arguments[0], arguments[1]) else {
            throw Fault(.type, "\(call.function)() compares numbers and arrays")
        }
        return result
    }

    private func sides(_ call: Call) throws(Fault) -> (Side, Side) {
        let arguments = try call.exactly(2)
        return (try call.interpreter.side(arguments[0], rawValue), try call.interpreter.side(arguments[1], rawValue))
    }

    private func logic(_ call: Call, _ combine: (Bool, Bool) -> Bool) throws(Fault) -> Value {
        let (a, b) = try sides(call)
        return try call.interpreter.combined(a, b, combine)
    }

    private func angle(_ call: Call) throws(Fault) -> Value {
        let (a, b) = try sides(call)
        try call.interpreter.step(2 * call.interpreter.commonSizes(a, b).boundedProduct)
        switch Side.type(a, b) {
        case .float32: return try call.interpreter.combined(a, b) { (y: Float, x: Float) in Float.atan2(y, x) }
        case .bool: throw Fault.outside(.type, "\(call.function)() of bools is a float16 in NumPy; use .astype(float)")
        default: return try call.interpreter.combined(a, b) { (y: Double, x: Double) in Double.atan2(y, x) }
        }
    }

    /// `np.where(condition, a, b)`; with a condition alone the indices of what is true.
    private func choice(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["condition", "x", "y"])
        let interpreter = call.interpreter
        let condition = try arguments.array(0)
        guard let x = arguments.values[1], let y = arguments.values[2] else {
            if arguments.values[1] != nil || arguments.values[2] != nil {
                throw Fault.outside(.value, "np.where() takes a condition alone, or with two values to choose from")
            }
            return try interpreter.nonzero(condition)
        }
        let (a, b) = (try interpreter.side(x, rawValue), try interpreter.side(y, rawValue))
        let type = Side.type(a, b)
        let sizes = try interpreter.commonSizes([condition.sizes, a.sizes, b.sizes])
        let result = try interpreter.made(type, sizes)
        result.assign(try interpreter.array(of: y))
        let chosen = try interpreter.made(type, sizes)
        chosen.assign(try interpreter.array(of: x))
        let flags = condition.converted(to: .bool).stretched(to: sizes)
        var place = 0
        flags.forEach { (flag: Bool) in
            if flag { result.put(chosen.scalar(at: place), at: place) }
            place += 1
        }
        return .array(result)
    }

    /// `|a − b| ≤ atol + rtol · |b|`, place by place or everywhere.
    private func closeness(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["a", "b", "rtol", "atol", "equal_nan"], required: 2)
        let relative = try arguments.number(2) ?? 1e-5
        let absolute = try arguments.number(3) ?? 1e-8
        let nanIsNan = try arguments.flag(4)
        let interpreter = call.interpreter
        let (a, b) = (
            try interpreter.side(arguments.value(0), rawValue), try interpreter.side(arguments.value(1), rawValue)
        )
        let close = try interpreter.combined(a, b) { (x: Double, y: Double) in
            x == y || (y.isFinite && x.isFinite && Swift.abs(x - y) <= absolute + relative * Swift.abs(y))
                || (nanIsNan && x.isNaN && y.isNaN)
        }
        if self == .isclose { return close }
        return .bool(try interpreter.array(of: close).isTrueEverywhere)
    }

    private func equality(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.exactly(2)
        let (a, b) = (try call.interpreter.array(of: arguments[0]), try call.interpreter.array(of: arguments[1]))
        if a.sizes != b.sizes { return .bool(false) }
        guard let equal = try call.interpreter.compareArrays(.equal, .array(a), .array(b)) else { return .bool(false) }
        return .bool(try call.interpreter.array(of: equal).isTrueEverywhere)
    }
}

extension Interpreter {
    /// The larger or the smaller of two sides, place by place; NaN where either is.
    func extreme(_ a: Side, _ b: Side, isMaximum: Bool) throws(Fault) -> Value {
        switch Side.type(a, b) {
        case .bool: try combined(a, b) { (x: Bool, y: Bool) in isMaximum ? x || y : x && y }
        case .int64: try combined(a, b) { (x: Int64, y: Int64) in isMaximum ? max(x, y) : min(x, y) }
        case .float32: try combined(a, b) { (x: Float, y: Float) in larger(x, y, isMaximum) }
        case .float64: try combined(a, b) { (x: Double, y: Double) in larger(x, y, isMaximum) }
        }
    }

    func clipped(_ value: Value, _ least: Value?, _ most: Value?, _ function: String) throws(Fault) -> Value {
        var result = value
        if let least, let most {
            _ = try commonSizes(
                [value, least, most].map { (operand) throws(Fault) in try side(operand, function).sizes })
        }
        if let least {
            result = try extreme(try side(result, function), try side(least, function), isMaximum: true)
        }
        if let most {
            result = try extreme(try side(result, function), try side(most, function), isMaximum: false)
        }
        return result.isNumPy ? result : .fromNumPy(try array(of: result).copied())
    }

    /// The indices of what is true, an array for each axis.
    func nonzero(_ array: ArrayObject) throws(Fault) -> Value {
        if array.rank == 0 {
            throw Fault(
                .value, "an array without axes has no places; use np.atleast_1d",
                python:
                    "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
            )
        }
        try step(array.count / 2)
        return .tuple(try truePlaces(array.converted(to: .bool)).map { .array($0) })
    }
}
