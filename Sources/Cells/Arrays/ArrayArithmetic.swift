import Tensors

/// Two operands brought to one element type.
private enum Operands {
    case bool(Tensor<Bool>, Tensor<Bool>)
    case int64(Tensor<Int64>, Tensor<Int64>)
    case float32(Tensor<Float>, Tensor<Float>)
    case float64(Tensor<Double>, Tensor<Double>)

    init(_ left: ArrayValues, _ right: ArrayValues, _ type: ElementType) {
        switch (left.converted(to: type), right.converted(to: type)) {
        case (.bool(let a), .bool(let b)): self = .bool(a, b)
        case (.int64(let a), .int64(let b)): self = .int64(a, b)
        case (.float32(let a), .float32(let b)): self = .float32(a, b)
        case (let a, let b): self = .float64(a.doubles, b.doubles)
        }
    }
}

extension Interpreter {
    func unaryArray(_ symbol: UnaryOperator, _ operand: Value) throws(Fault) -> Value {
        let values = try arrayValues(of: operand)
        try make(values.shape.count)
        switch (symbol, values) {
        case (.plus, .bool), (.minus, .bool):
            throw Fault(.type, "'\(symbol.rawValue)' does not apply to an array of bools")
        case (.plus, _): return .fromNumPy(values)
        case (.minus, .int64(let tensor)): return .fromNumPy(.int64(tensor.map { 0 &- $0 }))
        case (.minus, .float32(let tensor)): return .fromNumPy(.float32(tensor.map { -$0 }))
        case (.minus, .float64(let tensor)): return .fromNumPy(.float64(tensor.map { -$0 }))
        case (.invert, .bool(let tensor)): return .fromNumPy(.bool(tensor.map { !$0 }))
        case (.invert, .int64(let tensor)): return .fromNumPy(.int64(tensor.map { ~$0 }))
        default: throw Fault(.type, "'\(symbol.rawValue)' does not apply to an array of '\(values.type.name)'")
        }
    }

    /// An operator between arrays, NumPy scalars, Python numbers and lists, with broadcasting.
    func binaryArrays(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value {
        if symbol == .matrixMultiply { return try matrixProduct(left, right) }
        let (a, b) = (try operand(left, symbol.rawValue), try operand(right, symbol.rawValue))
        var type = try commonType(left, a, right, b)
        if symbol == .divide { type = type.promoted(with: type == .float32 ? .float32 : .float64) }
        if [.floorDivide, .remainder, .power, .leftShift, .rightShift].contains(symbol), type == .bool {
            type = .int64
        }
        return .fromNumPy(try combine(symbol, Operands(a, b, type)))
    }

    /// An array operand, whose size is accounted for.
    func operand(_ value: Value, _ symbol: String) throws(Fault) -> ArrayValues {
        switch value {
        case .string, .none, .dict, .set, .function, .module, .network, .dataSet, .instance, .pass, .gradients, .run:
            throw Fault(.type, "'\(symbol)' does not combine an array with a '\(value.typeName)'")
        default: return try arrayValues(of: value)
        }
    }

    /// NumPy 2: a Python number is only as wide as its kind demands, anything else has its own type.
    func commonType(_ left: Value, _ a: ArrayValues, _ right: Value, _ b: ArrayValues) throws(Fault) -> ElementType {
        func merged(_ array: ArrayValues, _ number: Value) -> ElementType {
            switch number {
            case .int where array.type == .bool: .int64
            case .int: array.type
            case .float where array.type == .float32: .float32
            case .float: .float64
            default: array.type.promoted(with: .bool)
            }
        }
        if left.number != nil { return merged(b, left) }
        if right.number != nil { return merged(a, right) }
        return a.type.promoted(with: b.type)
    }

    private func combine(_ symbol: BinaryOperator, _ operands: Operands) throws(Fault) -> ArrayValues {
        switch operands {
        case .float64(let a, let b): return .float64(try combine(a, b, try floatOperation(symbol)))
        case .float32(let a, let b): return .float32(try combine(a, b, try floatOperation(symbol)))
        case .int64(let a, let b):
            if symbol == .power, b.elements.contains(where: { $0 < 0 }) {
                throw Fault(.value, "NumPy does not raise whole numbers to negative powers; use floats")
            }
            return .int64(try combine(a, b, integerOperation(symbol)))
        case .bool(let a, let b): return .bool(try combine(a, b, try boolOperation(symbol)))
        }
    }

    /// Two arrays element by element, stretched to their common shape, whose size is accounted for first.
    func combine<Element, Result>(
        _ a: Tensor<Element>, _ b: Tensor<Element>, _ operation: (Element, Element) -> Result
    ) throws(Fault) -> Tensor<Result> {
        let shape = try shaped { () throws(ShapeError) in try Shape.broadcast(a.shape, b.shape) }
        try make(shape.boundedCount)
        return try shaped { () throws(ShapeError) in try a.zip(b, operation) }
    }

    /// Turns what is wrong with shapes into a fault.
    func shaped<Result>(_ body: () throws(ShapeError) -> Result) throws(Fault) -> Result {
        do throws(ShapeError) {
            return try body()
        } catch {
            throw Fault(.value, error.message)
        }
    }
}

private func floatOperation<T: Real>(_ symbol: BinaryOperator) throws(Fault) -> (T, T) -> T {
    switch symbol {
    case .add: return { $0 + $1 }
    case .subtract: return { $0 - $1 }
    case .multiply: return { $0 * $1 }
    case .divide: return { $0 / $1 }
    case .floorDivide: return { $1 == 0 ? $0 / $1 : floored($0, $1).quotient }
    case .remainder: return { $1 == 0 ? .nan : floored($0, $1).remainder }
    // NumPy squares by multiplying.
    case .power: return { $1 == 2 ? $0 * $0 : T.pow($0, $1) }
    default:
        let hint = symbol == .bitXor ? "; a power is written '**'" : ""
        throw Fault(.type, "'\(symbol.rawValue)' works on the bits of whole numbers, not on floats\(hint)")
    }
}

/// Whole numbers of 64 bits wrap around, and division by zero gives 0, as NumPy does it.
private func integerOperation(_ symbol: BinaryOperator) -> (Int64, Int64) -> Int64 {
    switch symbol {
    case .add: { $0 &+ $1 }
    case .subtract: { $0 &- $1 }
    case .multiply: { $0 &* $1 }
    case .floorDivide, .divide: { wrappedFloorDivision($0, $1).quotient }
    case .remainder: { wrappedFloorDivision($0, $1).remainder }
    case .power: wrappedPower
    case .bitAnd: { $0 & $1 }
    case .bitOr: { $0 | $1 }
    case .bitXor: { $0 ^ $1 }
    case .leftShift: { $1 < 0 || $1 > 63 ? 0 : $0 << $1 }
    case .rightShift: { $1 < 0 || $1 > 63 ? ($0 < 0 ? -1 : 0) : $0 >> $1 }
    case .matrixMultiply: preconditionFailure("matrix products have a function of their own")
    }
}

private func wrappedFloorDivision(_ a: Int64, _ b: Int64) -> (quotient: Int64, remainder: Int64) {
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

private func boolOperation(_ symbol: BinaryOperator) throws(Fault) -> (Bool, Bool) -> Bool {
    switch symbol {
    case .add: return { $0 || $1 }
    case .multiply: return { $0 && $1 }
    case .bitAnd, .bitOr, .bitXor: return { symbol.combine($0, $1) }
    default: throw Fault(.type, "NumPy has no '\(symbol.rawValue)' for arrays of bools")
    }
}
