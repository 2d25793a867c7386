import Diagnostics

extension CodeBuilder {
    // MARK: Branches and loops

    func compile(_ branches: [Statement.Branch], otherwise: [Statement]) {
        var ends: [Int] = []
        var certain: Set<Int>?
        for branch in branches {
            let jumps = jumpsIfFalse(branch.test)
            let before = bound
            compile(branch.body)
            certain = certain.map { $0.intersection(bound) } ?? bound
            ends.append(position)
            emit(.jump, at: nil)
            for jump in jumps { land(jump) }
            bound = before
        }
        compile(otherwise)
        bound = certain.map { $0.intersection(bound) } ?? bound
        for end in ends { land(end) }
    }

    func compile(while test: Expression, _ body: [Statement], otherwise: [Statement]) {
        let loop = Loop(start: position)
        let jumps = jumpsIfFalse(test)
        let before = bound
        exits.append(.loop(loop))
        compile(body)
        exits.removeLast()
        emitLoop(to: loop.start, at: test.range)
        bound = before
        for jump in jumps { land(jump) }
        compile(otherwise)
        bound = before
        for jump in loop.breaks { land(jump) }
    }

    func compile(for target: Expression, _ source: Expression, _ body: [Statement], otherwise: [Statement]) {
        let walk = makeRegister()
        _ = makeRegister()
        _ = makeRegister()
        let mark = nextRegister
        emit(.beginFor, walk, operand(source), at: source.range)
        release(to: mark)
        let before = bound
        let loop = Loop(start: position)
        let next = compileNext(walk, target)
        exits.append(.loop(loop))
        compile(body)
        exits.removeLast()
        emitLoop(to: loop.start, at: source.range)
        bound = before
        land(next)
        compile(otherwise)
        bound = before
        for jump in loop.breaks { land(jump) }
    }

    /// `break` or `continue`, after what must be done on the way out.
    func compile(jumpOut range: Diagnostics.SourceRange, isBreak: Bool) {
        guard let place = exits.lastIndex(where: { if case .loop = $0 { true } else { false } }),
            case .loop(let loop) = exits[place]
        else {
            return fail(Fault(.syntax, "'\(isBreak ? "break" : "continue")' outside a loop", at: range))
        }
        leave(to: place + 1) {
            if isBreak {
                loop.breaks.append(position)
                emit(.jump, at: range)
            } else {
                emitLoop(to: loop.start, at: range)
            }
        }
    }

    func compile(return value: Expression?, at range: Diagnostics.SourceRange) {
        if kind != .function { return fail(Fault(.syntax, "'return' outside a function", at: range)) }
        var result = value.map { operand($0) } ?? constant(.none)
        if exits.contains(where: { if case .cleanup = $0 { true } else { false } }) {
            // What is done on the way out may change the name that is returned.
            let kept = makeRegister()
            emit(.move, kept, result, at: range)
            result = Int32(kept)
        }
        leave(to: 0) { emitReturn(result, at: range) }
    }

    /// Does what must be done when code is left down to an exit, innermost first, and then the jump itself; none of it is
    /// guarded by what it leaves.
    private func leave(to place: Int, _ jump: () -> Void) {
        let left = Array(exits[place...])
        let before = bound
        var closed: [Cleanup] = []
        for exit in left.reversed() {
            exits.removeLast()
            guard case .cleanup(let cleanup) = exit else { continue }
            cleanup.guarded.append((cleanup.start, position))
            closed.append(cleanup)
            cleanup.run(self, nil)
        }
        jump()
        for cleanup in closed { cleanup.start = position }
        exits += left
        bound = before
    }

    // MARK: Exceptions

    func compile(raise value: Expression?, _ cause: Expression?, at range: Diagnostics.SourceRange) {
        guard let value else {
            guard let current = caught.last else {
                return fail(
                    Fault(.syntax, "'raise' alone raises again what an 'except' caught, and stands in none", at: range))
            }
            emit(.reraise, current, at: range)
            return
        }
        let exception = operand(value)
        emit(.raise, Int(exception), cause.map { operand($0) } ?? exception, at: range)
    }

    func compile(_ parts: Statement.Try, at range: Diagnostics.SourceRange) {
        if parts.finally.isEmpty { return compileHandled(parts, at: range) }
        compile(guarded: { builder, _ in builder.compile(parts.finally) }, at: range) {
            $0.compileHandled(parts, at: range)
        }
    }

    /// A body, and what is done after it however it is left.
    private func compile(
        isSilent: Bool = false, guarded cleanup: @escaping (CodeBuilder, Int?) -> Void,
        at range: Diagnostics.SourceRange,
        _ body: (CodeBuilder) -> Void
    ) {
        let exit = Cleanup(start: position, cleanup)
        let before = bound
        exits.append(.cleanup(exit))
        body(self)
        exits.removeLast()
        exit.guarded.append((exit.start, position))
        cleanup(self, nil)
        let certain = bound
        let end = position
        emit(.jump, at: range)
        bound = before
        let mark = nextRegister
        let exception = makeRegister()
        for part in exit.guarded where part.end > part.start {
            handlers.append(
                Code.Handler(start: part.start, end: part.end, target: position, isCleanup: !isSilent))
        }
        emit(.catchException, exception, at: range)
        caught.append(exception)
        cleanup(self, exception)
        caught.removeLast()
        emit(.reraise, exception, at: range)
        release(to: mark)
        bound = certain
        land(end)
    }

    /// `try … except … else`, without `finally`.
    private func compileHandled(_ parts: Statement.Try, at range: Diagnostics.SourceRange) {
        if parts.handlers.isEmpty { return compile(parts.body) }
        let before = bound
        // What leaves the body must not be caught by its handlers once it has left.
        let body = Cleanup(start: position) { _, _ in }
        exits.append(.cleanup(body))
        compile(parts.body)
        exits.removeLast()
        body.guarded.append((body.start, position))
        compile(parts.otherwise)
        var certain = bound
        var ends = [position]
        emit(.jump, at: range)
        let catchesAll = parts.handlers.contains { $0.catchesAll }
        for part in body.guarded where part.end > part.start {
            handlers.append(
                Code.Handler(start: part.start, end: part.end, target: position, isCleanup: catchesAll))
        }
        let mark = nextRegister
        let exception = makeRegister()
        emit(.catchException, exception, at: range)
        caught.append(exception)
        for handler in parts.handlers {
            bound = before
            compile(handler, exception, &ends)
            certain.formIntersection(bound)
        }
        caught.removeLast()
        emit(.reraise, exception, at: range)
        release(to: mark)
        bound = certain
        for end in ends { land(end) }
    }

    private func compile(_ handler: Statement.Handler, _ exception: Int, _ ends: inout [Int]) {
        var next: Int?
        if let type = handler.type {
            let mark = nextRegister
            let test = makeRegister()
            emit(.matchException, test, Int32(exception), operand(type), at: type.range)
            next = position
            emit(.jumpIfFalse, 0, Int32(test), at: type.range)
            release(to: mark)
        }
        if let name = handler.name {
            store(name.value, Int32(exception), at: name.range)
            compile(isSilent: true, guarded: { builder, _ in builder.forget(name) }, at: handler.range) {
                $0.compile(handler.body)
            }
        } else {
            compile(handler.body)
        }
        ends.append(position)
        emit(.jump, at: handler.range)
        if let next { land(next) }
    }

    /// Python unbinds the name of a caught exception at the end, also when it was unbound before.
    private func forget(_ name: Located<String>) {
        store(name.value, constant(.none), at: name.range)
        delete(name.value, at: name.range)
    }

    // MARK: Contexts

    func compile(
        _ contexts: ArraySlice<Statement.Context>, _ body: [Statement], at range: Diagnostics.SourceRange
    ) {
        guard let context = contexts.first else { return compile(body) }
        let manager = makeRegister()
        compile(context.value, into: manager)
        let entered = makeRegister()
        emit(.enterContext, entered, Int32(manager), at: context.value.range)
        let inner = contexts.dropFirst()
        var swallows: [Int] = []
        let leave: (CodeBuilder, Int?) -> Void = { builder, exception in
            let swallowed = builder.makeRegister()
            builder.emit(
                .exitContext, manager, exception.map { Int32($0) } ?? builder.constant(.none), Int32(swallowed),
                at: context.value.range)
            if exception != nil {
                swallows.append(builder.position)
                builder.emit(.jumpIfTrue, 0, Int32(swallowed), at: context.value.range)
            }
            builder.release(to: swallowed)
        }
        let before = bound
        compile(guarded: leave, at: range) { builder in
            if let target = context.target { builder.store(target, Int32(entered)) }
            builder.compile(inner, body, at: range)
        }
        if !swallows.isEmpty { bound = before }
        for jump in swallows { land(jump) }
    }
}

extension Statement.Handler {
    /// Whether it also catches what ends a generator in Python.
    fileprivate var catchesAll: Bool {
        guard let type else { return true }
        if case .name("BaseException") = type.kind { return true }
        return false
    }
}
