import Diagnostics

extension Parser {
    /// `parentheses: '(' ')' | '(' value ')' | '(' expression comp_for ')'`
    func parentheses() throws(Fault) -> Expression {
        let start = position
        advance()
        if accept(.closeParenthesis) { return try node(.tuple([]), from: start) }
        if at(.yield) { return try parenthesisedYield() }
        let inner = try starExpression()
        if at(.for) {
            return try closed(.closeParenthesis, try comprehension(.generator, inner, nil, from: start), from: start)
        }
        if at(.comma) { return try parenthesisedTuple(inner, from: start) }
        // Around anything but tuples and generators, parentheses only group.
        try expectClosing(.closeParenthesis)
        return try unstarred(inner)
    }

    private func parenthesisedYield() throws(Fault) -> Expression {
        let inner = try yield()
        try expectClosing(.closeParenthesis)
        return inner
    }

    private func parenthesisedTuple(_ first: Expression, from start: Int) throws(Fault) -> Expression {
        let tuple = try tuple(startingWith: first, from: start)
        if at(.for) { throw bareTuple(first, to: tuple) }
        return try closed(.closeParenthesis, tuple, from: start)
    }

    /// `list: '[' [star_expression (',' star_expression)* [',']] ']' | '[' expression comp_for ']'`
    func list() throws(Fault) -> Expression {
        let start = position
        advance()
        var items: [Expression] = []
        while !at(.closeBracket) {
            items.append(try starExpression())
            if at(.for) { return try listComprehension(items, from: start) }
            if !accept(.comma) { break }
        }
        try expectClosing(.closeBracket)
        return try node(.list(items), from: start)
    }

    private func listComprehension(_ items: [Expression], from start: Int) throws(Fault) -> Expression {
        if items.count > 1 { throw bareTuple(items[0], to: items.last) }
        return try closed(.closeBracket, try comprehension(.list, items[0], nil, from: start), from: start)
    }

    /// `braces: '{' [entry (',' entry)* [',']] '}' | '{' item (',' item)* [','] '}' | '{' (entry | item) comp_for '}'`, where
    /// `entry: expression ':' expression | '**' bitwise_or` and `item: star_expression`
    func braces() throws(Fault) -> Expression {
        let start = position
        advance()
        if accept(.closeBrace) { return try node(.dict([]), from: start) }
        if at(.starStar) { return try dict([], from: start) }
        let first = try starExpression()
        guard at(.colon) else { return try set(first, from: start) }
        return try dict([try entry(key: first)], from: start)
    }

    private func dict(_ first: [Expression.DictEntry], from start: Int) throws(Fault) -> Expression {
        var entries = first
        if entries.isEmpty { entries.append(try entry()) }
        if at(.for) { return try dictComprehension(entries[0], from: start) }
        while accept(.comma), !at(.closeBrace) { entries.append(try entry()) }
        try expectClosing(.closeBrace)
        return try node(.dict(entries), from: start)
    }

    private func entry() throws(Fault) -> Expression.DictEntry {
        if accept(.starStar) { return Expression.DictEntry(key: nil, value: try bitwiseOr()) }
        return try entry(key: try expression())
    }

    private func entry(key: Expression) throws(Fault) -> Expression.DictEntry {
        if case .starred = key.kind { throw error("'*' cannot unpack in a dict", at: key.range) }
        try expect(.colon)
        if at(.star) { throw error("'*' cannot unpack in a dict", at: place) }
        return Expression.DictEntry(key: key, value: try expression())
    }

    private func dictComprehension(
        _ entry: Expression.DictEntry, from start: Int
    ) throws(Fault) -> Expression {
        guard let key = entry.key else {
            throw error("'**' cannot unpack inside a comprehension", at: entry.value.range)
        }
        return try closed(.closeBrace, try comprehension(.dict, key, entry.value, from: start), from: start)
    }

    private func set(_ first: Expression, from start: Int) throws(Fault) -> Expression {
        if at(.for) {
            return try closed(.closeBrace, try comprehension(.set, first, nil, from: start), from: start)
        }
        var items = [first]
        while accept(.comma), !at(.closeBrace) { items.append(try starExpression()) }
        if items.count > 1, at(.for) { throw bareTuple(items[0], to: items.last) }
        try expectClosing(.closeBrace)
        return try node(.set(items), from: start)
    }

    /// The same expression with its closing bracket.
    private func closed(_ mark: Mark, _ inner: Expression, from start: Int) throws(Fault) -> Expression {
        try expectClosing(mark)
        return try node(inner.kind, from: start)
    }

    private func bareTuple(_ first: Expression, to last: Expression? = nil) -> Fault {
        error(
            "a tuple as the element of a comprehension needs parentheses",
            at: last.map { first.range.union($0.range) } ?? first.range)
    }
}

extension Parser {
    func comprehension(
        _ form: Expression.Comprehension.Form, _ element: Expression, _ value: Expression?, from start: Int
    ) throws(Fault) -> Expression {
        if case .starred = element.kind {
            throw error("'*' cannot unpack inside a comprehension", at: element.range)
        }
        var clauses: [Expression.Comprehension.Clause] = []
        while at(.for) { clauses.append(try clause()) }
        if at(.async) { throw unexpected() }
        return try node(
            .comprehension(.init(form: form, element: element, value: value, clauses: clauses)), from: start)
    }

    /// `comp_for: 'for' targets 'in' disjunction ('if' disjunction)*`
    private func clause() throws(Fault) -> Expression.Comprehension.Clause {
        advance()
        let target = try targets()
        try expect(Keyword.in)
        let source = try disjunction()
        var tests: [Expression] = []
        while accept(.if) { tests.append(try disjunction()) }
        return .init(target: target, source: source, tests: tests)
    }
}
