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

extension Cell {
    /// Where the cell takes names from outside, in the order of the source.
    ///
    /// What may be meant to fail is left out: uses inside `try`, where a handler catches a missing name, and with such a
    /// `try` in the cell those inside functions, which it may call.
    var unguardedUses: [OuterUse] {
        let found = NameEvents(statements)
        return Names(found.events).outerUses.filter { use in
            if use.isLater { return found.guarded.isEmpty }
            return !found.guarded.contains { $0.start <= use.name.range.start && use.name.range.end <= $0.end }
        }
    }
}

/// A place where a name is taken from outside.
struct OuterUse {
    let name: Located<String>
    /// Whether the place is in a function, which may run when the name is bound.
    let isLater: Bool
    /// The names of the function around the place.
    let ownNames: Set<String>
}

/// Which names a stretch of program binds and which it takes from outside.
private struct Names {
    private(set) var bound: [Located<String>] = []
    private var boundSoFar: Set<String> = []
    private var uses: [OuterUse] = []
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
            case .read(let name): read(name)
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
        return outerUses.compactMap { seen.insert($0.name.value).inserted ? $0.name.value : nil }
    }

    /// Every place of such a name.
    var outerUses: [OuterUse] { uses.filter { !$0.isLater || !boundSoFar.contains($0.name.value) } }

    /// A scope at its beginning. The names of a function are known before it runs.
    private static func scope(_ kind: ScopeKind, _ events: ArraySlice<NameEvent>) -> Scope {
        var scope = Scope(kind: kind)
        if case .function = kind { scope.names = localNames(of: events) }
        return scope
    }

    private mutating func read(_ name: Located<String>) {
        var isLater = false
        for (number, scope) in scopes.enumerated().reversed() {
            if scope.globals.contains(name.value) { return use(name, isLater: isLater || scope.isFunction) }
            // The functions of a class do not see its names.
            let isVisible = !scope.isClass || number == scopes.count - 1
            if isVisible, scope.names.contains(name.value) { return }
            isLater = isLater || scope.isFunction
        }
        use(name, isLater: isLater)
    }

    private mutating func use(_ name: Located<String>, isLater: Bool) {
        if !isLater, boundSoFar.contains(name.value) { return }
        uses.append(OuterUse(name: name, isLater: isLater, ownNames: scopes.last { $0.isFunction }?.names ?? []))
    }

    private mutating func bind(_ name: Located<String>) {
        if let last = scopes.indices.last, !scopes[last].globals.contains(name.value) {
            if !scopes[last].isFunction { scopes[last].names.insert(name.value) }
        } else if boundSoFar.insert(name.value).inserted {
            bound.append(name)
        }
    }
}
