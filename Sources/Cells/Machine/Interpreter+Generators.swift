extension Interpreter {
    /// A generator: the function runs on whenever a further item is wanted.
    func generator(_ closure: Closure, _ placed: [Value], _ named: [Call.Named]) throws(Fault) -> Value {
        try make(16 + closure.code.registerCount)
        let window = stack.top
        let parameters = closure.code.parameterCount
        try stack.reserve(window + parameters)
        try bind(placed, named, to: closure, window)
        let generator = Generator(closure)
        generator.exchange(parameters, with: window)
        return .iterator(IteratorObject("generator") { () throws(Fault) in try self.resume(generator) })
    }

    private func resume(_ generator: Generator) throws(Fault) -> Value? {
        if generator.isFinished { return nil }
        if generator.isRunning {
            throw Fault(.value, "this generator is running already", python: "generator already executing")
        }
        try step()
        let closure = generator.closure
        let code = closure.code
        let (window, depth) = (stack.top, stack.frameCount)
        if let next = generator.next {
            try push(
                Unmanaged.passUnretained(code), Unmanaged.passUnretained(closure.linkage), window, result: 0,
                .function)
            generator.exchange(code.registerCount, with: window)
            stack.frames[depth].next = next
        } else {
            try push(closure, window, result: 0, .function)
            generator.exchange(code.parameterCount, with: window)
        }
        generator.isRunning = true
        defer { generator.isRunning = false }
        let value: Value
        do throws(Fault) {
            value = try execute(downTo: depth)
        } catch {
            generator.finish()
            throw isRaised(error, "StopIteration")
                ? Fault(
                    .runtime, "a generator ends by 'return'; this one raises StopIteration", at: error.range,
                    notes: error.notes, python: "generator raised StopIteration") : error
        }
        if stack.frameCount == depth {
            generator.finish()
            return nil
        }
        generator.next = stack.frames[depth].next
        generator.exchange(code.registerCount, with: window)
        stack.frameCount = depth
        stack.top = window
        return value
    }
}

/// A function that hands out items one by one, with its registers between two of them.
private final class Generator {
    let closure: Closure
    private let registers: UnsafeMutablePointer<Value>
    /// The instruction after the last `yield`; nil before the first.
    var next: UnsafeMutablePointer<Instruction>?
    var isRunning = false
    private(set) var isFinished = false

    init(_ closure: Closure) {
        self.closure = closure
        registers = .allocate(capacity: max(closure.code.registerCount, 1))
        registers.initialize(repeating: .unbound, count: closure.code.registerCount)
    }

    /// Moves the first registers onto the stack, or from there; none is copied.
    func exchange(_ count: Int, with window: UnsafeMutablePointer<Value>) {
        for index in 0..<count {
            let value = (registers + index).move()
            (registers + index).moveInitialize(from: window + index, count: 1)
            (window + index).initialize(to: value)
        }
    }

    func finish() {
        isFinished = true
        for index in 0..<closure.code.registerCount { (registers + index).clear() }
    }

    deinit {
        registers.deinitialize(count: closure.code.registerCount)
        registers.deallocate()
        // Python would run what is left of 'finally' and 'with' now; the session remembers that this did not happen.
        guard let next, !isFinished else { return }
        let index = next - closure.code.instructions - 1
        guard closure.code.handlers.contains(where: { $0.isCleanup && $0.start <= index && index < $0.end }) else {
            return
        }
        closure.linkage.scope.session.leftBehind = Fault.outside(
            .syntax,
            "a generator with 'finally' or 'with' around its 'yield' is walked to its end in the cell language, and this one is left before",
            at: closure.code.range(of: index))
    }
}
