extension Builtins {
    /// `isinstance issubclass callable hasattr getattr setattr delattr`
    static func objectFunction(_ name: String) -> Value? {
        switch name {
        case "isinstance":
            function(name) { call throws(Fault) in
                let arguments = try call.exactly(2)
                return .bool(try call.interpreter.isInstance(arguments[0], of: arguments[1]))
            }
        case "issubclass":
            function(name) { call throws(Fault) in
                let arguments = try call.exactly(2)
                return .bool(try call.interpreter.isSubclass(arguments[0], of: arguments[1]))
            }
        case "callable":
            function(name) { call throws(Fault) in .bool(call.interpreter.isCallable(try call.exactly(1)[0])) }
        case "hasattr":
            function(name) { call throws(Fault) in
                let arguments = try call.exactly(2)
                return .bool(try attribute(arguments[0], try attributeName(arguments[1], call), call) != nil)
            }
        case "getattr":
            function(name) { call throws(Fault) in
                let arguments = try call.positional(["object", "name", "default"], required: 2)
                let (object, name) = (arguments[0] ?? .none, try attributeName(arguments[1] ?? .none, call))
                guard let absent = arguments[2] else { return try call.interpreter.attribute(name, of: object) }
                return try attribute(object, name, call) ?? absent
            }
        case "setattr":
            function(name) { call throws(Fault) in
                let arguments = try call.exactly(3)
                let name = try attributeName(arguments[1], call)
                try call.interpreter.setAttribute(name, of: arguments[0], to: arguments[2])
                return .none
            }
        case "delattr":
            function(name) { call throws(Fault) in
                let arguments = try call.exactly(2)
                try call.interpreter.deleteAttribute(try attributeName(arguments[1], call), of: arguments[0])
                return .none
            }
        default: nil
        }
    }

    static func attributeName(_ value: Value, _ call: Call) throws(Fault) -> String {
        if case .string(let name) = value { return name }
        throw Fault(
            .type, "\(call.function)() takes the name of an attribute as a string, not \(value.typeWithArticle)",
            python: "attribute name must be string, not '\(value.typeName)'")
    }

    /// An attribute; nil when there is none of that name.
    private static func attribute(_ object: Value, _ name: String, _ call: Call) throws(Fault) -> Value? {
        do throws(Fault) {
            return try call.interpreter.attribute(name, of: object)
        } catch {
            if error.kind != .attribute || error.isOutside { throw error }
            return nil
        }
    }
}

extension Interpreter {
    /// Whether the class of an object has a special method.
    func hasSpecial(_ name: String, _ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return object.classObject.value(of: name) != nil
    }

    /// Python's `callable`.
    func isCallable(_ value: Value) -> Bool {
        switch value {
        case .function, .type, .closure, .method, .classObject: true
        case .object(let object): object.classObject.value(of: "__call__") != nil
        default: false
        }
    }
}
