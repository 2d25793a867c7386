import Tensors

extension Interpreter {
    /// `left @ right`: rows times columns; a vector is a row on the left and a column on the right.
    func matrixProduct(_ left: Value, _ right: Value) throws(Fault) -> Value {
        let (a, b) = (try operand(left, "@"), try operand(right, "@"))
        if a.shape.rank == 0 || b.shape.rank == 0 {
            throw Fault(.value, "'@' multiplies arrays with axes; for a number write '*'")
        }
        try step(workOfProduct(a.shape, b.shape))
        switch a.type.promoted(with: b.type) {
        case .bool:
            let product = try product(a.wrapped, b.wrapped)
            return .fromNumPy(.bool(product.map { $0.value != 0 }))
        case .int64: return .fromNumPy(.int64(try product(a.wrapped, b.wrapped).map { $0.value }))
        case .float32:
            guard case .float32(let x) = a.converted(to: .float32), case .float32(let y) = b.converted(to: .float32)
            else {
                preconditionFailure("a conversion gives the type asked for")
            }
            return .fromNumPy(.float32(try product(x, y)))
        case .float64: return .fromNumPy(.float64(try product(a.doubles, b.doubles)))
        }
    }

    private func product<Element: Numeric>(_ a: Tensor<Element>, _ b: Tensor<Element>) throws(Fault) -> Tensor<Element>
    {
        try shaped { () throws(ShapeError) in try a.matmul(b) }
    }

    private func workOfProduct(_ a: Shape, _ b: Shape) throws(Fault) -> Int64 {
        let columns = b.rank == 1 ? 1 : b[b.rank - 1]
        let work = Shape(a.sizes + [columns]).boundedCount
        try make(work / Int64(max(1, a[a.rank - 1])))
        return work
    }
}

extension ArrayValues {
    fileprivate var wrapped: Tensor<WrappingInt> {
        guard case .int64(let tensor) = converted(to: .int64) else {
            preconditionFailure("a conversion gives the type asked for")
        }
        return tensor.map { WrappingInt(value: $0) }
    }
}

/// A whole number of 64 bits that wraps around, as NumPy's do.
struct WrappingInt: Numeric, Sendable {
    var value: Int64

    init(value: Int64) { self.value = value }
    init(integerLiteral value: Int64) { self.value = value }
    init?<T: BinaryInteger>(exactly source: T) {
        guard let value = Int64(exactly: source) else { return nil }
        self.value = value
    }

    var magnitude: UInt64 { value.magnitude }

    static func + (a: WrappingInt, b: WrappingInt) -> WrappingInt { WrappingInt(value: a.value &+ b.value) }
    static func - (a: WrappingInt, b: WrappingInt) -> WrappingInt { WrappingInt(value: a.value &- b.value) }
    static func * (a: WrappingInt, b: WrappingInt) -> WrappingInt { WrappingInt(value: a.value &* b.value) }
    static func *= (a: inout WrappingInt, b: WrappingInt) { a = a * b }
}
