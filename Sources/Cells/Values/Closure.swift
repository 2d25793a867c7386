/// A function of the program: its code, the names of its cell, and the variables of the functions around it.
public final class Closure {
    let code: Code
    let linkage: Linkage
    /// The variables it shares with the functions around it, in the order of `code.captures`.
    let captured: [Variable]
    /// The values of the last parameters, and of those given by name in their order; `unbound` where there is none.
    let defaults: [Value]

    init(_ code: Code, _ linkage: Linkage, captured: [Variable], defaults: [Value]) {
        self.code = code
        self.linkage = linkage
        self.captured = captured
        self.defaults = defaults
    }

    /// A function that does nothing.
    static var sample: Closure {
        let unit = Unit(isExpression: true)
        let code = Code(CodeBuilder(.function, "", unit: unit, parent: nil, file: ""))
        return Closure(code, Linkage(unit, Scope()), captured: [], defaults: [])
    }
}

/// The home of a name that several functions share.
public final class Variable {
    var value: Value

    init(_ value: Value) {
        self.value = value
    }
}

/// A function taken from an object, which it gets as its first argument.
public final class BoundMethod {
    let function: Value
    let object: Value

    init(_ function: Value, of object: Value) {
        self.function = function
        self.object = object
    }
}

/// What `super()` gives: the methods of the classes above one, for an object.
public final class ParentObject {
    let classObject: ClassObject
    let object: Value

    init(above classObject: ClassObject, of object: Value) {
        self.classObject = classObject
        self.object = object
    }
}
