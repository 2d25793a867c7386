import Diagnostics

extension Parser {
    /// `compound_statement: if | while | for | try | with | def | class`; nil when none begins here.
    mutating func compoundStatement() throws(Fault) -> Statement? {
        let start = place
        let kind: Statement.Kind
        switch token.kind {
        case .keyword(.if): kind = try ifStatement()
        case .keyword(.while): kind = try whileStatement()
        case .keyword(.for): kind = try forStatement()
        case .keyword(.try): kind = try tryStatement()
        case .keyword(.with): kind = try withStatement()
        case .keyword(.def): kind = try functionDefinition()
        case .keyword(.class): kind = try classDefinition()
        default: return nil
        }
        return Statement(kind, range(from: start))
    }

    /// `block: ':' (NEWLINE INDENT statements DEDENT | simple_statements)`
    mutating func block(of head: Located<String>) throws(Fault) -> [Statement] {
        try expect(.colon)
        var body: [Statement] = []
        guard accept(.newline) else {
            try simpleStatements(into: &body)
            return body
        }
        guard accept(.indent) else {
            let note = Diagnostic.Note("\(head.value) stands here", at: head.range)
            throw Fault(.syntax, "an indented block must follow \(head.value)", at: place, notes: [note])
        }
        statements(into: &body)
        return body
    }

    /// The word at the start of a block, for messages about it.
    mutating func head() -> Located<String> {
        let place = place
        return Located("'\(text(advance()))'", place)
    }

    /// `if: 'if' expression block ('elif' expression block)* [else]`
    private mutating func ifStatement() throws(Fault) -> Statement.Kind {
        var branches: [Statement.Branch] = []
        repeat {
            let head = head()
            let test = try expression()
            branches.append(.init(test: test, body: try block(of: head)))
        } while at(.elif)
        return .if(branches, otherwise: try otherwise())
    }

    /// `else: 'else' block`, or nothing.
    private mutating func otherwise() throws(Fault) -> [Statement] {
        guard at(.else) else { return [] }
        return try block(of: head())
    }

    /// `while: 'while' expression block [else]`
    private mutating func whileStatement() throws(Fault) -> Statement.Kind {
        let head = head()
        let test = try expression()
        let body = try block(of: head)
        return .while(test: test, body: body, otherwise: try otherwise())
    }

    /// `for: 'for' targets 'in' star_expressions block [else]`
    private mutating func forStatement() throws(Fault) -> Statement.Kind {
        let head = head()
        let target = try targets()
        try expect(Keyword.in)
        let source = try starExpressions()
        let body = try block(of: head)
        return .for(target: target, source: source, body: body, otherwise: try otherwise())
    }

    /// `try: 'try' block (handler+ [else] ['finally' block] | 'finally' block)`
    private mutating func tryStatement() throws(Fault) -> Statement.Kind {
        let head = head()
        let body = try block(of: head)
        var handlers: [Statement.Handler] = []
        while at(.except) { handlers.append(try handler()) }
        let otherwise = handlers.isEmpty ? [] : try otherwise()
        let finally = at(.finally) ? try block(of: self.head()) : []
        if handlers.isEmpty, finally.isEmpty {
            let note = Diagnostic.Note("'try' stands here", at: head.range)
            throw Fault(.syntax, "'except' or 'finally' must follow the block of 'try'", at: place, notes: [note])
        }
        return .try(.init(body: body, handlers: handlers, otherwise: otherwise, finally: finally))
    }

    /// `handler: 'except' [expression ['as' NAME]] block`
    private mutating func handler() throws(Fault) -> Statement.Handler {
        let head = head()
        let type = at(.colon) ? nil : try expression()
        let name = type != nil && accept(.as) ? try name("a name after 'as'") : nil
        let body = try block(of: head)
        return .init(type: type, name: name, body: body, range: range(from: head.range))
    }

    /// `with: 'with' context (',' context)* block`, where `context: expression ['as' target]`
    private mutating func withStatement() throws(Fault) -> Statement.Kind {
        let head = head()
        var contexts: [Statement.Context] = []
        repeat {
            let value = try expression()
            contexts.append(.init(value: value, target: accept(.as) ? try target() : nil))
        } while accept(.comma)
        return .with(contexts, body: try block(of: head))
    }

    /// `class: 'class' NAME ['(' [expression (',' expression)* [',']] ')'] block`
    private mutating func classDefinition() throws(Fault) -> Statement.Kind {
        let head = head()
        let name = try name("the name of the class")
        var bases: [Expression] = []
        if accept(.openParenthesis) {
            while !at(.closeParenthesis) {
                bases.append(try expression())
                if !accept(.comma) { break }
            }
            try expect(.closeParenthesis)
        }
        return .class(.init(name: name, bases: bases, body: try block(of: head)))
    }
}
