import Diagnostics

/// Which names a function body, a class body or a cell binds and uses.
struct NameScan {
    /// Names bound here, in the order of their first binding.
    private(set) var bound: [String] = []
    private var boundSet: Set<String> = []
    /// Names used here or free in functions inside, whether bound here or not, in the order of their first use.
    private(set) var used: [String] = []
    private var usedSet: Set<String> = []
    /// Names that functions and classes inside take from here or from further out.
    private(set) var shared: Set<String> = []
    private(set) var globals: Set<String> = []
    private(set) var nonlocals: Set<String> = []
    private(set) var hasYield = false
    /// Names that `del` or the end of an `except` unbinds.
    private(set) var unboundNames: Set<String> = []

    init() {}

    init(_ statements: [Statement]) {
        for statement in statements { scan(statement) }
    }

    /// A function: its parameters and its body.
    init(_ parameters: Parameters, _ body: [Statement]) {
        for name in parameters.names { bind(name.value) }
        for statement in body { scan(statement) }
    }

    /// The names that belong here: bound here and not said to stand further out.
    var own: [String] { bound.filter { !globals.contains($0) && !nonlocals.contains($0) } }

    /// The names used here that belong further out, those said to be global left out.
    var free: [String] {
        used.filter { (!boundSet.contains($0) || nonlocals.contains($0)) && !globals.contains($0) }
    }

    // MARK: Statements

    private mutating func scan(_ statements: [Statement]) {
        for statement in statements { scan(statement) }
    }

    private mutating func scan(_ statement: Statement) {
        switch statement.kind {
        case .expression(let value): scan(value)
        case .assign(let targets, let value):
            scan(value)
            for target in targets { scan(target: target) }
        case .augmented(let target, _, let value):
            scan(value)
            scan(target)
            scan(target: target)
        case .delete(let targets):
            for target in targets {
                scan(target: target)
                unbind(target)
            }
        case .pass, .break, .continue: break
        case .return(let value): if let value { scan(value) }
        case .raise(let value, let cause):
            for part in [value, cause].compactMap({ $0 }) { scan(part) }
        case .assert(let test, let message):
            scan(test)
            if let message { scan(message) }
        case .global(let names): for name in names { globals.insert(name.value) }
        case .nonlocal(let names):
            for name in names {
                nonlocals.insert(name.value)
                use(name.value)
            }
        case .importModules(let imports):
            for item in imports { bind(item.alias?.value ?? item.name.value.firstPart) }
        case .importNames(_, let imports):
            for item in imports { bind(item.alias?.value ?? item.name.value) }
        case .if, .while, .for, .try, .with: scan(compound: statement.kind)
        case .function(let definition):
            bind(definition.name.value)
            scan(function: definition.parameters, NameScan(definition.parameters, definition.body))
        case .class(let definition): scan(definition)
        }
    }

    private mutating func scan(compound kind: Statement.Kind) {
        switch kind {
        case .if(let branches, let otherwise):
            for branch in branches {
                scan(branch.test)
                scan(branch.body)
            }
            scan(otherwise)
        case .while(let test, let body, let otherwise):
            scan(test)
            scan(body)
            scan(otherwise)
        case .for(let target, let source, let body, let otherwise):
            scan(source)
            scan(target: target)
            scan(body)
            scan(otherwise)
        case .try(let parts):
            scan(parts.body)
            for handler in parts.handlers {
                if let type = handler.type { scan(type) }
                if let name = handler.name {
                    bind(name.value)
                    unboundNames.insert(name.value)
                }
                scan(handler.body)
            }
            scan(parts.otherwise)
            scan(parts.finally)
        case .with(let contexts, let body):
            for context in contexts {
                scan(context.value)
                if let target = context.target { scan(target: target) }
            }
            scan(body)
        default: break
        }
    }

    private mutating func scan(_ definition: Statement.ClassDefinition) {
        for base in definition.bases { scan(base) }
        bind(definition.name.value)
        let inner = NameScan(definition.body)
        // What a class binds is seen in its body alone, and may stand further out until then.
        for name in inner.used where name != "__class__" { share(name) }
    }

    /// A function inside: its defaults are evaluated here, what it does not bind itself is taken from here.
    private mutating func scan(function parameters: Parameters, _ inner: NameScan) {
        for value in parameters.defaults { scan(value) }
        for name in inner.free { share(name) }
    }

    // MARK: Expressions

    mutating func scan(_ expression: Expression) {
        switch expression.kind {
        case .name(let name):
            use(name)
            if name == "super" { use("__class__") }
        case .lambda(let parameters, let body):
            var inner = NameScan(parameters, [])
            inner.scan(body)
            scan(function: parameters, inner)
        case .comprehension(let comprehension): scan(comprehension)
        case .yield(let value):
            hasYield = true
            if let value { scan(value) }
        default:
            for child in expression.kind.children { scan(child) }
        }
    }

    private mutating func scan(_ comprehension: Expression.Comprehension) {
        scan(comprehension.clauses[0].source)
        var inner = NameScan()
        for (index, clause) in comprehension.clauses.enumerated() {
            if index > 0 { inner.scan(clause.source) }
            inner.scan(target: clause.target)
            for test in clause.tests { inner.scan(test) }
        }
        inner.scan(comprehension.element)
        if let value = comprehension.value { inner.scan(value) }
        if inner.hasYield { hasYield = true }
        for name in inner.free {
            if comprehension.form == .generator || inner.shared.contains(name) { share(name) } else { use(name) }
        }
    }

    /// A target of an assignment: its names are bound, all else in it is used.
    mutating func scan(target: Expression) {
        switch target.kind {
        case .name(let name): bind(name)
        case .tuple(let items), .list(let items): for item in items { scan(target: item) }
        case .starred(let inner): scan(target: inner)
        default: scan(target)
        }
    }

    // MARK: Names

    private mutating func bind(_ name: String) {
        if boundSet.insert(name).inserted { bound.append(name) }
    }

    private mutating func unbind(_ target: Expression) {
        switch target.kind {
        case .name(let name): unboundNames.insert(name)
        case .tuple(let items), .list(let items): for item in items { unbind(item) }
        default: break
        }
    }

    private mutating func use(_ name: String) {
        if usedSet.insert(name).inserted { used.append(name) }
    }

    private mutating func share(_ name: String) {
        use(name)
        shared.insert(name)
    }
}

extension String {
    /// What stands before the first dot.
    var firstPart: String {
        String(decoding: utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
    }
}
