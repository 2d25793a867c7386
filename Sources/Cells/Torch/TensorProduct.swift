import Networks
import Tensors

extension Interpreter {
    /// `a @ b`: a vector is a row on the left and a column on the right.
    func tensorProduct(_ a: TensorObject, _ b: TensorObject) throws(Fault) -> TensorObject {
        if a.shape.rank == 0 || b.shape.rank == 0 {
            throw .python(
                .runtime,
                "both arguments to matmul need to be at least 1D, but they are \(decimal(a.shape.rank))D and \(decimal(b.shape.rank))D"
            )
        }
        // PyTorch looks at the sizes of a matrix and a vector before it looks at their types.
        if b.shape.rank == 1, a.shape.rank == 2 { try checkShapes(a.shape, b.shape) }
        try checkTypes(a, b)
        try checkShapes(a.shape, b.shape)
        let columns = b.shape.rank == 1 ? 1 : b.shape[b.shape.rank - 1]
        let work = Shape(a.shape.sizes + [columns]).boundedCount
        try make(work / Int64(max(1, a.shape[a.shape.rank - 1])))
        try step(work)
        let value = try torchShaped { () throws(ShapeError) in
            switch (a.values, b.values) {
            case (.float32(let x), .float32(let y)): ArrayValues.float32(try x.matmul(y))
            case (.float64(let x), .float64(let y)): ArrayValues.float64(try x.matmul(y))
            case (let x, let y): ArrayValues.int64(try x.wrapping.matmul(y.wrapping).map { $0.value })
            }
        }
        return try recorded(.matrixProduct, wayBack(a.shape.rank, b.shape.rank), [a, b], value)
    }

    private func wayBack(_ left: Int, _ right: Int) -> String {
        switch (left, right) {
        case (1, 1): "DotBackward0"
        case (2, 1): "MvBackward0"
        case (1, 2): "SqueezeBackward4"
        case (2, 2): "MmBackward0"
        default: "UnsafeViewBackward0"
        }
    }

    private func checkTypes(_ a: TensorObject, _ b: TensorObject) throws(Fault) {
        if a.type == b.type {
            if a.type == .bool { throw Fault.outside(.runtime, "'@' is not defined for tensors of torch.bool") }
            return
        }
        if a.shape.rank == 1, b.shape.rank == 1 {
            throw .python(
                .runtime,
                "dot : expected both vectors to have same dtype, but found \(a.type.scalarTypeName) and \(b.type.scalarTypeName)"
            )
        }
        throw .python(
            .runtime, "expected m1 and m2 to have the same dtype, but got: \(a.type.nameInC) != \(b.type.nameInC)")
    }

    private func checkShapes(_ a: Shape, _ b: Shape) throws(Fault) {
        let inner = b[max(b.rank - 2, 0)]
        if a[a.rank - 1] == inner { return }
        let (m, n) = (decimal(a[a.rank - 1]), decimal(inner))
        switch (a.rank, b.rank) {
        case (1, 1):
            throw .python(
                .runtime,
                "inconsistent tensor size, expected tensor [\(m)] and src [\(n)] to have the same number of elements, but got \(m) and \(n) elements respectively"
            )
        case (2, 1):
            throw .python(
                .runtime, "size mismatch, got input (\(decimal(a[0]))), mat (\(decimal(a[0]))x\(m)), vec (\(n))")
        case (1, 2), (2, 2):
            let rows = a.rank == 1 ? "1" : decimal(a[0])
            throw .python(
                .runtime, "mat1 and mat2 shapes cannot be multiplied (\(rows)x\(m) and \(n)x\(decimal(b[1])))")
        default: throw Fault(.runtime, ShapeError(.matrixProduct, a, b).message)
        }
    }
}

extension ElementType {
    fileprivate var nameInC: String {
        switch self {
        case .bool: "bool"
        case .int64: "long int"
        case .float32: "float"
        case .float64: "double"
        }
    }
}

/// A whole number of 64 bits that wraps around, as PyTorch's do.
private struct WrappingNumber: Numeric {
    var value: Int64

    init(value: Int64) { self.value = value }
    init(integerLiteral value: Int64) { self.value = value }
    init?<T: BinaryInteger>(exactly source: T) {
        guard let value = Int64(exactly: source) else { return nil }
        self.value = value
    }

    var magnitude: UInt64 { value.magnitude }

    static func + (a: WrappingNumber, b: WrappingNumber) -> WrappingNumber { WrappingNumber(value: a.value &+ b.value) }
    static func - (a: WrappingNumber, b: WrappingNumber) -> WrappingNumber { WrappingNumber(value: a.value &- b.value) }
    static func * (a: WrappingNumber, b: WrappingNumber) -> WrappingNumber { WrappingNumber(value: a.value &* b.value) }
    static func *= (a: inout WrappingNumber, b: WrappingNumber) { a = a * b }
}

extension ArrayValues {
    fileprivate var wrapping: Tensor<WrappingNumber> { wholes.map { WrappingNumber(value: $0) } }
}
