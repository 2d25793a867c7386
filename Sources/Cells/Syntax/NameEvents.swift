import Diagnostics

/// What happens to a name, in the order of Python's evaluation.
enum NameEvent {
    case read(Located<String>)
    case bind(Located<String>)
    case parameter(Located<String>)
    case global(Located<String>)
    case nonlocal(Located<String>)
    case yield(SourceRange)
    /// A scope begins, whose last event is before number `end`.
    case enter(ScopeKind, end: Int)
    case leave
}

enum ScopeKind {
    case function, `class`
    /// With its name, such as "list comprehension".
    case comprehension(String)
}

/// The events of statements and expressions, laid out flat.
struct NameEvents {
    private(set) var events: [NameEvent] = []
    /// The blocks of `try` whose handlers may catch that a name is missing.
    private(set) var guarded: [SourceRange] = []
    /// What is still to be looked at, the next thing last; a list in place of recursion, so that the stack does not grow.
    private var pending: [Step] = []
    /// The events at which the scopes begin that are still open.
    private var scopes: [Int] = []

    private enum Step {
        case statements(ArraySlice<Statement>)
        case expression(Expression)
        /// An expression as a target.
        case target(Expression)
        case event(NameEvent)
    }

    init(_ statements: [Statement]) {
        pending = [.statements(statements[...])]
        run()
    }

    init(_ expression: Expression) {
        pending = [.expression(expression)]
        run()
    }

    private mutating func run() {
        while let step = pending.popLast() {
            switch step {
            case .statements(let statements):
                guard let first = statements.first else { continue }
                pending.append(.statements(statements.dropFirst()))
                visit(first)
            case .expression(let expression): visit(expression)
            case .target(let target): bind(target)
            case .event(let event): note(event)
            }
        }
    }

    private mutating func note(_ event: NameEvent) {
        switch event {
        case .enter: scopes.append(events.count)
        case .leave:
            if let start = scopes.popLast(), case .enter(let kind, _) = events[start] {
                events[start] = .enter(kind, end: events.count)
            }
        default: break
        }
        events.append(event)
    }
}

extension NameEvents {
    /// Puts steps before everything that is pending.
    private mutating func push(_ steps: [Step]) { pending += steps.reversed() }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .pass, .break, .continue: break
        case .expression(let value): push([.expression(value)])
        case .return(let value): push(steps(value))
        case .raise(let raised, let cause): push(steps(raised) + steps(cause))
        case .assert(let claim, let message): push(steps(claim) + steps(message))
        case .delete(let targets): push(targets.map(Step.expression))
        case .global(let names): events += names.map(NameEvent.global)
        case .nonlocal(let names): events += names.map(NameEvent.nonlocal)
        case .importModules(let imports): events += imports.map { NameEvent.bind($0.boundName) }
        case .importNames(_, let imports): events += imports.map { NameEvent.bind($0.alias ?? $0.name) }
        case .assign(let targets, let value): push([.expression(value)] + targets.map(Step.target))
        case .augmented(let target, _, let value): push([.expression(target), .expression(value), .target(target)])
        case .try(let parts):
            if parts.mayCatchMissingName, let first = parts.body.first, let last = parts.body.last {
                guarded.append(first.range.union(last.range))
            }
            push(blocks(of: statement.kind))
        default: push(blocks(of: statement.kind))
        }
    }

    private func blocks(of kind: Statement.Kind) -> [Step] {
        switch kind {
        case .if(let branches, let otherwise):
            branches.flatMap { [.expression($0.test), .statements($0.body[...])] } + [.statements(otherwise[...])]
        case .while(let test, let body, let otherwise):
            [.expression(test), .statements(body[...]), .statements(otherwise[...])]
        case .for(let target, let source, let body, let otherwise):
            [.expression(source), .target(target), .statements(body[...]), .statements(otherwise[...])]
        case .with(let contexts, let body):
            contexts.flatMap { context in
                [.expression(context.value)] + (context.target.map { [.target($0)] } ?? [])
            } + [.statements(body[...])]
        case .try(let parts):
            [.statements(parts.body[...])] + parts.handlers.flatMap { steps($0) }
                + [.statements(parts.otherwise[...]), .statements(parts.finally[...])]
        case .function(let function):
            function.parameters.defaults.map(Step.expression) + [.event(.bind(function.name))]
                + scope(.function, function.parameters, [.statements(function.body[...])])
        case .class(let definition):
            definition.bases.map(Step.expression) + scope(.class, Parameters(), [.statements(definition.body[...])])
                + [.event(.bind(definition.name))]
        default: []
        }
    }

    private func steps(_ handler: Statement.Handler) -> [Step] {
        steps(handler.type) + (handler.name.map { [.event(.bind($0))] } ?? []) + [.statements(handler.body[...])]
    }

    private func steps(_ expression: Expression?) -> [Step] { expression.map { [.expression($0)] } ?? [] }

    private func scope(_ kind: ScopeKind, _ parameters: Parameters, _ content: [Step]) -> [Step] {
        [.event(.enter(kind, end: 0))] + parameters.names.map { .event(.parameter($0)) } + content + [.event(.leave)]
    }

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): events.append(.read(Located(name, expression.range)))
        case .comprehension(let comprehension): push(steps(comprehension))
        case .lambda(let parameters, let body):
            push(parameters.defaults.map(Step.expression) + scope(.function, parameters, [.expression(body)]))
        case .yield(let value): push(steps(value) + [.event(.yield(expression.range))])
        default: push(expression.kind.children.map(Step.expression))
        }
    }

    /// The first source is evaluated outside, everything else sees the targets of the clauses before it.
    private func steps(_ comprehension: Expression.Comprehension) -> [Step] {
        var content: [Step] = []
        for (number, clause) in comprehension.clauses.enumerated() {
            if number > 0 { content.append(.expression(clause.source)) }
            content += [.target(clause.target)] + clause.tests.map(Step.expression)
        }
        content += [.expression(comprehension.element)] + steps(comprehension.value)
        return [.expression(comprehension.clauses[0].source)]
            + scope(.comprehension(comprehension.form.name), Parameters(), content)
    }

    private mutating func bind(_ target: Expression) {
        switch target.kind {
        case .name(let name): events.append(.bind(Located(name, target.range)))
        case .tuple(let items), .list(let items): push(items.map(Step.target))
        case .starred(let operand): push([.target(operand)])
        default: push(target.kind.children.map(Step.expression))
        }
    }
}

extension Statement.Try {
    /// Whether a handler may be meant for a name that nothing binds.
    fileprivate var mayCatchMissingName: Bool { handlers.contains { Self.mayCatchMissingName($0.type) } }

    private static func mayCatchMissingName(_ type: Expression?) -> Bool {
        switch type?.kind {
        case .name(let name):
            !ExceptionNames.all.contains(name) || ["NameError", "Exception", "BaseException"].contains(name)
        case .tuple(let types): types.contains { mayCatchMissingName($0) }
        default: true
        }
    }
}

extension Statement.Import {
    /// `import a.b` binds `a`, `import a.b as c` binds `c`.
    var boundName: Located<String> {
        if let alias { return alias }
        let first = String(name.value.prefix { $0 != "." })
        if first.utf8.count == name.value.utf8.count { return name }
        let range = SourceRange(
            file: name.range.file, start: name.range.start, end: name.range.start + first.utf8.count)
        return Located(first, range)
    }
}

extension Expression.Comprehension.Form {
    var name: String {
        switch self {
        case .list: "list comprehension"
        case .set: "set comprehension"
        case .dict: "dict comprehension"
        case .generator: "generator expression"
        }
    }
}
