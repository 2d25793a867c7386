import Diagnostics

/// What the machine needs at every step of the function that runs.
private struct State {
    var next: UnsafeMutablePointer<Instruction>
    let registers: UnsafeMutablePointer<Value>
    let constants: UnsafeMutablePointer<Value>
    let globals: UnsafeMutablePointer<UnsafeMutablePointer<Value>>
    let start: UnsafeMutablePointer<Instruction>

    @inline(__always)
    init(_ frame: UnsafeMutablePointer<Frame>) {
        next = frame.pointee.next
        registers = frame.pointee.registers
        (start, constants) = frame.pointee.code._withUnsafeGuaranteedRef { ($0.instructions, $0.constants) }
        globals = frame.pointee.linkage._withUnsafeGuaranteedRef { $0.globals }
    }

    /// The register or constant of an operand.
    @inline(__always)
    subscript(operand: Int32) -> UnsafeMutablePointer<Value> {
        operand >= 0 ? registers + Int(operand) : constants + Int(~operand)
    }
}

extension Interpreter {
    /// Runs the topmost frame until `depth` frames are left, and gives what it returns.
    ///
    /// The common cases of numbers, loops and calls are done here; everything else by functions of their own, so that this
    /// loop stays small.
    func execute(downTo depth: Int) throws(Fault) -> Value {
        let stack = self.stack
        let layout = stack.layout
        stack.entries += 1
        defer { stack.entries -= 1 }
        if stack.entries > Stack.entryLimit {
            abandon(downTo: depth)
            throw Stack.tooDeep
        }
        var state = State(stack.frames + stack.frameCount - 1)
        while true {
            do throws(Fault) {
                while true {
                    let instruction = state.next.pointee
                    state.next += 1
                    let target = state.registers + Int(instruction.a)
                    switch instruction.opcode {
                    // MARK: Names
                    case .move: target.copy(state[instruction.b])
                    case .loadGlobal:
                        let global = state.globals[Int(instruction.b)]
                        switch global.pointee {
                        case .unbound, .unknown: target.pointee = try missingGlobal(Int(instruction.b), in: stack)
                        default: target.copy(global)
                        }
                    case .storeGlobal: state.globals[Int(instruction.b)].copy(state[instruction.a])
                    case .loadVariable:
                        guard case .variable(let variable) = state[instruction.b].pointee else {
                            preconditionFailure("a shared name lives in a variable")
                        }
                        target.pointee = variable.value
                        if case .unbound = target.pointee { throw unboundLocal(Int(instruction.b), in: stack) }
                    case .storeVariable:
                        guard case .variable(let variable) = state[instruction.b].pointee else {
                            preconditionFailure("a shared name lives in a variable")
                        }
                        variable.value = state[instruction.a].pointee
                    case .checkLocal:
                        if case .unbound = target.pointee { throw unboundLocal(Int(instruction.a), in: stack) }

                    // MARK: Operators
                    case .add:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if !combined(left, right, target, { $0 + $1 }, { $0.addingReportingOverflow($1) }) {
                            try combine(.add, instruction, left, right, target)
                        }
                    case .subtract:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if !combined(left, right, target, { $0 - $1 }, { $0.subtractingReportingOverflow($1) }) {
                            try combine(.subtract, instruction, left, right, target)
                        }
                    case .multiply:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if !combined(left, right, target, { $0 * $1 }, { $0.multipliedReportingOverflow(by: $1) }) {
                            try combine(.multiply, instruction, left, right, target)
                        }
                    case .divide:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if !divided(left, right, target) {
                            try combine(.divide, instruction, left, right, target)
                        }
                    case .floorDivide:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if case .int(let a) = left.pointee, case .int(let b) = right.pointee, b > 0 {
                            let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
                            target.put(remainder < 0 ? quotient - 1 : quotient)
                        } else {
                            target.pointee = try binary(.floorDivide, left.pointee, right.pointee)
                        }
                    case .remainder:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if case .int(let a) = left.pointee, case .int(let b) = right.pointee, b > 0 {
                            let remainder = a % b
                            target.put(remainder < 0 ? remainder + b : remainder)
                        } else {
                            target.pointee = try binary(.remainder, left.pointee, right.pointee)
                        }
                    case .power:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        // The square of a float, rounded once, which is what the general power comes to as well.
                        if case .float(let x) = left.pointee, case .int(2) = right.pointee, (x * x).isFinite {
                            target.put(x * x)
                        } else {
                            target.pointee = try binary(.power, left.pointee, right.pointee)
                        }
                    case .matrixMultiply:
                        try combine(
                            .matrixMultiply, instruction, state[instruction.b], state[instruction.c], target)
                    case .inPlaceAdd:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if !combined(left, right, target, { $0 + $1 }, { $0.addingReportingOverflow($1) }) {
                            target.pointee = try inPlace(.add, left.pointee, right.pointee)
                        }
                    case .inPlaceSubtract:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if !combined(left, right, target, { $0 - $1 }, { $0.subtractingReportingOverflow($1) }) {
                            target.pointee = try inPlace(.subtract, left.pointee, right.pointee)
                        }
                    case .inPlaceMultiply:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if !combined(left, right, target, { $0 * $1 }, { $0.multipliedReportingOverflow(by: $1) }) {
                            target.pointee = try inPlace(.multiply, left.pointee, right.pointee)
                        }
                    case .less:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if let holds = relation(left, right, { $0 < $1 }, { $0 < $1 }) {
                            target.put(holds)
                        } else {
                            target.pointee = try compare(.less, left.pointee, right.pointee)
                        }
                    case .greater:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if let holds = relation(left, right, { $0 > $1 }, { $0 > $1 }) {
                            target.put(holds)
                        } else {
                            target.pointee = try compare(.greater, left.pointee, right.pointee)
                        }
                    case .negative:
                        if case .float(let value) = state[instruction.b].pointee {
                            target.put(-value)
                        } else {
                            try negate(instruction, state[instruction.b], target)
                        }

                    // MARK: The way on
                    case .jump: state.next = state.start + Int(instruction.a)
                    case .loop:
                        stepsLeft &-= Int64(instruction.b)
                        if stepsLeft < 0 { throw Interpreter.tooManySteps }
                        state.next = state.start + Int(instruction.a)
                    case .jumpIfTrue:
                        if try isTrue(state[instruction.b]) { state.next = state.start + Int(instruction.a) }
                    case .jumpIfFalse:
                        if try !isTrue(state[instruction.b]) { state.next = state.start + Int(instruction.a) }
                    case .jumpUnlessLess:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if try !holds(.less, left, right, { $0 < $1 }, { $0 < $1 }) {
                            state.next = state.start + Int(instruction.a)
                        }
                    case .jumpUnlessLessEqual:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if try !holds(.lessEqual, left, right, { $0 <= $1 }, { $0 <= $1 }) {
                            state.next = state.start + Int(instruction.a)
                        }
                    case .jumpUnlessGreater:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if try !holds(.greater, left, right, { $0 > $1 }, { $0 > $1 }) {
                            state.next = state.start + Int(instruction.a)
                        }
                    case .jumpUnlessGreaterEqual:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if try !holds(.greaterEqual, left, right, { $0 >= $1 }, { $0 >= $1 }) {
                            state.next = state.start + Int(instruction.a)
                        }
                    case .jumpUnlessEqual:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if try !holds(.equal, left, right, { $0 == $1 }, { $0 == $1 }) {
                            state.next = state.start + Int(instruction.a)
                        }
                    case .jumpUnlessNotEqual:
                        let (left, right) = (state[instruction.b], state[instruction.c])
                        if try !holds(.notEqual, left, right, { $0 != $1 }, { $0 != $1 }) {
                            state.next = state.start + Int(instruction.a)
                        }
                    case .nextItem:
                        let item = state.registers + Int(instruction.b)
                        if case .int(let left) = target[1], case .int(let current) = target[0] {
                            if left == 0 {
                                state.next = state.start + Int(instruction.c)
                            } else if case .int(let step) = target[2] {
                                (target + 1).put(left - 1)
                                target.put(current &+ step)
                                item.put(current)
                            }
                        } else if case .int(let place) = target[1],
                            layout.copyItem(Int(clamping: place), of: target, to: item)
                        {
                            (target + 1).put(place + 1)
                        } else {
                            switch try nextItem(target, item, state.next.pointee, state.registers) {
                            case .one: break
                            case .several: state.next += 1
                            case .none:
                                letGo(target)
                                state.next = state.start + Int(instruction.c)
                            }
                        }

                    // MARK: Calls
                    case .call:
                        stepsLeft &-= 1
                        if stepsLeft < 0 { throw Interpreter.tooManySteps }
                        let callee = state.registers + Int(instruction.b)
                        if let closure = layout.closure(callee),
                            closure._withUnsafeGuaranteedRef({ $0.code.plainCount == instruction.c })
                        {
                            stack.frames[stack.frameCount - 1].next = state.next
                            try push(closure, callee + 1, result: instruction.a, .function)
                            state = State(stack.frames + stack.frameCount - 1)
                        } else {
                            stack.frames[stack.frameCount - 1].next = state.next
                            let depth = stack.frameCount
                            let value = try callSlow(callee, Int(instruction.c), result: instruction.a)
                            if stack.frameCount == depth {
                                target.pointee = value
                            } else {
                                state = State(stack.frames + stack.frameCount - 1)
                            }
                        }
                    case .callMethod:
                        stepsLeft &-= 1
                        if stepsLeft < 0 { throw Interpreter.tooManySteps }
                        let extra = state.next.pointee
                        state.next += 1
                        stack.frames[stack.frameCount - 1].next = state.next
                        let callee = state.registers + Int(instruction.b)
                        if try pushMethod(callee, extra, result: instruction.a) {
                            state = State(stack.frames + stack.frameCount - 1)
                            continue
                        }
                        let depth = stack.frameCount
                        let value = try callMethod(callee, extra, result: instruction.a)
                        if stack.frameCount == depth {
                            target.pointee = value
                        } else {
                            state = State(stack.frames + stack.frameCount - 1)
                        }
                    case .callShaped:
                        stepsLeft &-= 1
                        if stepsLeft < 0 { throw Interpreter.tooManySteps }
                        stack.frames[stack.frameCount - 1].next = state.next
                        let depth = stack.frameCount
                        let value = try callShaped(
                            state.registers + Int(instruction.b), Int(instruction.c), result: instruction.a)
                        if stack.frameCount == depth {
                            target.pointee = value
                        } else {
                            state = State(stack.frames + stack.frameCount - 1)
                        }
                    case .return:
                        // The next loop or call finds out when that was too much.
                        stepsLeft &-= Int64(instruction.b)
                        let frame = stack.frames + stack.frameCount - 1
                        if frame.pointee.kind == .function, stack.frameCount - 1 > depth {
                            // The result goes where the caller wants it before the registers of this function are emptied.
                            let caller = frame - 1
                            (caller.pointee.registers + Int(frame.pointee.result)).copy(state[instruction.a])
                            leave(frame)
                            state = State(caller)
                        } else {
                            let result = try pop(state[instruction.a].pointee)
                            if stack.frameCount == depth { return result.value }
                            state = State(stack.frames + stack.frameCount - 1)
                            state.registers[Int(result.register)] = result.value
                        }
                    case .yield:
                        stack.frames[stack.frameCount - 1].next = state.next
                        return state[instruction.b].pointee
                    case .extra: break

                    // MARK: Attributes and items
                    case .loadAttribute:
                        if let object = layout.object(state[instruction.b]),
                            copyAttribute(of: object, Int(instruction.c), to: target)
                        {
                        } else {
                            target.pointee = try loadAttribute(state[instruction.b].pointee, Int(instruction.c))
                        }
                    case .storeAttribute:
                        if let object = layout.object(state[instruction.b]),
                            setAttribute(of: object, Int(instruction.c), to: state[instruction.a])
                        {
                        } else {
                            try storeAttribute(
                                state[instruction.b].pointee, Int(instruction.c), state[instruction.a].pointee)
                        }
                    case .loadItem:
                        let container = state[instruction.b]
                        let index = state[instruction.c]
                        if case .int(let place) = index.pointee, place >= 0,
                            layout.copyItem(Int(clamping: place), of: container, to: target)
                        {
                        } else {
                            target.pointee = try item(of: container.pointee, at: index.pointee)
                        }
                    case .storeItem:
                        let index = state[instruction.c]
                        if case .int(let place) = index.pointee, place >= 0,
                            layout.setItem(
                                Int(clamping: place), of: state[instruction.b], to: state[instruction.a])
                        {
                        } else {
                            try setItem(
                                of: state[instruction.b].pointee, at: index.pointee, to: state[instruction.a].pointee)
                        }
                    default:
                        try perform(
                            instruction, state.registers, state.constants, next: state.next)
                    }
                }
            } catch {
                stack.frames[stack.frameCount - 1].next = state.next
                try unwind(error, downTo: depth)
                state = State(stack.frames + stack.frameCount - 1)
            }
        }
    }

    /// Applies an operator to two floats, two ints, or one of each.
    ///
    /// - Returns: false when that is not what the operands are, or the result overflows.
    @inline(__always)
    private func combined(
        _ left: UnsafeMutablePointer<Value>, _ right: UnsafeMutablePointer<Value>,
        _ target: UnsafeMutablePointer<Value>,
        _ floats: (Double, Double) -> Double, _ integers: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> Bool {
        switch (left.pointee, right.pointee) {
        case (.float(let a), .float(let b)): target.put(floats(a, b))
        case (.int(let a), .int(let b)):
            let (value, overflow) = integers(a, b)
            if overflow { return false }
            target.put(value)
        case (.int(let a), .float(let b)): target.put(floats(Double(a), b))
        case (.float(let a), .int(let b)): target.put(floats(a, Double(b)))
        default: return false
        }
        return true
    }

    @inline(__always)
    private func divided(
        _ left: UnsafeMutablePointer<Value>, _ right: UnsafeMutablePointer<Value>, _ target: UnsafeMutablePointer<Value>
    ) -> Bool {
        switch (left.pointee, right.pointee) {
        case (.float(let a), .float(let b)) where b != 0: target.put(a / b)
        case (.float(let a), .int(let b)) where b != 0: target.put(a / Double(b))
        case (.int(let a), .float(let b)) where b != 0: target.put(Double(a) / b)
        default: return false
        }
        return true
    }

    @inline(__always)
    private func relation(
        _ left: UnsafeMutablePointer<Value>, _ right: UnsafeMutablePointer<Value>, _ floats: (Double, Double) -> Bool,
        _ integers: (Int64, Int64) -> Bool
    ) -> Bool? {
        switch (left.pointee, right.pointee) {
        case (.int(let a), .int(let b)): integers(a, b)
        case (.float(let a), .float(let b)): floats(a, b)
        default: nil
        }
    }

    @inline(__always)
    private func holds(
        _ relation: Relation, _ left: UnsafeMutablePointer<Value>, _ right: UnsafeMutablePointer<Value>,
        _ floats: (Double, Double) -> Bool, _ integers: (Int64, Int64) -> Bool
    ) throws(Fault) -> Bool {
        if let holds = self.relation(left, right, floats, integers) { return holds }
        return try truth(try compare(relation, left.pointee, right.pointee))
    }

    @inline(__always)
    private func isTrue(_ value: UnsafeMutablePointer<Value>) throws(Fault) -> Bool {
        if case .bool(let truth) = value.pointee { return truth }
        return try truth(value.pointee)
    }
}
