import Diagnostics

extension Parser {
    /// `assignment: (targets '=')+ value | target OPERATOR '=' value | value`
    func assignment() throws(Fault) -> Statement.Kind {
        let start = position
        let first = try value()
        switch token.kind {
        case .newline, .mark(.semicolon): return .expression(first)
        case .mark(.assign): return try assignment(to: first)
        case .mark(let mark):
            if let symbol = Parser.augmentation(mark) { return try augmented(first, symbol, mark) }
            if mark == .colon { throw colon(after: first) }
        default: break
        }
        if let fault = misspelt(first, from: start) { throw fault }
        return .expression(first)
    }

    private func assignment(to first: Expression) throws(Fault) -> Statement.Kind {
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

    private func augmented(
        _ target: Expression, _ symbol: BinaryOperator, _ mark: Mark
    ) throws(Fault) -> Statement.Kind {
        try check(target, may: .augment(mark.rawValue))
        advance()
        return .augmented(target: target, symbol, value: try value())
    }

    /// The operator in `+=` and its like.
    static func augmentation(_ mark: Mark) -> BinaryOperator? {
        guard mark.rawValue.utf8.count > 1, mark.rawValue.hasSuffix("=") else { return nil }
        return BinaryOperator(rawValue: String(mark.rawValue.dropLast()))
    }

    // MARK: Mistakes

    /// `x: int = 3`, or a misspelt `else:`.
    private func colon(after first: Expression) -> Fault {
        if case .name(let name) = first.kind, startsBody,
            let meant = nearestName(to: name, in: ["else", "try", "finally", "except"])
        {
            return error("'\(name)' begins no block", at: first.range, suggestion: meant)
        }
        if case .call(let callee, _) = first.kind, case .name(let word) = callee.kind, startsBody,
            let fault = borrowedStatement(word, at: callee.range)
        {
            return fault
        }
        switch first.kind {
        case .name, .attribute, .item:
            let start = position
            if peekKind() == .newline { return unexpected() }
            while !isAtLineEnd, !at(.assign), !at(.semicolon) { advance() }
            return annotation(from: start, isWhole: !at(.assign))
        default: return unexpected()
        }
    }

    /// What a statement that goes on after its expression was meant to be.
    private func misspelt(_ first: Expression, from start: Int) -> Fault? {
        guard case .name(let name) = first.kind, startsExpression, position == start + 1 else { return nil }
        if let fault = borrowedStatement(name, at: first.range) { return fault }
        switch name {
        case "print", "exec":
            return error("'\(name)' is a function: parentheses are missing, as in '\(name)(…)'", at: first.range)
        case "type" where peekKind() == .mark(.assign):
            return error("type aliases are not part of the cell language", at: first.range)
        default:
            let words = Keyword.allCases.filter { $0.startsStatement || $0 == .for || $0 == .if || $0 == .from }
            guard let meant = nearestName(to: name, in: words.map { $0.rawValue } + ["elif"]) else { return nil }
            return error("'\(name)' begins no statement", at: first.range, suggestion: meant)
        }
    }

    /// Whether the body of a block follows a colon, rather than an annotation.
    private var startsBody: Bool {
        switch peekKind() {
        case .newline: true
        case .keyword(let word): word.startsStatement
        default: false
        }
    }
}
