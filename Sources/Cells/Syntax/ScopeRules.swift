import Diagnostics

/// What Python checks of names before a program runs: `global`, `nonlocal` and `yield` where they may stand.
struct ScopeRules {
    private(set) var faults: [Fault] = []
    private let events: [NameEvent]
    private var scopes: [Scope] = [Scope(kind: nil, own: [])]

    private struct Scope {
        /// Nil for the program itself.
        var kind: ScopeKind?
        /// The names that a function binds, wherever it does.
        var own: Set<String>
        var parameters: Set<String> = []
        var read: Set<String> = []
        var bound: Set<String> = []
        var globals: Set<String> = []
        var nonlocals: Set<String> = []

        var isFunction: Bool { if case .function = kind { true } else { false } }
    }

    init(_ statements: [Statement]) {
        events = NameEvents(statements).events
        for (index, event) in events.enumerated() { check(event, at: index) }
    }

    private mutating func check(_ event: NameEvent, at index: Int) {
        let last = scopes.count - 1
        switch event {
        case .read(let name): scopes[last].read.insert(name.value)
        case .bind(let name): scopes[last].bound.insert(name.value)
        case .parameter(let name): scopes[last].parameters.insert(name.value)
        case .global(let name): declare(name, "global")
        case .nonlocal(let name): declareNonlocal(name)
        case .yield(let range): checkYield(range)
        case .enter(let kind, let end): scopes.append(Scope(kind: kind, own: own(kind, (index + 1)..<end)))
        case .leave: scopes.removeLast()
        }
    }

    /// The names that a function binds and does not declare otherwise.
    private func own(_ kind: ScopeKind, _ stretch: Range<Int>) -> Set<String> {
        guard case .function = kind else { return [] }
        return localNames(of: events[stretch])
    }

    private mutating func declare(_ name: Located<String>, _ word: String) {
        let scope = scopes[scopes.count - 1]
        let isNonlocal = word == "nonlocal"
        let message: String? =
            if scope.parameters.contains(name.value) {
                "'\(name.value)' is a parameter and cannot be declared '\(word)'"
            } else if scope.read.contains(name.value) {
                "'\(name.value)' is used above the '\(word)' that declares it"
            } else if scope.bound.contains(name.value) {
                "'\(name.value)' is assigned above the '\(word)' that declares it"
            } else if (isNonlocal ? scope.globals : scope.nonlocals).contains(name.value) {
                "'\(name.value)' is declared both 'global' and 'nonlocal'"
            } else {
                nil
            }
        if let message { return fail(message, name.range) }
        if isNonlocal {
            scopes[scopes.count - 1].nonlocals.insert(name.value)
        } else {
            scopes[scopes.count - 1].globals.insert(name.value)
        }
    }

    private mutating func declareNonlocal(_ name: Located<String>) {
        if scopes.count == 1 { return fail("'nonlocal' stands only inside a function", name.range) }
        let outside = scopes.dropLast().last { $0.isFunction && $0.own.contains(name.value) }
        if outside == nil {
            return fail("no function around this one binds '\(name.value)', which 'nonlocal' declares", name.range)
        }
        declare(name, "nonlocal")
    }

    private mutating func checkYield(_ range: SourceRange) {
        switch scopes.last?.kind {
        case .function: break
        case .comprehension(let name): fail("'yield' cannot stand in a \(name)", range)
        case .class, nil: fail("'yield' stands outside a function", range)
        }
    }

    private mutating func fail(_ message: String, _ range: SourceRange) {
        faults.append(Fault(.syntax, message, at: range))
    }
}

/// The names that a function binds itself: its parameters and what it assigns, unless declared `global` or `nonlocal`.
///
/// - Parameter events: what stands inside the function.
func localNames(of events: ArraySlice<NameEvent>) -> Set<String> {
    var names: Set<String> = []
    var declared: Set<String> = []
    var index = events.startIndex
    while index < events.endIndex {
        switch events[index] {
        case .bind(let name), .parameter(let name): names.insert(name.value)
        case .global(let name), .nonlocal(let name): declared.insert(name.value)
        case .enter(_, let end): index = end
        case .read, .yield, .leave: break
        }
        index += 1
    }
    return names.subtracting(declared)
}
