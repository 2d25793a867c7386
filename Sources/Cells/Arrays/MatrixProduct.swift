import Tensors

extension Interpreter {
    /// `left @ right`: rows times columns; a vector is a row on the left and a column on the right.
    ///
    /// `result[i, j] = Σₖ left[i, k] · right[k, j]`, added from left to right. Further axes in front are stacks of matrices and are
    /// broadcast.
    func matrixProduct(_ left: Value, _ right: Value) throws(Fault) -> Value {
        let (a, b) = (try matrixOperand(left, 0), try matrixOperand(right, 1))
        switch a.type.promoted(with: b.type) {
        case .float64: return try product(a, b, Double.self)
        case .float32: return try product(a, b, Float.self)
        case .int64: return try product(a, b, WrappingInt.self)
        case .bool:
            let counts = try array(of: try product(a.converted(to: .int64), b.converted(to: .int64), WrappingInt.self))
            return .fromNumPy(counts.converted(to: .bool))
        }
    }

    private func matrixOperand(_ value: Value, _ number: Int) throws(Fault) -> ArrayObject {
        let array = try array(of: side(value, "@"))
        if array.rank == 0 {
            throw Fault(
                .value, "'@' multiplies arrays with axes; for a number write '*'",
                python:
                    "matmul: Input operand \(number) does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)"
            )
        }
        return array
    }

    private func array(of side: Side) -> ArrayObject {
        switch side {
        case .array(let array): array
        case .scalar(let scalar): scalar.array
        case .number(.int(let value)): ArrayScalar.int64(value).array
        case .number(.float(let value)): ArrayScalar.float64(value).array
        }
    }

    private func product<T: ProductElement>(_ left: ArrayObject, _ right: ArrayObject, _ type: T.Type)
        throws(Fault) -> Value
    {
        let plan = try MatrixProductPlan(left, right)
        let (a, b) = (left.converted(to: T.Stored.type), right.converted(to: T.Stored.type))
        let result = try made(T.Stored.type, plan.resultSizes)
        try step(Int64(result.count) * Int64(plan.depth))
        if result.count > 0 { plan.run(a, b, result, type) }
        return .fromNumPy(result)
    }
}

/// The shapes of a matrix product.
private struct MatrixProductPlan {
    /// What is said of shapes whose inner sizes differ.
    private static func misfit(_ a: Axes, _ b: Axes) -> Fault {
        let (columns, rows) = (a[a.count - 1], b[max(b.count - 2, 0)])
        let counts = columns == rows ? "" : ": the last axis on the left has \(columns), the one it meets has \(rows)"
        let signature = "with gufunc signature (n?,k),(k,m?)->(n?,m?)"
        return Fault(
            .value, "shapes \(a.description) and \(b.description) do not fit a matrix product\(counts)",
            python: columns == rows
                ? nil
                : "matmul: Input operand 1 has a mismatch in its core dimension 0, \(signature) "
                    + "(size \(rows) is different from \(columns))")
    }

    private(set) var resultSizes = Axes()
    private let stack: Axes
    private let rows: Int
    let depth: Int
    private let columns: Int

    init(_ a: ArrayObject, _ b: ArrayObject) throws(Fault) {
        rows = a.rank == 1 ? 1 : a.sizes[a.rank - 2]
        depth = a.sizes[a.rank - 1]
        columns = b.rank == 1 ? 1 : b.sizes[b.rank - 1]
        let fits = b.sizes[max(b.rank - 2, 0)] == depth
        guard fits, let stack = Axes.common(a.stackSizes, b.stackSizes) else {
            throw MatrixProductPlan.misfit(a.sizes, b.sizes)
        }
        self.stack = stack
        resultSizes = stack
        if a.rank > 1 { resultSizes.append(rows) }
        if b.rank > 1 { resultSizes.append(columns) }
    }

    func run<T: ProductElement>(_ a: ArrayObject, _ b: ArrayObject, _ result: ArrayObject, _ type: T.Type) {
        let right = columns > 4 && b.rank > 1 && b.strides[b.rank - 1] != 1 ? b.copied() : b
        let x = MatrixWindow(a, rowAxis: a.rank - 2, columnAxis: a.rank - 1)
        let y = MatrixWindow(right, rowAxis: max(right.rank - 2, 0), columnAxis: right.rank == 1 ? -1 : right.rank - 1)
        let (p, q) = (a.elements(T.Stored.self), right.elements(T.Stored.self))
        let target = result.elements(T.Stored.self)
        if stack.count == 0 {
            multiply(p, x, q, y, target, type)
            return
        }
        let inA = a.stackStrides(in: stack)
        let inB = right.stackStrides(in: stack)
        let places = stack.rowMajorStrides
        let lines = Lines(stack, inA, inB, places)
        lines.forEach { i, j, k in
            for place in 0..<lines.length {
                multiply(
                    p + (i + place * lines.a), x, q + (j + place * lines.b), y,
                    target + (k + place * lines.c) * rows * columns, type)
            }
        }
    }

    /// One matrix product; every sum begins with 0 and runs from left to right.
    @inline(__always)
    private func multiply<T: ProductElement>(
        _ a: UnsafeMutablePointer<T.Stored>, _ x: MatrixWindow, _ b: UnsafeMutablePointer<T.Stored>, _ y: MatrixWindow,
        _ c: UnsafeMutablePointer<T.Stored>, _ type: T.Type
    ) {
        for i in 0..<rows {
            let row = c + i * columns
            if depth == 0 || columns <= 4 || y.columnStep != 1 {
                for j in 0..<columns {
                    var sum = T.zero
                    for k in 0..<depth {
                        sum = T.sum(
                            sum, T.product(a[i * x.rowStep + k * x.columnStep], b[k * y.rowStep + j * y.columnStep]))
                    }
                    row[j] = sum
                }
            } else {
                for k in 0..<depth {
                    let factor = a[i * x.rowStep + k * x.columnStep]
                    let other = b + k * y.rowStep
                    if k == 0 {
                        for j in 0..<columns { row[j] = T.sum(T.zero, T.product(factor, other[j])) }
                    } else {
                        for j in 0..<columns { row[j] = T.sum(row[j], T.product(factor, other[j])) }
                    }
                }
            }
        }
    }
}

/// How far apart the rows and the columns of a matrix lie.
private struct MatrixWindow {
    let rowStep: Int
    let columnStep: Int

    init(_ array: ArrayObject, rowAxis: Int, columnAxis: Int) {
        rowStep = rowAxis < 0 ? 0 : array.strides[rowAxis]
        columnStep = columnAxis < 0 ? 0 : array.strides[columnAxis]
    }
}

extension ArrayObject {
    /// The sizes in front of the matrix.
    fileprivate var stackSizes: Axes {
        var stack = Axes()
        if rank > 2 {
            for axis in 0..<(rank - 2) { stack.append(sizes[axis]) }
        }
        return stack
    }

    fileprivate func stackStrides(in stack: Axes) -> Axes {
        var steps = Axes(repeating: 0, count: stack.count)
        let own = stackSizes
        for axis in own.indices where own[axis] != 1 { steps[axis + stack.count - own.count] = strides[axis] }
        return steps
    }
}

/// What a matrix product is made of; whole numbers wrap around, as NumPy's do.
private protocol ProductElement {
    associatedtype Stored: StoredElement
    static var zero: Stored { get }
    static func product(_ a: Stored, _ b: Stored) -> Stored
    static func sum(_ a: Stored, _ b: Stored) -> Stored
}

extension ProductElement where Stored == Self, Self: FloatingPoint {
    static var zero: Self { 0 }
    static func product(_ a: Self, _ b: Self) -> Self { a * b }
    static func sum(_ a: Self, _ b: Self) -> Self { a + b }
}

extension Double: ProductElement {
    typealias Stored = Double
}

extension Float: ProductElement {
    typealias Stored = Float
}

private enum WrappingInt: ProductElement {
    typealias Stored = Int64
    static var zero: Int64 { 0 }
    static func product(_ a: Int64, _ b: Int64) -> Int64 { a &* b }
    static func sum(_ a: Int64, _ b: Int64) -> Int64 { a &+ b }
}
