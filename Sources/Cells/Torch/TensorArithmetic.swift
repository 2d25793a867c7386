import Networks
import Tensors

extension Interpreter {
    /// An operator with a tensor on at least one side.
    func binaryTensors(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value {
        try step(4)
        if symbol == .matrixMultiply, let a = left.tensor, let b = right.tensor {
            return .tensor(try tensorProduct(a, b))
        }
        if symbol != .matrixMultiply, let a = tensorOperand(left), let b = tensorOperand(right) {
            return .tensor(try combined(symbol, a, b))
        }
        let hint = left.isArray || right.isArray ? "; make a tensor of the array by torch.from_numpy" : ""
        let python =
            "unsupported operand type(s) for \(symbol.rawValue): '\(left.typeName)' and '\(right.typeName)'"
        throw Fault(.type, python + hint, python: python)
    }

    func combined(_ symbol: BinaryOperator, _ a: TensorOperand, _ b: TensorOperand) throws(Fault) -> TensorObject {
        var type = torchResultType([a, b])
        if symbol == .divide, !type.isFloat { type = .float32 }
        if type == .bool, symbol == .subtract { throw boolSubtraction(isMixed: false) }
        if symbol == .subtract, a.tensor.type == .bool || b.tensor.type == .bool {
            throw boolSubtraction(isMixed: true)
        }
        switch symbol {
        case .power: return try power(a, b, type)
        case .divide where a.isNumber:
            // PyTorch multiplies the number by the reciprocal.
            let reciprocal = try elementwise(.reciprocal, "ReciprocalBackward0", try converted(b, to: type))
            return try combined(.multiply, TensorOperand(tensor: reciprocal, isNumber: false, number: nil), a)
        case .floorDivide, .remainder, .bitAnd, .bitOr, .bitXor:
            return try wholeOperation(symbol, try converted(a, to: type), try converted(b, to: type), type)
        case .leftShift, .rightShift:
            throw Fault.outside(.type, "'\(symbol.rawValue)' of tensors is not part of the cell language")
        default: break
        }
        let (x, y) = (try converted(a, to: type), try converted(b, to: type))
        let (operation, name) = try tapeOperation(symbol, isReversed: a.isNumber)
        return try elementwise(operation, name, x, y)
    }

    private func boolSubtraction(isMixed: Bool) -> Fault {
        .python(
            .runtime,
            isMixed
                ? "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead."
                : "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead."
        )
    }

    private func tapeOperation(_ symbol: BinaryOperator, isReversed: Bool) throws(Fault) -> (Operation, String) {
        switch symbol {
        case .add: return (.add, "AddBackward0")
        case .subtract: return (.subtract, isReversed ? "RsubBackward1" : "SubBackward0")
        case .multiply: return (.multiply, "MulBackward0")
        case .divide: return (.divide, "DivBackward0")
        default: throw Fault.outside(.type, "'\(symbol.rawValue)' does not combine tensors")
        }
    }

    /// An operation of the tape on two tensors of one type.
    func elementwise(
        _ operation: Operation, _ name: String, _ a: TensorObject, _ b: TensorObject
    ) throws(Fault) -> TensorObject {
        let shape = try commonShape(a.shape, b.shape)
        try step(shape.count)
        let value = try torchShaped { () throws(ShapeError) in
            switch (a.values, b.values) {
            case (.float32(let x), .float32(let y)): ArrayValues.float32(try operation.values(x, y))
            case (.float64(let x), .float64(let y)): ArrayValues.float64(try operation.values(x, y))
            case (.int64(let x), .int64(let y)): ArrayValues.int64(try x.zip(y, operation.ofWholeNumbers))
            case (let x, let y):
                ArrayValues.bool(try x.flags.zip(y.flags) { operation == .add ? $0 || $1 : $0 && $1 })
            }
        }
        return try recorded(.elementwise(operation), name, [a, b], value)
    }

    /// An operation of the tape on one tensor of floats.
    func elementwise(_ operation: Operation, _ name: String, _ a: TensorObject) throws(Fault) -> TensorObject {
        try make(a.shape.count)
        try step(a.shape.count)
        switch a.values {
        case .float32(let x): return try recorded(.elementwise(operation), name, [a], .float32(operation.values(x)))
        case let x: return try recorded(.elementwise(operation), name, [a], .float64(operation.values(x.doubles)))
        }
    }

    // MARK: Powers

    private func power(_ a: TensorOperand, _ b: TensorOperand, _ type: ElementType) throws(Fault) -> TensorObject {
        if !type.isFloat {
            return try wholePower(try converted(a, to: .int64), try converted(b, to: .int64), b.isNumber)
        }
        if let exponent = b.number { return try raise(try converted(a, to: type), exponent.double) }
        return try elementwise(
            .power, a.isNumber ? "PowBackward2" : "PowBackward1", try converted(a, to: type), try converted(b, to: type)
        )
    }

    /// A tensor of floats to a fixed power.
    func raise(_ tensor: TensorObject, _ exponent: Double) throws(Fault) -> TensorObject {
        try make(tensor.shape.count)
        try step(tensor.shape.count)
        let value: ArrayValues
        switch tensor.values {
        case .float32(let x): value = .float32(x.map { powered($0, to: Float(exponent)) })
        case let x: value = .float64(x.doubles.map { powered($0, to: exponent) })
        }
        return try recorded(.raise(exponent: exponent), "PowBackward0", [tensor], value)
    }

    private func wholePower(_ a: TensorObject, _ b: TensorObject, _ isFixed: Bool) throws(Fault) -> TensorObject {
        _ = try commonShape(a.shape, b.shape)
        guard case .int64(let x) = a.values, case .int64(let y) = b.values else {
            preconditionFailure("whole powers are asked of whole numbers")
        }
        if isFixed, y.elements[0] < 0 {
            throw .python(.runtime, "Integers to negative integer powers are not allowed.")
        }
        return TensorObject(.int64(try torchShaped { () throws(ShapeError) in try x.zip(y, torchPower) }))
    }

    // MARK: Whole numbers and bits

    private func wholeOperation(
        _ symbol: BinaryOperator, _ a: TensorObject, _ b: TensorObject, _ type: ElementType
    ) throws(Fault) -> TensorObject {
        _ = try commonShape(a.shape, b.shape)
        if tracks([a, b]) {
            throw Fault.outside(.type, "'\(symbol.rawValue)' has no derivative here; detach the tensor first")
        }
        func zip<X, Y>(_ a: Tensor<X>, _ b: Tensor<X>, _ body: (X, X) -> Y) throws(Fault) -> Tensor<Y> {
            try torchShaped { () throws(ShapeError) in try a.zip(b, body) }
        }
        func isQuotient() -> Bool { symbol == .floorDivide }
        switch (a.values, b.values) {
        case (.bool(let x), .bool(let y)) where symbol.isLogical:
            return TensorObject(.bool(try zip(x, y) { symbol.combine($0, $1) }))
        case (.int64(let x), .int64(let y)) where symbol.isLogical:
            return TensorObject(
                .int64(try zip(x, y) { symbol == .bitAnd ? $0 & $1 : (symbol == .bitOr ? $0 | $1 : $0 ^ $1) }))
        case (.int64(let x), .int64(let y)):
            if y.elements.contains(0) { throw .python(.runtime, "ZeroDivisionError") }
            return TensorObject(
                .int64(
                    try zip(x, y) {
                        isQuotient() ? torchFloorDivision($0, $1).quotient : torchFloorDivision($0, $1).remainder
                    }))
        case (.float32(let x), .float32(let y)) where !symbol.isLogical:
            return TensorObject(
                .float32(try zip(x, y) { isQuotient() ? torchFloorQuotient($0, $1) : torchRemainder($0, $1) }))
        case (.float64(let x), .float64(let y)) where !symbol.isLogical:
            return TensorObject(
                .float64(try zip(x, y) { isQuotient() ? torchFloorQuotient($0, $1) : torchRemainder($0, $1) }))
        default:
            throw Fault.outside(.runtime, "'\(symbol.rawValue)' does not combine tensors of \(type.torchName)")
        }
    }
}

extension Operation {
    /// The operation on whole numbers of 64 bits, which wrap around.
    fileprivate var ofWholeNumbers: (Int64, Int64) -> Int64 {
        switch self {
        case .add: { $0 &+ $1 }
        case .subtract: { $0 &- $1 }
        case .multiply: { $0 &* $1 }
        default: preconditionFailure("other operations are computed on floats")
        }
    }
}

private func torchPower(_ base: Int64, _ exponent: Int64) -> Int64 {
    if exponent < 0 { return base == 1 ? 1 : (base == -1 ? (exponent % 2 == 0 ? 1 : -1) : 0) }
    var (result, factor, rest) = (Int64(1), base, exponent)
    while rest > 0 {
        if rest & 1 == 1 { result = result &* factor }
        factor = factor &* factor
        rest >>= 1
    }
    return result
}

private func torchFloorDivision(_ a: Int64, _ b: Int64) -> (quotient: Int64, remainder: Int64) {
    if b == -1 { return (0 &- a, 0) }
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder != 0 && (remainder < 0) != (b < 0) ? (quotient - 1, remainder + b) : (quotient, remainder)
}

/// - Source: PyTorch 2, `div_floor_floating` in `BinaryOpsKernel.cpp`.
private func torchFloorQuotient<R: Real>(_ a: R, _ b: R) -> R {
    if b == 0 { return a / b }
    let rest = R.remainder(a, b)
    var quotient = (a - rest) / b
    if rest != 0, (b < 0) != (rest < 0) { quotient -= 1 }
    if quotient == 0 { return R(signOf: a / b, magnitudeOf: 0) }
    let floor = quotient.rounded(.down)
    return quotient - floor > R(rounding: 0.5) ? floor + 1 : floor
}

private func torchRemainder<R: Real>(_ a: R, _ b: R) -> R {
    let rest = R.remainder(a, b)
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
}

extension Value {
    var isArray: Bool { if case .array = self { true } else { false } }
}
