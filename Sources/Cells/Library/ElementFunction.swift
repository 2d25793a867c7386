import Tensors

/// A mathematical function of one number, applied to every element of an array.
enum ElementFunction: String, CaseIterable {
    case exp, expm1, log, log1p, log2, log10, sqrt
    case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
    case sigmoid, softplus, relu

    /// Its name in NumPy; nil for what NumPy does not have.
    var numpyName: String? {
        switch self {
        case .asin: "arcsin"
        case .acos: "arccos"
        case .atan: "arctan"
        case .sigmoid, .softplus, .relu: nil
        default: rawValue
        }
    }

    var isPython: Bool { numpyName != nil }

    /// What one element costs in steps; angles far from 0 are brought near it digit by digit.
    var cost: Int {
        switch self {
        case .sin, .cos, .tan: 2
        default: 1
        }
    }

    func apply<T: Real>(_ x: T) -> T {
        switch self {
        case .exp: T.exp(x)
        case .expm1: T.expm1(x)
        case .log: T.log(x)
        case .log1p: T.log1p(x)
        case .log2: T.log2(x)
        case .log10: T.log10(x)
        case .sqrt: T.sqrt(x)
        case .sin: T.sin(x)
        case .cos: T.cos(x)
        case .tan: T.tan(x)
        case .asin: T.asin(x)
        case .acos: T.acos(x)
        case .atan: T.atan(x)
        case .sinh: T.sinh(x)
        case .cosh: T.cosh(x)
        case .tanh: T.tanh(x)
        case .sigmoid: T.sigmoid(x)
        case .softplus: T.softplus(x)
        case .relu: x > 0 ? x : (x.isNaN ? x : 0)
        }
    }

    /// For a Python number, as Python's `math` does it: what has no value is a fault.
    func ofNumber(_ number: Number) throws(Fault) -> Double {
        let x = number.double
        let y = apply(x)
        if y.isNaN && !x.isNaN || y.isInfinite && x.isFinite && isLogarithm {
            throw Fault(
                .value, "\(rawValue)() is not defined for \(pythonRepr(x))", python: "math domain error")
        }
        if y.isInfinite, x.isFinite {
            throw Fault(
                .overflow, "\(rawValue)(\(pythonRepr(x))) is too large for a float", python: "math range error")
        }
        return y
    }

    private var isLogarithm: Bool { self == .log || self == .log1p || self == .log2 || self == .log10 }
}

extension Interpreter {
    /// A function of numbers on a number, an array, or nested lists.
    func elementwise(_ function: ElementFunction, _ value: Value, isNumPy: Bool) throws(Fault) -> Value {
        if !isNumPy, let number = value.number { return .float(try function.ofNumber(number)) }
        if case .array(let array) = value, array.isDenseDouble {
            let result = try like(array)
            let (source, target) = (array.elements(Double.self), result.elements(Double.self))
            try step(function.cost * array.count)
            if function == .exp {
                for place in 0..<array.count { target[place] = Double.exp(source[place]) }
            } else {
                for place in 0..<array.count { target[place] = function.apply(source[place]) }
            }
            return .array(result)
        }
        guard value.isArrayLike else {
            throw Fault(
                .type, "\(function.rawValue)() takes numbers and arrays, not \(value.quotedType)",
                python: isNumPy ? nil : "must be real number, not \(value.typeName)",
                isOutside: isNumPy ? value.isObject : value.hasNumberMethod)
        }
        let array = try floating(try array(of: value), "np.\(function.numpyName ?? function.rawValue)")
        let result = try made(array.type, array.sizes)
        try step(function.cost * array.count)
        if array.type == .float32 {
            result.fill(from: array) { (x: Float) in function.apply(x) }
        } else {
            result.fill(from: array) { (x: Double) in function.apply(x) }
        }
        return .fromNumPy(result)
    }
}
