import Diagnostics

extension Parser {
    /// `program: statement* END`
    func program() -> [Statement] {
        var found: [Statement] = []
        while token.kind != .end { statements(into: &found) }
        return found
    }

    /// `statements: statement+`, to the end of their block; a mistake is noted, and reading goes on with the next statement.
    func statements(into found: inout [Statement]) {
        while token.kind != .end, !accept(.dedent) {
            do throws(Fault) {
                try statement(into: &found)
            } catch {
                recover(from: error)
            }
        }
    }

    /// `statement: if | while | for | try | with | def | class | simple_statements`
    private func statement(into found: inout [Statement]) throws(Fault) {
        if peekKind() == .mark(.assign), !at(.None), !at(.True), !at(.False), let fault = keptWord() { throw fault }
        let start = position
        let kind: Statement.Kind
        switch token.kind {
        case .keyword(.if): kind = try ifStatement()
        case .keyword(.while): kind = try whileStatement()
        case .keyword(.for): kind = try forStatement()
        case .keyword(.try): kind = try tryStatement()
        case .keyword(.with): kind = try withStatement()
        case .keyword(.def): kind = try functionDefinition()
        case .keyword(.class): kind = try classDefinition()
        default:
            try checkBeginning()
            return try simpleStatements(into: &found)
        }
        found.append(Statement(kind, blockRange(from: start)))
    }

    /// From a token to the last one read that belongs to a line.
    private func blockRange(from start: Int) -> SourceRange {
        var end = position
        while end > start + 1 {
            switch tokens[end - 1].kind {
            case .newline, .dedent: end -= 1
            default: return excerpt.range(tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound)
            }
        }
        return excerpt.range(tokens[start].range)
    }

    /// `simple_statements: simple_statement (';' simple_statement)* [';'] NEWLINE`
    func simpleStatements(into found: inout [Statement]) throws(Fault) {
        repeat {
            let start = position
            let kind = try simpleStatement()
            found.append(Statement(kind, range(from: start)))
        } while accept(.semicolon) && token.kind != .newline
        if !accept(.newline) { throw unexpected() }
    }

    private func simpleStatement() throws(Fault) -> Statement.Kind {
        switch token.kind {
        case .keyword(.pass): return bare(.pass)
        case .keyword(.break), .keyword(.continue): return jump()
        case .keyword(.return): return try returnStatement()
        case .keyword(.raise): return try raiseStatement()
        case .keyword(.assert): return try assertStatement()
        case .keyword(.del): return try deleteStatement()
        case .keyword(.global): return .global(try declaredNames())
        case .keyword(.nonlocal): return .nonlocal(try declaredNames())
        case .keyword(.import): return try importStatement()
        case .keyword(.from): return try fromStatement()
        default: return try assignment()
        }
    }

    private func bare(_ kind: Statement.Kind) -> Statement.Kind {
        advance()
        return kind
    }

    /// `jump: 'break' | 'continue'`
    private func jump() -> Statement.Kind {
        let isBreak = at(.break)
        if !surroundings.isLoop { report(error("'\(text(token))' stands outside a loop", at: place)) }
        return bare(isBreak ? .break : .continue)
    }

    /// `return: 'return' [star_expressions]`
    private func returnStatement() throws(Fault) -> Statement.Kind {
        if !surroundings.isFunction { report(error("'return' stands outside a function", at: place)) }
        advance()
        return .return(startsExpression ? try starExpressions() : nil)
    }

    /// `raise: 'raise' [expression ['from' expression]]`
    private func raiseStatement() throws(Fault) -> Statement.Kind {
        advance()
        guard startsExpression else { return .raise(nil, cause: nil) }
        let raised = try expression()
        return .raise(raised, cause: accept(.from) ? try expression() : nil)
    }

    /// `assert: 'assert' expression [',' expression]`
    private func assertStatement() throws(Fault) -> Statement.Kind {
        advance()
        let claim = try expression()
        return .assert(claim, message: accept(.comma) ? try expression() : nil)
    }

    /// `del: 'del' target (',' target)* [',']`
    private func deleteStatement() throws(Fault) -> Statement.Kind {
        advance()
        var deleted: [Expression] = []
        repeat {
            let target = try starExpression()
            try check(target, may: .delete)
            deleted.append(target)
        } while accept(.comma) && startsExpression
        return .delete(deleted)
    }

    /// `global: 'global' NAME (',' NAME)*`, and `nonlocal` alike.
    private func declaredNames() throws(Fault) -> [Located<String>] {
        advance()
        var names: [Located<String>] = []
        repeat { names.append(try name("a name")) } while accept(.comma)
        return names
    }

    // MARK: Mistakes

    /// Whether a statement can begin with the next token.
    private func checkBeginning() throws(Fault) {
        switch token.kind {
        case .indent:
            throw error("this line is indented, but no block begins before it", at: excerpt.range(token.range))
        case .keyword(.elif), .keyword(.else), .keyword(.except), .keyword(.finally):
            throw error("'\(text(token))' continues no statement above it", at: place)
        case .keyword(.async), .keyword(.await): throw unexpected()
        case .mark(.at): try skipDecorator()
        case .name:
            if text(token) == "match", isFollowedByCase { throw matchStatement() }
        default: break
        }
    }

    /// `'@' expression NEWLINE`: a named mistake, after which the definition is read.
    private func skipDecorator() throws(Fault) {
        let start = position
        advance()
        _ = try expression()
        throw error("decorators are not part of the cell language", at: range(from: start))
    }

    /// `match`, whose block is no block of statements and is left out.
    private func matchStatement() -> Fault {
        let fault = error("'match' is not part of the cell language; use 'if' and 'elif'", at: place)
        isBlockForeign = true
        return fault
    }

    /// Whether a block follows that begins with `case`.
    var isFollowedByCase: Bool {
        guard let end = tokens[position...].firstIndex(where: { $0.kind == .newline }) else { return false }
        return end + 2 < tokens.count && tokens[end + 1].kind == .indent && text(tokens[end + 2]) == "case"
    }
}
