import Tensors

/// The names that every expression knows without importing anything.
enum Builtins {
    /// Python's own functions.
    static let functions = [
        "abs", "all", "any", "ascii", "bin", "callable", "chr", "delattr", "divmod", "format", "getattr", "hasattr",
        "hex",
        "isinstance", "issubclass", "iter", "len", "max", "min", "next", "oct", "ord", "pow", "print", "repr", "round",
        "setattr", "sorted", "sum",
    ]
    /// Python's types that have a name without importing anything.
    static let types = [
        BuiltinType.bool, .dict, .enumerate, .filter, .float, .int, .list, .map, .object, .range, .reversed, .set,
        .slice,
        .str, .tuple, .type, .zip,
    ]
    static let constants = ["Ellipsis", "NotImplemented"]
    static var python: [String] { functions + types.map { $0.name } + constants }
    /// Mathematics that Longhand offers without a module in front.
    static let mathematics =
        ElementFunction.allCases.map { $0.rawValue } + [
            "approx", "argmax", "argmin", "ceil", "e", "floor", "isclose", "pi",
        ]
    static let modules = ["math", "np", "numpy", "torch"]

    static var names: [String] { python + mathematics + modules }

    /// Whether Python knows a name without an import; the other names are there for expressions outside of cells.
    static func isPython(_ name: String) -> Bool { python.contains(name) }

    static func value(of name: String) -> Value? {
        if let type = types.first(where: { $0.rawValue == name }) { return .type(type) }
        if let function = ElementFunction(rawValue: name) { return elementwise(function, name, isNumPy: false) }
        switch name {
        case "Ellipsis": return .ellipsis
        case "NotImplemented": return .notImplemented
        case "math": return .module(.math)
        case "np", "numpy": return .module(.numpy)
        case "torch": return .module(.torch)
        case "pi": return .float(Double.pi)
        case "e": return .float(Constants.e)
        case "argmax": return reduction(.argmax, name)
        case "argmin": return reduction(.argmin, name)
        case "floor": return rounding(name, .down)
        case "ceil": return rounding(name, .up)
        default: return numberFunction(name) ?? sequenceFunction(name) ?? textFunction(name) ?? objectFunction(name)
        }
    }

    static func function(
        _ name: String, elementary: ElementFunction? = nil,
        _ body: @escaping (Call) throws(Fault) -> Value
    ) -> Value {
        .function(FunctionObject(name, elementary: elementary, body))
    }

    static func elementwise(_ function: ElementFunction, _ name: String, isNumPy: Bool) -> Value {
        self.function(name, elementary: function) { call throws(Fault) in
            // Python's log takes a base.
            if function == .log, !isNumPy, call.placed.count == 2, let x = call.placed[0].number,
                let base = call.placed[1].number
            {
                return .float(try quotient(try ElementFunction.log.ofNumber(x), try ElementFunction.log.ofNumber(base)))
            }
            return try call.interpreter.elementwise(function, try call.exactly(1)[0], isNumPy: isNumPy)
        }
    }

    static func quotient(_ x: Double, _ y: Double) throws(Fault) -> Double {
        if y == 0 { throw Arithmetic.zeroDivision("float division by zero") }
        return x / y
    }

    static func reduction(_ reduction: ArrayReduction, _ name: String) -> Value {
        function(name) { call throws(Fault) in
            let arguments = try call.arguments(["a"] + reduction.parameters)
            return try call.interpreter.reduce(
                reduction, arguments.value(0), try reduction.request(arguments, from: 1))
        }
    }

    /// `floor` and `ceil`: a whole number from a number, an array of floats from an array.
    static func rounding(_ name: String, _ rule: FloatingPointRoundingRule) -> Value {
        function(name) { call throws(Fault) in
            let value = try call.exactly(1)[0]
            if let number = value.number { return .int(try number.whole(rule)) }
            return try call.interpreter.rounded(try call.interpreter.array(of: value), rule)
        }
    }
}

enum Constants {
    static let e = 2.718281828459045
    static let tau = 2 * Double.pi
}

extension Number {
    /// The number rounded to a whole one of 64 bits.
    func whole(_ rule: FloatingPointRoundingRule) throws(Fault) -> Int64 {
        switch self {
        case .int(let value): return value
        case .float(let value):
            if value.isNaN {
                throw Fault(.value, "nan is no whole number", python: "cannot convert float NaN to integer")
            }
            if value.isInfinite {
                throw Fault(
                    .overflow, "infinity is no whole number", python: "cannot convert float infinity to integer")
            }
            guard let whole = Int64(exactly: value.rounded(rule)) else { throw Arithmetic.tooLarge }
            return whole
        }
    }
}
