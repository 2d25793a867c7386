public import Diagnostics

extension Expression {
    /// The names an expression takes from outside, each once, in the order of their first use; built-in names are among them.
    public var freeNames: [String] { Names(NameEvents(self).events).free }
}

extension Cell {
    /// The names that the cell binds outside its functions and classes, and those that functions declare `global` and bind;
    /// each once, in order, where it is bound first.
    public var boundNames: [Located<String>] { Names(NameEvents(statements).events).bound }

    /// The names that the cell takes from outside, each once, in the order of their first use; built-in names are among them.
    ///
    /// A name is taken from outside when it is read above its binding, or when a function uses it and nothing in the cell
    /// binds it. A binding counts for what stands below it, whichever way the program goes.
    public var freeNames: [String] { Names(NameEvents(statements).events).free }
}

/// Which names a stretch of program binds and which it takes from outside.
private struct Names {
    private(set) var bound: [Located<String>] = []
    private var boundSoFar: Set<String> = []
    private var uses: [(name: String, isLater: Bool)] = []
    private var scopes: [Scope] = []

    /// A function, a class or a comprehension that is being read.
    private struct Scope {
        var kind: ScopeKind
        /// Of a function all its names, of a class and a comprehension those bound so far.
        var names: Set<String> = []
        var globals: Set<String> = []

        var isFunction: Bool { if case .function = kind { true } else { false } }
        var isClass: Bool { if case .class = kind { true } else { false } }
    }

    init(_ events: [NameEvent]) {
        for (index, event) in events.enumerated() {
            switch event {
            case .read(let name): read(name.value)
            case .bind(let name), .parameter(let name): bind(name)
            case .enter(let kind, let end): scopes.append(Names.scope(kind, events[(index + 1)..<end]))
            case .leave: scopes.removeLast()
            case .global(let name): if !scopes.isEmpty { scopes[scopes.count - 1].globals.insert(name.value) }
            case .nonlocal, .yield: break
            }
        }
    }

    /// The names from outside: those read above their binding, and those that functions use and nothing binds.
    var free: [String] {
        var seen: Set<String> = []
        return uses.compactMap { use in
            if use.isLater, boundSoFar.contains(use.name) { return nil }
            return seen.insert(use.name).inserted ? use.name : nil
        }
    }

    /// A scope at its beginning. The names of a function are known before it runs.
    private static func scope(_ kind: ScopeKind, _ events: ArraySlice<NameEvent>) -> Scope {
        var scope = Scope(kind: kind)
        if case .function = kind { scope.names = localNames(of: events) }
        return scope
    }

    private mutating func read(_ name: String) {
        var isLater = false
        for (number, scope) in scopes.enumerated().reversed() {
            if scope.globals.contains(name) { return use(name, isLater: isLater || scope.isFunction) }
            // The functions of a class do not see its names.
            let isVisible = !scope.isClass || number == scopes.count - 1
            if isVisible, scope.names.contains(name) { return }
            isLater = isLater || scope.isFunction
        }
        use(name, isLater: isLater)
    }

    private mutating func use(_ name: String, isLater: Bool) {
        if isLater || !boundSoFar.contains(name) { uses.append((name, isLater)) }
    }

    private mutating func bind(_ name: Located<String>) {
        if let last = scopes.indices.last, !scopes[last].globals.contains(name.value) {
            if !scopes[last].isFunction { scopes[last].names.insert(name.value) }
        } else if boundSoFar.insert(name.value).inserted {
            bound.append(name)
        }
    }
}
