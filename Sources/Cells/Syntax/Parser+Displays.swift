import Diagnostics

extension Parser {
    /// `parentheses: '(' ')' | '(' star_expressions ')' | '(' expression comp_for ')'`
    mutating func parentheses() throws(Fault) -> Expression {
        let start = place
        try expect(.openParenthesis)
        if accept(.closeParenthesis) { return try node(.tuple([]), range(from: start)) }
        var inner = at(.yield) ? try yield() : try starExpressions()
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
        if at(.starStar) { return try dict([try entry()], start) }
        let first = try starExpression()
        guard accept(.colon) else { return try set(first, start) }
        let value = try expression()
        guard at(.for) else { return try dict([Expression.DictEntry(key: first, value: value)], start) }
        let made = try comprehension(.dict, first, value, from: start)
        try expect(.closeBrace)
        return try node(made.kind, range(from: start))
    }

    private mutating func dict(
        _ first: [Expression.DictEntry], _ start: SourceRange
    ) throws(Fault) -> Expression {
        var entries = first
        while accept(.comma), !at(.closeBrace) { entries.append(try entry()) }
        try expect(.closeBrace)
        return try node(.dict(entries), range(from: start))
    }

    /// `entry: expression ':' expression | '**' bitwise_or`
    private mutating func entry() throws(Fault) -> Expression.DictEntry {
        if accept(.starStar) {
            return Expression.DictEntry(
                key: nil, value: try nested { (parser) throws(Fault) in try parser.binary(above: 0) })
        }
        let key = try expression()
        try expect(.colon)
        return Expression.DictEntry(key: key, value: try expression())
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
}
