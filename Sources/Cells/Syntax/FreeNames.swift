import Diagnostics

extension Expression {
    /// The names an expression takes from outside, each once, in the order of their first use; built-in names are among them.
    public var freeNames: [String] {
        var found = FreeNames()
        found.visit(self)
        return found.names
    }
}

private struct FreeNames {
    var names: [String] = []
    private var bound: [String] = []

    mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .name(let name):
            if !bound.contains(name), !names.contains(name) { names.append(name) }
        case .comprehension(let comprehension): visit(comprehension)
        case .lambda(let parameters, let body):
            for value in parameters.defaults { visit(value) }
            let outer = bound
            bound += parameters.names.map { $0.value }
            visit(body)
            bound = outer
        default: for child in expression.kind.children { visit(child) }
        }
    }

    /// The first source is evaluated outside, everything else sees the targets of the clauses before it.
    private mutating func visit(_ comprehension: Expression.Comprehension) {
        let outer = bound
        for clause in comprehension.clauses {
            visit(clause.source)
            bound += clause.target.boundNames
            for test in clause.tests { visit(test) }
        }
        visit(comprehension.element)
        if let value = comprehension.value { visit(value) }
        bound = outer
    }
}

extension Expression {
    /// The names that an assignment to this target binds.
    var boundNames: [String] {
        switch kind {
        case .name(let name): [name]
        case .tuple(let items), .list(let items): items.flatMap { $0.boundNames }
        case .starred(let operand): operand.boundNames
        default: []
        }
    }
}
