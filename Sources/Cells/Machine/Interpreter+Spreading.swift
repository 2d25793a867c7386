import Diagnostics

/// Calls with `*items` and `**entries`, and the same in displays.
extension Interpreter {
    /// Calls what stands in a register with arguments of a shape behind it.
    @inline(never)
    func callShaped(_ callee: UnsafeMutablePointer<Value>, _ shape: Int, result: Int32) throws(Fault) -> Value {
        if try pushNamed(callee, shape, result: result) { return .none }
        var placed: [Value] = []
        var named: [Call.Named] = []
        let arguments = stack.frames[stack.frameCount - 1].code.takeUnretainedValue().shapes[shape].arguments
        let isAlone = arguments.count { $0.isPlaced } == 1
        var spreadAlone: Value?
        for (index, argument) in arguments.enumerated() {
            let value = callee[1 + index]
            switch argument {
            case .placed: placed.append(value)
            // One that stands alone is spread last.
            case .starred: if isAlone { spreadAlone = value } else { placed += try spreadItems(value, nil) }
            case .named(let name, let range): named.append(Call.Named(name: name, value: value, range: range))
            case .namedRest(let range): try spreadEntries(value, callee.pointee, into: &named, at: range)
            }
        }
        if let spreadAlone { placed = try spreadItems(spreadAlone, callee.pointee) }
        return try begin(callee.pointee, placed, named, callee, result: result)
    }

    private func spreadEntries(
        _ value: Value, _ callee: Value, into named: inout [Call.Named], at range: SourceRange
    ) throws(Fault) {
        guard case .dict(let dict) = value else {
            throw Fault(
                .type, "'**' spreads a dict, not \(value.typeWithArticle)", at: range,
                python: pythonName(of: callee).map {
                    "\($0) argument after ** must be a mapping, not \(value.pythonTypeName)"
                })
        }
        for (key, value) in zip(dict.keys, dict.values) {
            guard case .string(let name) = key else {
                throw Fault(.type, "the keys of arguments are strings", at: range, python: "keywords must be strings")
            }
            if named.contains(where: { $0.name == name }) {
                throw Fault(
                    .type, "the argument '\(name)' is given twice", at: range,
                    python: pythonName(of: callee).map { "\($0) got multiple values for keyword argument '\(name)'" })
            }
            named.append(Call.Named(name: name, value: value, range: range))
        }
    }

    /// The items of `*value` in a list or a tuple.
    func unpackedItems(of value: Value) throws(Fault) -> [Value] {
        do throws(Fault) {
            return try items(of: value)
        } catch {
            guard error.kind == .type, error.python?.hasSuffix("object is not iterable") == true else { throw error }
            throw Fault(
                .type, "'*' spreads what can be walked item by item, not \(value.typeWithArticle)",
                python: "Value after * must be an iterable, not \(value.pythonTypeName)")
        }
    }

    /// - Parameter callee: the function whose only argument by place it is; CPython names it then.
    private func spreadItems(_ value: Value, _ callee: Value?) throws(Fault) -> [Value] {
        do throws(Fault) {
            let items = try unpackedItems(of: value)
            try make(items.count)
            return items
        } catch {
            guard let callee, error.python?.hasPrefix("Value after *") == true else { throw error }
            throw Fault(
                .type, error.message,
                python: pythonName(of: callee).map {
                    "\($0) argument after * must be an iterable, not \(value.pythonTypeName)"
                })
        }
    }

    /// How CPython names what is called when its arguments do not go together; nil where that is not known.
    private func pythonName(of callee: Value) -> String? {
        switch callee {
        case .closure(let closure): return "__main__.\(closure.code.qualifiedName)()"
        case .function(let function) where function.owner == nil && Builtins.isPython(function.name):
            return "\(function.name)()"
        case .function(let function):
            guard let type = function.owner?.builtinType, type.isPython, type.methodNames.contains(function.name)
            else { return nil }
            return "\(type.rawValue).\(function.name)()"
        case .type(let type) where type.isPython: return "\(type.rawValue)()"
        case .classObject(let classObject) where classObject.isBuiltin(session):
            return "\(ExceptionNames.fullName(of: classObject.name))()"
        default: return nil
        }
    }
}
