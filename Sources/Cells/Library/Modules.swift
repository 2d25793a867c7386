import Tensors

extension Module {
    /// The names a module has in the cell language.
    var names: [String] {
        switch self {
        case .math:
            ElementFunction.allCases.compactMap { $0.isPython ? $0.rawValue : nil }
                + [
                    "atan2", "ceil", "e", "fabs", "floor", "inf", "isclose", "isfinite", "isinf", "isnan", "nan", "pi",
                    "pow", "tau", "trunc",
                ]
        case .numpy:
            ElementFunction.allCases.compactMap { $0.numpyName } + ArrayReduction.allCases.map { $0.rawValue }
                + NumPyFunction.names
                + ["e", "inf", "nan", "newaxis", "pi"]
        }
    }

    func member(_ name: String) -> Value? {
        guard names.contains(name) else { return nil }
        switch self {
        case .math: return mathMember(name)
        case .numpy: return numpyMember(name)
        }
    }

    private func constant(_ name: String) -> Value? {
        switch name {
        case "pi": .float(Double.pi)
        case "e": .float(Constants.e)
        case "inf": .float(Double.infinity)
        case "nan": .float(Double.nan)
        default: nil
        }
    }

    private func mathMember(_ name: String) -> Value? {
        let path = "math." + name
        if let value = constant(name) { return value }
        if let function = ElementFunction(rawValue: name) {
            return ofOneNumber(path) { (x) throws(Fault) in .float(try function.ofNumber(x)) }
        }
        switch name {
        case "tau": return .float(Constants.tau)
        case "floor": return ofOneNumber(path) { (x) throws(Fault) in .int(try x.whole(.down)) }
        case "ceil": return ofOneNumber(path) { (x) throws(Fault) in .int(try x.whole(.up)) }
        case "trunc": return ofOneNumber(path) { (x) throws(Fault) in .int(try x.whole(.towardZero)) }
        case "fabs": return ofOneNumber(path) { (x) throws(Fault) in .float(x.double.magnitude) }
        case "isnan": return ofOneNumber(path) { (x) throws(Fault) in .bool(x.double.isNaN) }
        case "isinf": return ofOneNumber(path) { (x) throws(Fault) in .bool(x.double.isInfinite) }
        case "isfinite": return ofOneNumber(path) { (x) throws(Fault) in .bool(x.double.isFinite) }
        case "isclose": return Builtins.function(path, Builtins.isClose)
        case "atan2": return ofTwoNumbers(path) { (y, x) throws(Fault) in .float(Double.atan2(y, x)) }
        case "pow":
            return ofTwoNumbers(path) { (x, y) throws(Fault) in
                guard case .float(let value) = try Arithmetic.apply(.power, .float(x), .float(y)) else { return nil }
                return .float(value)
            }
        default: return nil
        }
    }

    private func ofOneNumber(_ name: String, _ body: @escaping (Number) throws(Fault) -> Value) -> Value {
        Builtins.function(name) { call throws(Fault) in
            if name == "math.log", call.placed.count == 2 {
                let (x, base) = (try call.number(0), try call.number(1))
                let divisor = try ElementFunction.log.ofNumber(base)
                if divisor == 0 { throw Arithmetic.zeroDivision }
                return .float(try ElementFunction.log.ofNumber(x) / divisor)
            }
            _ = try call.exactly(1)
            return try body(try call.number(0))
        }
    }

    private func ofTwoNumbers(_ name: String, _ body: @escaping (Double, Double) throws(Fault) -> Value?) -> Value {
        Builtins.function(name) { call throws(Fault) in
            _ = try call.exactly(2)
            return try body(try call.number(0).double, try call.number(1).double) ?? .none
        }
    }

    private func numpyMember(_ name: String) -> Value? {
        let path = "np." + name
        if let value = constant(name) { return value }
        if name == "newaxis" { return Value.none }
        if let function = ElementFunction.allCases.first(where: { $0.numpyName == name }) {
            return Builtins.elementwise(function, path, isNumPy: true)
        }
        if let reduction = ArrayReduction(rawValue: name) { return Builtins.reduction(reduction, path) }
        return NumPyFunction.value(of: name)
    }
}

extension Call {
    /// The number given at a place.
    func number(_ place: Int) throws(Fault) -> Number {
        if case .array(let array) = placed[place], array.values.shape.count == 1 {
            return array.values.scalar(at: 0).number
        }
        guard let number = placed[place].anyNumber else {
            throw Fault(.type, "\(function)() takes numbers, not a '\(placed[place].typeName)'")
        }
        return number
    }
}
