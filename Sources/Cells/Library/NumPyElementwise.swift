import Tensors

/// The functions of NumPy of one array, applied to every element, beside those of `ElementFunction`.
enum NumPyElementwise: String, CaseIterable {
    case abs, absolute, fabs, negative, positive, sign, square, reciprocal
    case floor, ceil, rint, trunc, round, around
    case isnan, isinf, isfinite, logical_not, invert
    case deg2rad, radians, rad2deg, degrees

    func call(_ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        if self == .round || self == .around {
            let arguments = try call.arguments(["a", "decimals"])
            let places = Int(clamping: try arguments.wholeNumber(1) ?? 0)
            return .fromNumPy(try interpreter.rounded(try arguments.array(0), places: places))
        }
        let array = try interpreter.array(of: try call.exactly(1)[0])
        switch self {
        case .negative: return try interpreter.unaryArray(.minus, .array(array))
        case .positive: return try interpreter.unaryArray(.plus, .array(array))
        case .invert: return try interpreter.unaryArray(.invert, .array(array))
        case .square where array.type == .bool:
            throw Fault.outside(
                .type, "the square of bools is an int8 in NumPy, a type the cell language has not; use .astype(int)")
        case .square: return try interpreter.binaryArrays(.multiply, .array(array), .array(array))
        case .floor: return try interpreter.rounded(array, .down)
        case .ceil: return try interpreter.rounded(array, .up)
        case .trunc: return try interpreter.rounded(array, .towardZero)
        case .rint: return try interpreter.rounded(try interpreter.floating(array, call.function), .toNearestOrEven)
        case .fabs: return try interpreter.absolute(try interpreter.floating(array, call.function))
        case .abs, .absolute: return try interpreter.absolute(array)
        case .sign: return try sign(array, interpreter)
        case .reciprocal: return try reciprocal(array, interpreter)
        case .isnan: return try classified(array, interpreter) { $0.isNaN }
        case .isinf: return try classified(array, interpreter) { $0.isInfinite }
        case .isfinite: return try classified(array, interpreter) { $0.isFinite }
        case .logical_not:
            let result = try interpreter.made(.bool, array.sizes)
            result.fill(from: array.converted(to: .bool)) { (x: Bool) in !x }
            return .fromNumPy(result)
        // Swift's π of 32 bits is rounded towards 0, NumPy's to the nearest number.
        case .deg2rad, .radians: return try scaled(array, Double.pi / 180, Float(Double.pi) / 180, call)
        case .rad2deg, .degrees: return try scaled(array, 180 / Double.pi, 180 / Float(Double.pi), call)
        case .round, .around: preconditionFailure("rounding has arguments of its own")
        }
    }

    private func sign(_ array: ArrayObject, _ interpreter: Interpreter) throws(Fault) -> Value {
        let result = try interpreter.made(array.type, array.sizes)
        switch array.type {
        case .bool: throw Fault.outside(.type, "bools have no sign; use .astype(int)")
        case .int64: result.fill(from: array) { (x: Int64) in x.signum() }
        case .float32: result.fill(from: array) { (x: Float) in x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0 }
        case .float64: result.fill(from: array) { (x: Double) in x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0 }
        }
        return .fromNumPy(result)
    }

    private func reciprocal(_ array: ArrayObject, _ interpreter: Interpreter) throws(Fault) -> Value {
        if array.type.isFloating { return try interpreter.binaryArrays(.divide, .int(1), .array(array)) }
        throw Fault.outside(
            .type, "the reciprocal of whole numbers is a whole number in NumPy, seldom what is meant; use 1 / a")
    }

    private func classified(
        _ array: ArrayObject, _ interpreter: Interpreter, _ holds: (Double) -> Bool
    ) throws(Fault) -> Value {
        let result = try interpreter.made(.bool, array.sizes)
        result.fill(from: array.converted(to: .float64)) { (x: Double) in holds(x) }
        return .fromNumPy(result)
    }

    private func scaled(
        _ array: ArrayObject, _ factor: Double, _ single: Float, _ call: Call
    ) throws(Fault) -> Value {
        let floats = try call.interpreter.floating(array, call.function)
        let number = floats.type == .float32 ? ArrayScalar.float32(single) : .float64(factor)
        return try call.interpreter.binaryArrays(.multiply, .array(floats), .scalar(number))
    }
}

extension Interpreter {
    /// An array as floats, for functions that know no others.
    func floating(_ array: ArrayObject, _ function: String) throws(Fault) -> ArrayObject {
        switch array.type {
        case .float32, .float64: return array
        case .int64:
            try make(array.count)
            return array.converted(to: .float64)
        case .bool:
            throw Fault.outside(
                .type,
                "\(function)() of bools is a float16 in NumPy, a type the cell language has not; use .astype(float)")
        }
    }

    func absolute(_ array: ArrayObject) throws(Fault) -> Value {
        let result = try made(array.type, array.sizes)
        switch array.type {
        case .bool: result.assign(array)
        case .int64: result.fill(from: array) { (x: Int64) in x < 0 ? 0 &- x : x }
        case .float32: result.fill(from: array) { (x: Float) in x.magnitude }
        case .float64: result.fill(from: array) { (x: Double) in x.magnitude }
        }
        return .fromNumPy(result)
    }

    /// Whole floats; whole numbers stay what they are.
    func rounded(_ array: ArrayObject, _ rule: FloatingPointRoundingRule) throws(Fault) -> Value {
        let result = try made(array.type, array.sizes)
        switch array.type {
        case .bool, .int64: result.assign(array)
        case .float32: result.fill(from: array) { (x: Float) in x.rounded(rule) }
        case .float64: result.fill(from: array) { (x: Double) in x.rounded(rule) }
        }
        return .fromNumPy(result)
    }

    /// NumPy rounds by scaling: `rint(x · 10ⁿ) / 10ⁿ`.
    func rounded(_ array: ArrayObject, places: Int) throws(Fault) -> ArrayObject {
        let result = try made(array.type, array.sizes)
        let scale = Double.pow(10, Double(min(places.magnitude, 300)))
        switch array.type {
        case .bool: throw Fault.outside(.type, "bools are not rounded; use .astype(int)")
        case .int64:
            let step = places < -18 ? 0 : places < 0 ? Int64(scale) : 1
            result.fill(from: array) { (x: Int64) in step == 1 ? x : step == 0 ? 0 : roundedToMultiple(x, of: step) }
        case .float32: result.fill(from: array) { (x: Float) in rounded(x, places, Float(scale)) }
        case .float64: result.fill(from: array) { (x: Double) in rounded(x, places, scale) }
        }
        return result
    }

    private func rounded<T: Real>(_ x: T, _ places: Int, _ scale: T) -> T {
        if places == 0 { return x.rounded(.toNearestOrEven) }
        return places > 0
            ? (x * scale).rounded(.toNearestOrEven) / scale : (x / scale).rounded(.toNearestOrEven) * scale
    }

    /// NumPy goes by way of floats: `rint(x / step) · step`.
    private func roundedToMultiple(_ x: Int64, of step: Int64) -> Int64 {
        (Double(x) / Double(step)).rounded(.toNearestOrEven).asInt64 &* step
    }
}
