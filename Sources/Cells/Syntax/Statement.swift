public import Diagnostics

/// A statement of the cell language, with the place of every part.
public struct Statement: Sendable {
    public let kind: Kind
    public let range: SourceRange

    init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    public indirect enum Kind: Sendable {
        case expression(Expression)
        /// `a = b, c = value`: the targets from left to right, at least one.
        case assign(targets: [Expression], value: Expression)
        /// `target += value`
        case augmented(target: Expression, BinaryOperator, value: Expression)
        /// `del a, b[0]`
        case delete([Expression])
        case pass
        case `break`
        case `continue`
        case `return`(Expression?)
        case raise(Expression?, cause: Expression?)
        case assert(Expression, message: Expression?)
        case global([Located<String>])
        case nonlocal([Located<String>])
        /// `import a.b as c, d`
        case importModules([Import])
        /// `from a.b import c as d, e`
        case importNames(module: Located<String>, [Import])
        /// The branches from `if` to the last `elif`, then those of `else`, empty where there is none.
        case `if`([Branch], otherwise: [Statement])
        case `while`(test: Expression, body: [Statement], otherwise: [Statement])
        case `for`(target: Expression, source: Expression, body: [Statement], otherwise: [Statement])
        case `try`(Try)
        /// `with a as b, c:`
        case with([Context], body: [Statement])
        case function(FunctionDefinition)
        case `class`(ClassDefinition)
    }

    /// A module or a name of a module, with the name it gets.
    public struct Import: Sendable {
        /// `numpy` or `numpy.random`, as written.
        public var name: Located<String>
        /// The name after `as`.
        public var alias: Located<String>?
    }

    public struct Branch: Sendable {
        public var test: Expression
        public var body: [Statement]
    }

    public struct Try: Sendable {
        public var body: [Statement]
        public var handlers: [Handler]
        public var otherwise: [Statement]
        public var finally: [Statement]
    }

    /// `except type as name:`
    public struct Handler: Sendable {
        public var type: Expression?
        public var name: Located<String>?
        public var body: [Statement]
        public var range: SourceRange
    }

    public struct Context: Sendable {
        public var value: Expression
        public var target: Expression?
    }

    public struct FunctionDefinition: Sendable {
        public var name: Located<String>
        public var parameters: Parameters
        public var body: [Statement]
    }

    public struct ClassDefinition: Sendable {
        public var name: Located<String>
        /// At most one is run; more are an error that says so.
        public var bases: [Expression]
        public var body: [Statement]
    }
}

/// The parameters of a function or a `lambda`.
public struct Parameters: Sendable {
    public struct Parameter: Sendable {
        public var name: Located<String>
        public var defaultValue: Expression?
    }

    /// Parameters that are given by place; those before `/` by place only.
    public var placed: [Parameter] = []
    /// How many of `placed` stand before `/`.
    public var placedOnly = 0
    /// `*args`
    public var rest: Located<String>?
    /// Parameters behind `*` or `*args`, given by name only.
    public var named: [Parameter] = []
    /// `**kwargs`
    public var namedRest: Located<String>?

    public init() {}

    /// The default values, in the order of their evaluation.
    var defaults: [Expression] { (placed + named).compactMap { $0.defaultValue } }

    /// The names that the parameters bind, in the order in which they are written.
    public var names: [Located<String>] {
        placed.map { $0.name } + (rest.map { [$0] } ?? []) + named.map { $0.name } + (namedRest.map { [$0] } ?? [])
    }
}
