import Diagnostics

/// What is said about a name that has no value.
extension Interpreter {
    /// A name that neither the program nor Python binds.
    func notDefined(_ name: String) -> Fault {
        let linkage = linkage
        let python = "name '\(name)' is not defined"
        if let reason = Builtins.refusal(of: name) {
            return Fault(.name, "'\(name)' is not part of the cell language: \(reason)", isOutside: true)
        }
        if linkage.unit.boundGlobals.contains(name) {
            return Fault(.name, "'\(name)' has no value here yet", python: python)
        }
        if !linkage.unit.isExpression, Builtins.modules.contains(name) {
            let line = name == "np" ? "import numpy as np" : "import \(name)"
            return Fault(.name, python, suggestion: line, python: python)
        }
        if let owner = attributeOwner(name) {
            return Fault(.name, python, suggestion: "\(owner).\(name)", python: python)
        }
        let habit = Interpreter.habit(ofName: name)
        return Fault(
            .name, python + (habit?.hint.map { "; \($0)" } ?? ""),
            suggestion: habit?.meant ?? nearestName(to: name, in: knownNames), python: python)
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
