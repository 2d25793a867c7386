import Diagnostics

extension Parser {
    /// `def: 'def' NAME '(' [parameters] ')' block`
    func functionDefinition() throws(Fault) -> Statement.Kind {
        let head = position
        advance()
        let name = try name("the name of the function")
        try expect(.openParenthesis)
        let parameters = try parameters(until: .closeParenthesis)
        try expectClosing(.closeParenthesis)
        if at(.arrow) { try skipAnnotation() }
        let outside = surroundings
        surroundings = Surroundings(isFunction: true)
        defer { surroundings = outside }
        let body = try block(of: head)
        return .function(.init(name: name, parameters: parameters, body: body))
    }

    /// `lambda: 'lambda' [parameters] ':' expression`
    func lambda() throws(Fault) -> Expression {
        let start = position
        advance()
        let parameters = try parameters(until: .colon)
        try expect(.colon)
        if at(.return) { throw error("a lambda is one expression, without 'return'", at: place) }
        let body = try expression()
        return try node(.lambda(parameters, body), from: start)
    }

    /// `parameters: parameter (',' parameter)* [',']`, where
    /// `parameter: NAME ['=' expression] | '/' | '*' [NAME] | '**' NAME`
    private func parameters(until closing: Mark) throws(Fault) -> Parameters {
        var list = ParameterList()
        while !at(closing) {
            try addParameter(to: &list, until: closing)
            if !accept(.comma) { break }
        }
        if let star = list.bareStar {
            throw error("names must follow '*', which alone separates them", at: star)
        }
        return list.found
    }

    private func addParameter(to list: inout ParameterList, until closing: Mark) throws(Fault) {
        let start = position
        if list.found.namedRest != nil { throw error("nothing follows the '**' parameter", at: place) }
        if accept(.slash) {
            try list.endPlacedOnly(at: range(from: start))
        } else if accept(.star) {
            if list.isNamed { throw error("'*' stands only once among parameters", at: range(from: start)) }
            list.isNamed = true
            if at(.comma) || at(closing) {
                list.bareStar = range(from: start)
            } else {
                list.found.rest = try restName(&list, until: closing)
            }
        } else if accept(.starStar) {
            list.found.namedRest = try restName(&list, until: closing)
        } else {
            let name = try parameterName(&list, until: closing)
            let value = accept(.assign) ? try expression() : nil
            try list.add(.init(name: name, defaultValue: value))
        }
    }

    private func restName(_ list: inout ParameterList, until closing: Mark) throws(Fault) -> Located<String> {
        let name = try parameterName(&list, until: closing)
        if at(.assign) { throw error("a '*' parameter has no default value", at: place) }
        return name
    }

    private func parameterName(
        _ list: inout ParameterList, until closing: Mark
    ) throws(Fault) -> Located<String> {
        if at(.openParenthesis) { throw error("parameters stand without parentheses of their own", at: place) }
        let name = try name("the name of a parameter")
        if !list.names.insert(name.value).inserted {
            throw error("'\(name.value)' is the name of two parameters", at: name.range)
        }
        if closing == .closeParenthesis, at(.colon) { try skipAnnotation() }
        return name
    }

    /// `': ' expression` or `'->' expression`: a named mistake, after which reading goes on.
    private func skipAnnotation() throws(Fault) {
        let start = position
        advance()
        _ = at(.star) ? try starExpression() : try expression()
        report(annotation(from: start, isWhole: false))
    }

    /// - Parameter isWhole: whether nothing would be left of the statement without it.
    func annotation(from start: Int, isWhole: Bool) -> Fault {
        error(
            "annotations are not part of the cell language; leave \(isWhole ? "the line" : "this") out",
            at: range(from: start))
    }
}

/// Parameters as they are read.
private struct ParameterList {
    var found = Parameters()
    var names: Set<String> = []
    /// Whether `*` was passed.
    var isNamed = false
    /// A `*` that no name follows yet.
    var bareStar: SourceRange?
    private var hasSlash = false

    mutating func endPlacedOnly(at range: SourceRange) throws(Fault) {
        let message: String? =
            if hasSlash {
                "'/' stands only once among parameters"
            } else if isNamed {
                "'/' must stand before '*'"
            } else if found.placed.isEmpty {
                "a parameter must stand before '/'"
            } else {
                nil
            }
        if let message { throw Fault(.syntax, message, at: range) }
        hasSlash = true
        found.placedOnly = found.placed.count
    }

    mutating func add(_ parameter: Parameters.Parameter) throws(Fault) {
        bareStar = nil
        if isNamed { return found.named.append(parameter) }
        if parameter.defaultValue == nil, let last = found.placed.last, last.defaultValue != nil {
            let message =
                "'\(parameter.name.value)' needs a default value, since '\(last.name.value)' before it has one"
            throw Fault(.syntax, message, at: parameter.name.range)
        }
        found.placed.append(parameter)
    }
}
