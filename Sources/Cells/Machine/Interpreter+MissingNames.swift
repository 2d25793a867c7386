import Diagnostics

/// What is said about a name that has no value.
extension Interpreter {
    /// A name that neither the program nor Python binds.
    func notDefined(_ name: String) -> Fault {
        let unit = linkage.unit
        if Builtins.refusal(of: name) == nil, unit.boundGlobals.contains(name) {
            return Fault(.name, "'\(name)' has no value here yet", python: "name '\(name)' is not defined")
        }
        return Interpreter.boundNowhere(
            name, inExpression: unit.isExpression, owner: attributeOwner(name), known: knownNames)
    }

    /// A name that nothing binds.
    ///
    /// - Parameters:
    ///   - owner: what has an attribute of this name.
    ///   - known: the names that may have been meant, the likeliest first.
    private static func boundNowhere(
        _ name: String, inExpression: Bool, owner: String?, known: @autoclosure () -> [String]
    ) -> Fault {
        let python = "name '\(name)' is not defined"
        if let reason = Builtins.refusal(of: name) {
            return Fault(.name, "'\(name)' is not part of the cell language: \(reason)", isOutside: true)
        }
        if !inExpression, Builtins.modules.contains(name) {
            let line = name == "np" ? "import numpy as np" : "import \(name)"
            return Fault(.name, python, suggestion: line, python: python)
        }
        if let owner { return Fault(.name, python, suggestion: "\(owner).\(name)", python: python) }
        let habit = Interpreter.habit(ofName: name)
        return Fault(
            .name, python + (habit?.hint.map { "; \($0)" } ?? ""),
            suggestion: habit?.meant ?? nearestName(to: name, in: known()), python: python)
    }

    /// The names that can be seen where the program stands, the innermost first.
    private var knownNames: [String] {
        let linkage = linkage
        let frame = stack.frames[stack.frameCount - 1]
        let code = frame.code.takeUnretainedValue()
        var known: [String] = []
        for (register, name) in code.localNames.enumerated() where isBound(frame.registers[register]) {
            known.append(name)
        }
        for (number, name) in linkage.unit.globalNames.enumerated() where isBound(linkage.globals[number].pointee) {
            known.append(name)
        }
        known += linkage.scope.visibleNames
        known += linkage.unit.isExpression ? Builtins.names : Builtins.python
        return known + ExceptionNames.all
    }

    /// What a cell that ended by a missing name would meet next: the other names that nothing binds, each where it is used
    /// first.
    ///
    /// - Parameters:
    ///   - fault: the one by which it ended.
    ///   - boundLater: names that functions of the cell may use, since a program binds them before it calls these.
    static func furtherMissingNames(
        of cell: Cell, after fault: Fault, in scope: Scope, boundLater: Set<String>
    ) -> [Fault] {
        guard fault.kind == .name || fault.kind == .unboundLocal else { return [] }
        let uses = cell.unguardedUses
        let bound = cell.boundNames.map { $0.value }
        var passed = Set(bound)
        for use in uses where use.name.range == fault.range { passed.insert(use.name.value) }
        return uses.compactMap { use in
            let name = use.name.value
            if use.isLater && boundLater.contains(name) || scope.value(of: name) != nil || isBuiltin(name) {
                return nil
            }
            guard passed.insert(name).inserted else { return nil }
            let known = use.ownNames.sorted() + bound + scope.visibleNames + Builtins.python + ExceptionNames.all
            return boundNowhere(name, inExpression: false, owner: moduleOwner(of: name, in: scope), known: known)
                .located(at: use.name.range)
        }
    }

    /// Whether a program has a name without binding it.
    private static func isBuiltin(_ name: String) -> Bool {
        Builtins.isPython(name) || ExceptionNames.all.contains(name) || name == "__name__"
    }

    private static func moduleOwner(of name: String, in scope: Scope) -> String? {
        scope.visibleNames.first { owner in
            if case .module(let module)? = scope.value(of: owner) { module.member(name) != nil } else { false }
        }
    }

    private func isBound(_ value: Value) -> Bool {
        switch value {
        case .unbound: return false
        case .variable(let variable): if case .unbound = variable.value { return false } else { return true }
        default: return true
        }
    }

    /// What an attribute of this name belongs to: the object of the method that runs, or a module that is imported.
    private func attributeOwner(_ name: String) -> String? {
        let frame = stack.frames[stack.frameCount - 1]
        let code = frame.code.takeUnretainedValue()
        if code.parameterCount > 0, let first = code.localNames.first, case .object(let object) = frame.registers[0],
            object.value(of: name) != nil || object.classObject.value(of: name) != nil
        {
            return first
        }
        let linkage = linkage
        if linkage.unit.isExpression { return nil }
        for (number, owner) in linkage.unit.globalNames.enumerated() {
            if case .module(let module) = linkage.globals[number].pointee, module.member(name) != nil { return owner }
        }
        return nil
    }

    /// Names of other languages, and those that a program has only by a parameter.
    private static func habit(ofName name: String) -> (meant: String?, hint: String?)? {
        switch name {
        case "true", "TRUE": ("True", nil)
        case "false", "FALSE": ("False", nil)
        case "none", "null", "NULL", "nil", "undefined", "nullptr": ("None", nil)
        case "nan", "NaN": ("float('nan')", nil)
        case "inf", "Infinity", "infinity": ("float('inf')", nil)
        case "self": (nil, "a method names its object as its first parameter")
        case "this": ("self", "a method names its object as its first parameter")
        case "xrange": ("range", nil)
        case "raw_input": (nil, "nobody answers while a chapter is built")
        case "unicode", "String", "string": ("str", nil)
        case "integer", "Integer", "long": ("int", nil)
        case "double": ("float", nil)
        case "boolean", "Boolean": ("bool", nil)
        case "console", "System", "printf", "println", "echo", "puts", "cout": ("print", nil)
        case "length", "size": ("len", nil)
        case "new": (nil, "an object is made by calling its class")
        default: nil
        }
    }

    /// A name of a function, or one that it shares with the functions around it, before it has a value.
    func unboundLocal(_ register: Int, in stack: Stack) -> Fault {
        let code = stack.frames[stack.frameCount - 1].code.takeUnretainedValue()
        let name = register < code.localNames.count ? code.localNames[register] : ""
        let isOuter = register >= code.captureStart
        let hint =
            linkage.scope.value(of: name) == nil || isOuter
            ? "" : ": the function binds a '\(name)' of its own; 'global \(name)' means the one outside"
        return Fault(
            isOuter ? .name : .unboundLocal, "the name '\(name)' has no value here yet" + hint,
            python: isOuter
                ? "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope"
                : "cannot access local variable '\(name)' where it is not associated with a value")
    }
}
