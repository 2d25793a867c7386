import Diagnostics

/// Reads tokens into expressions, by recursive descent; the rule of Python's grammar stands above each method.
struct Parser {
    /// How deep rules may nest, so that no text can exhaust the stack.
    static let maximumDepth = 100
    /// How tall an expression may become; a sum of many terms leans to the left and is as tall as it is long.
    static let maximumHeight = 500

    let excerpt: Excerpt
    let tokens: [Token]
    private let lexerFaults: [Fault]
    private(set) var position = 0
    private(set) var depth = 0
    /// The mistakes of the statements read so far.
    var faults: [Fault] = []
    /// How many f-strings stand around this text.
    let level: Int

    init(_ excerpt: Excerpt, mode: Lexer.Mode = .expression, level: Int = 0, depth: Int = 0) {
        let lexer = Lexer(excerpt, mode: mode)
        self.excerpt = excerpt
        self.tokens = lexer.tokens
        self.lexerFaults = lexer.faults
        self.level = level
        self.depth = depth
    }

    /// `whole: star_expressions END`
    mutating func whole() throws(Fault) -> Expression {
        let expression = try starExpressions()
        if token.kind != .end { throw unexpected() }
        return expression
    }

    // MARK: Tokens

    var token: Token { tokens[position] }

    func peekKind(_ ahead: Int = 1) -> Token.Kind {
        tokens[min(position + ahead, tokens.count - 1)].kind
    }

    @discardableResult
    mutating func advance() -> Token {
        let current = token
        if position < tokens.count - 1 { position += 1 }
        return current
    }

    func at(_ mark: Mark) -> Bool { token.kind == .mark(mark) }

    func at(_ keyword: Keyword) -> Bool { token.kind == .keyword(keyword) }

    mutating func accept(_ mark: Mark) -> Bool {
        guard at(mark) else { return false }
        advance()
        return true
    }

    mutating func accept(_ keyword: Keyword) -> Bool {
        guard at(keyword) else { return false }
        advance()
        return true
    }

    mutating func accept(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    mutating func expect(_ mark: Mark) throws(Fault) {
        if !accept(mark) { throw unexpected(wanted: "'\(mark.rawValue)'") }
    }

    mutating func expect(_ keyword: Keyword) throws(Fault) {
        if !accept(keyword) { throw unexpected(wanted: "'\(keyword.rawValue)'") }
    }

    func text(_ token: Token) -> String { String(decoding: excerpt.bytes[token.range], as: UTF8.self) }

    // MARK: Places

    /// From the start of an expression to the end of the last token read.
    func range(from start: SourceRange) -> SourceRange {
        guard position > 0 else { return start }
        return start.union(excerpt.range(tokens[position - 1].range))
    }

    /// The place of the next token; at the end of the text, the place behind its last token.
    var place: SourceRange {
        if isAtLineEnd, position > 0 {
            let end = tokens[position - 1].range.upperBound
            return excerpt.range(end..<end)
        }
        return excerpt.range(token.range)
    }

    /// Whether nothing is left of the line, or of the text.
    var isAtLineEnd: Bool {
        switch token.kind {
        case .newline, .indent, .dedent, .end: true
        default: false
        }
    }

    /// An expression, unless it has grown too tall.
    func node(_ kind: Expression.Kind, _ range: SourceRange) throws(Fault) -> Expression {
        let expression = Expression(kind, range)
        if expression.height > Parser.maximumHeight {
            throw Fault(.limit, "this expression nests deeper than \(Parser.maximumHeight) levels", at: range)
        }
        return expression
    }

    /// Reads a rule that may contain itself.
    mutating func nested(
        _ rule: (inout Parser) throws(Fault) -> Expression
    ) throws(Fault) -> Expression {
        if depth == Parser.maximumDepth {
            throw Fault(.limit, "this expression nests deeper than \(Parser.maximumDepth) levels", at: place)
        }
        depth += 1
        defer { depth -= 1 }
        return try rule(&self)
    }

    // MARK: Mistakes

    /// What to say about the next token, which no rule can use.
    func unexpected(wanted: String? = nil) -> Fault {
        if case .invalid(let number) = token.kind { return lexerFaults[number] }
        if isAtLineEnd {
            return Fault(.syntax, "\(wanted ?? "an expression") is missing here", at: place)
        }
        if let fault = outsideSubset() { return fault }
        let written = "'\(text(token))'"
        if let wanted { return Fault(.syntax, "\(wanted) is missing before \(written)", at: place) }
        if at(.assign) {
            return Fault(
                .syntax, "'=' assigns and cannot stand in an expression; '==' compares", at: place, suggestion: "==")
        }
        return Fault(.syntax, "\(written) was not expected here", at: place)
    }

    /// Names the construct of Python that the next token would begin.
    private func outsideSubset() -> Fault? {
        let construct: String? =
            switch token.kind {
            case .mark(.walrus): "an assignment expression (':=')"
            case .keyword(.await), .keyword(.async): "asynchronous code"
            case .keyword(.yield): "'yield'"
            case .mark(let mark) where mark.rawValue.hasSuffix("=") && mark != .assign && !Parser.isRelation(mark):
                "the assignment '\(mark.rawValue)'"
            case .keyword(let word) where word.startsStatement || word == .from: "the statement '\(word.rawValue)'"
            default: nil
            }
        return construct.map { Fault(.syntax, "\($0) cannot stand in an expression of the cell language", at: place) }
    }

    private static func isRelation(_ mark: Mark) -> Bool { Relation(rawValue: mark.rawValue) != nil }
}
