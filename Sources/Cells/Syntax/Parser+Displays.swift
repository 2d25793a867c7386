import Diagnostics

extension Parser {
    /// `parentheses: '(' ')' | '(' star_expressions ')' | '(' expression comp_for ')'`
    mutating func parentheses() throws(Fault) -> Expression {
        let start = place
        try expect(.openParenthesis)
        if accept(.closeParenthesis) { return try node(.tuple([]), range(from: start)) }
        var inner = try starExpressions()
        if at(.for) { inner = try comprehension(.generator, inner, nil, from: start) }
        try expect(.closeParenthesis)
        switch inner.kind {
        // These have their parentheses as part of them; around anything else, parentheses only group.
        case .tuple, .comprehension: return try node(inner.kind, range(from: start))
        default: return inner
        }
    }

    /// `list: '[' [star_expression (',' star_expression)* [',']] ']' | '[' expression comp_for ']'`
    mutating func list() throws(Fault) -> Expression {
        let start = place
        try expect(.openBracket)
        var items: [Expression] = []
        while !at(.closeBracket) {
            items.append(try starExpression())
            if items.count == 1, at(.for) {
                let made = try comprehension(.list, items[0], nil, from: start)
                try expect(.closeBracket)
                return try node(made.kind, range(from: start))
            }
            if !accept(.comma) { break }
        }
        try expect(.closeBracket)
        return try node(.list(items), range(from: start))
    }

    /// `braces: '{' [entry (',' entry)* [',']] '}' | '{' item (',' item)* [','] '}' | '{' (entry | item) comp_for '}'`, where
    /// `entry: expression ':' expression` and `item: star_expression`
    mutating func braces() throws(Fault) -> Expression {
        let start = place
        try expect(.openBrace)
        if accept(.closeBrace) { return try node(.dict([]), range(from: start)) }
        if at(.starStar) { throw Fault(.syntax, "'**' in a dict is not part of the cell language", at: place) }
        let first = try starExpression()
        return accept(.colon) ? try dict(first, start) : try set(first, start)
    }

    private mutating func dict(_ firstKey: Expression, _ start: SourceRange) throws(Fault) -> Expression {
        var entries = [Expression.DictEntry(key: firstKey, value: try expression())]
        if at(.for) {
            let made = try comprehension(.dict, firstKey, entries[0].value, from: start)
            try expect(.closeBrace)
            return try node(made.kind, range(from: start))
        }
        while accept(.comma), !at(.closeBrace) {
            let key = try expression()
            try expect(.colon)
            entries.append(Expression.DictEntry(key: key, value: try expression()))
        }
        try expect(.closeBrace)
        return try node(.dict(entries), range(from: start))
    }

    private mutating func set(_ first: Expression, _ start: SourceRange) throws(Fault) -> Expression {
        if at(.for) {
            let made = try comprehension(.set, first, nil, from: start)
            try expect(.closeBrace)
            return try node(made.kind, range(from: start))
        }
        var items = [first]
        while accept(.comma), !at(.closeBrace) { items.append(try starExpression()) }
        try expect(.closeBrace)
        return try node(.set(items), range(from: start))
    }

    private mutating func comprehension(
        _ form: Expression.Comprehension.Form, _ element: Expression, _ value: Expression?, from start: SourceRange
    ) throws(Fault) -> Expression {
        if case .starred = element.kind {
            throw Fault(.syntax, "'*' cannot unpack inside a comprehension", at: element.range)
        }
        let clauses = try comprehensionClauses()
        return try node(
            .comprehension(.init(form: form, element: element, value: value, clauses: clauses)), range(from: start))
    }

    /// `comp_for: ('for' targets 'in' disjunction ('if' disjunction)*)+`
    mutating func comprehensionClauses() throws(Fault) -> [Expression.Comprehension.Clause] {
        var clauses: [Expression.Comprehension.Clause] = []
        while accept(.for) {
            let target = try targets()
            try expect(Keyword.in)
            let source = try disjunction()
            var tests: [Expression] = []
            while accept(.if) { tests.append(try disjunction()) }
            clauses.append(.init(target: target, source: source, tests: tests))
        }
        return clauses
    }

    /// `targets: target (',' target)* [',']`
    mutating func targets() throws(Fault) -> Expression {
        let start = place
        let first = try target()
        guard at(.comma) else { return first }
        var items = [first]
        while accept(.comma), !at(.in) { items.append(try target()) }
        return try node(.tuple(items), range(from: start))
    }

    /// `target: NAME | '(' targets ')' | '[' targets ']'`
    private mutating func target() throws(Fault) -> Expression {
        let start = place
        if token.kind == .name { return try node(.name(text(advance())), start) }
        let closing: Mark = at(.openBracket) ? .closeBracket : .closeParenthesis
        guard accept(.openParenthesis) || accept(.openBracket) else { throw unexpected(wanted: "a name to bind") }
        let inner = try nested { (parser) throws(Fault) in try parser.targets() }
        try expect(closing)
        if case .name = inner.kind, closing == .closeBracket { return try node(.tuple([inner]), range(from: start)) }
        return try node(inner.kind, range(from: start))
    }
}
