import Tensors

/// Arithmetic on dense arrays of float64 of the same shape, or of one and a number: the bread of a training loop.
///
/// A small network does little else, so this way is kept short: one look at the types, the memory of the result, and a loop. All
/// else takes the general way.
extension Interpreter {
    /// `left symbol right`; nil for what is not this simple.
    @inline(__always)
    func denseArithmetic(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        switch (left, right) {
        case (.array(let a), .array(let b)):
            guard a.isDenseDouble, b.isDenseDouble, a.sizes == b.sizes else { return nil }
            return try dense(symbol, a, b)
        case (.array(let a), .float(let number)):
            guard a.isDenseDouble else { return nil }
            return try dense(symbol, a, number)
        case (.float(let number), .array(let b)):
            guard b.isDenseDouble else { return nil }
            return try dense(symbol, number, b)
        case (.array(let a), .int(let number)):
            guard a.isDenseDouble, symbol != .power else { return nil }
            return try dense(symbol, a, Double(number))
        case (.int(let number), .array(let b)):
            guard b.isDenseDouble else { return nil }
            return try dense(symbol, Double(number), b)
        default: return nil
        }
    }

    private func dense(_ symbol: BinaryOperator, _ a: ArrayObject, _ b: ArrayObject) throws(Fault) -> Value? {
        guard symbol.isRuleOfArithmetic else { return nil }
        let result = try like(a)
        let (x, y, target) = (a.elements(Double.self), b.elements(Double.self), result.elements(Double.self))
        switch symbol {
        case .add: for i in 0..<a.count { target[i] = x[i] + y[i] }
        case .subtract: for i in 0..<a.count { target[i] = x[i] - y[i] }
        case .multiply: for i in 0..<a.count { target[i] = x[i] * y[i] }
        default: for i in 0..<a.count { target[i] = x[i] / y[i] }
        }
        return .array(result)
    }

    private func dense(_ symbol: BinaryOperator, _ a: ArrayObject, _ number: Double) throws(Fault) -> Value? {
        guard symbol.isRuleOfArithmetic else { return nil }
        let result = try like(a)
        let (x, target) = (a.elements(Double.self), result.elements(Double.self))
        switch symbol {
        case .add: for i in 0..<a.count { target[i] = x[i] + number }
        case .subtract: for i in 0..<a.count { target[i] = x[i] - number }
        case .multiply: for i in 0..<a.count { target[i] = x[i] * number }
        default: for i in 0..<a.count { target[i] = x[i] / number }
        }
        return .array(result)
    }

    private func dense(_ symbol: BinaryOperator, _ number: Double, _ b: ArrayObject) throws(Fault) -> Value? {
        guard symbol.isRuleOfArithmetic else { return nil }
        let result = try like(b)
        let (y, target) = (b.elements(Double.self), result.elements(Double.self))
        switch symbol {
        case .add: for i in 0..<b.count { target[i] = number + y[i] }
        case .subtract: for i in 0..<b.count { target[i] = number - y[i] }
        case .multiply: for i in 0..<b.count { target[i] = number * y[i] }
        default: for i in 0..<b.count { target[i] = number / y[i] }
        }
        return .array(result)
    }

    /// An unfilled array like a dense one, accounted for.
    @inline(__always)
    func like(_ array: ArrayObject) throws(Fault) -> ArrayObject {
        let meter = session.meter
        try meter.take(Int64(array.count) * 8 + ArrayObject.weight)
        try step(Int64(1 + array.count / 16))
        return ArrayObject(unfilledLike: array, meter)
    }

    /// The product of two matrices of float64 no larger than a few rows and columns; nil for all else.
    @inline(__always)
    func smallProduct(_ left: Value, _ right: Value) throws(Fault) -> Value? {
        guard case .array(let a) = left, case .array(let b) = right, a.type == .float64, b.type == .float64,
            a.rank == 2,
            b.rank == 2
        else { return nil }
        let (rows, depth, columns) = (a.sizes[0], a.sizes[1], b.sizes[1])
        guard depth == b.sizes[0], depth > 0, rows * depth * columns <= 256 else { return nil }
        try step(Int64(1 + rows * depth * columns / 64))
        try session.meter.take(Int64(rows * columns * 8) + ArrayObject.weight)
        let result = ArrayObject(unfilledRows: rows, columns: columns, session.meter)
        let (x, y, target) = (a.elements(Double.self), b.elements(Double.self), result.elements(Double.self))
        let (xRow, xColumn, yRow, yColumn) = (a.strides[0], a.strides[1], b.strides[0], b.strides[1])
        var place = 0
        for i in 0..<rows {
            for j in 0..<columns {
                var sum = x[i * xRow] * y[j * yColumn]
                for k in 1..<depth { sum += x[i * xRow + k * xColumn] * y[k * yRow + j * yColumn] }
                target[place] = sum
                place += 1
            }
        }
        return .array(result)
    }
}

extension BinaryOperator {
    @inline(__always)
    fileprivate var isRuleOfArithmetic: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide: true
        default: false
        }
    }
}
