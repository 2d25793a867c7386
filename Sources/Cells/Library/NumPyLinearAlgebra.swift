import Tensors

/// The functions of `np.linalg`.
enum NumPyLinearAlgebra: String, CaseIterable {
    case norm

    func call(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["x", "ord", "axis", "keepdims"])
        let interpreter = call.interpreter
        let array = try interpreter.floating(try arguments.array(0), call.function)
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
        let axes = arguments[2] ?? (array.rank == 2 ? .tuple([.int(0), .int(1)]) : .int(0))
        var request = ReductionRequest(axis: axes, keepsAxes: keepsAxes)
        if case .tuple(let several) = axes, several.count != 1 {
            if several.count != 2 || kind != nil {
                throw Fault(.value, "of norms of matrices the cell language has the Frobenius norm alone")
            }
            return try root(try squares(array, request, interpreter), interpreter)
        }
        if array.rank == 0 { request.axis = nil }
        guard let order = kind?.anyNumber?.double ?? (kind == nil ? 2 : nil) else {
            throw Fault(.value, "'ord' is a number here, or 'fro'")
        }
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
