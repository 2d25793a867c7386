import Diagnostics

extension Parser {
    /// `def: 'def' NAME '(' [parameters] ')' block`
    mutating func functionDefinition() throws(Fault) -> Statement.Kind {
        let head = head()
        let name = try name("the name of the function")
        try expect(.openParenthesis)
        let parameters = try parameters(until: .closeParenthesis)
        try expect(.closeParenthesis)
        return .function(.init(name: name, parameters: parameters, body: try block(of: head)))
    }

    /// `lambda: 'lambda' [parameters] ':' expression`
    mutating func lambda() throws(Fault) -> Expression {
        let start = place
        advance()
        let parameters = try parameters(until: .colon)
        try expect(.colon)
        let body = try expression()
        return try node(.lambda(parameters, body), range(from: start))
    }

    /// `parameters: parameter (',' parameter)* [',']`, where
    /// `parameter: NAME ['=' expression] | '/' | '*' [NAME] | '**' NAME`
    private mutating func parameters(until closing: Mark) throws(Fault) -> Parameters {
        var found = Parameters()
        var isNamed = false
        while !at(closing) {
            if accept(.slash) {
                found.placedOnly = found.placed.count
            } else if accept(.star) {
                isNamed = true
                if !at(.comma) { found.rest = try name("the name of a parameter") }
            } else if accept(.starStar) {
                found.namedRest = try name("the name of a parameter")
            } else {
                let name = try name("the name of a parameter")
                let parameter = Parameters.Parameter(
                    name: name, defaultValue: accept(.assign) ? try expression() : nil)
                if isNamed { found.named.append(parameter) } else { found.placed.append(parameter) }
            }
            if !accept(.comma) { break }
        }
        return found
    }
}
