import Diagnostics

extension Interpreter {
    func value(of expression: Expression, in scope: Scope) throws(Fault) -> Value {
        switch expression.kind {
        case .none: return .none
        case .bool(let value): return .bool(value)
        case .int(let value): return .int(value)
        case .float(let value): return .float(value)
        case .string(let value): return .string(value)
        case .formatted(let pieces): return .string(try formatted(pieces, in: scope))
        case .ellipsis: return .ellipsis
        case .name(let name): return try lookUp(name, in: scope)
        case .tuple(let items): return .tuple(try values(of: items, in: scope))
        case .list(let items): return .list(of: try values(of: items, in: scope))
        case .set(let items): return try set(of: try values(of: items, in: scope))
        case .dict(let entries): return try dict(entries, in: scope)
        case .starred: throw Fault(.syntax, "'*' unpacks only inside a list, a tuple or a call")
        case .comprehension(let comprehension): return try value(of: comprehension, in: scope)
        case .unary(let symbol, let operand): return try unary(symbol, try evaluate(operand, in: scope))
        case .binary: return try binaryChain(expression, in: scope)
        case .comparison(let first, let steps): return try comparison(first, steps, in: scope)
        case .logic(let symbol, let operands): return try logic(symbol, operands, in: scope)
        case .conditional(let conditional):
            let test = try evaluate(conditional.test, in: scope)
            let holds = try located(conditional.test.range) { () throws(Fault) in try truth(test) }
            return try evaluate(holds ? conditional.value : conditional.otherwise, in: scope)
        case .call(let function, let arguments): return try call(function, arguments, in: scope)
        case .attribute(let object, let name):
            return try attribute(name.value, of: try evaluate(object, in: scope), at: name.range)
        case .item(let object, let index):
            let container = try evaluate(object, in: scope)
            return try item(of: container, at: try evaluate(index, in: scope))
        case .slice(let slice): return .slice(try self.slice(slice, in: scope))
        case .lambda: throw Fault(.syntax, "'lambda' cannot be evaluated here")
        case .yield: throw Fault(.syntax, "'yield' stands only inside a function")
        }
    }

    private func lookUp(_ name: String, in scope: Scope) throws(Fault) -> Value {
        if let value = scope.value(of: name) ?? Builtins.value(of: name) { return value }
        throw Builtins.missing(name, known: scope.visibleNames)
    }

    /// The values of a display or of arguments, with starred ones unpacked.
    func values(of expressions: [Expression], in scope: Scope) throws(Fault) -> [Value] {
        try make(expressions.count)
        var found: [Value] = []
        for expression in expressions {
            if case .starred(let inner) = expression.kind {
                found += try items(of: try evaluate(inner, in: scope))
            } else {
                found.append(try evaluate(expression, in: scope))
            }
        }
        return found
    }

    private func dict(_ entries: [Expression.DictEntry], in scope: Scope) throws(Fault) -> Value {
        try make(entries.count)
        let made = DictObject()
        for entry in entries {
            guard let written = entry.key else {
                throw Fault(.syntax, "'**' cannot unpack here", at: entry.value.range)
            }
            let key = try evaluate(written, in: scope)
            do throws(Fault) {
                made.set(key, try hashKey(key), to: try evaluate(entry.value, in: scope))
            } catch {
                throw error.located(at: written.range)
            }
        }
        return .dict(made)
    }

    func set(of items: [Value]) throws(Fault) -> Value {
        let made = SetObject()
        for item in items { made.insert(item, try hashKey(item)) }
        return .set(made)
    }

    /// Walks down a left-leaning chain of operators in a loop, so that a long sum needs no deep stack.
    private func binaryChain(_ expression: Expression, in scope: Scope) throws(Fault) -> Value {
        var pending: [(symbol: BinaryOperator, right: Expression, range: SourceRange)] = []
        var leftmost = expression
        while case .binary(let symbol, let left, let right) = leftmost.kind {
            pending.append((symbol, right, leftmost.range))
            leftmost = left
        }
        var value = try evaluate(leftmost, in: scope)
        for (symbol, right, range) in pending.reversed() {
            let operand = try evaluate(right, in: scope)
            do throws(Fault) {
                try step()
                value = try binary(symbol, value, operand)
            } catch {
                throw error.located(at: range)
            }
        }
        return value
    }

    private func logic(_ symbol: LogicOperator, _ operands: [Expression], in scope: Scope) throws(Fault) -> Value {
        var value = Value.none
        for (index, operand) in operands.enumerated() {
            value = try evaluate(operand, in: scope)
            // The last operand is the result whatever its truth, and arrays have none.
            if index == operands.count - 1 { break }
            if try located(operand.range, { () throws(Fault) in try truth(value) }) != (symbol == .and) { return value }
        }
        return value
    }

    private func comparison(
        _ first: Expression, _ steps: [Expression.ComparisonStep], in scope: Scope
    ) throws(Fault) -> Value {
        var left = try evaluate(first, in: scope)
        for (index, step) in steps.enumerated() {
            let right = try evaluate(step.right, in: scope)
            let result = try compare(step.relation, left, right)
            if index == steps.count - 1 { return result }
            if try !truth(result) { return result }
            left = right
        }
        return .bool(true)
    }

    private func slice(_ slice: Expression.Slice, in scope: Scope) throws(Fault) -> SliceValue {
        func bound(_ expression: Expression?) throws(Fault) -> Int64? {
            guard let expression else { return nil }
            let value = try evaluate(expression, in: scope)
            if case .none = value { return nil }
            guard let index = value.index else {
                throw Fault(
                    .type, "a bound of a slice is a whole number, not a '\(value.typeName)'", at: expression.range)
            }
            return index
        }
        let step = try bound(slice.step)
        if step == 0, let range = slice.step?.range {
            throw Fault(.value, "the step of a slice cannot be 0", at: range)
        }
        return SliceValue(start: try bound(slice.lower), stop: try bound(slice.upper), step: step)
    }

    private func call(_ function: Expression, _ arguments: [Expression.Argument], in scope: Scope) throws(Fault)
        -> Value
    {
        let callee = try evaluate(function, in: scope)
        if let rest = arguments.first(where: { $0.isNamedRest }) {
            throw Fault(.syntax, "'**' cannot unpack here", at: rest.value.range)
        }
        let placed = try values(of: arguments.filter { $0.name == nil }.map { $0.value }, in: scope)
        var named: [Call.Named] = []
        for argument in arguments {
            guard let name = argument.name else { continue }
            named.append(
                Call.Named(name: name.value, value: try evaluate(argument.value, in: scope), range: name.range))
        }
        return try call(callee, placed, named: named)
    }

    /// Gives a fault of `body` a place.
    func located<Result>(_ range: SourceRange, _ body: () throws(Fault) -> Result) throws(Fault) -> Result {
        do throws(Fault) {
            return try body()
        } catch {
            throw error.located(at: range)
        }
    }
}
