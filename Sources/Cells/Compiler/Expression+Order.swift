extension Expression.Comprehension {
    /// Whether the order of what it goes through cannot be told from the result: it makes a set, and calls nothing that could
    /// keep a record. What the first clause goes through is made before.
    var hidesOrder: Bool {
        let parts = [element] + clauses.flatMap { $0.tests } + clauses.dropFirst().map { $0.source }
        return form == .set && !parts.contains { $0.mayCall }
    }
}

extension Expression {
    /// Whether evaluating it may call something other than an operator.
    private var mayCall: Bool {
        switch kind {
        case .call, .comprehension, .lambda: true
        default: kind.children.contains { $0.mayCall }
        }
    }
}
