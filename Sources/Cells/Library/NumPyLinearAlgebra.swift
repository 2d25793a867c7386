import Tensors

/// The functions of `np.linalg`.
enum NumPyLinearAlgebra: String, CaseIterable {
    case norm

    func call(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["x", "ord", "axis", "keepdims"])
        let interpreter = call.interpreter
        let given = try arguments.array(0)
        let array = given.type.isFloating ? given : given.converted(to: .float64)
        let keepsAxes = try arguments.flag(3)
        var kind = arguments[1]
        if case .string(let name)? = kind, name == "fro" { kind = nil }
        if kind == nil, arguments[2] == nil {
            // The length of all elements as one vector.
            let flat = Value.array(array.flat)
            let length = try root(try interpreter.matrixProduct(flat, flat), interpreter)
            if !keepsAxes { return length }
            return .fromNumPy(try interpreter.array(of: length).reshaped(Axes(repeating: 1, count: array.rank)))
        }
        if let axis = arguments[2], array.rank == 0 { _ = try interpreter.axis(axis, rank: 0, of: array) }
        let axes = arguments[2] ?? .tuple(array.sizes.indices.map { .count($0) })
        if case .tuple(let several) = axes, several.count != 1 {
            return try matrixNorm(array, axes: several, kind, keepsAxes, interpreter)
        }
        let request = ReductionRequest(axis: axes, keepsAxes: keepsAxes)
        guard let order = kind?.anyNumber?.double ?? (kind == nil ? 2 : nil) else {
            throw Fault.outside(.value, "'ord' of a norm of vectors is a number")
        }
        return try vectorNorm(array, order, request, interpreter)
    }

    /// The Frobenius norm of matrices, the largest or smallest sum of a column (1, −1) or of a row (inf, −inf).
    private func matrixNorm(
        _ array: ArrayObject, axes: [Value], _ kind: Value?, _ keepsAxes: Bool, _ interpreter: Interpreter
    ) throws(Fault) -> Value {
        guard axes.count == 2 else {
            throw Fault(
                .value, "a norm is one of vectors or of matrices", python: "Improper number of dimensions to norm.")
        }
        guard let kind else {
            let request = ReductionRequest(axis: .tuple(axes), keepsAxes: keepsAxes)
            return try root(try squares(array, request, interpreter), interpreter)
        }
        let order = kind.anyNumber?.double ?? 0
        guard order == 1 || order == -1 || order.isInfinite else {
            throw Fault.outside(.value, "of norms of matrices the cell language has 'fro', 1, -1, np.inf and -np.inf")
        }
        let (summed, compared) = order.isInfinite ? (axes[1], axes[0]) : (axes[0], axes[1])
        let sums = try interpreter.reduce(
            .sum, try interpreter.absolute(array), ReductionRequest(axis: summed, keepsAxes: true))
        let extreme = try interpreter.reduce(
            order > 0 ? .max : .min, sums, ReductionRequest(axis: compared, keepsAxes: true))
        if keepsAxes { return extreme }
        return try interpreter.reduce(.max, extreme, ReductionRequest(axis: .tuple(axes)))
    }

    /// `(Σ |x|ⁿ)^(1/n)` along an axis, with its limits.
    private func vectorNorm(
        _ array: ArrayObject, _ order: Double, _ request: ReductionRequest, _ interpreter: Interpreter
    ) throws(Fault) -> Value {
        let magnitudes = try interpreter.absolute(array)
        switch order {
        case .infinity: return try interpreter.reduce(.max, magnitudes, request)
        case -.infinity: return try interpreter.reduce(.min, magnitudes, request)
        case 0:
            guard let isSet = try interpreter.compareArrays(.notEqual, .array(array), .int(0)) else { return .none }
            let floats = try interpreter.array(of: isSet).converted(to: array.type)
            return try interpreter.reduce(.sum, .array(floats), request)
        case 1: return try interpreter.reduce(.sum, magnitudes, request)
        case 2: return try root(try squares(array, request, interpreter), interpreter)
        default:
            let powers = try interpreter.binaryArrays(.power, magnitudes, .float(order))
            let sum = try interpreter.reduce(.sum, powers, request)
            return try interpreter.binaryArrays(.power, sum, .float(1 / order))
        }
    }

    private func squares(
        _ array: ArrayObject, _ request: ReductionRequest, _ interpreter: Interpreter
    ) throws(Fault) -> Value {
        try interpreter.reduce(
            .sum, try interpreter.binaryArrays(.multiply, .array(array), .array(array)), request)
    }

    private func root(_ value: Value, _ interpreter: Interpreter) throws(Fault) -> Value {
        try interpreter.elementwise(.sqrt, value, isNumPy: true)
    }
}
