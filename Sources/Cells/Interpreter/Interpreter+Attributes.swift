import Diagnostics

extension Interpreter {
    /// `object.name`; a fault is placed at the name.
    func attribute(_ name: String, of object: Value, at range: SourceRange) throws(Fault) -> Value {
        try located(range) { () throws(Fault) in try attribute(name, of: object) }
    }

    /// `object.name`
    func attribute(_ name: String, of object: Value) throws(Fault) -> Value {
        switch object {
        case .array, .scalar:
            if let value = try arrayAttribute(name, of: object) { return value }
            throw missing(name, of: object, known: ArrayMethod.allNames)
        case .library(let library):
            if let value = try library.attribute(name) { return value }
            throw missing(name, of: object, known: library.attributeNames)
        case .module(let module):
            if let value = module.member(name) { return value }
            throw missing(name, of: object, known: module.names)
        case .tensor(let tensor):
            if let value = try tensorAttribute(name, of: tensor) { return value }
            if name == "__class__" { return .type(.tensor) }
            throw missing(name, of: object, known: Interpreter.tensorProperties + TensorMethod.names)
        case .torch(let torch):
            if let value = torchAttribute(name, of: torch) { return value }
            throw missing(name, of: object, known: [])
        case .network, .dataSet, .instance, .pass, .gradients, .run: return try engineAttribute(name, of: object)
        case .type(let type):
            if name == "__name__" || name == "__qualname__" { return .string(type.name) }
            if let value = builtinMethod(name, ofType: type) { return value }
            throw missing(name, of: object, known: type.methodNames)
        case .function(let function) where name == "__name__" || name == "__qualname__":
            return .string(function.shortName)
        case .object, .classObject, .parent, .closure, .method:
            if let value = try programAttribute(name, of: object) { return value }
            if let value = try special("__getattr__", object, [.string(name)]) { return value }
            throw missing(name, of: object, known: programNames(of: object))
        default:
            if name == "__class__" { return try type(of: object) }
            if let value = builtinMethod(name, of: object) ?? numberAttribute(name, of: object) { return value }
            if case .range(let range) = object, let bound = range.bound(name) { return .int(bound) }
            if case .slice(let slice) = object, let bound = slice.bound(name) {
                return bound.map { .int($0) } ?? Value.none
            }
            throw missing(name, of: object, known: object.builtinType?.methodNames ?? [])
        }
    }

    private func numberAttribute(_ name: String, of object: Value) -> Value? {
        guard let number = object.number else { return nil }
        switch (name, number) {
        case ("real", .int(let value)), ("numerator", .int(let value)): return .int(value)
        case ("imag", .int): return .int(0)
        case ("denominator", .int): return .int(1)
        case ("real", .float(let value)): return .float(value)
        case ("imag", .float): return .float(0)
        default: return nil
        }
    }

    private func missing(_ name: String, of object: Value, known: [String]) -> Fault {
        let habit = AttributeHabit(name, of: object)
        let near = habit?.name ?? (habit == nil ? nearestName(to: name, in: known) : nil)
        let hint = habit?.hint.map { "; \($0)" } ?? ""
        if case .module(let module) = object {
            return Fault(
                .attribute, "the module '\(module.rawValue)' has no '\(name)' in the cell language\(hint)",
                suggestion: near, python: "module '\(module.rawValue)' has no attribute '\(name)'",
                isOutside: module != .math || isOutside(name, of: object))
        }
        let python =
            if case .type(let type) = object {
                "type object '\(type.name)' has no attribute '\(name)'"
            } else if case .classObject(let classObject) = object {
                "type object '\(classObject.name)' has no attribute '\(name)'"
            } else {
                "'\(object.pythonTypeName)' object has no attribute '\(name)'"
            }
        // What a class of the program has is the program's own matter, but for what Python gives to each.
        let isOutside = isOutside(name, of: object)
        let place = !isOutside && (object.isObject || object.isNone) ? "" : " in the cell language"
        return Fault(
            .attribute, "\(object.quotedType) has no attribute '\(name)'\(place)\(hint)",
            suggestion: near, python: python, isOutside: isOutside)
    }

    /// Whether Python may well have an attribute that the cell language does not have.
    private func isOutside(_ name: String, of object: Value) -> Bool {
        let isSpecial = name.hasPrefix("__") && name.hasSuffix("__")
        switch object {
        case .array, .scalar, .tensor, .torch, .library, .context: return true
        case .module: return (Interpreter.ofMath + Interpreter.ofEveryObject + Interpreter.ofModules).contains(name)
        case .object(let object) where object.classObject.isException && Interpreter.ofExceptions.contains(name):
            return true
        case .object: return Interpreter.ofEveryObject.contains(name)
        case .classObject: return (Interpreter.ofEveryObject + Interpreter.ofClasses).contains(name)
        case .parent: return (Interpreter.ofEveryObject + Interpreter.ofParents).contains(name)
        case .closure, .method, .function: return isSpecial
        case .type(let type): return isSpecial || name == "mro" || type.isOutside(name)
        default: return isSpecial || object.builtinType?.isOutside(name) == true
        }
    }

    /// What Python's `math` has, here or not.
    private static let ofMath = [
        "acosh", "asinh", "atan2", "atanh", "cbrt", "comb", "copysign", "dist", "erf", "erfc", "exp2", "factorial",
        "fmod",
        "frexp", "fsum", "gamma", "gcd", "hypot", "isclose", "isqrt", "lcm", "ldexp", "lgamma", "modf", "nextafter",
        "perm", "prod", "remainder", "sumprod", "ulp",
    ]

    /// What some exceptions of Python keep beside their arguments.
    private static let ofExceptions = ["__setstate__", "msg", "name", "obj", "path", "value"]

    /// What every object of Python has and none here.
    private static let ofEveryObject = [
        "__annotations__", "__bases__", "__delattr__", "__dict__", "__dir__", "__doc__", "__format__", "__ge__",
        "__getattribute__", "__getstate__", "__gt__", "__hash__", "__init_subclass__", "__le__", "__lt__",
        "__module__", "__mro__", "__ne__", "__new__", "__qualname__", "__reduce__", "__reduce_ex__", "__setattr__",
        "__sizeof__", "__subclasshook__", "__weakref__", "__subclasses__", "__cause__", "__context__",
        "__traceback__", "__suppress_context__", "with_traceback", "add_note", "mro",
    ]

    /// What every class has besides.
    private static let ofClasses = [
        "__abstractmethods__", "__base__", "__basicsize__", "__call__", "__class__", "__dictoffset__", "__flags__",
        "__instancecheck__", "__itemsize__", "__or__", "__prepare__", "__ror__", "__subclasscheck__",
        "__text_signature__", "__weakrefoffset__",
    ]

    /// What `super()` has besides.
    private static let ofParents = ["__class__", "__get__", "__self__", "__self_class__", "__thisclass__"]

    /// What every module has besides.
    private static let ofModules = [
        "__class__", "__eq__", "__file__", "__init__", "__loader__", "__name__", "__package__", "__repr__", "__spec__",
        "__str__",
    ]
}

extension BuiltinType {
    /// Whether Python's type has a method or attribute that this one has not.
    fileprivate func isOutside(_ name: String) -> Bool {
        switch self {
        case .int, .bool:
            ["denominator", "from_bytes", "imag", "numerator", "real", "to_bytes"].contains(name)
        case .float: ["fromhex", "hex", "imag", "real"].contains(name)
        case .range: ["start", "step", "stop"].contains(name)
        case .slice: ["indices", "start", "step", "stop"].contains(name)
        case .str: ["encode", "maketrans", "translate"].contains(name)
        case .generator:
            ["close", "gi_code", "gi_frame", "gi_running", "gi_suspended", "gi_yieldfrom", "send", "throw"].contains(
                name)
        case .keysView, .valuesView, .itemsView: ["isdisjoint", "mapping"].contains(name)
        case .ndarray, .float64, .float32, .int64, .numpyBool, .tensor, .size, .dtype, .device: true
        default: false
        }
    }
}
