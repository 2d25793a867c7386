extension Interpreter {
    /// What `with` binds.
    func enter(_ value: Value) throws(Fault) -> Value {
        if case .context(let context) = value { return try context.enter(self) }
        if let result = try special("__enter__", value) { return result }
        throw notContext(value)
    }

    /// - Returns: whether the exception is not to go further.
    func exit(_ value: Value, _ exception: Value) throws(Fault) -> Bool {
        if case .context(let context) = value {
            try context.exit(self)
            return false
        }
        var arguments: [Value] = [.none, .none, .none]
        if case .object(let object) = exception {
            arguments = [.classObject(object.classObject), exception, .none]
        }
        guard let result = try special("__exit__", value, arguments) else { throw notContext(value) }
        return try truth(result)
    }

    private func notContext(_ value: Value) -> Fault {
        Fault(
            .type, "'with' takes a context, which \(value.typeWithArticle) is not",
            python: "'\(value.typeName)' object does not support the context manager protocol")
    }
}
