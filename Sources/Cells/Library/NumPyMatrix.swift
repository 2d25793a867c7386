import Tensors

/// The functions of NumPy that multiply matrices and look at their parts.
enum NumPyMatrix: String, CaseIterable {
    case dot, matmul, inner, outer, vdot
    case trace, diag, diagonal, triu, tril

    func call(_ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch self {
        case .matmul:
            let arguments = try call.exactly(2)
            return try interpreter.matrixProduct(arguments[0], arguments[1])
        case .dot:
            let arguments = try call.exactly(2)
            return try interpreter.dotProduct(arguments[0], arguments[1])
        case .vdot:
            let (a, b) = try pair(call)
            if a.count != b.count {
                throw Fault(
                    .value, "np.vdot() takes arrays of as many elements, not \(a.count) and \(b.count)",
                    python: "cannot reshape array of size \(b.count) into shape (\(a.count),)")
            }
            return try interpreter.matrixProduct(.array(a.flat), .array(b.flat))
        case .inner:
            let (a, b) = try pair(call)
            if a.rank == 0 || b.rank == 0 { return try interpreter.binaryArrays(.multiply, .array(a), .array(b)) }
            return try interpreter.productOfRows(a, b, along: b.rank - 1)
        case .outer:
            let (a, b) = try pair(call)
            return try interpreter.binaryArrays(
                .multiply, .array(a.flat.expanded(at: [1])), .array(b.flat.expanded(at: [0])))
        case .trace:
            let diagonal = try interpreter.diagonal(try interpreter.array(of: try call.exactly(1)[0]), 0)
            return try interpreter.reduce(.sum, .array(diagonal), ReductionRequest(axis: .int(-1)))
        case .diag, .diagonal:
            let arguments = try call.arguments(self == .diag ? ["v", "k"] : ["a", "offset"])
            let (array, shift) = (try arguments.array(0), Int(clamping: try arguments.wholeNumber(1) ?? 0))
            if array.rank > 2, self == .diag {
                throw Fault(.value, "np.diag() takes a vector or a matrix", python: "Input must be 1- or 2-d.")
            }
            if array.rank == 1, self == .diag { return .array(try onDiagonal(array, shift, call)) }
            return .array(try interpreter.diagonal(array, shift).copied())
        case .triu, .tril: return try triangle(call)
        }
    }

    private func pair(_ call: Call) throws(Fault) -> (ArrayObject, ArrayObject) {
        let arguments = try call.exactly(2)
        return (try call.interpreter.array(of: arguments[0]), try call.interpreter.array(of: arguments[1]))
    }

    /// A matrix of zeros with a vector on one of its diagonals.
    private func onDiagonal(_ array: ArrayObject, _ shift: Int, _ call: Call) throws(Fault) -> ArrayObject {
        let (size, overflow) = array.count.addingReportingOverflow(Int(clamping: shift.magnitude))
        let side = overflow ? Int.max : size
        let result = try call.interpreter.made(array.type, [side, side])
        result.assign(.int64(0))
        try call.interpreter.diagonal(result, shift).assign(array)
        return result
    }

    private func triangle(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["m", "k"])
        var array = try arguments.array(0)
        let shift = try arguments.wholeNumber(1) ?? 0
        if array.rank == 0 { throw Fault.outside(.value, "\(call.function)() takes an array with axes") }
        if array.rank == 1 { array = array.stretched(to: [array.count, array.count]) }
        let result = try call.interpreter.made(array.type, array.sizes)
        result.assign(array)
        try call.interpreter.step(array.count / 8)
        let (rows, columns) = (array.sizes[array.rank - 2], array.sizes[array.rank - 1])
        for place in 0..<result.count {
            let distance = Int64(place % columns) - Int64(place / columns % rows)
            if self == .triu ? distance < shift : distance > shift { result.put(.int64(0), at: place) }
        }
        return .array(result)
    }
}

extension Interpreter {
    /// NumPy's `dot`: like `@`, and a product where one side is a number.
    func dotProduct(_ left: Value, _ right: Value) throws(Fault) -> Value {
        let (a, b) = (try array(of: left), try array(of: right))
        if a.rank == 0 || b.rank == 0 { return try binaryArrays(.multiply, left.asNumPy(a), right.asNumPy(b)) }
        if b.rank > 2 { return try productOfRows(a, b, along: b.rank - 2) }
        let axis = max(b.rank - 2, 0)
        if a.sizes[a.rank - 1] != b.sizes[axis] { throw Interpreter.notAligned(a.sizes, b.sizes, axis) }
        return try matrixProduct(.array(a), .array(b))
    }

    fileprivate static func notAligned(_ a: Axes, _ b: Axes, _ axis: Int) -> Fault {
        let (depth, other) = (a[a.count - 1], b[axis])
        return Fault(
            .value, "shapes \(a.description) and \(b.description) do not fit a matrix product",
            python:
                "shapes \(a.numpyText) and \(b.numpyText) not aligned: \(depth) (dim \(a.count - 1)) != \(other) (dim \(axis))"
        )
    }

    /// The products of all lines of `a` along its last axis with all lines of `b` along another.
    func productOfRows(_ a: ArrayObject, _ b: ArrayObject, along axis: Int) throws(Fault) -> Value {
        var order = Array(b.sizes.indices)
        order.insert(order.remove(at: axis), at: 0)
        let turned = b.transposed(Axes(order))
        var sizes = a.sizes
        sizes.remove(at: a.rank - 1)
        for rest in 1..<b.rank {
            if sizes.count == Axes.limit { throw Interpreter.tooManyAxes }
            sizes.append(turned.sizes[rest])
        }
        let depth = a.sizes[a.rank - 1]
        if turned.sizes[0] != depth {
            throw Interpreter.notAligned(a.sizes, b.sizes, axis)
        }
        let (rows, columns) = (a.count / max(depth, 1), b.count / max(depth, 1))
        if depth == 0 { return .array(try filled(sizes, a.type.promoted(with: b.type))) }
        let product = try matrixProduct(.array(a.reshaped([rows, depth])), .array(turned.reshaped([depth, columns])))
        return .fromNumPy(try array(of: product).reshaped(sizes))
    }

    private func filled(_ sizes: Axes, _ type: ElementType) throws(Fault) -> ArrayObject {
        let made = try made(type, sizes)
        made.assign(.int64(0))
        return made
    }

    /// A view of a diagonal of the first two axes; further axes go in front.
    func diagonal(_ array: ArrayObject, _ shift: Int) throws(Fault) -> ArrayObject {
        if array.rank < 2 {
            throw Fault(
                .value, "a diagonal is a part of a matrix", python: "diag requires an array of at least two dimensions")
        }
        var (sizes, strides) = (Axes(), Axes())
        for axis in 2..<array.rank {
            sizes.append(array.sizes[axis])
            strides.append(array.strides[axis])
        }
        let (rows, columns) = (array.sizes[0], array.sizes[1])
        let length =
            shift >= 0
            ? min(rows, max(columns - min(shift, columns), 0)) : min(columns, max(rows + max(shift, -rows), 0))
        sizes.append(length)
        strides.append(array.strides[0] + array.strides[1])
        let start = length == 0 ? 0 : shift >= 0 ? shift * array.strides[1] : -shift * array.strides[0]
        return ArrayObject(viewOf: array, start: start, sizes, strides)
    }
}

extension Value {
    /// The value itself where it is one of NumPy's, else the scalar or array NumPy makes of it.
    fileprivate func asNumPy(_ array: ArrayObject) -> Value { isNumPy ? self : .fromNumPy(array) }
}
