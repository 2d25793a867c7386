import Diagnostics

extension Parser {
    /// What becomes of a target.
    enum TargetUse {
        case assign
        /// With the operator, such as `+=`.
        case augment(String)
        case bind
        case delete
    }

    /// `targets: target (',' target)* [',']`, where `target: ['*'] bitwise_or` is something that can be assigned to.
    func targets() throws(Fault) -> Expression {
        let start = position
        let first = try starTarget()
        var found = first
        if at(.comma) {
            var items = [first]
            while accept(.comma), startsExpression { items.append(try starTarget()) }
            found = try node(.tuple(items), from: start)
        }
        try check(found, may: .bind)
        return found
    }

    private func starTarget() throws(Fault) -> Expression {
        at(.star) ? try starExpression() : try bitwiseOr()
    }

    /// `target`, alone and without a star.
    func target() throws(Fault) -> Expression {
        let found = try bitwiseOr()
        try check(found, may: .bind)
        return found
    }

    /// Whether an expression can be assigned to or deleted.
    func check(_ target: Expression, may use: TargetUse) throws(Fault) {
        switch target.kind {
        case .name(let name):
            if name == "__debug__" { throw refusal(use, "'__debug__'", target) }
        case .attribute, .item: return
        case .tuple(let items), .list(let items):
            if case .augment = use { throw refusal(use, target.kind.article, target) }
            var stars = 0
            for item in items {
                guard case .starred(let operand) = item.kind else {
                    try check(item, may: use)
                    continue
                }
                stars += 1
                if case .delete = use { throw refusal(use, item.kind.article, item) }
                if stars > 1 { throw error("only one target of a list may have a '*'", at: item.range) }
                try check(operand, may: use)
            }
        case .starred:
            if case .bind = use {
                throw error("a target with '*' stands in a list or a tuple; write '*a, …'", at: target.range)
            }
            throw refusal(use, target.kind.article, target)
        default: throw refusal(use, target.kind.article, target)
        }
    }

    private func refusal(_ use: TargetUse, _ what: String, _ target: Expression) -> Fault {
        switch use {
        case .assign: error("cannot assign to \(what); '==' compares", at: target.range)
        case .augment(let symbol): error("'\(symbol)' cannot assign to \(what)", at: target.range)
        case .bind: error("cannot assign to \(what)", at: target.range)
        case .delete: error("cannot delete \(what)", at: target.range)
        }
    }
}

extension Expression.Kind {
    /// What this is, in words.
    var article: String {
        switch self {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .int, .float, .string: "a literal"
        case .formatted: "an f-string"
        case .ellipsis: "'...'"
        case .name: "a name"
        case .tuple: "a tuple"
        case .list: "a list"
        case .set: "a set"
        case .dict: "a dict"
        case .starred: "an expression with '*'"
        case .comprehension(let comprehension): "a \(comprehension.form.name)"
        case .comparison: "a comparison"
        case .unary, .binary, .logic: "an expression"
        case .conditional: "a conditional expression"
        case .call: "a function call"
        case .attribute: "an attribute"
        case .item: "an item"
        case .slice: "a slice"
        case .lambda: "a lambda"
        case .yield: "a yield expression"
        }
    }
}
