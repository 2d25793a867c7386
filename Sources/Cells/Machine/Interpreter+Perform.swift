import Diagnostics

extension Interpreter {
    /// Performs an instruction that is not among the most common.
    ///
    /// - Parameter next: the instruction behind it, which may say more.
    @inline(never)
    func perform(
        _ instruction: Instruction, _ registers: UnsafeMutablePointer<Value>, _ constants: UnsafeMutablePointer<Value>,
        next: UnsafeMutablePointer<Instruction>
    ) throws(Fault) {
        try step()
        let extra = next.pointee
        func value(_ operand: Int32) -> Value {
            operand >= 0 ? registers[Int(operand)] : constants[Int(~operand)]
        }
        let target = registers + Int(instruction.a)
        let (b, c) = (instruction.b, instruction.c)
        switch instruction.opcode {
        case .deleteGlobal, .deleteVariable, .makeVariable, .deleteLocal, .loadClassName, .storeClassName,
            .deleteClassName:
            try performName(instruction, registers, constants)
        case .makeList, .makeTuple, .makeSet, .makeDict, .appendItem, .appendItems, .insertMember, .setEntry,
            .setEntries, .listToTuple, .listToSet, .makeSlice, .formatValue, .joinTexts:
            try performMaking(instruction, registers, value, next)
        case .makeFunction: target.pointee = .closure(try makeClosure(Int(b), registers + Int(c), Int(extra.a)))
        case .makeClass: target.pointee = try makeClass(value(b), base: value(c))
        case .makeSuper: target.pointee = try makeSuper(registers[Int(b)], value(c))
        case .importModule: target.pointee = try module(value(b), bindsWhole: c == 1)
        case .positive: target.pointee = try unary(.plus, value(b))
        case .invert: target.pointee = try unary(.invert, value(b))
        case .not: target.pointee = .bool(try !truth(value(b)))
        case .bitAnd: target.pointee = try binary(.bitAnd, value(b), value(c))
        case .bitOr: target.pointee = try binary(.bitOr, value(b), value(c))
        case .bitXor: target.pointee = try binary(.bitXor, value(b), value(c))
        case .leftShift: target.pointee = try binary(.leftShift, value(b), value(c))
        case .rightShift: target.pointee = try binary(.rightShift, value(b), value(c))
        case .inPlaceDivide: target.pointee = try inPlace(.divide, value(b), value(c))
        case .inPlaceFloorDivide: target.pointee = try inPlace(.floorDivide, value(b), value(c))
        case .inPlaceRemainder: target.pointee = try inPlace(.remainder, value(b), value(c))
        case .inPlacePower: target.pointee = try inPlace(.power, value(b), value(c))
        case .inPlaceMatrixMultiply: target.pointee = try inPlace(.matrixMultiply, value(b), value(c))
        case .inPlaceBitAnd: target.pointee = try inPlace(.bitAnd, value(b), value(c))
        case .inPlaceBitOr: target.pointee = try inPlace(.bitOr, value(b), value(c))
        case .inPlaceBitXor: target.pointee = try inPlace(.bitXor, value(b), value(c))
        case .inPlaceLeftShift: target.pointee = try inPlace(.leftShift, value(b), value(c))
        case .inPlaceRightShift: target.pointee = try inPlace(.rightShift, value(b), value(c))
        case .lessEqual: target.pointee = try compare(.lessEqual, value(b), value(c))
        case .greaterEqual: target.pointee = try compare(.greaterEqual, value(b), value(c))
        case .equal: target.pointee = try compare(.equal, value(b), value(c))
        case .notEqual: target.pointee = try compare(.notEqual, value(b), value(c))
        case .isIn: target.pointee = try compare(.isIn, value(b), value(c))
        case .isNotIn: target.pointee = try compare(.isNotIn, value(b), value(c))
        case .isSame: target.pointee = try compare(.isSame, value(b), value(c))
        case .isNotSame: target.pointee = try compare(.isNotSame, value(b), value(c))
        case .beginFor: try beginWalk(value(b), target, inAnyOrder: c == 1)
        case .makeIterator: target.pointee = .iterator(try iterator(over: value(b)))
        case .unpack: try unpack(value(b), target, Int(c))
        case .unpackStarred: try unpack(value(b), target, before: Int(c), after: Int(extra.a))
        case .deleteAttribute: try deleteAttribute(linkage.unit.siteNames[Int(c)], of: value(b))
        case .deleteItem: try deleteItem(of: value(b), at: value(c))
        case .raise: try raise(value(instruction.a), from: b == instruction.a ? nil : value(b))
        case .reraise: try reraise(target.pointee)
        case .catchException:
            guard let exception = caught else { preconditionFailure("a handler is reached by an exception") }
            target.pointee = .object(exception)
            caught = nil
        case .matchException: target.pointee = .bool(try matches(registers[Int(b)], value(c)))
        case .assertionFailed: try failAssertion(value(instruction.a))
        case .enterContext: target.pointee = try enter(value(b))
        case .exitContext: registers[Int(c)] = .bool(try exit(value(instruction.a), value(b)))
        case .show: try show(value(instruction.a))
        default: preconditionFailure("every instruction is performed here or in the loop of the machine")
        }
    }

    private func performName(
        _ instruction: Instruction, _ registers: UnsafeMutablePointer<Value>, _ constants: UnsafeMutablePointer<Value>
    ) throws(Fault) {
        let target = registers + Int(instruction.a)
        func operand(_ operand: Int32) -> Value {
            operand >= 0 ? registers[Int(operand)] : constants[Int(~operand)]
        }
        switch instruction.opcode {
        case .deleteGlobal:
            let place = linkage.globals[Int(instruction.b)]
            if case .unbound = place.pointee { throw notDefined(linkage.unit.globalNames[Int(instruction.b)]) }
            place.pointee = .unbound
        case .makeVariable: target.pointee = .variable(Variable(target.pointee))
        case .deleteVariable:
            guard case .variable(let variable) = registers[Int(instruction.b)] else { return }
            if case .unbound = variable.value { throw unboundLocal(Int(instruction.b), in: stack) }
            variable.value = .unbound
        case .deleteLocal:
            if case .unbound = target.pointee { throw unboundLocal(Int(instruction.a), in: stack) }
            target.pointee = .unbound
        default:
            guard case .classObject(let classObject) = registers[0], case .string(let name) = operand(instruction.b)
            else { preconditionFailure("the body of a class runs with the class in its first register") }
            switch instruction.opcode {
            case .storeClassName: classObject.bind(name, to: operand(instruction.a))
            case .deleteClassName: if !classObject.unbind(name) { throw notDefined(name) }
            default:
                if let value = classObject.ownValue(of: name) {
                    target.pointee = value
                } else {
                    target.pointee = try global(Int(instruction.c))
                }
            }
        }
    }

    private func performMaking(
        _ instruction: Instruction, _ registers: UnsafeMutablePointer<Value>, _ value: (Int32) -> Value,
        _ next: UnsafeMutablePointer<Instruction>
    ) throws(Fault) {
        let target = registers + Int(instruction.a)
        let first = registers + Int(instruction.b)
        let count = Int(instruction.c)
        switch instruction.opcode {
        case .makeList:
            let items = UnsafeBufferPointer(start: first, count: count)
            try makeHolder(items, Weight.list)
            target.pointee = .list(of: Array(items))
        case .makeTuple:
            let items = UnsafeBufferPointer(start: first, count: count)
            try makeHolder(items, Weight.tuple)
            target.pointee = .tuple(Array(items))
        case .makeSet:
            try make(Weight.table)
            try makeEntries(count)
            target.pointee = try set(of: Array(UnsafeBufferPointer(start: first, count: count)))
        case .makeDict:
            try make(Weight.table)
            target.pointee = .dict(DictObject())
        case .appendItem:
            let item = value(instruction.b)
            try makeItem(item)
            if case .list(let list) = target.pointee { list.items.append(item) }
        case .appendItems:
            let source = value(instruction.b)
            let items = instruction.c == 0 ? try unpackedItems(of: source) : try items(of: source)
            try make(items.count)
            if case .list(let list) = target.pointee { list.items += items }
        case .insertMember:
            try makeEntries(1)
            let member = value(instruction.b)
            if case .set(let set) = target.pointee { set.insert(member, try hashKey(member)) }
        case .setEntry:
            try makeEntries(1)
            let key = value(instruction.b)
            if case .dict(let dict) = target.pointee { dict.set(key, try hashKey(key), to: value(instruction.c)) }
        case .setEntries:
            let entries = value(instruction.b)
            guard case .dict(let source) = entries, case .dict(let dict) = target.pointee else {
                throw Fault(
                    .type, "'**' spreads a dict, not \(entries.typeWithArticle)",
                    python: "'\(entries.pythonTypeName)' object is not a mapping")
            }
            try makeEntries(source.count)
            for (key, value) in zip(source.keys, source.values) { dict.set(key, try hashKey(key), to: value) }
        case .listToTuple:
            if case .list(let list) = first.pointee {
                try list.items.withUnsafeBufferPointer { (items) throws(Fault) in try makeHolder(items, Weight.tuple) }
                target.pointee = .tuple(list.items)
            }
        case .listToSet: if case .list(let list) = first.pointee { target.pointee = try set(of: list.items) }
        case .makeSlice:
            let code = stack.frames[stack.frameCount - 1].code.takeUnretainedValue()
            let index = next - code.instructions
            target.pointee = .slice(
                try slice(first) { code.range(of: index + $0) })
        case .formatValue:
            let extra = next.pointee
            var format: String?
            if extra.b == 1, case .string(let text) = registers[Int(instruction.c)] { format = text }
            let code = stack.frames[stack.frameCount - 1].code.takeUnretainedValue()
            target.pointee = .string(
                try formatted(
                    value(instruction.b), Int(extra.a), format, at: code.range(of: next - code.instructions)))
        case .joinTexts: target.pointee = .string(try joined(first, count))
        default: preconditionFailure("only what makes values comes here")
        }
    }
}
