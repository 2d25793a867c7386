extension Interpreter {
    /// A generator: the function runs on whenever a further item is wanted.
    func generator(_ closure: Closure, _ placed: [Value], _ named: [Call.Named]) throws(Fault) -> Value {
        try make(16 + closure.code.registerCount)
        let window = stack.top
        let parameters = closure.code.parameterCount
        try stack.reserve(window + parameters)
        try bind(placed, named, to: closure, window)
        let generator = Generator(closure, Array(UnsafeBufferPointer(start: window, count: parameters)))
        for index in 0..<parameters { window[index] = .unbound }
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
        try push(closure, window, result: 0, .function)
        if let next = generator.next {
            for index in 0..<code.registerCount { window[index] = generator.registers[index] }
            stack.frames[depth].next = next
        } else {
            for index in 0..<code.parameterCount { window[index] = generator.registers[index] }
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
        generator.registers = Array(UnsafeBufferPointer(start: window, count: code.registerCount))
        abandon(downTo: depth)
        return value
    }
}

/// A function that hands out items one by one, with its registers between two of them.
private final class Generator {
    let closure: Closure
    var registers: [Value]
    /// The instruction after the last `yield`; nil before the first.
    var next: UnsafeMutablePointer<Instruction>?
    var isRunning = false
    private(set) var isFinished = false

    init(_ closure: Closure, _ registers: [Value]) {
        self.closure = closure
        self.registers = registers
    }

    func finish() {
        isFinished = true
        registers = []
    }

    deinit {
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
