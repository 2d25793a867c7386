import Diagnostics
import Tensors

extension Parser {
    /// `primary: atom ('.' NAME | arguments | '[' slices ']')*`
    func primary() throws(Fault) -> Expression {
        let start = position
        var value = try atom()
        while true {
            if at(.dot) {
                value = try attribute(of: value, from: start)
            } else if at(.openParenthesis) {
                value = try call(of: value, from: start)
            } else if at(.openBracket) {
                value = try item(of: value, from: start)
            } else {
                return value
            }
        }
    }

    private func attribute(of value: Expression, from start: Int) throws(Fault) -> Expression {
        advance()
        return try node(.attribute(value, try name("a name after '.'")), from: start)
    }

    private func item(of value: Expression, from start: Int) throws(Fault) -> Expression {
        advance()
        let index = try slices()
        try expectClosing(.closeBracket)
        return try node(.item(value, index), from: start)
    }

    /// `slices: slice !',' | slice (',' slice)* [',']`
    private func slices() throws(Fault) -> Expression {
        let start = position
        var items = [try slice()]
        var isTuple = at(.comma)
        while accept(.comma), !at(.closeBracket) { items.append(try slice()) }
        if case .starred = items[0].kind { isTuple = true }
        return isTuple ? try node(.tuple(items), from: start) : items[0]
    }

    /// `slice: [expression] ':' [expression] [':' [expression]] | '*' expression`
    private func slice() throws(Fault) -> Expression {
        let start = position
        if at(.star) { return try starredArgument() }
        let lower = at(.colon) ? nil : try expression()
        guard accept(.colon) else {
            guard let lower else { throw unexpected(wanted: "an expression") }
            return lower
        }
        let upper = try sliceBound()
        let step = accept(.colon) ? try sliceBound() : nil
        return try node(.slice(.init(lower: lower, upper: upper, step: step)), from: start)
    }

    private func sliceBound() throws(Fault) -> Expression? {
        at(.colon) || at(.comma) || at(.closeBracket) ? nil : try expression()
    }

    /// `atom: NAME | 'True' | 'False' | 'None' | '...' | NUMBER | STRING+ | '(' … ')' | '[' … ']' | '{' … '}'`
    func atom() throws(Fault) -> Expression {
        switch token.kind {
        case .mark(.openParenthesis): return try parentheses()
        case .mark(.openBracket): return try list()
        case .mark(.openBrace): return try braces()
        case .string: return try strings()
        default: return try word()
        }
    }

    private func word() throws(Fault) -> Expression {
        let kind: Expression.Kind
        switch token.kind {
        case .name: kind = .name(mangled(text(token)))
        case .integer(.min): throw error(Lexer.numberTooLarge, at: place)
        case .integer(let value): kind = .int(value)
        case .float: kind = .float(try float(token))
        case .keyword(.None): kind = .none
        case .keyword(.True): kind = .bool(true)
        case .keyword(.False): kind = .bool(false)
        case .mark(.ellipsis): kind = .ellipsis
        default: throw unexpected(wanted: "an expression")
        }
        let start = position
        advance()
        return try node(kind, from: start)
    }

    /// The value of a float literal, rounded correctly.
    private func float(_ token: Token) throws(Fault) -> Double {
        let digits = excerpt.bytes[token.range].filter { $0 != UInt8(ascii: "_") }
        guard let value = Double(decimal: digits) else {
            throw error("'\(text(token))' is not a number", at: excerpt.range(token.range))
        }
        return value
    }

    /// `strings: STRING+`, joined; an f-string among them makes the whole an f-string.
    private func strings() throws(Fault) -> Expression {
        let start = position
        var pieces: [FormattedPiece] = []
        var isFormatted = false
        while case .string(let string) = token.kind {
            if string.isFormatted {
                isFormatted = true
                pieces += try self.pieces(of: string)
            } else {
                pieces.append(.literal(try StringEscapes(excerpt).text(string.content, isRaw: string.isRaw)))
            }
            advance()
        }
        return try node(isFormatted ? .formatted(pieces) : .string(joined(pieces)), from: start)
    }

    private func joined(_ pieces: [FormattedPiece]) -> String {
        var text = ""
        for case .literal(let part) in pieces { text += part }
        return text
    }
}
