/// The methods of Python's own types.
extension BuiltinType {
    var methodNames: [String] {
        switch self {
        case .str: StringMethod.allCases.map { $0.rawValue }
        case .list: ListMethod.allCases.map { $0.rawValue }
        case .tuple, .range: ListMethod.ofTuples.map { $0.rawValue }
        case .dict: DictMethod.allCases.map { $0.rawValue }
        case .set: SetMethod.allCases.map { $0.rawValue }
        case .int, .float, .bool: NumberMethod.allCases.filter { $0.belongs(to: self) }.map { $0.rawValue }
        case .keysView, .itemsView: ["isdisjoint"]
        default: []
        }
    }
}

extension Interpreter {
    /// Calls a method of one of Python's own types without making an object of it first.
    ///
    /// - Returns: nil when the value has no method of that name.
    func callMethod(_ name: String, of object: Value, _ call: Call) throws(Fault) -> Value? {
        switch object {
        case .string(let text): return try StringMethod(rawValue: name)?.call(on: text, call)
        case .list(let list): return try ListMethod(rawValue: name)?.call(on: list, call)
        case .dict(let dict): return try DictMethod(rawValue: name)?.call(on: dict, call)
        case .set(let set): return try SetMethod(rawValue: name)?.call(on: set, call)
        case .tuple(let items):
            guard let method = ListMethod(rawValue: name), ListMethod.ofTuples.contains(method) else { return nil }
            return try method.search(items, "tuple", call)
        case .range:
            guard let method = ListMethod(rawValue: name), ListMethod.ofTuples.contains(method) else { return nil }
            return try method.search(try items(of: object), "range", call)
        case .int, .float, .bool:
            guard let method = NumberMethod(rawValue: name), let type = object.builtinType, method.belongs(to: type)
            else { return nil }
            return try method.call(on: object, call)
        case .view(let view) where name == "isdisjoint" && view.part != .values:
            return .bool(try asSet(object).intersection(asSet(try call.exactly(1)[0])).count == 0)
        default: return nil
        }
    }

    /// A method bound to its object; nil when there is none of that name.
    func builtinMethod(_ name: String, of object: Value) -> Value? {
        guard let type = object.builtinType, type.methodNames.contains(name) else { return nil }
        return .function(
            FunctionObject(name, of: object) { call throws(Fault) in
                try call.interpreter.callMethod(name, of: object, call) ?? .none
            })
    }

    /// `str.upper`: a method that takes its object as its first argument, or a method of the type itself.
    func builtinMethod(_ name: String, ofType type: BuiltinType) -> Value? {
        guard type.methodNames.contains(name) else { return nil }
        if type == .dict, name == "fromkeys" { return Builtins.function(name, DictMethod.fromKeys) }
        let path = "\(type.name).\(name)"
        return Builtins.function(path) { call throws(Fault) in
            guard let object = call.placed.first else {
                throw Fault(
                    .type, "\(path)() needs \(type.name == "int" ? "an" : "a") \(type.name)",
                    python: "unbound method \(path)() needs an argument")
            }
            guard object.builtinType?.isSubtype(of: type) == true else {
                throw Fault(
                    .type, "\(path)() is for a '\(type.name)', not for \(object.quotedType)",
                    python:
                        "descriptor '\(name)' for '\(type.name)' objects doesn't apply to a '\(object.typeName)' object"
                )
            }
            let rest = Call(
                function: path, placed: Array(call.placed.dropFirst()), named: call.named, interpreter: call.interpreter
            )
            return try call.interpreter.callMethod(name, of: object, rest) ?? .none
        }
    }
}

/// What numbers have behind a dot.
enum NumberMethod: String, CaseIterable {
    case bitCount = "bit_count"
    case bitLength = "bit_length"
    case conjugate
    case isInteger = "is_integer"
    case asIntegerRatio = "as_integer_ratio"

    func belongs(to type: BuiltinType) -> Bool {
        switch self {
        case .bitCount, .bitLength: type.isSubtype(of: .int)
        case .isInteger: type == .float
        case .conjugate, .asIntegerRatio: true
        }
    }

    func call(on value: Value, _ call: Call) throws(Fault) -> Value {
        _ = try call.exactly(0)
        switch (self, value.number) {
        case (.bitCount, .int(let number)?): return .count(number.magnitude.nonzeroBitCount)
        case (.bitLength, .int(let number)?): return .count(64 - number.magnitude.leadingZeroBitCount)
        case (.asIntegerRatio, .int(let number)?): return .tuple([.int(number), .int(1)])
        case (.asIntegerRatio, .float(let number)?): return try ratio(number)
        case (.isInteger, .float(let number)?): return .bool(number.isFinite && number == number.rounded(.down))
        case (.conjugate, .int(let number)?): return .int(number)
        case (.conjugate, .float(let number)?): return .float(number)
        default: return .none
        }
    }

    private func ratio(_ number: Double) throws(Fault) -> Value {
        if number.isNaN { throw Fault.python(.value, "cannot convert NaN to integer ratio") }
        if number.isInfinite { throw Fault.python(.overflow, "cannot convert Infinity to integer ratio") }
        if number == 0 { return .tuple([.int(0), .int(1)]) }
        // The number is a whole one of 53 bits, here odd, times a power of two.
        let significand = Int64(number.significandBitPattern) | (number.isNormal ? 1 << 52 : 0)
        let spare = significand.trailingZeroBitCount
        let exponent = Int(number.isNormal ? number.exponent : -1022) - 52 + spare
        let odd = (significand >> Int64(spare)) * (number < 0 ? -1 : 1)
        if exponent <= 0 {
            if exponent < -62 { throw Arithmetic.tooLarge }
            return .tuple([.int(odd), .int(1 << Int64(-exponent))])
        }
        let whole = exponent > 62 ? 0 : odd << Int64(exponent)
        if exponent > 62 || whole >> Int64(exponent) != odd { throw Arithmetic.tooLarge }
        return .tuple([.int(whole), .int(1)])
    }
}
