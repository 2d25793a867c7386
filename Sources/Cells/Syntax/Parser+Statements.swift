import Diagnostics

extension Parser {
    /// `program: statement* END`
    mutating func program() -> [Statement] {
        var found: [Statement] = []
        while token.kind != .end { statements(into: &found) }
        return found
    }

    /// `statements: statement+`, to the end of their block; a mistake is noted, and reading goes on with the next statement.
    mutating func statements(into found: inout [Statement]) {
        while token.kind != .end, !accept(.dedent) {
            do throws(Fault) {
                try statement(into: &found)
            } catch {
                recover(from: error)
            }
        }
    }

    /// `statement: compound_statement | simple_statement (';' simple_statement)* [';'] NEWLINE`
    private mutating func statement(into found: inout [Statement]) throws(Fault) {
        if token.kind == .indent { throw unexpectedIndent() }
        if let compound = try compoundStatement() {
            found.append(compound)
        } else {
            try simpleStatements(into: &found)
        }
    }

    mutating func simpleStatements(into found: inout [Statement]) throws(Fault) {
        repeat {
            found.append(try simpleStatement())
        } while accept(.semicolon) && token.kind != .newline
        if !accept(.newline) { throw unexpected() }
    }

    private mutating func simpleStatement() throws(Fault) -> Statement {
        let start = place
        let kind: Statement.Kind
        switch token.kind {
        case .keyword(.pass): kind = bare(.pass)
        case .keyword(.break): kind = bare(.break)
        case .keyword(.continue): kind = bare(.continue)
        case .keyword(.return): kind = try returnStatement()
        case .keyword(.raise): kind = try raiseStatement()
        case .keyword(.assert): kind = try assertStatement()
        case .keyword(.del): kind = try deleteStatement()
        case .keyword(.global): kind = .global(try declaredNames())
        case .keyword(.nonlocal): kind = .nonlocal(try declaredNames())
        case .keyword(.import): kind = try importStatement()
        case .keyword(.from): kind = try fromStatement()
        default: kind = try assignment()
        }
        return Statement(kind, range(from: start))
    }

    private mutating func bare(_ kind: Statement.Kind) -> Statement.Kind {
        advance()
        return kind
    }

    /// `return_statement: 'return' [star_expressions]`
    private mutating func returnStatement() throws(Fault) -> Statement.Kind {
        advance()
        return .return(startsExpression ? try starExpressions() : nil)
    }

    /// `raise_statement: 'raise' [expression ['from' expression]]`
    private mutating func raiseStatement() throws(Fault) -> Statement.Kind {
        advance()
        guard startsExpression else { return .raise(nil, cause: nil) }
        let raised = try expression()
        return .raise(raised, cause: accept(.from) ? try expression() : nil)
    }

    /// `assert_statement: 'assert' expression [',' expression]`
    private mutating func assertStatement() throws(Fault) -> Statement.Kind {
        advance()
        let claim = try expression()
        return .assert(claim, message: accept(.comma) ? try expression() : nil)
    }

    /// `del_statement: 'del' target (',' target)* [',']`
    private mutating func deleteStatement() throws(Fault) -> Statement.Kind {
        advance()
        var deleted: [Expression] = []
        repeat {
            let target = try binary(above: 0)
            try check(target, may: .delete)
            deleted.append(target)
        } while accept(.comma) && startsExpression
        return .delete(deleted)
    }

    /// `global_statement: ('global' | 'nonlocal') NAME (',' NAME)*`
    private mutating func declaredNames() throws(Fault) -> [Located<String>] {
        advance()
        var names: [Located<String>] = []
        repeat { names.append(try name("a name")) } while accept(.comma)
        return names
    }

    mutating func name(_ wanted: String) throws(Fault) -> Located<String> {
        guard token.kind == .name else { throw unexpected(wanted: wanted) }
        let place = place
        return Located(text(advance()), place)
    }

    // MARK: Mistakes

    private func unexpectedIndent() -> Fault {
        Fault(.syntax, "this line is indented, but no block begins before it", at: excerpt.range(token.range))
    }

    /// Notes a mistake and goes to the next statement that does not belong to the one at fault.
    private mutating func recover(from fault: Fault) {
        faults.append(fault)
        repeat {
            while token.kind != .newline, token.kind != .indent, token.kind != .dedent, token.kind != .end { advance() }
            _ = accept(.newline)
            if accept(.indent) {
                var discarded: [Statement] = []
                statements(into: &discarded)
            }
        } while at(.elif) || at(.else) || at(.except) || at(.finally)
    }
}
