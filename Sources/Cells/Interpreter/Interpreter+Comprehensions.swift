extension Interpreter {
    func value(of comprehension: Expression.Comprehension, in scope: Scope) throws(Fault) -> Value {
        let cursor = try ComprehensionCursor(comprehension, in: scope, interpreter: self)
        switch comprehension.form {
        case .generator:
            return .iterator(
                IteratorObject("generator") { () throws(Fault) in
                    try cursor.advance() ? try self.evaluate(comprehension.element, in: cursor.scope) : nil
                })
        case .list:
            var items: [Value] = []
            while try cursor.advance() {
                try make(1)
                items.append(try evaluate(comprehension.element, in: cursor.scope))
            }
            return .list(of: items)
        case .set:
            var items: [Value] = []
            while try cursor.advance() {
                try make(1)
                items.append(try evaluate(comprehension.element, in: cursor.scope))
            }
            return try set(of: items)
        case .dict:
            let made = DictObject()
            while try cursor.advance() {
                try make(1)
                let key = try evaluate(comprehension.element, in: cursor.scope)
                guard let value = comprehension.value else { break }
                let hash = try located(comprehension.element.range) { () throws(Fault) in try hashKey(key) }
                made.set(key, hash, to: try evaluate(value, in: cursor.scope))
            }
            return .dict(made)
        }
    }

    /// Binds the names of a target to a value or, for several names, to its items.
    func bind(_ target: Expression, to value: Value, in scope: Scope) throws(Fault) {
        if case .name(let name) = target.kind { return scope.bind(name, to: value) }
        let targets: [Expression]
        switch target.kind {
        case .tuple(let items), .list(let items): targets = items
        default: throw Fault(.syntax, "only names can be bound here", at: target.range)
        }
        let items = try located(target.range) { () throws(Fault) -> [Value] in try self.items(of: value) }
        guard items.count == targets.count else {
            throw Fault(.value, "\(items.count) values cannot be bound to \(targets.count) names", at: target.range)
        }
        for (target, item) in zip(targets, items) { try bind(target, to: item, in: scope) }
    }
}

/// The nested loops of a comprehension, advanced from one element to the next.
final class ComprehensionCursor {
    /// Where the targets are bound.
    let scope: Scope
    private let clauses: [Expression.Comprehension.Clause]
    private let interpreter: Interpreter
    /// The loops that are running, outermost first.
    private var loops: [IteratorObject]

    init(_ comprehension: Expression.Comprehension, in outer: Scope, interpreter: Interpreter) throws(Fault) {
        self.scope = Scope(parent: outer)
        self.clauses = comprehension.clauses
        self.interpreter = interpreter
        self.loops = []
        // Python evaluates the first source at once and outside.
        loops = [try loop(over: clauses[0].source, in: outer)]
    }

    /// Goes to the next combination of targets that passes all tests; false when there is none left.
    func advance() throws(Fault) -> Bool {
        while let innermost = loops.last {
            let clause = clauses[loops.count - 1]
            try interpreter.step()
            guard let value = try innermost.next() else {
                loops.removeLast()
                continue
            }
            try interpreter.bind(clause.target, to: value, in: scope)
            guard try passes(clause.tests) else { continue }
            if loops.count == clauses.count { return true }
            loops.append(try loop(over: clauses[loops.count].source, in: scope))
        }
        return false
    }

    private func loop(over source: Expression, in scope: Scope) throws(Fault) -> IteratorObject {
        let value = try interpreter.evaluate(source, in: scope)
        return try interpreter.located(source.range) { () throws(Fault) in try interpreter.iterator(over: value) }
    }

    private func passes(_ tests: [Expression]) throws(Fault) -> Bool {
        for test in tests {
            let value = try interpreter.evaluate(test, in: scope)
            let holds = try interpreter.located(test.range) { () throws(Fault) in try interpreter.truth(value) }
            if !holds { return false }
        }
        return true
    }
}
