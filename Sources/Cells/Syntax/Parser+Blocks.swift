import Diagnostics

extension Parser {
    /// `block: ':' (NEWLINE INDENT statements DEDENT | simple_statements)`
    ///
    /// - Parameter head: the token of the word that begins the statement.
    func block(of head: Int) throws(Fault) -> [Statement] {
        try expect(.colon)
        var body: [Statement] = []
        if accept(.newline) {
            guard accept(.indent) else { throw noBlock(head) }
            statements(into: &body)
        } else {
            try simpleStatements(into: &body)
        }
        return body
    }

    /// A block whose `break` and `continue` are its own.
    private func loop(of head: Int) throws(Fault) -> [Statement] {
        let outside = surroundings.isLoop
        surroundings.isLoop = true
        defer { surroundings.isLoop = outside }
        return try block(of: head)
    }

    private func noBlock(_ head: Int) -> Fault {
        if case .invalid(let number) = token.kind, lexerFaults[number].kind == .limit { return lexerFaults[number] }
        let word = "'\(text(tokens[head]))'"
        let note = Diagnostic.Note("\(word) stands here", at: excerpt.range(tokens[head].range))
        return Fault(.syntax, "an indented block must follow \(word)", at: place, notes: [note])
    }

    /// `if: 'if' expression block ('elif' expression block)* [else]`
    func ifStatement() throws(Fault) -> Statement.Kind {
        var branches: [Statement.Branch] = []
        repeat {
            let head = position
            advance()
            let test = try expression()
            branches.append(.init(test: test, body: try block(of: head)))
        } while at(.elif)
        return .if(branches, otherwise: try otherwise())
    }

    /// `else: 'else' block`, or nothing.
    private func otherwise() throws(Fault) -> [Statement] {
        guard at(.else) else { return [] }
        advance()
        if at(.if) { throw error("'else if' is written 'elif'", at: range(from: position - 1).union(place)) }
        return try block(of: position - 1)
    }

    /// `while: 'while' expression block [else]`
    func whileStatement() throws(Fault) -> Statement.Kind {
        let head = position
        advance()
        let test = try expression()
        let body = try loop(of: head)
        return .while(test: test, body: body, otherwise: try otherwise())
    }

    /// `for: 'for' targets 'in' star_expressions block [else]`
    func forStatement() throws(Fault) -> Statement.Kind {
        let head = position
        advance()
        if at(.openParenthesis), peekKind() == .name, peekKind(2) == .mark(.assign) {
            throw error("a loop that counts is written 'for i in range(n):'", at: excerpt.range(tokens[head].range))
        }
        let target = try targets()
        if at(.assign) { throw error("a loop that counts is written 'for i in range(n):'", at: place) }
        try expect(Keyword.in)
        let source = try starExpressions()
        let body = try loop(of: head)
        return .for(target: target, source: source, body: body, otherwise: try otherwise())
    }

    /// `try: 'try' block (handler+ [else] ['finally' block] | 'finally' block)`
    func tryStatement() throws(Fault) -> Statement.Kind {
        let head = position
        advance()
        let body = try block(of: head)
        var handlers: [Statement.Handler] = []
        while at(.except) {
            if let last = handlers.last, last.type == nil { report(bareHandlerBefore(last)) }
            handlers.append(try handler())
        }
        let otherwise = handlers.isEmpty ? [] : try otherwise()
        let finally = try finallyBlock()
        if handlers.isEmpty, finally.isEmpty { throw noHandler(head) }
        return .try(.init(body: body, handlers: handlers, otherwise: otherwise, finally: finally))
    }

    private func finallyBlock() throws(Fault) -> [Statement] {
        guard at(.finally) else { return [] }
        advance()
        return try block(of: position - 1)
    }

    private func bareHandlerBefore(_ last: Statement.Handler) -> Fault {
        error("'except:' catches everything and must be the last", at: last.range)
    }

    private func noHandler(_ head: Int) -> Fault {
        let note = Diagnostic.Note("'try' stands here", at: excerpt.range(tokens[head].range))
        return Fault(.syntax, "'except' or 'finally' must follow the block of 'try'", at: place, notes: [note])
    }

    /// `handler: 'except' [expression ['as' NAME]] block`
    private func handler() throws(Fault) -> Statement.Handler {
        let head = position
        advance()
        if at(.star) { throw error("'except*' is not part of the cell language", at: range(from: head).union(place)) }
        let type = at(.colon) ? nil : try expression()
        if at(.comma) { throw error("several exceptions need parentheses: 'except (A, B)'", at: place) }
        let name = type != nil && accept(.as) ? try name("a name after 'as'") : nil
        let line = range(from: head)
        return .init(type: type, name: name, body: try block(of: head), range: line)
    }

    /// `class: 'class' NAME ['(' [expression (',' expression)* [',']] ')'] block`
    func classDefinition() throws(Fault) -> Statement.Kind {
        let head = position
        advance()
        let name = try name("the name of the class")
        let bases = at(.openParenthesis) ? try bases() : []
        let outside = surroundings
        surroundings = Surroundings()
        let classOutside = innermostClass
        innermostClass = name.value
        defer {
            surroundings = outside
            innermostClass = classOutside
        }
        return .class(.init(name: name, bases: bases, body: try block(of: head)))
    }

    private func bases() throws(Fault) -> [Expression] {
        advance()
        var bases: [Expression] = []
        while !at(.closeParenthesis) {
            if at(.star) || at(.starStar) || peekKind() == .mark(.assign) {
                throw error(
                    "only base classes stand between the parentheses of a class in the cell language", at: place)
            }
            bases.append(try expression())
            if !accept(.comma) { break }
        }
        try expectClosing(.closeParenthesis)
        return bases
    }
}
