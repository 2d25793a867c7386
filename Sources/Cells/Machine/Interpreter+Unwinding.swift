import Diagnostics

extension Interpreter {
    /// What it costs to make and catch an exception, in steps of a plain loop.
    private static let catchingSteps: Int64 = 128

    /// Finds where an exception is caught, taking functions off the stack until then.
    ///
    /// - Throws: the fault, with its place and the calls that led there, when nothing above `depth` catches it.
    func unwind(_ fault: Fault, downTo depth: Int) throws(Fault) {
        var fault = fault
        var isCallee = false
        while stack.frameCount > depth {
            let frame = stack.frames + stack.frameCount - 1
            let code = frame.pointee.code.takeUnretainedValue()
            let index = frame.pointee.next - code.instructions - 1
            if isCallee {
                fault = fault.called(from: code.range(of: index))
            } else {
                fault = fault.located(at: code.range(of: index))
            }
            if let handler = code.handlers.first(where: { $0.start <= index && index < $0.end }),
                let exception = exception(for: fault)
            {
                exception.fault = fault
                stepsLeft &-= Interpreter.catchingSteps
                caught = exception
                rethrown = nil
                frame.pointee.next = code.instructions + handler.target
                return
            }
            abandon(downTo: stack.frameCount - 1)
            stepsLeft &-= 16
            isCallee = true
        }
        throw fault
    }

    /// The exception that a program sees for a fault; nil for what cannot be caught.
    func exception(for fault: Fault) -> InstanceObject? {
        if fault.kind == .raised || fault.kind == .assertion { return raised }
        if let rethrown, let known = rethrown.fault, known.isSame(as: fault) { return rethrown }
        guard !fault.isOutside, let name = fault.kind.exceptionName, let classObject = session.exceptionClass(name)
        else { return nil }
        let exception = InstanceObject(classObject, session)
        // Without Python's own words there are no arguments, and to ask for them is an error.
        if fault.kind == .axis || fault.kind == .casting {
            // NumPy keeps numbers and types in the arguments, and makes the words of them.
            exception.words = fault.python
        } else {
            exception.set("args", to: arguments(of: fault).map { .tuple($0) } ?? .unbound)
        }
        return exception
    }

    private func arguments(of fault: Fault) -> [Value]? {
        guard let words = fault.python else { return nil }
        if fault.kind == .key, let missed = missedKey, missed.text == words { return [missed.key] }
        return words.isEmpty ? [] : [.string(words)]
    }

    // MARK: Raising

    /// `raise value`
    func raise(_ value: Value, from cause: Value?) throws(Fault) {
        let exception = try self.exception(value)
        if let cause, case .none = cause {} else if let cause { _ = try self.exception(cause) }
        exception.fault = nil
        raised = exception
        // Its text is asked for only when nothing catches it: it may be the program's to say.
        throw Fault(.raised, exception.classObject.name)
    }

    /// A fault that nothing caught, with what the exception says for itself.
    func described(_ fault: Fault) -> Fault {
        guard fault.kind == .raised, let exception = raised else { return fault }
        let description: String
        do throws(Fault) {
            description = try self.description(of: exception)
        } catch {
            description = exception.classObject.name
        }
        return Fault(.raised, description, at: fault.range, notes: fault.notes)
    }

    /// Raises again what was caught, from where it came first.
    func reraise(_ value: Value) throws(Fault) {
        guard case .object(let exception) = value, let fault = exception.fault else {
            preconditionFailure("only what was caught is raised again")
        }
        raised = exception
        rethrown = exception
        throw fault
    }

    private func exception(_ value: Value) throws(Fault) -> InstanceObject {
        switch value {
        case .object(let object) where object.classObject.isException: return object
        case .classObject(let classObject) where classObject.isException:
            if case .object(let object) = try instance(of: classObject, [], []) { return object }
        default: break
        }
        throw Fault(
            .type, "only an exception can be raised, not \(value.typeWithArticle)",
            python: "exceptions must derive from BaseException")
    }

    /// `ValueError: the text`, as the last line of a traceback has it.
    func description(of exception: InstanceObject) throws(Fault) -> String {
        let text = try text(ofException: exception)
        let name =
            exception.classObject.isBuiltin(session)
            ? ExceptionNames.fullName(of: exception.classObject.name) : exception.classObject.name
        return text.isEmpty ? name : "\(name): \(text)"
    }

    /// The text of an exception, as `str` gives it.
    func text(ofException exception: InstanceObject) throws(Fault) -> String {
        if let words = exception.words { return words }
        guard case .tuple(let arguments)? = exception.value(of: "args") else {
            throw wordless(exception)
        }
        switch arguments.count {
        case 0: return ""
        case 1:
            let isKey = session.exceptionClass("KeyError").map { exception.classObject.isKind(of: $0) } ?? false
            return isKey ? try repr(arguments[0]) : try self.text(of: arguments[0])
        default: return try repr(.tuple(arguments))
        }
    }

    /// Why what an exception was made of is not shown.
    func wordless(_ exception: InstanceObject) -> Fault {
        Fault(
            .limit,
            "the wording of this \(exception.classObject.name) is Python's own, and differs from version to version")
    }

    /// Whether an exception is of a class, or of one of several.
    func matches(_ exception: Value, _ type: Value) throws(Fault) -> Bool {
        guard case .object(let object) = exception else { return false }
        switch type {
        case .classObject(let classObject) where classObject.isException:
            return object.classObject.isKind(of: classObject)
        case .tuple(let types):
            for type in types {
                if try matches(exception, type) { return true }
            }
            return false
        default:
            throw Fault(
                .type, "'except' takes a class of exceptions, not \(type.typeWithArticle)",
                python: "catching classes that do not inherit from BaseException is not allowed")
        }
    }
}

extension Fault {
    /// How many calls are named on the way to a fault.
    private static let callLimit = 4

    /// Whether two are one and the same, apart from the calls on its way.
    func isSame(as other: Fault) -> Bool {
        kind == other.kind && range == other.range && message == other.message
    }

    /// The same fault, said to have come about by a call.
    func called(from place: Diagnostics.SourceRange) -> Fault {
        if notes.count >= Fault.callLimit || notes.contains(where: { $0.range == place }) { return self }
        return Fault(
            kind, message, at: range, notes: notes + [Diagnostic.Note("called here", at: place)],
            suggestion: suggestion, python: python, isOutside: isOutside)
    }
}
