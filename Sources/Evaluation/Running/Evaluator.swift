import Cells
import Diagnostics
import Networks

/// Runs a chapter's program from top to bottom.
///
/// - Parameter imports: names brought in from other chapters, with copies of their final values.
public func evaluate(_ program: Program, imports: [(name: Located<String>, value: Value)] = []) -> ChapterValues {
    var evaluator = Evaluator(program, imports: imports)
    evaluator.run()
    return evaluator.values
}

/// The state of a chapter on its way through its program.
struct Evaluator {
    let program: Program
    /// The innermost scope: the chapter's, or a solution's inside it.
    var scope: Scope
    var values: ChapterValues
    /// Where every name was bound.
    var places: [String: SourceRange] = [:]
    /// What is known of names beside their values, for every open scope; the innermost last.
    var ledgers = [Ledger()]
    /// The programs of the cells that were run, for tracebacks.
    var listings: [Excerpt] = []
    /// The scopes of solutions.
    private var innerScopes: [Scope] = []
    /// Names that the open scopes bind somewhere, with their places; the innermost scope last.
    private var bindings: [[Located<String>]]
    /// Whether names may be missing after a mistake that was reported.
    private var namesAreLost: Bool
    private var deferred: [(item: Deferred, scope: Scope)] = []

    /// What waits for names that are bound further down.
    private enum Deferred {
        case value(ValueRequest)
        case claim(Claim)
    }

    init(_ program: Program, imports: [(name: Located<String>, value: Value)]) {
        self.program = program
        scope = Scope()
        values = ChapterValues(results: ChapterResults(values: [], displays: []), scope: scope, diagnostics: [])
        bindings = [program.bindings(from: 0)]
        namesAreLost = program.lacksImports
        for entry in imports {
            scope.bind(entry.name.value, to: entry.value)
            places[entry.name.value] = entry.name.range
            ledger.engineNames.insert(entry.name.value)
        }
    }

    mutating func run() {
        for (index, item) in program.items.enumerated() {
            switch item {
            case .directive(let directive): run(directive)
            case .unknown(let name?):
                // A misspelt '{diagram} toy' would have bound nothing.
                if scope.value(of: name.value) == nil { bind(name, to: .unknown) }
                ledger.cellNames.insert(name.value)
            case .unknown(nil): namesAreLost = true
            case .value(let request): show(request)
            case .claim(let claim): meet(claim)
            case .openScope:
                scope = Scope(parent: scope)
                innerScopes.append(scope)
                ledgers.append(ledger)
                bindings.append(program.bindings(from: index + 1))
            case .closeScope:
                guard let parent = scope.parent else { preconditionFailure("a scope that closes was opened") }
                scope = parent
                ledgers.removeLast()
                bindings.removeLast()
            }
        }
        for (item, scope) in deferred {
            switch item {
            case .value(let request): values.results.values[request.id] = shown(request, in: scope)
            case .claim(let claim): check(claim, in: scope)
            }
        }
        // Functions hold the scope they stand in.
        for inner in innerScopes { inner.removeAll() }
    }

    mutating func report(_ diagnostic: Diagnostic) { values.diagnostics.append(diagnostic) }

    /// Reports why an expression failed. A name that a mistake may have kept away is not asked for, and one that is bound
    /// further down says so.
    mutating func report(explaining diagnostic: Diagnostic) {
        guard diagnostic.code == "cell.name" else { return report(diagnostic) }
        if namesAreLost { return }
        var diagnostic = diagnostic
        let place = bindings.joined().first { diagnostic.message == "name '\($0.value)' is not defined" }
        if let place {
            diagnostic.suggestion = nil
            let isAbove = place.range.file == diagnostic.range.file && place.range.start < diagnostic.range.start
            diagnostic.notes.append(
                Diagnostic.Note(
                    isAbove
                        ? "the cell that would bind '\(place.value)' here did not come to it"
                        : "'\(place.value)' is bound only here, further down", at: place.range))
        } else if let written = diagnostic.quotedName {
            let known = bindings.joined().map { $0.value } + [diagnostic.suggestion].compactMap { $0 }
            diagnostic.suggestion = nearestName(to: written, in: known)
        }
        report(diagnostic)
    }

    /// Every name that the chapter binds somewhere.
    var namesBoundLater: Set<String> { Set(bindings.joined().map { $0.value }) }

    // MARK: Values and claims

    private mutating func show(_ request: ValueRequest) {
        precondition(request.id == values.results.values.count, "inline values are counted in the order of the program")
        if needsLater(request.formatted.expression) {
            values.results.values.append(nil)
            deferred.append((.value(request), scope))
        } else {
            values.results.values.append(shown(request, in: scope))
        }
    }

    mutating func meet(_ claim: Claim) {
        if needsLater(claim.expression) {
            deferred.append((.claim(claim), scope))
        } else {
            check(claim, in: scope)
        }
    }

    /// Whether an expression uses a name that is bound only further down.
    private func needsLater(_ expression: Expression) -> Bool {
        expression.freeNames.contains { name in
            scope.value(of: name) == nil && bindings.joined().contains { $0.value == name }
        }
    }

    private mutating func shown(_ request: ValueRequest, in scope: Scope) -> Shown? {
        do {
            return try Cells.show(
                request.formatted, in: scope, digits: request.digits ?? program.digits, marks: program.marks)
        } catch {
            report(explaining: error.diagnostic)
            return nil
        }
    }

    mutating func check(_ claim: Claim, in scope: Scope) {
        if let diagnostic = checkClaim(claim.expression, written: claim.text, in: scope) {
            report(explaining: diagnostic)
        }
    }

    // MARK: Expressions

    /// The value of an expression; unknown after a mistake, which is reported.
    mutating func value(_ expression: Expression) -> Value {
        do {
            return try Cells.evaluate(expression, in: scope)
        } catch {
            report(explaining: error.diagnostic)
            return .unknown
        }
    }

    // MARK: Names

    /// Binds the name of a directive. A name bound twice is a mistake, and what it means from then on is unknown.
    mutating func bind(_ name: Located<String>, to value: Value) {
        guard scope.value(of: name.value) != nil || ledger.cellNames.contains(name.value) else {
            places[name.value] = name.range
            ledger.engineNames.insert(name.value)
            scope.bind(name.value, to: value)
            return
        }
        reportTwice(name)
    }

    /// Says that a name is bound already; what it means from then on is unknown.
    mutating func reportTwice(_ name: Located<String>) {
        let notes = places[name.value].map { [Diagnostic.Note("first bound here", at: $0)] } ?? []
        report(
            Diagnostic(code: "name.twice", "the name '\(name.value)' is bound already", at: name.range, notes: notes))
        scope.bind(name.value, to: .unknown)
    }
}

extension Program {
    /// The names bound from an item on in its own scope, not in those inside it.
    fileprivate func bindings(from start: Int) -> [Located<String>] {
        var depth = 0
        var names: [Located<String>] = []
        for item in items[start...] {
            switch item {
            case .openScope: depth += 1
            case .closeScope: depth -= 1
            case .directive(let directive):
                if depth > 0 { break }
                if let name = directive.name { names.append(name) }
                if case .python(let body) = directive.body { names += body.names }
            case .unknown(let name): if depth == 0, let name { names.append(name) }
            case .value, .claim: break
            }
            if depth < 0 { break }
        }
        return names
    }
}

extension Diagnostic {
    /// What stands between the first two quotes of the message.
    fileprivate var quotedName: String? {
        let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }
}
