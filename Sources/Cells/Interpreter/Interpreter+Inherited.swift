/// What every class inherits from `object`, and every exception from `BaseException`.
extension Interpreter {
    /// A method that a class has without defining it; nil when there is none of that name.
    ///
    /// - Parameter object: what it is bound to; nil when it takes the object as its first argument.
    func inherited(_ name: String, of object: Value?) -> Value? {
        switch name {
        case "__init__":
            method(name, of: object) { interpreter, instance, call throws(Fault) in
                try interpreter.initialize(instance, call.placed, call)
            }
        case "__repr__":
            method(name, of: object) { interpreter, instance, _ throws(Fault) in
                .string(try interpreter.plainText(of: instance, isRepr: true))
            }
        case "__str__":
            method(name, of: object) { interpreter, instance, _ throws(Fault) in
                let isOwn = !instance.classObject.isException && instance.classObject.value(of: "__repr__") != nil
                return .string(
                    isOwn
                        ? try interpreter.text(ofObject: .object(instance), isRepr: true)
                        : try interpreter.plainText(of: instance, isRepr: false))
            }
        case "__eq__":
            method(name, of: object) { _, instance, call throws(Fault) in
                guard case .object(let other)? = call.placed.first, other === instance else { return .notImplemented }
                return .bool(true)
            }
        default: nil
        }
    }

    private func method(
        _ name: String, of object: Value?,
        _ body: @escaping (Interpreter, InstanceObject, Call) throws(Fault) -> Value
    ) -> Value {
        .function(
            FunctionObject(name, of: object) { call throws(Fault) in
                guard case .object(let instance)? = object ?? call.placed.first else {
                    throw Fault.outside(.type, "'\(name)' is called on an object")
                }
                let placed = object == nil ? Array(call.placed.dropFirst()) : call.placed
                return try body(
                    call.interpreter, instance,
                    Call(function: name, placed: placed, named: call.named, interpreter: call.interpreter))
            })
    }

    /// The `__init__` that every class has: it does nothing, except that exceptions keep their arguments.
    private func initialize(_ instance: InstanceObject, _ placed: [Value], _ call: Call) throws(Fault) -> Value {
        if instance.classObject.isException {
            instance.set("args", to: .tuple(placed))
        } else if !placed.isEmpty || !call.named.isEmpty {
            throw Fault(
                .type, "the '__init__' of every object takes no arguments",
                python: "object.__init__() takes exactly one argument (the instance to initialize)")
        }
        return .none
    }

    /// The text of an object whose class does not say it.
    func plainText(of object: InstanceObject, isRepr: Bool) throws(Fault) -> String {
        if object.classObject.isException {
            if !isRepr { return try text(ofException: object) }
            guard case .tuple(let arguments)? = object.value(of: "args") else { throw wordless(object) }
            if arguments.count == 1 { return "\(object.classObject.name)(\(try repr(arguments[0])))" }
            return object.classObject.name + (try repr(.tuple(arguments)))
        }
        throw Fault.outside(
            .type,
            "'\(object.classObject.name)' has no '__repr__', and what Python shows instead differs from run to run")
    }
}
