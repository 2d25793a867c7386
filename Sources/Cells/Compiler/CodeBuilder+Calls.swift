import Diagnostics

extension CodeBuilder {
    func compile(
        call function: Expression, _ arguments: [Expression.Argument], into target: Int, at range: SourceRange
    ) {
        let isPlain = arguments.allSatisfy { $0.name == nil && !$0.isNamedRest && !$0.value.isStarred }
        if case .name("super") = function.kind, arguments.isEmpty, compileSuper(into: target, at: range) { return }
        let first = nextRegister
        for _ in 0...arguments.count { _ = makeRegister() }
        if isPlain, case .attribute(let object, let name) = function.kind {
            _ = makeRegister()
            compile(object, into: first + 1)
            for (index, argument) in arguments.enumerated() { compile(argument.value, into: first + 2 + index) }
            // The place of a mistake in the call is that of the second instruction, a missing method's that of the first.
            emit(.callMethod, target, Int32(first), at: name.range)
            emit(.extra, 0, Int32(unit.site(name.value)), Int32(arguments.count), at: range)
            return
        }
        compile(function, into: first)
        for (index, argument) in arguments.enumerated() {
            if case .starred(let inner) = argument.value.kind {
                compile(inner, into: first + 1 + index)
            } else {
                compile(argument.value, into: first + 1 + index)
            }
        }
        if isPlain {
            emit(.call, target, Int32(first), Int32(arguments.count), at: range)
        } else {
            let shape = add(CallShape(arguments: arguments.map { $0.kind }))
            emit(.callShaped, target, Int32(first), Int32(shape), at: range)
        }
    }

    /// `super()` without arguments, in a method.
    private func compileSuper(into target: Int, at range: SourceRange) -> Bool {
        guard case .variable(let classRegister) = home(of: "__class__"), kind == .function,
            let object = signature.placed.first
        else { return false }
        let register = makeRegister()
        load(object, into: register, at: range)
        emit(.makeSuper, target, Int32(classRegister), Int32(register), at: range)
        return true
    }

    // MARK: Functions

    /// Compiles a function and makes a value of it.
    func compile(
        function name: String, _ parameters: Parameters, _ scan: NameScan, into target: Int, at range: SourceRange,
        _ body: (CodeBuilder) -> Void
    ) {
        let first = nextRegister
        let slots = parameters.placed.suffix(parameters.defaultCount) + parameters.named
        for _ in slots { _ = makeRegister() }
        for (index, parameter) in slots.enumerated() {
            if let value = parameter.defaultValue {
                compile(value, into: first + index)
            } else {
                emit(.move, first + index, constant(.unbound), at: range)
            }
        }
        let builder = CodeBuilder(.function, name, unit: unit, parent: self, file: file)
        builder.signature = Signature(parameters)
        builder.makeHomes(scan)
        body(builder)
        finish(builder, range)
        let code = add(Code(builder))
        emit(.makeFunction, target, Int32(code), Int32(first), at: range)
        emit(.extra, slots.count, at: range)
    }

    /// Ends a function: what falls off its end returns None.
    func finish(_ builder: CodeBuilder, _ range: SourceRange) {
        builder.emitReturn(builder.constant(.none), at: range)
        if let fault = builder.fault { fail(fault) }
    }

    // MARK: Comprehensions

    func compile(_ comprehension: Expression.Comprehension, into target: Int, at range: SourceRange) {
        if comprehension.form == .generator { return compile(generator: comprehension, into: target, at: range) }
        let result = makeRegister()
        switch comprehension.form {
        case .list, .generator: emit(.makeList, result, 0, 0, at: range)
        case .set: emit(.makeSet, result, 0, 0, at: range)
        case .dict: emit(.makeDict, result, 0, 0, at: range)
        }
        let outer = bound
        let source = operand(comprehension.clauses[0].source)
        openBlock(comprehension.targetNames, shared: comprehension.sharedNames)
        compile(loops: comprehension, from: 0, source) { builder in
            let element = builder.operand(comprehension.element)
            switch comprehension.form {
            case .list, .generator: builder.emit(.appendItem, result, element, at: comprehension.element.range)
            case .set: builder.emit(.insertMember, result, element, at: comprehension.element.range)
            case .dict:
                let value = comprehension.value.map { builder.operand($0) } ?? element
                builder.emit(.setEntry, result, element, value, at: comprehension.element.range)
            }
        }
        closeBlock()
        bound = outer
        emit(.move, target, Int32(result), at: range)
    }

    /// The loops of a comprehension from clause `index` on, whose source is compiled already.
    private func compile(
        loops comprehension: Expression.Comprehension, from index: Int, _ source: Int32,
        _ body: (CodeBuilder) -> Void
    ) {
        let clause = comprehension.clauses[index]
        let walk = makeRegister()
        _ = makeRegister()
        _ = makeRegister()
        emit(.beginFor, walk, source, comprehension.hidesOrder ? 1 : 0, at: clause.source.range)
        let start = position
        let mark = nextRegister
        let next = compileNext(walk, clause.target)
        var jumps: [Int] = []
        for test in clause.tests { jumps += jumpsIfFalse(test) }
        if index + 1 < comprehension.clauses.count {
            let source = operand(comprehension.clauses[index + 1].source)
            compile(loops: comprehension, from: index + 1, source, body)
        } else {
            body(self)
        }
        release(to: mark)
        for jump in jumps { land(jump) }
        emitLoop(to: start, at: clause.source.range)
        land(next)
    }

    /// Takes the next item of a walk and binds a target to it.
    ///
    /// - Returns: the instruction that is still to be told where to go at the end.
    func compileNext(_ walk: Int, _ target: Expression) -> Int {
        let next = position
        if case .name(let name) = target.kind, case .register(let register) = home(of: name) {
            emit(.nextItem, walk, Int32(register), at: target.range)
            noteBound(register)
            return next
        }
        let mark = nextRegister
        let item = makeRegister()
        emit(.nextItem, walk, Int32(item), at: target.range)
        store(target, Int32(item))
        release(to: mark)
        return next
    }

    /// A generator expression: a function of its first source.
    private func compile(generator: Expression.Comprehension, into target: Int, at range: SourceRange) {
        let first = nextRegister
        _ = makeRegister()
        _ = makeRegister()
        emit(.makeIterator, first + 1, operand(generator.clauses[0].source), at: generator.clauses[0].source.range)
        let builder = CodeBuilder(.function, "<genexpr>", unit: unit, parent: self, file: file)
        builder.signature.placed = [".0"]
        builder.makeHomes(NameScan(inside: generator))
        builder.isGenerator = true
        builder.compile(loops: generator, from: 0, 0) { builder in
            let element = builder.operand(generator.element)
            builder.emit(.yield, builder.makeRegister(), element, at: generator.element.range)
        }
        finish(builder, range)
        emit(.makeFunction, first, Int32(add(Code(builder))), 0, at: range)
        emit(.extra, 0, at: range)
        emit(.call, target, Int32(first), 1, at: range)
    }
}

extension Expression.Argument {
    fileprivate var kind: CallShape.Argument {
        if isNamedRest { return .namedRest(value.range) }
        if let name { return .named(name.value, name.range) }
        return value.isStarred ? .starred : .placed
    }
}

extension Signature {
    init(_ parameters: Parameters) {
        placed = parameters.placed.map { $0.name.value }
        placedOnly = parameters.placedOnly
        named = parameters.named.map { $0.name.value }
        rest = parameters.rest?.value
        namedRest = parameters.namedRest?.value
    }
}

extension Parameters {
    /// How many of the last placed parameters have a default.
    var defaultCount: Int { placed.count { $0.defaultValue != nil } }
}

extension Expression.Comprehension {
    /// The names its targets bind, each once.
    var targetNames: [String] {
        var scan = NameScan()
        for clause in clauses { scan.scan(target: clause.target) }
        return scan.bound
    }

    /// The names that functions inside share.
    var sharedNames: Set<String> { NameScan(inside: self).shared }
}

extension NameScan {
    /// The inside of a comprehension, which its first source does not belong to.
    init(inside comprehension: Expression.Comprehension) {
        self.init()
        for (index, clause) in comprehension.clauses.enumerated() {
            if index > 0 { scan(clause.source) }
            scan(target: clause.target)
            for test in clause.tests { scan(test) }
        }
        scan(comprehension.element)
        if let value = comprehension.value { scan(value) }
    }
}
