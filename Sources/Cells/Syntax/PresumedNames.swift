public import Diagnostics

/// The names that a program with mistakes seems to bind outside its functions and classes, each once.
///
/// Whoever reports the mistakes can take these names for unknown, so that their uses are not reported as well.
public func presumedNames(_ excerpt: Excerpt) -> [Located<String>] {
    var reader = PresumedNames(excerpt)
    reader.read()
    return reader.found
}

/// Looks through the tokens of a program, line by line; what a line says otherwise does not matter.
private struct PresumedNames {
    private(set) var found: [Located<String>] = []
    private let excerpt: Excerpt
    private let tokens: [Token]
    private var seen: Set<String> = []
    private var depth = 0
    /// How deep the line stands that begins the function or class being read.
    private var bodyDepth: Int?

    init(_ excerpt: Excerpt) {
        self.excerpt = excerpt
        tokens = Lexer(excerpt, mode: .program).tokens
    }

    mutating func read() {
        var start = 0
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .newline, .end, .mark(.semicolon):
                readLine(tokens[start..<index])
                start = index + 1
            case .indent:
                depth += 1
                start = index + 1
            case .dedent:
                depth -= 1
                start = index + 1
            default: break
            }
        }
    }

    private mutating func readLine(_ line: ArraySlice<Token>) {
        if let outer = bodyDepth {
            if depth > outer { return }
            bodyDepth = nil
        }
        switch line.first?.kind {
        case .keyword(.def), .keyword(.class):
            bodyDepth = depth
            if let name = line.dropFirst().first { add(name) }
        case .keyword(.for): addTargets(line.dropFirst().prefix { $0.kind != .keyword(.in) })
        case .keyword(.import), .keyword(.from): addImports(line)
        case .keyword(.with), .keyword(.except): addAliases(line)
        default: addAssignment(line)
        }
    }

    private mutating func addImports(_ line: ArraySlice<Token>) {
        addAliases(line)
        var isListed = false
        for (index, token) in zip(line.indices, line) {
            if token.kind == .keyword(.import) { isListed = true }
            let before = index > line.startIndex ? line[index - 1].kind : .end
            let isFirst = before == .keyword(.import) || before == .mark(.comma) || before == .mark(.openParenthesis)
            if isListed, isFirst, !isRenamed(line[index...]) { add(token) }
        }
    }

    private func isRenamed(_ rest: ArraySlice<Token>) -> Bool {
        rest.dropFirst().prefix { $0.kind != .mark(.comma) }.contains { $0.kind == .keyword(.as) }
    }

    private mutating func addAliases(_ line: ArraySlice<Token>) {
        for (token, next) in zip(line, line.dropFirst()) where token.kind == .keyword(.as) { add(next) }
    }

    /// The names before the last `=` outside brackets, or before `+=` and the like.
    private mutating func addAssignment(_ line: ArraySlice<Token>) {
        var open = 0
        var last: Int?
        for (index, token) in zip(line.indices, line) {
            guard case .mark(let mark) = token.kind else { continue }
            if mark.closing != nil { open += 1 } else if mark.isClosing { open -= 1 }
            if open == 0, mark.assigns { last = index }
        }
        if let last { addTargets(line[..<last]) }
    }

    /// The names that stand alone, or in lists of targets, and not in a call or behind a dot.
    private mutating func addTargets(_ targets: ArraySlice<Token>) {
        var brackets: [Bool] = []
        for (index, token) in zip(targets.indices, targets) {
            let before = index > targets.startIndex ? targets[index - 1].kind : .mark(.comma)
            if case .mark(let mark) = token.kind {
                if mark.closing != nil { brackets.append(before.endsOperand) }
                if mark.isClosing { _ = brackets.popLast() }
            }
            guard token.kind == .name, !brackets.contains(true), before.standsBeforeTarget else { continue }
            switch targets[index...].dropFirst().first?.kind {
            case nil, .mark(.comma), .mark(.equal), .mark(.closeParenthesis), .mark(.closeBracket), .mark(.assign),
                .mark(.colon):
                add(token)
            default: break
            }
        }
    }

    private mutating func add(_ token: Token) {
        guard token.kind == .name else { return }
        let name = String(decoding: excerpt.bytes[token.range], as: UTF8.self)
        if seen.insert(name).inserted { found.append(Located(name, excerpt.range(token.range))) }
    }
}

extension Mark {
    /// Whether it is `=`, `+=` or another of these.
    fileprivate var assigns: Bool {
        let text = rawValue.utf8
        switch self {
        case .lessEqual, .greaterEqual, .equal, .notEqual, .walrus: return false
        default: return text.last == UInt8(ascii: "=")
        }
    }
}

extension Token.Kind {
    /// Whether a bracket behind it belongs to a call or takes an item.
    fileprivate var endsOperand: Bool {
        switch self {
        case .name, .string, .mark(.closeParenthesis), .mark(.closeBracket): true
        default: false
        }
    }

    fileprivate var standsBeforeTarget: Bool {
        switch self {
        case .mark(.comma), .mark(.star), .mark(.openParenthesis), .mark(.openBracket), .mark(.assign): true
        default: false
        }
    }
}
