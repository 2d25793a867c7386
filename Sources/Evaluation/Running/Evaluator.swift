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
    private var places: [String: SourceRange] = [:]
    /// Names bound at the top level further down, with their places.
    private var later: [(name: String, range: SourceRange)]
    private var deferred: [(request: ValueRequest, scope: Scope)] = []

    init(_ program: Program, imports: [(name: Located<String>, value: Value)]) {
        self.program = program
        scope = Scope()
        values = ChapterValues(results: ChapterResults(values: [], displays: []), scope: scope, diagnostics: [])
        later = Evaluator.bindings(program)
        for entry in imports {
            scope.bind(entry.name.value, to: entry.value)
            places[entry.name.value] = entry.name.range
        }
    }

    /// The names that directives outside solutions bind.
    private static func bindings(_ program: Program) -> [(name: String, range: SourceRange)] {
        var depth = 0
        var names: [(name: String, range: SourceRange)] = []
        for item in program.items {
            switch item {
            case .openScope: depth += 1
            case .closeScope: depth -= 1
            case .directive(let directive):
                if depth == 0, let name = directive.name { names.append((name.value, name.range)) }
            case .value, .claim: break
            }
        }
        return names
    }

    mutating func run() {
        for item in program.items {
            switch item {
            case .directive(let directive): run(directive)
            case .value(let request): show(request)
            case .claim(let claim): check(claim)
            case .openScope: scope = Scope(parent: scope)
            case .closeScope:
                guard let parent = scope.parent else { preconditionFailure("a scope that closes was opened") }
                scope = parent
            }
        }
        for (request, scope) in deferred { values.results.values[request.id] = shown(request, in: scope) }
    }

    mutating func report(_ diagnostic: Diagnostic) { values.diagnostics.append(diagnostic) }

    // MARK: Values and claims

    private mutating func show(_ request: ValueRequest) {
        precondition(request.id == values.results.values.count, "inline values are counted in the order of the program")
        let needsLater = request.formatted.expression.freeNames.contains { name in
            scope.value(of: name) == nil && later.contains { $0.name == name }
        }
        if needsLater {
            values.results.values.append(nil)
            deferred.append((request, scope))
        } else {
            values.results.values.append(shown(request, in: scope))
        }
    }

    private mutating func shown(_ request: ValueRequest, in scope: Scope) -> Shown? {
        do {
            return try Cells.show(request.formatted, in: scope, digits: request.digits ?? program.digits)
        } catch {
            report(error.diagnostic)
            return nil
        }
    }

    mutating func check(_ claim: Claim) {
        if let diagnostic = checkClaim(claim.expression, written: claim.text, in: scope) {
            report(explained(diagnostic))
        }
    }

    // MARK: Expressions

    /// The value of an expression; unknown after a mistake, which is reported.
    mutating func value(_ expression: Expression) -> Value {
        do {
            return try Cells.evaluate(expression, in: scope)
        } catch {
            report(explained(error.diagnostic))
            return .unknown
        }
    }

    /// A name that is not known here but bound further down says so.
    private func explained(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.code == "cell.name",
            let quoted = diagnostic.message.split(separator: "'" as Character).dropFirst().first,
            let place = later.first(where: { quoted == $0.name })
        else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.suggestion = nil
        diagnostic.notes.append(Diagnostic.Note("'\(place.name)' is bound only here, further down", at: place.range))
        return diagnostic
    }

    // MARK: Names

    /// Binds the name of a directive; a name bound twice is a mistake.
    mutating func bind(_ name: Located<String>, to value: Value) {
        if scope.value(of: name.value) != nil {
            var notes: [Diagnostic.Note] = []
            if let place = places[name.value] { notes.append(Diagnostic.Note("first bound here", at: place)) }
            report(
                Diagnostic(
                    code: "name.twice", "the name '\(name.value)' is bound already", at: name.range, notes: notes))
            return
        }
        places[name.value] = name.range
        scope.bind(name.value, to: value)
    }
}
