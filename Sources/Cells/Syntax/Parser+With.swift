import Diagnostics

extension Parser {
    /// `with: 'with' (contexts | '(' contexts [','] ')') block`
    func withStatement() throws(Fault) -> Statement.Kind {
        let head = position
        advance()
        if let contexts = try parenthesisedContexts() { return .with(contexts, body: try block(of: head)) }
        let contexts = try contexts()
        return .with(contexts, body: try block(of: head))
    }

    /// `contexts: context (',' context)*`
    private func contexts() throws(Fault) -> [Statement.Context] {
        var found: [Statement.Context] = []
        repeat { found.append(try context()) } while accept(.comma)
        return found
    }

    /// `context: expression ['as' target]`
    private func context() throws(Fault) -> Statement.Context {
        let value = try expression()
        return .init(value: value, target: accept(.as) ? try target() : nil)
    }

    /// `'(' contexts [','] ')'` before a colon; nil when the parentheses belong to an expression.
    private func parenthesisedContexts() throws(Fault) -> [Statement.Context]? {
        let start = position
        if accept(.openParenthesis), let found = try listedContexts(), at(.colon) { return found }
        goBack(to: start)
        return nil
    }

    private func listedContexts() throws(Fault) -> [Statement.Context]? {
        var found: [Statement.Context] = []
        while !at(.closeParenthesis) {
            if at(.yield) || at(.star) { return nil }
            found.append(try context())
            if !accept(.comma) { break }
        }
        return accept(.closeParenthesis) && !found.isEmpty ? found : nil
    }
}
