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

    init(_ statements: [Statement]) { visit(statements) }

    init(_ expression: Expression) { visit(expression) }

    private mutating func visit(_ statements: [Statement]) {
        for statement in statements { visit(statement) }
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .pass, .break, .continue: break
        case .expression(let value): visit(value)
        case .return(let value): visit(value)
        case .raise(let raised, let cause): visit([raised, cause])
        case .assert(let claim, let message): visit([claim, message])
        case .delete(let targets): for target in targets { visit(target) }
        case .global(let names): events += names.map(NameEvent.global)
        case .nonlocal(let names): events += names.map(NameEvent.nonlocal)
        case .importModules(let imports): for module in imports { events.append(.bind(module.boundName)) }
        case .importNames(_, let imports): for name in imports { events.append(.bind(name.alias ?? name.name)) }
        case .assign(let targets, let value):
            visit(value)
            for target in targets { bind(target) }
        case .augmented(let target, _, let value):
            visit([target, value])
            bind(target)
        default: visitBlocks(of: statement.kind)
        }
    }

    private mutating func visitBlocks(of kind: Statement.Kind) {
        switch kind {
        case .if(let branches, let otherwise):
            for branch in branches {
                visit(branch.test)
                visit(branch.body)
            }
            visit(otherwise)
        case .while(let test, let body, let otherwise):
            visit(test)
            visit(body)
            visit(otherwise)
        case .for(let target, let source, let body, let otherwise):
            visit(source)
            bind(target)
            visit(body)
            visit(otherwise)
        case .with(let contexts, let body):
            for context in contexts {
                visit(context.value)
                if let target = context.target { bind(target) }
            }
            visit(body)
        case .try(let parts): visit(parts)
        case .function(let function): visit(function)
        case .class(let definition): visit(definition)
        default: break
        }
    }

    private mutating func visit(_ parts: Statement.Try) {
        visit(parts.body)
        for handler in parts.handlers {
            visit(handler.type)
            if let name = handler.name { events.append(.bind(name)) }
            visit(handler.body)
        }
        visit(parts.otherwise)
        visit(parts.finally)
    }

    private mutating func visit(_ function: Statement.FunctionDefinition) {
        visit(function.parameters.defaults)
        events.append(.bind(function.name))
        scope(.function) { events in
            events.events += function.parameters.names.map(NameEvent.parameter)
            events.visit(function.body)
        }
    }

    private mutating func visit(_ definition: Statement.ClassDefinition) {
        visit(definition.bases)
        scope(.class) { $0.visit(definition.body) }
        events.append(.bind(definition.name))
    }

    // MARK: Expressions

    private mutating func visit(_ expression: Expression?) {
        guard let expression else { return }
        switch expression.kind {
        case .name(let name): events.append(.read(Located(name, expression.range)))
        case .comprehension(let comprehension): visit(comprehension)
        case .lambda(let parameters, let body):
            visit(parameters.defaults)
            scope(.function) { events in
                events.events += parameters.names.map(NameEvent.parameter)
                events.visit(body)
            }
        case .yield(let value):
            visit(value)
            events.append(.yield(expression.range))
        default: visit(expression.kind.children)
        }
    }

    private mutating func visit(_ expressions: [Expression?]) {
        for expression in expressions { visit(expression) }
    }

    /// The first source is evaluated outside, everything else sees the targets of the clauses before it.
    private mutating func visit(_ comprehension: Expression.Comprehension) {
        visit(comprehension.clauses[0].source)
        scope(.comprehension(comprehension.form.name)) { events in
            for (number, clause) in comprehension.clauses.enumerated() {
                if number > 0 { events.visit(clause.source) }
                events.bind(clause.target)
                events.visit(clause.tests)
            }
            events.visit([comprehension.element, comprehension.value])
        }
    }

    private mutating func bind(_ target: Expression) {
        switch target.kind {
        case .name(let name): events.append(.bind(Located(name, target.range)))
        case .tuple(let items), .list(let items): for item in items { bind(item) }
        case .starred(let operand): bind(operand)
        default: visit(target.kind.children)
        }
    }

    private mutating func scope(_ kind: ScopeKind, _ content: (inout NameEvents) -> Void) {
        let start = events.count
        events.append(.enter(kind, end: start))
        content(&self)
        events[start] = .enter(kind, end: events.count)
        events.append(.leave)
    }
}

extension Statement.Import {
    /// `import a.b` binds `a`, `import a.b as c` binds `c`.
    var boundName: Located<String> {
        if let alias { return alias }
        let first = name.value.prefix { $0 != "." }
        let start = name.range.start
        let range = SourceRange(file: name.range.file, start: start, end: start + first.utf8.count)
        return Located(String(first), first.utf8.count == name.value.utf8.count ? name.range : range)
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
