import Diagnostics

extension CodeBuilder {
    /// What must be done when a jump leaves a part of the code.
    enum Exit {
        /// A loop: `break` and `continue` lead out of it or back to its start.
        case loop(Loop)
        /// The statements of `finally`, and the ranges of code that an exception leads to them from.
        case cleanup(Cleanup)
    }

    final class Loop {
        /// Where `continue` leads.
        let start: Int
        var breaks: [Int] = []

        init(start: Int) { self.start = start }
    }

    final class Cleanup {
        /// Compiles what is done, with the register of the exception that led there, if one did.
        let run: (CodeBuilder, _ exception: Int?) -> Void
        /// Parts of the code that are guarded; the last may be open.
        var guarded: [(start: Int, end: Int)] = []
        var start: Int

        init(start: Int, _ run: @escaping (CodeBuilder, Int?) -> Void) {
            self.start = start
            self.run = run
        }
    }

    func compile(_ statements: [Statement]) {
        for statement in statements { compile(statement) }
    }

    func compile(_ statement: Statement) {
        // What stands in 'finally' is compiled for every way that leads there, and so may multiply.
        if position > CodeBuilder.longest {
            return fail(Fault(.limit, "this compiles to too much code", at: statement.range))
        }
        let mark = nextRegister
        defer { release(to: mark) }
        let range = statement.range
        switch statement.kind {
        case .expression(let value): _ = operand(value)
        case .assign(let targets, let value): compile(assign: targets, value)
        case .augmented(let target, let symbol, let value): compile(augmented: target, symbol, value, at: range)
        case .delete(let targets): for target in targets { compile(delete: target) }
        case .pass: break
        case .break: compile(jumpOut: range, isBreak: true)
        case .continue: compile(jumpOut: range, isBreak: false)
        case .return(let value): compile(return: value, at: range)
        case .raise(let value, let cause): compile(raise: value, cause, at: range)
        case .assert(let test, let message):
            let jumps = jumpsIfFalse(test)
            let end = position
            emit(.jump, at: range)
            for jump in jumps { land(jump) }
            let before = bound
            emit(.assertionFailed, Int(message.map { operand($0) } ?? constant(.unbound)), at: test.range)
            bound = before
            land(end)
        case .global, .nonlocal: break
        case .importModules(let imports): for item in imports { compile(import: item) }
        case .importNames(let module, let imports): compile(from: module, imports)
        case .if(let branches, let otherwise): compile(branches, otherwise: otherwise)
        case .while(let test, let body, let otherwise): compile(while: test, body, otherwise: otherwise)
        case .for(let target, let source, let body, let otherwise):
            compile(for: target, source, body, otherwise: otherwise)
        case .try(let parts): compile(parts, at: range)
        case .with(let contexts, let body): compile(contexts[...], body, at: range)
        case .function(let definition):
            let register = makeRegister()
            compile(
                function: definition.name.value, definition.parameters,
                NameScan(definition.parameters, definition.body), into: register, at: definition.name.range
            ) { builder in builder.compile(definition.body) }
            store(definition.name.value, Int32(register), at: definition.name.range)
        case .class(let definition): compile(definition)
        }
    }

    // MARK: Assignments

    private func compile(assign targets: [Expression], _ value: Expression) {
        // A single local name takes its value where it is made.
        if targets.count == 1, case .name(let name) = targets[0].kind, case .register(let register) = home(of: name) {
            compile(value, into: register)
            noteBound(register)
            return
        }
        if targets.count == 1, let pairs = CodeBuilder.pairs(targets[0], value) { return compile(assign: pairs) }
        let operand = operand(value)
        for target in targets { store(target, operand) }
    }

    /// The targets of `a, b = x, y`, each with what it takes; nil for another assignment.
    private static func pairs(_ target: Expression, _ value: Expression) -> [(target: Expression, value: Expression)]? {
        guard case .tuple(let targets) = target.kind, case .tuple(let values) = value.kind,
            targets.count == values.count,
            !targets.contains(where: { $0.isStarred }), !values.contains(where: { $0.isStarred })
        else { return nil }
        return targets.indices.map { (targets[$0], values[$0]) }
    }

    /// Binds several targets without a tuple in between: all values are there before the first target takes its own.
    private func compile(assign pairs: [(target: Expression, value: Expression)]) {
        let first = nextRegister
        for _ in pairs { _ = makeRegister() }
        for (index, pair) in pairs.enumerated() { compile(pair.value, into: first + index) }
        for (index, pair) in pairs.enumerated() { store(pair.target, Int32(first + index)) }
    }

    /// Binds a target to an operand.
    func store(_ target: Expression, _ operand: Int32) {
        let mark = nextRegister
        defer { release(to: mark) }
        switch target.kind {
        case .name(let name): store(name, operand, at: target.range)
        case .attribute(let object, let name):
            emit(
                .storeAttribute, Int(operand), self.operand(object), Int32(unit.site(name.value)), at: name.range)
        case .item(let object, let index):
            let container = self.operand(object)
            emit(.storeItem, Int(operand), container, self.operand(index), at: target.range)
        case .tuple(let items), .list(let items): store(items, operand, at: target.range)
        default: fail(Fault(.syntax, "nothing can be assigned to this", at: target.range))
        }
    }

    private func store(_ items: [Expression], _ operand: Int32, at range: SourceRange) {
        let first = nextRegister
        for _ in items { _ = makeRegister() }
        if let star = items.firstIndex(where: { $0.isStarred }) {
            emit(.unpackStarred, first, operand, Int32(star), at: range)
            emit(.extra, items.count - star - 1, at: range)
        } else {
            emit(.unpack, first, operand, Int32(items.count), at: range)
        }
        for (index, item) in items.enumerated() {
            if case .starred(let inner) = item.kind {
                store(inner, Int32(first + index))
            } else {
                store(item, Int32(first + index))
            }
        }
    }

    private func compile(
        augmented target: Expression, _ symbol: BinaryOperator, _ value: Expression, at range: SourceRange
    ) {
        switch target.kind {
        case .name(let name):
            if case .register(let register) = home(of: name) {
                if !bound.contains(register) { emit(.checkLocal, register, at: target.range) }
                emit(symbol.inPlaceOpcode, register, Int32(register), operand(value), at: range)
                noteBound(register)
                return
            }
            let current = makeRegister()
            load(name, into: current, at: target.range)
            emit(symbol.inPlaceOpcode, current, Int32(current), operand(value), at: range)
            store(name, Int32(current), at: target.range)
        case .attribute(let object, let name):
            let holder = operand(object)
            let current = makeRegister()
            emit(.loadAttribute, current, holder, Int32(unit.site(name.value)), at: name.range)
            emit(symbol.inPlaceOpcode, current, Int32(current), operand(value), at: range)
            emit(.storeAttribute, current, holder, Int32(unit.site(name.value)), at: name.range)
        case .item(let object, let index):
            let container = operand(object)
            let place = operand(index)
            let current = makeRegister()
            emit(.loadItem, current, container, place, at: target.range)
            emit(symbol.inPlaceOpcode, current, Int32(current), operand(value), at: range)
            emit(.storeItem, current, container, place, at: target.range)
        default: fail(Fault(.syntax, "nothing can be assigned to this", at: target.range))
        }
    }

    private func compile(delete target: Expression) {
        switch target.kind {
        case .name(let name): delete(name, at: target.range)
        case .attribute(let object, let name):
            emit(.deleteAttribute, 0, operand(object), Int32(unit.site(name.value)), at: name.range)
        case .item(let object, let index):
            let container = operand(object)
            emit(.deleteItem, 0, container, operand(index), at: target.range)
        case .tuple(let items), .list(let items): for item in items { compile(delete: item) }
        default: fail(Fault(.syntax, "this cannot be deleted", at: target.range))
        }
    }

    // MARK: Modules

    private func compile(import item: Statement.Import) {
        let register = makeRegister()
        let bindsWhole = item.alias != nil || item.name.value.firstPart == item.name.value
        emit(
            .importModule, register,
            constant(.string(item.name.value)), bindsWhole ? 1 : 0, at: item.name.range)
        store(item.alias?.value ?? item.name.value.firstPart, Int32(register), at: (item.alias ?? item.name).range)
    }

    private func compile(from module: Located<String>, _ imports: [Statement.Import]) {
        let register = makeRegister()
        emit(.importModule, register, constant(.string(module.value)), 1, at: module.range)
        for item in imports {
            let member = makeRegister()
            emit(.loadAttribute, member, Int32(register), Int32(unit.site(item.name.value)), at: item.name.range)
            store(item.alias?.value ?? item.name.value, Int32(member), at: (item.alias ?? item.name).range)
        }
    }

    // MARK: Classes

    private func compile(_ definition: Statement.ClassDefinition) {
        let name = definition.name
        if definition.bases.count > 1 {
            fail(
                Fault(
                    .syntax,
                    "a class has one class above it in the cell language, and this one has \(definition.bases.count)",
                    at: definition.bases[1].range))
        }
        let made = makeRegister()
        let base = definition.bases.first.map { operand($0) } ?? constant(.none)
        emit(
            .makeClass, made, constant(.string(name.value)), base,
            at: definition.bases.first?.range ?? name.range)
        let builder = CodeBuilder(.classBody, name.value, unit: unit, parent: self, file: file)
        builder.signature.placed = ["class"]
        builder.makeHomes(NameScan(definition.body))
        builder.emit(.storeVariable, 0, 1, at: name.range)
        builder.compile(definition.body)
        finish(builder, name.range)
        let function = makeRegister()
        emit(.makeFunction, function, Int32(add(Code(builder))), 0, at: name.range)
        emit(.extra, 0, at: name.range)
        let argument = makeRegister()
        emit(.move, argument, Int32(made), at: name.range)
        emit(.call, argument, Int32(function), 1, at: name.range)
        store(name.value, Int32(made), at: name.range)
    }
}
