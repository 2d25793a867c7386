import Diagnostics

extension Parser {
    /// `star_expressions: star_expression (',' star_expression)* [',']`
    func starExpressions() throws(Fault) -> Expression {
        let start = position
        let first = try starExpression()
        if at(.comma) { return try tuple(startingWith: first, from: start) }
        return try unstarred(first)
    }

    func unstarred(_ expression: Expression) throws(Fault) -> Expression {
        if case .starred = expression.kind { throw loneStar(expression) }
        return expression
    }

    func tuple(startingWith first: Expression, from start: Int) throws(Fault) -> Expression {
        var items = [first]
        while accept(.comma), startsExpression { items.append(try starExpression()) }
        return try node(.tuple(items), from: start)
    }

    private func loneStar(_ starred: Expression) -> Fault {
        if at(.assign) {
            return error("a target with '*' stands in a list or a tuple; write '*a, = …'", at: starred.range)
        }
        return error("'*' unpacks only inside a list, a tuple or a call", at: starred.range)
    }

    /// `star_expression: '*' bitwise_or | expression`
    func starExpression() throws(Fault) -> Expression {
        at(.star) ? try starred() : try expression()
    }

    private func starred() throws(Fault) -> Expression {
        let start = position
        advance()
        return try node(.starred(try bitwiseOr()), from: start)
    }

    /// `value: yield | star_expressions`
    func value() throws(Fault) -> Expression {
        at(.yield) ? try yield() : try starExpressions()
    }

    /// `yield: 'yield' [star_expressions]`
    func yield() throws(Fault) -> Expression {
        let start = position
        advance()
        if accept(.from) { throw error("'yield from' is not part of the cell language", at: range(from: start)) }
        let value = startsExpression ? try starExpressions() : nil
        return try node(.yield(value), from: start)
    }

    /// `expression: disjunction ['if' disjunction 'else' expression] | lambda`
    func expression() throws(Fault) -> Expression {
        try deepen()
        let start = position
        var found = at(.lambda) ? try lambda() : try disjunction()
        if at(.if) { found = try conditional(found, from: start) }
        rise()
        return found
    }

    private func conditional(_ value: Expression, from start: Int) throws(Fault) -> Expression {
        advance()
        let test = try disjunction()
        try expect(Keyword.else)
        let otherwise = try expression()
        return try node(.conditional(.init(test: test, value: value, otherwise: otherwise)), from: start)
    }

    /// `disjunction`: operands and all the operators between them.
    func disjunction() throws(Fault) -> Expression { try operators(above: 0) }

    /// `bitwise_or`: as `disjunction`, without `or`, `and`, `not` and comparisons.
    func bitwiseOr() throws(Fault) -> Expression { try operators(above: OperatorStack.comparison) }

    /// Operands with operators that bind tighter than a level, by precedence.
    private func operators(above level: Int) throws(Fault) -> Expression {
        var stack = OperatorStack()
        while true {
            try readPrefixes(onto: &stack, above: level)
            stack.operandStart = position
            stack.operand = try leastNumber(&stack)
            if stack.operand == nil { stack.operand = try primary() }
            guard let symbol = try readOperator(onto: &stack, above: level) else { break }
            stack.push(symbol)
        }
        while !stack.isEmpty { try combine(&stack) }
        guard let result = stack.operand else { throw unexpected() }
        return result
    }

    /// `'not'* ('+' | '-' | '~')*` before an operand; `not` stands only where it binds looser than what is before it.
    private func readPrefixes(onto stack: inout OperatorStack, above level: Int) throws(Fault) {
        while let symbol = prefix {
            if symbol == .not, max(level, stack.topLevel) > OperatorStack.not {
                throw error("'not' needs parentheses here", at: place)
            }
            if stack.count == Parser.maximumDepth { throw tooDeep(Parser.maximumDepth, at: place) }
            stack.pushPrefix(symbol, at: position)
            advance()
        }
    }

    /// `-9223372036854775808`: the least whole number, whose digits alone are no whole number.
    private func leastNumber(_ stack: inout OperatorStack) throws(Fault) -> Expression? {
        guard token.kind == .integer(.min) else { return nil }
        switch peekKind() {
        case .mark(.starStar), .mark(.dot), .mark(.openParenthesis), .mark(.openBracket): return nil
        default: break
        }
        guard let start = stack.popMinus() else { return nil }
        stack.operandStart = start
        advance()
        return try node(.int(.min), from: start)
    }

    private var prefix: UnaryOperator? {
        switch token.kind {
        case .keyword(.not): .not
        case .mark(.plus): .plus
        case .mark(.minus): .minus
        case .mark(.tilde): .invert
        default: nil
        }
    }

    /// The operator after an operand, once all that binds at least as tightly is combined; nil when none follows.
    private func readOperator(
        onto stack: inout OperatorStack, above level: Int
    ) throws(Fault) -> OperatorStack.Symbol? {
        guard let (symbol, width) = nextOperator, symbol.level > level else { return nil }
        while stack.bindsBefore(symbol) { try combine(&stack) }
        if stack.count == Parser.maximumDepth { throw tooDeep(Parser.maximumDepth, at: place) }
        for _ in 0..<width { advance() }
        return symbol
    }

    private var nextOperator: (symbol: OperatorStack.Symbol, width: Int)? {
        switch token.kind {
        case .mark(let mark):
            if let symbol = BinaryOperator(rawValue: mark.rawValue) { return (.binary(symbol), 1) }
            return Relation(rawValue: mark.rawValue).map { (.relation($0), 1) }
        case .keyword(.or): return (.logic(.or), 1)
        case .keyword(.and): return (.logic(.and), 1)
        case .keyword(.in): return (.relation(.isIn), 1)
        case .keyword(.not): return peekKind() == .keyword(.in) ? (.relation(.isNotIn), 2) : nil
        case .keyword(.is): return peekKind() == .keyword(.not) ? (.relation(.isNotSame), 2) : (.relation(.isSame), 1)
        default: return nil
        }
    }

    /// Makes a node of the innermost operator and its operands.
    private func combine(_ stack: inout OperatorStack) throws(Fault) {
        let (kind, start) = stack.pop()
        stack.operandStart = start
        stack.operand = try node(kind, from: start)
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
