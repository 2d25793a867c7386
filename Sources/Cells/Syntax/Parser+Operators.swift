import Diagnostics

extension Parser {
    /// `star_expressions: star_expression (',' star_expression)* [',']`
    mutating func starExpressions() throws(Fault) -> Expression {
        let start = place
        let first = try starExpression()
        guard at(.comma) else {
            if case .starred = first.kind {
                throw Fault(.syntax, "'*' unpacks only inside a list, a tuple or a call", at: first.range)
            }
            return first
        }
        var items = [first]
        while accept(.comma), startsExpression { items.append(try starExpression()) }
        return try node(.tuple(items), range(from: start))
    }

    /// `star_expression: '*' bitwise_or | expression`
    mutating func starExpression() throws(Fault) -> Expression {
        guard at(.star) else { return try expression() }
        let start = place
        advance()
        let operand = try nested { (parser) throws(Fault) in try parser.binary(above: 0) }
        return try node(.starred(operand), range(from: start))
    }

    /// `expression: disjunction ['if' disjunction 'else' expression] | lambda`
    mutating func expression() throws(Fault) -> Expression {
        try nested { (parser) throws(Fault) in
            if parser.at(.lambda) { return try parser.lambda() }
            let start = parser.place
            let value = try parser.disjunction()
            guard parser.accept(.if) else { return value }
            let test = try parser.disjunction()
            try parser.expect(Keyword.else)
            let otherwise = try parser.expression()
            return try parser.node(
                .conditional(.init(test: test, value: value, otherwise: otherwise)), parser.range(from: start))
        }
    }

    /// `disjunction: conjunction ('or' conjunction)*`
    mutating func disjunction() throws(Fault) -> Expression {
        let start = place
        let first = try conjunction()
        guard at(.or) else { return first }
        var operands = [first]
        while accept(.or) { operands.append(try conjunction()) }
        return try node(.logic(.or, operands), range(from: start))
    }

    /// `conjunction: inversion ('and' inversion)*`
    mutating func conjunction() throws(Fault) -> Expression {
        let start = place
        let first = try inversion()
        guard at(.and) else { return first }
        var operands = [first]
        while accept(.and) { operands.append(try inversion()) }
        return try node(.logic(.and, operands), range(from: start))
    }

    /// `inversion: 'not' inversion | comparison`
    mutating func inversion() throws(Fault) -> Expression {
        guard at(.not) else { return try comparison() }
        let start = place
        advance()
        let operand = try nested { (parser) throws(Fault) in try parser.inversion() }
        return try node(.unary(.not, operand), range(from: start))
    }

    /// `comparison: bitwise_or (('<' | '<=' | '>' | '>=' | '==' | '!=' | ['not'] 'in' | 'is' ['not']) bitwise_or)*`
    mutating func comparison() throws(Fault) -> Expression {
        let start = place
        let first = try binary(above: 0)
        var steps: [Expression.ComparisonStep] = []
        while let relation = acceptRelation() {
            steps.append(.init(relation: relation, right: try binary(above: 0)))
        }
        return steps.isEmpty ? first : try node(.comparison(first, steps), range(from: start))
    }

    private mutating func acceptRelation() -> Relation? {
        switch token.kind {
        case .mark(let mark):
            guard let relation = Relation(rawValue: mark.rawValue) else { return nil }
            advance()
            return relation
        case .keyword(.in):
            advance()
            return .isIn
        case .keyword(.not) where peekKind() == .keyword(.in):
            advance()
            advance()
            return .isNotIn
        case .keyword(.is):
            advance()
            return accept(.not) ? .isNotSame : .isSame
        default: return nil
        }
    }

    /// `bitwise_or … term: LEVEL OPERATOR NEXT_LEVEL | NEXT_LEVEL`, one rule for the six left-associative levels from `|` to `*`;
    /// the innermost level is `factor`.
    mutating func binary(above level: Int) throws(Fault) -> Expression {
        let start = place
        var left = try factor()
        while case .mark(let mark) = token.kind, let symbol = BinaryOperator(rawValue: mark.rawValue),
            let precedence = symbol.precedence, precedence > level
        {
            advance()
            let right = try binary(above: precedence)
            left = try node(.binary(symbol, left, right), range(from: start))
        }
        return left
    }

    /// `factor: ('+' | '-' | '~') factor | power`
    mutating func factor() throws(Fault) -> Expression {
        guard case .mark(let mark) = token.kind, let symbol = UnaryOperator(rawValue: mark.rawValue) else {
            return try power()
        }
        let start = place
        advance()
        let operand = try nested { (parser) throws(Fault) in try parser.factor() }
        return try node(.unary(symbol, operand), range(from: start))
    }

    /// `power: primary ['**' factor]`
    mutating func power() throws(Fault) -> Expression {
        let start = place
        let base = try primary()
        guard accept(.starStar) else { return base }
        let exponent = try nested { (parser) throws(Fault) in try parser.factor() }
        return try node(.binary(.power, base, exponent), range(from: start))
    }

    /// Whether the next token can begin an expression.
    var startsExpression: Bool {
        switch token.kind {
        case .name, .integer, .float, .string, .invalid: true
        case .keyword(let word): [.True, .False, .None, .not, .lambda, .await, .yield].contains(word)
        case .mark(let mark):
            [.plus, .minus, .tilde, .star, .openParenthesis, .openBracket, .openBrace, .ellipsis].contains(mark)
        case .newline, .indent, .dedent, .end: false
        }
    }
}
