import Diagnostics

/// What a function, a class body, a cell or an expression is compiled to.
///
/// It never changes, and holds no value that can change.
final class Code {
    let name: String
    /// The name with those of the classes and functions around it.
    let qualifiedName: String
    let instructions: UnsafeMutablePointer<Instruction>
    let instructionCount: Int
    /// The place of each instruction in the source.
    let places: [Place]
    let file: String
    let constants: UnsafeMutablePointer<Value>
    private let constantCount: Int
    /// The functions and class bodies inside.
    let inner: [Code]
    let signature: Signature
    let parameterCount: Int
    /// How many arguments fill the first registers without more ado; −1 when that is not enough.
    let plainCount: Int32
    /// How many parameters there are when each takes one argument or its default; −1 otherwise.
    let singleCount: Int32
    /// How many of the parameters take arguments by place.
    let placedCount: Int32
    /// How many registers a run needs: first the parameters, then other names, then what comes up in between.
    let registerCount: Int
    /// The names in the first registers.
    let localNames: [String]
    /// The registers of the code around this one whose variables this one shares; they come to stand from `captureStart` on.
    let captures: [Int]
    let captureStart: Int
    /// Where to go on when an instruction fails, innermost first.
    let handlers: [Handler]
    let shapes: [CallShape]
    let isGenerator: Bool
    /// Whether it is a function that stands in a class.
    let isMethod: Bool

    struct Place {
        var start: Int32
        var end: Int32
    }

    struct Handler {
        var start: Int
        var end: Int
        var target: Int
        /// Whether it is a `finally`, the end of a `with`, or an `except` for everything: what runs however code is left.
        var isCleanup = false
    }

    init(_ builder: CodeBuilder) {
        name = builder.name
        qualifiedName = builder.qualifiedName
        instructionCount = builder.instructions.count
        instructions = .allocate(capacity: max(instructionCount, 1))
        for (index, instruction) in builder.instructions.enumerated() {
            (instructions + index).initialize(to: instruction)
        }
        places = builder.places
        file = builder.file
        constantCount = builder.constants.count
        constants = .allocate(capacity: max(constantCount, 1))
        for (index, constant) in builder.constants.enumerated() { (constants + index).initialize(to: constant) }
        inner = builder.inner
        signature = builder.signature
        parameterCount = signature.count
        isGenerator = builder.isGenerator
        isMethod = builder.kind == .function && builder.parent?.kind == .classBody
        plainCount = signature.isPlain && !isGenerator ? Int32(signature.count) : -1
        placedCount = Int32(signature.placed.count)
        singleCount =
            signature.rest == nil && signature.namedRest == nil && !isGenerator ? Int32(signature.count) : -1
        registerCount = builder.registerCount
        localNames = builder.localNames
        captures = builder.captures
        captureStart = builder.captureStart
        handlers = builder.handlers
        shapes = builder.shapes
    }

    deinit {
        instructions.deinitialize(count: instructionCount)
        instructions.deallocate()
        constants.deinitialize(count: constantCount)
        constants.deallocate()
    }

    func range(of index: Int) -> Diagnostics.SourceRange {
        let place = places[index]
        return Diagnostics.SourceRange(file: file, start: Int(place.start), end: Int(place.end))
    }
}

/// The parameters of a function, which stand in its first registers in this order: by place, by name, `*rest`, `**rest`.
struct Signature {
    var placed: [String] = []
    var placedOnly = 0
    var named: [String] = []
    var rest: String?
    var namedRest: String?

    /// Whether exactly the placed parameters are there.
    var isPlain: Bool { named.isEmpty && rest == nil && namedRest == nil }
    var count: Int { placed.count + named.count + (rest == nil ? 0 : 1) + (namedRest == nil ? 0 : 1) }
    /// The register of a parameter that can be given by name.
    func place(of name: String) -> Int? {
        for index in placed.indices where placed[index] == name { return index }
        for index in named.indices where named[index] == name { return placed.count + index }
        return nil
    }

    var names: [String] { placed + named + [rest, namedRest].compactMap { $0 } }
}

/// What the arguments of a call are, in the order of their registers.
struct CallShape {
    enum Argument {
        case placed
        /// `*items`
        case starred
        case named(String, Diagnostics.SourceRange)
        /// `**entries`
        case namedRest(Diagnostics.SourceRange)

        /// Whether it is given by place.
        var isPlaced: Bool {
            switch self {
            case .placed, .starred: true
            case .named, .namedRest: false
            }
        }
    }

    var arguments: [Argument]
}

/// What all code compiled from one source refers to by number.
final class Unit {
    /// Whether it is an expression outside the cells, which also knows Longhand's own names.
    let isExpression: Bool
    /// The names of the chapter or the built-in ones, by number.
    private(set) var globalNames: [String] = []
    private var globalNumbers: [String: Int] = [:]
    /// Which of them the unit binds.
    private(set) var boundGlobals: [String] = []
    /// The attribute named at each place where one is used.
    private(set) var siteNames: [String] = []
    /// The methods of built-in types that go by these names.
    private(set) var siteMethods: [NamedMethods] = []

    init(isExpression: Bool) {
        self.isExpression = isExpression
    }

    func global(_ name: String) -> Int {
        if let number = globalNumbers[name] { return number }
        globalNumbers[name] = globalNames.count
        globalNames.append(name)
        return globalNames.count - 1
    }

    func boundGlobal(_ name: String) -> Int {
        if !boundGlobals.contains(name) { boundGlobals.append(name) }
        return global(name)
    }

    func site(_ name: String) -> Int {
        siteNames.append(name)
        siteMethods.append(NamedMethods(name))
        return siteNames.count - 1
    }
}

/// A unit tied to the names of a scope.
final class Linkage {
    let unit: Unit
    let scope: Scope
    let globals: UnsafeMutablePointer<UnsafeMutablePointer<Value>>
    /// Built-in values of the same names, looked up once; `unbound` before that and where there is none.
    let builtins: UnsafeMutablePointer<Value>
    let sites: UnsafeMutablePointer<Site>

    /// What was found at a place where an attribute is used.
    struct Site {
        /// The class of the object it was found for; 0 for none.
        var identity = 0
        var epoch = 0
        var place = -1
        var value = Value.unbound
        /// The mathematical function it is, if it is one.
        var elementary: ElementFunction?
    }

    init(_ unit: Unit, _ scope: Scope) {
        self.unit = unit
        self.scope = scope
        let count = unit.globalNames.count
        globals = .allocate(capacity: max(count, 1))
        builtins = .allocate(capacity: max(count, 1))
        builtins.initialize(repeating: .unbound, count: count)
        sites = .allocate(capacity: max(unit.siteNames.count, 1))
        sites.initialize(repeating: Site(), count: unit.siteNames.count)
        for (number, name) in unit.globalNames.enumerated() {
            (globals + number).initialize(to: scope.slot(of: name, isBound: unit.boundGlobals.contains(name)))
        }
    }

    deinit {
        builtins.deinitialize(count: unit.globalNames.count)
        builtins.deallocate()
        sites.deinitialize(count: unit.siteNames.count)
        sites.deallocate()
        globals.deallocate()
    }
}
