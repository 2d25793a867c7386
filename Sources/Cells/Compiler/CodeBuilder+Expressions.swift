import Diagnostics

extension CodeBuilder {
    /// Compiles an expression; its value is the operand, a constant or a register that is not to be changed.
    func operand(_ expression: Expression) -> Int32 {
        if let constant = constant(of: expression) { return constant }
        if case .name(let name) = expression.kind, case .register(let register) = home(of: name),
            bound.contains(register)
        {
            return Int32(register)
        }
        let register = makeRegister()
        compile(expression, into: register)
        return Int32(register)
    }

    /// The operand of an expression that is a constant.
    private func constant(of expression: Expression) -> Int32? {
        switch expression.kind {
        case .none: return constant(.none)
        case .bool(let value): return constant(.bool(value))
        case .int(let value): return constant(.int(value))
        case .float(let value): return constant(.float(value))
        case .string(let text): return constant(.string(text))
        case .ellipsis: return constant(.ellipsis)
        case .unary(.minus, let inner):
            switch inner.kind {
            case .int(let value): return value == Int64.min ? nil : constant(.int(-value))
            case .float(let value): return constant(.float(-value))
            default: return nil
            }
        default: return nil
        }
    }

    /// Compiles an expression so that its value comes to stand in a register.
    func compile(_ expression: Expression, into target: Int) {
        let mark = nextRegister
        let range = expression.range
        if let constant = constant(of: expression) {
            emit(.move, target, constant, at: range)
            return
        }
        switch expression.kind {
        case .none, .bool, .int, .float, .string, .ellipsis: break
        case .name(let name): load(name, into: target, at: range)
        case .formatted(let pieces): compile(pieces, into: target, at: range)
        case .tuple(let items): compile(display: items, .makeTuple, into: target, at: range)
        case .list(let items): compile(display: items, .makeList, into: target, at: range)
        case .set(let items): compile(display: items, .makeSet, into: target, at: range)
        case .dict(let entries): compile(entries, into: target, at: range)
        case .starred:
            fail(Fault(.syntax, "'*' unpacks only inside a list, a tuple or a call", at: range))
        case .comprehension(let comprehension): compile(comprehension, into: target, at: range)
        case .unary(let symbol, let operand):
            let operand = self.operand(operand)
            emit(symbol.opcode, target, operand, scratch: operand >= mark ? 1 : 0, at: range)
        case .binary(let symbol, let left, let right):
            let first = self.operand(left)
            let second = self.operand(right)
            // What was compiled into a register from here on has no name.
            let scratch: UInt8 = (first >= mark ? 1 : 0) | (second >= mark ? 2 : 0)
            emit(symbol.opcode, target, first, second, scratch: scratch, at: range)
        case .comparison(let first, let steps): compile(first, steps, into: target, at: range)
        case .logic(let symbol, let operands): compile(symbol, operands, into: target)
        case .conditional(let conditional): compile(conditional, into: target)
        case .call(let function, let arguments): compile(call: function, arguments, into: target, at: range)
        case .attribute(let object, let name):
            emit(.loadAttribute, target, operand(object), Int32(unit.site(name.value)), at: name.range)
        case .item(let object, let index):
            let container = operand(object)
            emit(.loadItem, target, container, operand(index), at: range)
        case .slice(let slice): compile(slice, into: target, at: range)
        case .lambda(let parameters, let body):
            var scan = NameScan(parameters, [])
            scan.scan(body)
            compile(function: "<lambda>", parameters, scan, into: target, at: range) { builder in
                builder.emitReturn(builder.operand(body), at: body.range)
            }
        case .yield(let value):
            emit(.yield, target, value.map { operand($0) } ?? constant(.none), at: range)
        }
        release(to: mark)
    }

    /// Keeps the first mistake found while compiling.
    func fail(_ fault: Fault) {
        if self.fault == nil { self.fault = fault }
    }

    // MARK: Names

    func load(_ name: String, into target: Int, at range: Diagnostics.SourceRange) {
        switch home(of: name) {
        case .register(let register):
            if !bound.contains(register) { emit(.checkLocal, register, at: range) }
            noteBound(register)
            if register != target { emit(.move, target, Int32(register), at: range) }
        case .variable(let register): emit(.loadVariable, target, Int32(register), at: range)
        case .global: emit(.loadGlobal, target, Int32(unit.global(name)), at: range)
        case .className:
            emit(.loadClassName, target, constant(.string(name)), Int32(unit.global(name)), at: range)
        }
    }

    func store(_ name: String, _ operand: Int32, at range: Diagnostics.SourceRange) {
        switch home(of: name) {
        case .register(let register):
            if Int32(register) != operand { emit(.move, register, operand, at: range) }
            noteBound(register)
        case .variable(let register): emit(.storeVariable, Int(operand), Int32(register), at: range)
        case .global: emit(.storeGlobal, Int(operand), Int32(unit.boundGlobal(name)), at: range)
        case .className:
            if ClassObject.isRefused(name) {
                fail(Fault(.syntax, "'\(name)' of a class is not part of the cell language", at: range))
            }
            emit(.storeClassName, Int(operand), constant(.string(name)), at: range)
        }
    }

    func delete(_ name: String, at range: Diagnostics.SourceRange) {
        switch home(of: name) {
        case .register(let register):
            emit(.deleteLocal, register, at: range)
            bound.remove(register)
        case .variable(let register): emit(.deleteVariable, 0, Int32(register), at: range)
        case .global: emit(.deleteGlobal, 0, Int32(unit.boundGlobal(name)), at: range)
        case .className: emit(.deleteClassName, 0, constant(.string(name)), at: range)
        }
    }

    // MARK: Displays

    private func compile(display items: [Expression], _ opcode: Opcode, into target: Int, at range: SourceRange) {
        if items.contains(where: { $0.isStarred }) {
            let list = makeRegister()
            emit(.makeList, list, 0, 0, at: range)
            for item in items {
                let mark = nextRegister
                if case .starred(let inner) = item.kind {
                    emit(.appendItems, list, operand(inner), opcode == .makeSet ? 1 : 0, at: inner.range)
                } else {
                    emit(.appendItem, list, operand(item), at: item.range)
                }
                release(to: mark)
            }
            switch opcode {
            case .makeTuple: emit(.listToTuple, target, Int32(list), at: range)
            case .makeSet: emit(.listToSet, target, Int32(list), at: range)
            default: emit(.move, target, Int32(list), at: range)
            }
            return
        }
        let first = row(items)
        emit(opcode, target, Int32(first), Int32(items.count), at: range)
    }

    /// Compiles expressions into neighbouring registers.
    private func row(_ items: [Expression]) -> Int {
        let first = nextRegister
        for _ in items { _ = makeRegister() }
        for (index, item) in items.enumerated() { compile(item, into: first + index) }
        return first
    }

    private func compile(_ entries: [Expression.DictEntry], into target: Int, at range: SourceRange) {
        let dict = makeRegister()
        emit(.makeDict, dict, 0, 0, at: range)
        for entry in entries {
            let mark = nextRegister
            if let key = entry.key {
                let keyOperand = operand(key)
                emit(.setEntry, dict, keyOperand, operand(entry.value), at: key.range)
            } else {
                emit(.setEntries, dict, operand(entry.value), at: entry.value.range)
            }
            release(to: mark)
        }
        emit(.move, target, Int32(dict), at: range)
    }

    private func compile(_ slice: Expression.Slice, into target: Int, at range: SourceRange) {
        let first = nextRegister
        let parts = [slice.lower, slice.upper, slice.step]
        for _ in parts { _ = makeRegister() }
        for (index, part) in parts.enumerated() {
            if let part {
                compile(part, into: first + index)
            } else {
                emit(.move, first + index, constant(.none), at: range)
            }
        }
        emit(.makeSlice, target, Int32(first), at: range)
        for part in parts { emit(.extra, at: part?.range ?? range) }
    }

    // MARK: Text

    private func compile(_ pieces: [FormattedPiece], into target: Int, at range: SourceRange) {
        let first = nextRegister
        for _ in pieces { _ = makeRegister() }
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .literal(let text): emit(.move, first + index, constant(.string(text)), at: range)
            case .field(let field): compile(field, into: first + index)
            }
        }
        emit(.joinTexts, target, Int32(first), Int32(pieces.count), at: range)
    }

    private func compile(_ field: FormattedPiece.Field, into target: Int) {
        let mark = nextRegister
        let value = operand(field.expression)
        let format = makeRegister()
        if !field.format.isEmpty { compile(field.format, into: format, at: field.formatRange) }
        emit(.formatValue, target, value, Int32(format), at: field.expression.range)
        emit(.extra, field.conversion.number, field.format.isEmpty ? 0 : 1, at: field.formatRange)
        release(to: mark)
    }

    // MARK: Choices

    private func compile(
        _ first: Expression, _ steps: [Expression.ComparisonStep], into target: Int, at range: SourceRange
    ) {
        // The result may be asked for while an operand of the next step still stands in the target.
        let result = steps.count == 1 ? target : makeRegister()
        var left = operand(first)
        var jumps: [Int] = []
        var certain = bound
        for (index, step) in steps.enumerated() {
            let right = operand(step.right)
            if index == 0 { certain = bound }
            emit(step.relation.opcode, result, left, right, at: range)
            if index < steps.count - 1 {
                jumps.append(position)
                emit(.jumpIfFalse, 0, Int32(result), at: range)
            }
            left = right
        }
        bound = certain
        for jump in jumps { land(jump) }
        if result != target { emit(.move, target, Int32(result), at: range) }
    }

    private func compile(_ symbol: LogicOperator, _ operands: [Expression], into target: Int) {
        // The target may be a name that the operands use.
        let result = makeRegister()
        var jumps: [Int] = []
        var certain = bound
        for (index, operand) in operands.enumerated() {
            compile(operand, into: result)
            if index == 0 { certain = bound }
            if index < operands.count - 1 {
                jumps.append(position)
                emit(symbol == .and ? .jumpIfFalse : .jumpIfTrue, 0, Int32(result), at: operand.range)
            }
        }
        bound = certain
        for jump in jumps { land(jump) }
        emit(.move, target, Int32(result), at: nil)
    }

    private func compile(_ conditional: Expression.Conditional, into target: Int) {
        let jumps = jumpsIfFalse(conditional.test)
        let before = bound
        compile(conditional.value, into: target)
        let end = position
        emit(.jump, at: conditional.value.range)
        for jump in jumps { land(jump) }
        bound = before
        compile(conditional.otherwise, into: target)
        bound = before
        land(end)
    }

    /// Compiles a test; the jumps taken when it is false are still to be landed.
    func jumpsIfFalse(_ test: Expression) -> [Int] {
        let mark = nextRegister
        defer { release(to: mark) }
        switch test.kind {
        case .comparison(let left, let steps) where steps.count == 1:
            guard let opcode = steps[0].relation.jump else { break }
            let first = operand(left)
            let second = operand(steps[0].right)
            emit(opcode, 0, first, second, at: test.range)
            return [position - 1]
        case .logic(.and, let parts):
            let first = jumpsIfFalse(parts[0])
            let certain = bound
            let others = parts.dropFirst().flatMap { jumpsIfFalse($0) }
            bound = certain
            return first + others
        case .unary(.not, let inner):
            let value = operand(inner)
            emit(.jumpIfTrue, 0, value, at: inner.range)
            return [position - 1]
        default: break
        }
        let value = operand(test)
        emit(.jumpIfFalse, 0, value, at: test.range)
        return [position - 1]
    }
}

extension Expression {
    var isStarred: Bool {
        if case .starred = kind { return true }
        return false
    }
}
