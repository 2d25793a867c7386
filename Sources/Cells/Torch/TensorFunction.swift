import Networks
import Tensors

/// A function of `torch` on every element, which is a method of tensors too.
enum TensorFunction: String, CaseIterable {
    case exp, log, tanh, sigmoid, relu, sqrt, square, abs, neg, reciprocal

    static let negate = TensorFunction.neg

    /// The operation of the tape; a square is a power in PyTorch.
    var operation: Operation? {
        switch self {
        case .exp: .exp
        case .log: .log
        case .tanh: .tanh
        case .sigmoid: .sigmoid
        case .relu: .relu
        case .sqrt: .sqrt
        case .square: nil
        case .abs: .abs
        case .neg: .negate
        case .reciprocal: .reciprocal
        }
    }

    var wayBack: String {
        var bytes = Array(rawValue.utf8)
        bytes[0] -= 0x20
        return String(decoding: bytes, as: UTF8.self) + "Backward0"
    }
}

extension Interpreter {
    func tensorFunction(_ function: TensorFunction, _ tensor: TensorObject) throws(Fault) -> TensorObject {
        if !tensor.type.isFloat {
            if let whole = try wholeFunction(function, tensor) { return whole }
        }
        let floats = tensor.type.isFloat ? tensor : try converted(tensor, to: .float32)
        guard let operation = function.operation else { return try raise(floats, 2) }
        return try elementwise(operation, function.wayBack, floats)
    }

    /// What whole numbers stay whole under; nil for functions that give floats.
    private func wholeFunction(_ function: TensorFunction, _ tensor: TensorObject) throws(Fault) -> TensorObject? {
        guard [.abs, .neg, .relu, .square].contains(function) else { return nil }
        guard case .int64(let numbers) = tensor.values else {
            throw Fault.outside(.runtime, "\(function.rawValue)() is not defined for tensors of torch.bool")
        }
        try make(numbers.count)
        return TensorObject(
            .int64(
                numbers.map { n in
                    switch function {
                    case .neg: 0 &- n
                    case .relu: max(n, 0)
                    case .square: n &* n
                    default: n < 0 ? 0 &- n : n
                    }
                }))
    }

    /// Numbers outside of bounds moved to the nearest one.
    func clamped(_ tensor: TensorObject, _ lower: Number?, _ upper: Number?) throws(Fault) -> TensorObject {
        if lower == nil, upper == nil {
            throw .python(.runtime, "torch.clamp: At least one of 'min' or 'max' must not be None")
        }
        try make(tensor.shape.count)
        var tensor = tensor
        for bound in [lower, upper] {
            if case .float? = bound, !tensor.type.isFloat { tensor = try converted(tensor, to: .float32) }
        }
        let (low, high) = (lower?.double ?? -.infinity, upper?.double ?? .infinity)
        func clamp<R: Real>(_ numbers: Tensor<R>) -> Tensor<R> {
            let (low, high) = (R(rounding: low), R(rounding: high))
            return numbers.map { $0.isNaN ? $0 : min(max($0, low), high) }
        }
        let value: ArrayValues
        switch tensor.values {
        case .float32(let numbers): value = .float32(clamp(numbers))
        case .float64(let numbers): value = .float64(clamp(numbers))
        case let whole:
            let numbers = whole.wholes
            let (low, high) = (lower?.truncated ?? Int64.min, upper?.truncated ?? Int64.max)
            value = .int64(numbers.map { min(max($0, low), high) })
        }
        return try recorded(.clamp(lower: low, upper: high), "ClampBackward1", [tensor], value)
    }
}
