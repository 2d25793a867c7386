import Tensors

extension Interpreter {
    /// An operator between arrays, NumPy scalars, Python numbers and lists, with broadcasting.
    func binaryArrays(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value {
        if symbol == .matrixMultiply { return try matrixProduct(left, right) }
        let (a, b) = (try side(left, symbol.rawValue), try side(right, symbol.rawValue))
        try step(2)
        var type = Side.type(a, b)
        if symbol == .divide, !type.isFloating { type = .float64 }
        switch type {
        case .float64: return try floats(symbol, a, b, Double.self)
        case .float32: return try floats(symbol, a, b, Float.self)
        case .int64:
            // NumPy takes the square where an array is raised to the Python number 2, and that of bools is an int8.
            if symbol == .power, case .array(let bools) = a, bools.type == .bool, case .number(.int(2)) = b {
                return try self.bools(symbol, a, a)
            }
            return try integers(symbol, a, b)
        case .bool: return try bools(symbol, a, b)
        }
    }

    private func floats<T: Real & StoredElement>(
        _ symbol: BinaryOperator, _ a: Side, _ b: Side, _ type: T.Type
    ) throws(Fault) -> Value {
        switch symbol {
        case .add: return try combined(a, b) { (x: T, y: T) in x + y }
        case .subtract: return try combined(a, b) { (x: T, y: T) in x - y }
        case .multiply: return try combined(a, b) { (x: T, y: T) in x * y }
        case .divide: return try combined(a, b) { (x: T, y: T) in x / y }
        case .floorDivide:
            try step(8 * commonSizes(a, b).boundedProduct)
            return try combined(a, b) { (x: T, y: T) in y == 0 ? x / y : floored(x, y).quotient }
        case .remainder:
            try step(8 * commonSizes(a, b).boundedProduct)
            return try combined(a, b) { (x: T, y: T) in y == 0 ? .nan : floored(x, y).remainder }
        case .power: return try floatPower(a, b, type)
        case .bitAnd, .bitOr, .bitXor, .leftShift, .rightShift, .matrixMultiply:
            let hint = symbol == .bitXor ? "; a power is written '**'" : ""
            throw Fault(
                .type, "'\(symbol.rawValue)' works on the bits of whole numbers, not on floats\(hint)",
                python: Interpreter.unsupported(symbol.ufunc))
        }
    }

    /// NumPy takes the square, the square root and the reciprocal where one number is the exponent of all.
    private func floatPower<T: Real & StoredElement>(_ a: Side, _ b: Side, _ type: T.Type) throws(Fault) -> Value {
        if case .array = a, case .number(let exponent) = b.operand(type) {
            if exponent == 2 { return try combined(a, b) { (x: T, _: T) in x * x } }
            if exponent == 0.5 { return try combined(a, b) { (x: T, _: T) in x.squareRoot() } }
            if exponent == -1 { return try combined(a, b) { (x: T, _: T) in 1 / x } }
        }
        try step(commonSizes(a, b).boundedProduct)
        return try combined(a, b) { (x: T, y: T) in y == 2 ? x * x : T.pow(x, y) }
    }

    /// Whole numbers of 64 bits wrap around, and division by zero gives 0, as NumPy does it.
    private func integers(_ symbol: BinaryOperator, _ a: Side, _ b: Side) throws(Fault) -> Value {
        switch symbol {
        case .add: return try combined(a, b) { (x: Int64, y: Int64) in x &+ y }
        case .subtract: return try combined(a, b) { (x: Int64, y: Int64) in x &- y }
        case .multiply: return try combined(a, b) { (x: Int64, y: Int64) in x &* y }
        case .floorDivide: return try combined(a, b) { (x: Int64, y: Int64) in wrappedFloorDivision(x, y).quotient }
        case .remainder: return try combined(a, b) { (x: Int64, y: Int64) in wrappedFloorDivision(x, y).remainder }
        case .power:
            try refuseNegativeExponents(b)
            try step(commonSizes(a, b).boundedProduct / 4)
            return try combined(a, b, wrappedPower)
        case .bitAnd: return try combined(a, b) { (x: Int64, y: Int64) in x & y }
        case .bitOr: return try combined(a, b) { (x: Int64, y: Int64) in x | y }
        case .bitXor: return try combined(a, b) { (x: Int64, y: Int64) in x ^ y }
        case .leftShift: return try combined(a, b) { (x: Int64, y: Int64) in y < 0 || y > 63 ? 0 : x << y }
        case .rightShift:
            return try combined(a, b) { (x: Int64, y: Int64) in y < 0 || y > 63 ? (x < 0 ? -1 : 0) : x >> y }
        case .divide, .matrixMultiply:
            preconditionFailure("quotients are floats, and matrix products have their own way")
        }
    }

    /// NumPy's words where a function does not take the types it is given.
    private static func unsupported(_ function: String) -> String {
        "ufunc '\(function)' not supported for the input types, and the inputs could not be safely coerced to any "
            + "supported types according to the casting rule ''safe''"
    }

    private func refuseNegativeExponents(_ exponents: Side) throws(Fault) {
        var hasNegative = false
        switch exponents.operand(Int64.self) {
        case .number(let exponent): hasNegative = exponent < 0
        case .array(let array): array.forEach { (exponent: Int64) in hasNegative = hasNegative || exponent < 0 }
        }
        if hasNegative {
            throw Fault(
                .value, "NumPy does not raise whole numbers to negative powers; use floats",
                python: "Integers to negative integer powers are not allowed.")
        }
    }

    private func bools(_ symbol: BinaryOperator, _ a: Side, _ b: Side) throws(Fault) -> Value {
        switch symbol {
        case .add, .bitOr: return try combined(a, b) { (x: Bool, y: Bool) in x || y }
        case .multiply, .bitAnd: return try combined(a, b) { (x: Bool, y: Bool) in x && y }
        case .bitXor: return try combined(a, b) { (x: Bool, y: Bool) in x != y }
        case .subtract:
            throw Fault(
                .type, "NumPy does not subtract bools; use '^', or turn them into numbers with .astype(int)",
                python:
                    "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead."
            )
        default:
            throw Fault.outside(
                .type,
                "'\(symbol.rawValue)' of bools is an int8 in NumPy, a type the cell language has not; use .astype(int)")
        }
    }

    func unaryArray(_ symbol: UnaryOperator, _ operand: Value) throws(Fault) -> Value {
        let array = try array(of: operand)
        if symbol == .minus, array.isDenseDouble {
            let result = try like(array)
            let (source, target) = (array.elements(Double.self), result.elements(Double.self))
            for place in 0..<array.count { target[place] = -source[place] }
            return .array(result)
        }
        let result = try made(array.type, array.sizes)
        switch (symbol, array.type) {
        case (.plus, .int64), (.plus, .float32), (.plus, .float64): result.assign(array)
        case (.minus, .int64): result.fill(from: array) { (x: Int64) in 0 &- x }
        case (.minus, .float32): result.fill(from: array) { (x: Float) in -x }
        case (.minus, .float64): result.fill(from: array) { (x: Double) in -x }
        case (.invert, .bool): result.fill(from: array) { (x: Bool) in !x }
        case (.invert, .int64): result.fill(from: array) { (x: Int64) in ~x }
        case (.minus, .bool):
            throw Fault(
                .type, "NumPy does not negate bools; use '~', or turn them into numbers with .astype(int)",
                python:
                    "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead."
            )
        default:
            throw Fault(
                .type, "'\(symbol.rawValue)' does not apply to an array of '\(array.type.name)'",
                python: symbol == .invert ? Interpreter.unsupported("invert") : nil)
        }
        return .fromNumPy(result)
    }
}

extension BinaryOperator {
    /// What NumPy calls an operator on bits.
    fileprivate var ufunc: String {
        switch self {
        case .bitAnd: "bitwise_and"
        case .bitOr: "bitwise_or"
        case .bitXor: "bitwise_xor"
        case .leftShift: "left_shift"
        default: "right_shift"
        }
    }
}

func wrappedFloorDivision(_ a: Int64, _ b: Int64) -> (quotient: Int64, remainder: Int64) {
    if b == 0 { return (0, 0) }
    if b == -1 { return (0 &- a, 0) }
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder != 0 && (remainder < 0) != (b < 0) ? (quotient - 1, remainder + b) : (quotient, remainder)
}

private func wrappedPower(_ base: Int64, _ exponent: Int64) -> Int64 {
    var (result, factor, rest) = (Int64(1), base, exponent)
    while rest > 0 {
        if rest & 1 == 1 { result = result &* factor }
        factor = factor &* factor
        rest >>= 1
    }
    return result
}
