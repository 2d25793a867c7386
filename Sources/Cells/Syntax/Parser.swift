import Diagnostics

/// Reads tokens into statements and expressions; the rule of Python's grammar stands above each method.
///
/// It is an object, and rules that may contain themselves leave messages and other small things to methods of their own, so
/// that a deep text needs little of the stack.
final class Parser {
    /// How deep expressions may nest, so that no text can exhaust the stack.
    static let maximumDepth = 100
    /// How tall an expression may become; a sum of many terms leans to the left and is as tall as it is long.
    static let maximumHeight = 500

    let excerpt: Excerpt
    let tokens: [Token]
    let lexerFaults: [Fault]
    /// Where the outermost bracket stands that is not closed as it should be, by the number of the fault that says so.
    let openBrackets: [Int: Int]
    /// The number of the next token.
    private(set) var position = 0
    private var depth = 0
    /// How many f-strings stand around this text.
    let level: Int
    /// The mistakes of the statements read so far.
    var faults: [Fault] = []
    var surroundings = Surroundings()
    /// The name of the class around what is read.
    var innermostClass: String?
    /// A mistake that says itself that a bracket is not closed.
    private(set) var faultOfClosing: Fault?
    /// Whether the block of the statement at fault is to be left out, since it holds no statements.
    var isBlockForeign = false

    /// What the statement to be read stands in.
    struct Surroundings {
        var isFunction = false
        var isLoop = false
    }

    /// - Parameters:
    ///   - level: how many f-strings stand around the text.
    ///   - depth: how deep the expression is nested that the text stands in.
    init(_ excerpt: Excerpt, mode: Lexer.Mode = .expression, level: Int = 0, depth: Int = 0) {
        let lexer = Lexer(excerpt, mode: mode)
        self.excerpt = excerpt
        self.tokens = lexer.tokens
        self.lexerFaults = lexer.faults
        self.openBrackets = lexer.openBrackets
        self.level = level
        self.depth = depth
    }

    /// `whole: star_expressions END`
    func whole() throws(Fault) -> Expression {
        let expression = try starExpressions()
        if token.kind != .end { throw unexpected() }
        return expression
    }

    /// `field: value END`, in an f-string.
    func field() throws(Fault) -> Expression {
        let expression = try value()
        if token.kind != .end { throw unexpected() }
        return expression
    }

    // MARK: Tokens

    var token: Token { tokens[position] }

    func peekKind(_ ahead: Int = 1) -> Token.Kind {
        tokens[min(position + ahead, tokens.count - 1)].kind
    }

    func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    /// Goes back to a token; what was read from there on is forgotten.
    func goBack(to position: Int) { self.position = position }

    func at(_ kind: Token.Kind) -> Bool { token.kind == kind }

    func at(_ mark: Mark) -> Bool { token.kind == .mark(mark) }

    func at(_ keyword: Keyword) -> Bool { token.kind == .keyword(keyword) }

    func accept(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    func accept(_ mark: Mark) -> Bool { accept(.mark(mark)) }

    func accept(_ keyword: Keyword) -> Bool { accept(.keyword(keyword)) }

    func expect(_ mark: Mark) throws(Fault) {
        if !accept(mark) { throw unexpected(wanted: "'\(mark.rawValue)'") }
    }

    func expect(_ keyword: Keyword) throws(Fault) {
        if !accept(keyword) { throw unexpected(wanted: "'\(keyword.rawValue)'") }
    }

    /// The bracket that ends a list of things with commas between them.
    func expectClosing(_ mark: Mark) throws(Fault) {
        if accept(mark) { return }
        if startsExpression, !at(.keyword(.lambda)) { throw missingComma() }
        let fault = unexpected(wanted: "'\(mark.rawValue)'")
        faultOfClosing = fault
        throw fault
    }

    func name(_ wanted: String) throws(Fault) -> Located<String> {
        guard token.kind == .name else { throw keptWord() ?? unexpected(wanted: wanted) }
        let place = place
        advance()
        return Located(mangled(text(tokens[position - 1])), place)
    }

    /// A name as the class around it knows it: in `class A`, `__x` is `_A__x`, so that classes above and below have their own.
    func mangled(_ name: String) -> String {
        guard let innermostClass, name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else { return name }
        let owner = innermostClass.drop { $0 == "_" }
        return owner.isEmpty ? name : "_\(owner)\(name)"
    }

    func text(_ token: Token) -> String { String(decoding: excerpt.bytes[token.range], as: UTF8.self) }

    // MARK: Places

    /// From a token to the last one read.
    func range(from start: Int) -> SourceRange {
        let begin = tokens[start].range.lowerBound
        let end = position > start ? tokens[position - 1].range.upperBound : begin
        return excerpt.range(begin..<max(begin, end))
    }

    /// The place of the next token; at the end of a line, the place behind its last token.
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

    // MARK: Bounds

    /// An expression from a token to the last one read, unless it has grown too tall.
    func node(_ kind: Expression.Kind, from start: Int) throws(Fault) -> Expression {
        let expression = Expression(kind, range(from: start))
        if expression.height > Parser.maximumHeight { throw tooDeep(Parser.maximumHeight, at: expression.range) }
        return expression
    }

    /// Enters a rule that may contain itself; whoever returns from it calls ``rise()``.
    func deepen() throws(Fault) {
        if depth == Parser.maximumDepth { throw tooDeep(Parser.maximumDepth, at: place) }
        depth += 1
    }

    func rise() { depth -= 1 }

    /// A statement begins afresh after a mistake in another.
    func surface() { depth = 0 }

    func pieces(of string: StringToken) throws(Fault) -> [FormattedPiece] {
        var reader = FormattedStringReader(
            excerpt.excerpt(string.content), isRaw: string.isRaw, level: level + 1, depth: depth,
            innermostClass: innermostClass)
        return try reader.pieces()
    }

    func tooDeep(_ limit: Int, at range: SourceRange) -> Fault {
        if case .invalid(let number) = token.kind { return lexerFaults[number] }
        return Fault(.limit, "this expression nests deeper than \(limit) levels", at: range)
    }
}
