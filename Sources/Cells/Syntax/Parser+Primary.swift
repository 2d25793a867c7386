import Diagnostics

extension Parser {
    /// `primary: primary '.' NAME | primary '(' [arguments] ')' | primary '[' slices ']' | atom`
    mutating func primary() throws(Fault) -> Expression {
        let start = place
        var value = try atom()
        while true {
            if accept(.dot) {
                guard token.kind == .name else { throw unexpected(wanted: "a name after '.'") }
                let name = Located(text(token), place)
                advance()
                value = try node(.attribute(value, name), range(from: start))
            } else if at(.openParenthesis) {
                let arguments = try arguments()
                value = try node(.call(value, arguments), range(from: start))
            } else if accept(.openBracket) {
                let index = try slices()
                try expect(.closeBracket)
                value = try node(.item(value, index), range(from: start))
            } else {
                return value
            }
        }
    }

    /// `arguments: '(' [argument (',' argument)* [',']] ')'`
    private mutating func arguments() throws(Fault) -> [Expression.Argument] {
        try expect(.openParenthesis)
        var found: [Expression.Argument] = []
        while !at(.closeParenthesis) {
            let argument = try argument()
            try checkOrder(argument, after: found)
            if let name = argument.name, found.contains(where: { $0.name?.value == name.value }) {
                throw Fault(.syntax, "'\(name.value)' is given twice", at: name.range)
            }
            found.append(argument)
            if found.count > 1, let bare = found.first(where: { $0.isBareGenerator }) {
                throw Fault(
                    .syntax, "a generator expression beside other arguments needs parentheses", at: bare.value.range)
            }
            if !accept(.comma) { break }
        }
        try expect(.closeParenthesis)
        return found
    }

    /// Arguments by place stand before those by name; `*` may follow a name, but not `**`.
    private func checkOrder(_ argument: Expression.Argument, after found: [Expression.Argument]) throws(Fault) {
        if argument.name != nil || argument.isNamedRest { return }
        if found.contains(where: { $0.isNamedRest }) {
            throw Fault(.syntax, "this argument must stand before '**'", at: argument.value.range)
        }
        if case .starred = argument.value.kind { return }
        if let name = found.last(where: { $0.name != nil })?.name {
            throw Fault(.syntax, "this argument must stand before '\(name.value)='", at: argument.value.range)
        }
    }

    /// `argument: NAME '=' expression | '*' expression | expression [comp_for]`
    private mutating func argument() throws(Fault) -> Expression.Argument {
        if token.kind == .name, peekKind() == .mark(.assign) {
            let name = Located(text(token), place)
            advance()
            advance()
            return Expression.Argument(name: name, value: try expression())
        }
        if accept(.starStar) { return Expression.Argument(value: try expression(), isNamedRest: true) }
        let start = place
        let value = try starExpression()
        guard at(.for) else { return Expression.Argument(name: nil, value: value) }
        let clauses = try comprehensionClauses()
        let made = Expression.Comprehension(form: .generator, element: value, value: nil, clauses: clauses)
        return Expression.Argument(name: nil, value: try node(.comprehension(made), range(from: start)))
    }

    /// `slices: slice !',' | (slice | '*' expression) (',' …)* [',']`
    private mutating func slices() throws(Fault) -> Expression {
        let start = place
        let first = try slice()
        guard at(.comma) else { return first }
        var items = [first]
        while accept(.comma), !at(.closeBracket) { items.append(try slice()) }
        return try node(.tuple(items), range(from: start))
    }

    /// `slice: [expression] ':' [expression] [':' [expression]] | expression`
    private mutating func slice() throws(Fault) -> Expression {
        let start = place
        let lower = at(.colon) ? nil : try starExpression()
        guard accept(.colon) else {
            guard let lower else { throw unexpected() }
            return lower
        }
        let upper = try sliceBound()
        let step = accept(.colon) ? try sliceBound() : nil
        return try node(.slice(.init(lower: lower, upper: upper, step: step)), range(from: start))
    }

    private mutating func sliceBound() throws(Fault) -> Expression? {
        at(.colon) || at(.comma) || at(.closeBracket) ? nil : try expression()
    }

    /// `atom: NAME | 'True' | 'False' | 'None' | '...' | NUMBER | STRING+ | '(' … ')' | '[' … ']' | '{' … '}'`
    mutating func atom() throws(Fault) -> Expression {
        let start = place
        switch token.kind {
        case .name: return try node(.name(text(advance())), start)
        case .integer(let value):
            advance()
            return try node(.int(value), start)
        case .float: return try node(.float(try float(advance())), start)
        case .string: return try strings()
        case .keyword(.None): return try constant(.none, start)
        case .keyword(.True): return try constant(.bool(true), start)
        case .keyword(.False): return try constant(.bool(false), start)
        case .mark(.ellipsis): return try constant(.ellipsis, start)
        case .mark(.openParenthesis): return try parentheses()
        case .mark(.openBracket): return try list()
        case .mark(.openBrace): return try braces()
        default: throw unexpected()
        }
    }

    private mutating func constant(_ kind: Expression.Kind, _ start: SourceRange) throws(Fault) -> Expression {
        advance()
        return try node(kind, start)
    }
}

extension Expression.Argument {
    /// Whether this is a generator expression without parentheses of its own.
    fileprivate var isBareGenerator: Bool {
        guard case .comprehension(let made) = value.kind, made.form == .generator else { return false }
        return made.element.range.start == value.range.start
    }
}
