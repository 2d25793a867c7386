import Diagnostics

extension Parser {
    /// What a target is for.
    enum TargetUse { case assign, augment, delete, bind }

    /// `assignment: (targets '=')+ value | target OPERATOR '=' value | value`, where `value: yield | star_expressions`
    mutating func assignment() throws(Fault) -> Statement.Kind {
        let first = try value()
        if case .mark(let mark) = token.kind, let symbol = Parser.augmentation(mark) {
            try check(first, may: .augment)
            advance()
            return .augmented(target: first, symbol, value: try value())
        }
        guard at(.assign) else { return .expression(first) }
        var targets: [Expression] = []
        var last = first
        while at(.assign) {
            try check(last, may: .assign)
            advance()
            targets.append(last)
            last = try value()
        }
        return .assign(targets: targets, value: last)
    }

    private mutating func value() throws(Fault) -> Expression {
        at(.yield) ? try yield() : try starExpressions()
    }

    /// `yield: 'yield' [star_expressions]`
    mutating func yield() throws(Fault) -> Expression {
        let start = place
        try expect(Keyword.yield)
        if at(.from) { throw Fault(.syntax, "'yield from' is not part of the cell language", at: place) }
        let value = startsExpression ? try starExpressions() : nil
        return try node(.yield(value), range(from: start))
    }

    private static func augmentation(_ mark: Mark) -> BinaryOperator? {
        guard mark.rawValue.utf8.count > 1, mark.rawValue.hasSuffix("=") else { return nil }
        return BinaryOperator(rawValue: String(mark.rawValue.dropLast()))
    }

    /// `targets: target (',' target)* [',']`, where `target: ['*'] bitwise_or` that can be assigned to.
    mutating func targets() throws(Fault) -> Expression {
        let start = place
        let first = try target()
        guard at(.comma) else { return first }
        var items = [first]
        while accept(.comma), startsExpression { items.append(try target()) }
        let targets = try node(.tuple(items), range(from: start))
        try check(targets, may: .bind)
        return targets
    }

    mutating func target() throws(Fault) -> Expression {
        let found = at(.star) ? try starExpression() : try binary(above: 0)
        if case .starred(let operand) = found.kind {
            try check(operand, may: .bind)
        } else {
            try check(found, may: .bind)
        }
        return found
    }

    func check(_ target: Expression, may use: TargetUse) throws(Fault) {
        switch target.kind {
        case .name, .attribute, .item: return
        case .tuple(let items), .list(let items):
            for item in items {
                if case .starred(let operand) = item.kind {
                    try check(operand, may: use)
                } else {
                    try check(item, may: use)
                }
            }
        default: throw Fault(.syntax, "cannot assign to this", at: target.range)
        }
    }
}
