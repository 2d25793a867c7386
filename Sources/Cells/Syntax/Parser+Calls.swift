import Diagnostics

extension Parser {
    /// `call: primary '(' [argument (',' argument)* [',']] ')'`
    func call(of function: Expression, from start: Int) throws(Fault) -> Expression {
        advance()
        var arguments = ArgumentList()
        while !at(.closeParenthesis) {
            arguments.add(try argument())
            try check(arguments)
            if !accept(.comma) { break }
        }
        try expectClosing(.closeParenthesis)
        return try node(.call(function, arguments.found), from: start)
    }

    /// `argument: NAME '=' expression | '**' expression | '*' expression | expression [comp_for]`
    private func argument() throws(Fault) -> Expression.Argument {
        if accept(.starStar) { return Expression.Argument(value: try expression(), isNamedRest: true) }
        if token.kind == .name, peekKind() == .mark(.assign) {
            let name = try name("a name")
            advance()
            return Expression.Argument(name: name, value: try expression())
        }
        if peekKind() == .mark(.assign), let fault = keptWord() { throw fault }
        let start = position
        let value = at(.star) ? try starredArgument() : try expression()
        if at(.assign) { throw notAName(value) }
        guard at(.for) else { return Expression.Argument(name: nil, value: value) }
        let generator = try comprehension(.generator, value, nil, from: start)
        return Expression.Argument(name: nil, value: generator)
    }

    /// `'*' expression`, which holds more than the `'*' bitwise_or` of displays.
    func starredArgument() throws(Fault) -> Expression {
        let start = position
        advance()
        return try node(.starred(try expression()), from: start)
    }

    private func notAName(_ value: Expression) -> Fault {
        error("only a name stands before '=' in a call; '==' compares", at: value.range.union(place))
    }

    /// Whether the last argument may stand where it does.
    private func check(_ arguments: ArgumentList) throws(Fault) {
        guard let last = arguments.found.last else { return }
        if let bare = arguments.bareGenerator, arguments.found.count > 1 || at(.comma) {
            throw error("a generator expression beside other arguments needs parentheses", at: bare)
        }
        if let name = last.name {
            if arguments.isRepeated { throw error("'\(name.value)' is given twice", at: name.range) }
        } else if !last.isNamedRest {
            if arguments.hasNamedRest { throw error("this argument must stand before '**'", at: last.value.range) }
            if case .starred = last.value.kind { return }
            if let name = arguments.lastName {
                throw error("this argument must stand before '\(name)='", at: last.value.range)
            }
        }
    }
}

/// The arguments of a call, with what decides whether another one may follow.
private struct ArgumentList {
    private(set) var found: [Expression.Argument] = []
    private var names: Set<String> = []
    private(set) var lastName: String?
    /// Whether the last argument has a name that was given before.
    private(set) var isRepeated = false
    private(set) var hasNamedRest = false
    /// A generator expression without parentheses of its own.
    private(set) var bareGenerator: SourceRange?

    mutating func add(_ argument: Expression.Argument) {
        found.append(argument)
        if let name = argument.name?.value {
            isRepeated = !names.insert(name).inserted
            lastName = name
        }
        hasNamedRest = hasNamedRest || argument.isNamedRest
        if case .comprehension(let made) = argument.value.kind, made.form == .generator,
            made.element.range.start == argument.value.range.start
        {
            bareGenerator = argument.value.range
        }
    }
}
