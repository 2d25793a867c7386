import Diagnostics

extension Interpreter {
    // MARK: Frames

    /// Puts a function on the stack, whose arguments stand in its first registers already.
    func push(
        _ closure: Closure, _ registers: UnsafeMutablePointer<Value>, result: Int32, _ kind: Frame.Kind
    ) throws(Fault) {
        try push(Unmanaged.passUnretained(closure), registers, result: result, kind)
    }

    @inline(__always)
    func push(
        _ closure: Unmanaged<Closure>, _ registers: UnsafeMutablePointer<Value>, result: Int32, _ kind: Frame.Kind
    ) throws(Fault) {
        let code = closure._withUnsafeGuaranteedRef { Unmanaged.passUnretained($0.code) }
        let linkage = closure._withUnsafeGuaranteedRef { Unmanaged.passUnretained($0.linkage) }
        try push(code, linkage, registers, result: result, kind)
        let (first, end) = code._withUnsafeGuaranteedRef { ($0.parameterCount, $0.captureStart) }
        for index in first..<end { (registers + index).clear() }
        if code._withUnsafeGuaranteedRef({ $0.captures.isEmpty }) { return }
        closure._withUnsafeGuaranteedRef { closure in
            for (index, variable) in closure.captured.enumerated() { registers[end + index] = .variable(variable) }
        }
    }

    @inline(__always)
    func push(
        _ code: Unmanaged<Code>, _ linkage: Unmanaged<Linkage>, _ registers: UnsafeMutablePointer<Value>, result: Int32,
        _ kind: Frame.Kind
    ) throws(Fault) {
        if stack.frameCount == Stack.frameLimit { throw Stack.tooDeep }
        let count = code._withUnsafeGuaranteedRef { $0.registerCount }
        try stack.reserve(registers + count)
        stack.frames[stack.frameCount] = Frame(
            code: code, linkage: linkage, registers: registers,
            next: code._withUnsafeGuaranteedRef { $0.instructions }, registerCount: Int32(count), result: result,
            kind: kind)
        stack.frameCount += 1
        stack.top = registers + count
    }

    /// Takes the topmost function off the stack.
    ///
    /// - Returns: the result of the call, and the caller's register that takes it.
    @inline(__always)
    func pop(_ value: Value) throws(Fault) -> (value: Value, register: Int32) {
        let frame = stack.frames + stack.frameCount - 1
        let registers = frame.pointee.registers
        if frame.pointee.kind == .initializer {
            guard case .none = value else {
                throw Fault(
                    .type, "'__init__' returns nothing, and this one returns \(value.typeWithArticle)",
                    python: "__init__() should return None, not '\(value.typeName)'")
            }
            let object = registers[-2]
            leave(frame)
            return (object, frame.pointee.result)
        }
        leave(frame)
        return (value, frame.pointee.result)
    }

    /// Lets go of what the registers of the topmost frame refer to, and takes it off; numbers may stay behind.
    @inline(__always)
    func leave(_ frame: UnsafeMutablePointer<Frame>) {
        let registers = frame.pointee.registers
        for index in 0..<Int(frame.pointee.registerCount) { (registers + index).letGo() }
        stack.frameCount -= 1
        if stack.frameCount > 0 {
            let below = frame - 1
            stack.top = below.pointee.registers + Int(below.pointee.registerCount)
        } else {
            stack.top = registers
        }
    }

    /// Takes all frames above `depth` off.
    func abandon(downTo depth: Int) {
        while stack.frameCount > depth { leave(stack.frames + stack.frameCount - 1) }
    }

    // MARK: Calls of the program

    /// Calls what stands in a register with the arguments behind it.
    ///
    /// - Returns: the result, unless a frame was pushed, which will give it.
    @inline(never)
    func callSlow(_ callee: UnsafeMutablePointer<Value>, _ count: Int, result: Int32) throws(Fault) -> Value {
        switch callee.pointee {
        case .function(let function):
            return try accountedFor(
                try function.body(
                    Call(function: function.name, placed: values(callee + 1, count), named: [], interpreter: self)))
        case .classObject(let classObject):
            if try pushInitializer(classObject, callee, count, result: result) { return .none }
            return try construct(classObject, values(callee + 1, count), [], callee, result: result)
        case .type(let type):
            return try accountedFor(
                try type.make(
                    Call(function: type.name, placed: values(callee + 1, count), named: [], interpreter: self)))
        case .closure(let closure):
            if try pushWithDefaults(closure, callee, count, result: result) { return .none }
            return try begin(callee.pointee, values(callee + 1, count), [], callee, result: result)
        default:
            return try begin(callee.pointee, values(callee + 1, count), [], callee, result: result)
        }
    }

    func values(_ first: UnsafeMutablePointer<Value>, _ count: Int) -> [Value] {
        Array(UnsafeBufferPointer(start: first, count: count))
    }

    /// Calls a method of the object behind a register, with the arguments behind that.
    @inline(never)
    func callMethod(
        _ callee: UnsafeMutablePointer<Value>, _ extra: Instruction, result: Int32
    ) throws(Fault) -> Value {
        let (site, count) = (Int(extra.b), Int(extra.c))
        if case .module(let module) = callee[1], count == 1 {
            let sites = stack.frames[stack.frameCount - 1].linkage._withUnsafeGuaranteedRef { $0.sites }
            if sites[site].identity == module.identity, let elementary = sites[site].elementary,
                module == .numpy || callee[2].number != nil
            {
                if module == .numpy, try reuse(elementary, callee + 2) {
                    let changed = callee[2]
                    callee[2] = .unbound
                    return changed
                }
                if module == .math, case .float(let x) = callee[2] {
                    return .float(try elementary.ofNumber(.float(x)))
                }
                return try elementwise(elementary, callee[2], isNumPy: module == .numpy)
            }
        }
        if let result = try callBuiltinMethod(callee, site, count) { return result }
        let linkage = linkage
        switch callee[1] {
        case .object(let object):
            guard let method = linkage.method(of: object, site, session) else { break }
            if method.code.plainCount == count + 1 {
                callee.pointee = .closure(method)
                try push(method, callee + 1, result: result, .function)
                return .none
            }
            callee.pointee = .closure(method)
            if try pushWithDefaults(method, callee, count + 1, result: result) { return .none }
            return try begin(.closure(method), [callee[1]] + values(callee + 2, count), [], callee, result: result)
        case .module(let module):
            let found = linkage.sites + site
            let name = linkage.unit.siteNames[site]
            let function: Value
            if found.pointee.identity == module.identity {
                function = found.pointee.value
            } else {
                function = try located(extraRange) { () throws(Fault) in
                    try attribute(name, of: callee[1], at: extraRange)
                }
                linkage.sites[site] = Linkage.Site(
                    identity: module.identity, value: function, elementary: function.elementary)
            }
            callee[1] = function
            let value = try callSlow(callee + 1, count, result: result)
            return value
        default: break
        }
        let function = try attribute(linkage.unit.siteNames[site], of: callee[1], at: extraRange)
        callee[1] = function
        return try callSlow(callee + 1, count, result: result)
    }

    /// The place of the attribute's name in a method call.
    private var extraRange: Diagnostics.SourceRange {
        let frame = stack.frames[stack.frameCount - 1]
        let code = frame.code.takeUnretainedValue()
        return code.range(of: frame.next - code.instructions - 2)
    }

    /// The names of the function that runs.
    var linkage: Linkage { stack.frames[stack.frameCount - 1].linkage.takeUnretainedValue() }

    /// Begins a call: a function of the program gets a frame in the registers from `window` on, anything else is called.
    func begin(
        _ callee: Value, _ placed: [Value], _ named: [Call.Named], _ window: UnsafeMutablePointer<Value>, result: Int32
    ) throws(Fault) -> Value {
        switch callee {
        case .closure(let closure):
            if closure.code.isGenerator { return try generator(closure, placed, named) }
            try stack.reserve(window + 1 + closure.code.parameterCount)
            try bind(placed, named, to: closure, window + 1)
            window.pointee = callee
            try push(closure, window + 1, result: result, .function)
            return .none
        case .method(let method):
            return try begin(method.function, [method.object] + placed, named, window, result: result)
        case .classObject(let classObject): return try construct(classObject, placed, named, window, result: result)
        case .object(let object):
            guard let method = object.classObject.value(of: "__call__") else { throw notCallable(callee) }
            return try begin(method, [callee] + placed, named, window, result: result)
        default: return try call(callee, placed, named: named)
        }
    }

    private func construct(
        _ classObject: ClassObject, _ placed: [Value], _ named: [Call.Named], _ window: UnsafeMutablePointer<Value>,
        result: Int32
    ) throws(Fault) -> Value {
        guard case .closure(let initializer)? = classObject.value(of: "__init__"), !initializer.code.isGenerator else {
            return try instance(of: classObject, placed, named)
        }
        let object = Value.object(try made(classObject, placed))
        try stack.reserve(window + 2 + initializer.code.parameterCount)
        try bind([object] + placed, named, to: initializer, window + 2)
        window.pointee = object
        window[1] = .closure(initializer)
        try push(initializer, window + 2, result: result, .initializer)
        return .none
    }

    func notCallable(_ value: Value) -> Fault {
        Fault(
            .type,
            "\(value.quotedType) is not a function and cannot be called"
                + (value.anyNumber == nil ? "" : "; a product is written with '*'"),
            python: "'\(value.typeName)' object is not callable")
    }

    // MARK: Calls of the library

    /// Calls a function, a method, a class or an object that can be called.
    func call(_ callee: Value, _ placed: [Value], named: [Call.Named] = []) throws(Fault) -> Value {
        switch callee {
        case .function(let function):
            return try accountedFor(
                try function.body(Call(function: function.name, placed: placed, named: named, interpreter: self)))
        case .closure(let closure):
            stack.prepare()
            if closure.code.isGenerator { return try generator(closure, placed, named) }
            try step(16)
            let window = stack.top
            let depth = stack.frameCount
            try stack.reserve(window + 1 + closure.code.parameterCount)
            try bind(placed, named, to: closure, window + 1)
            window.pointee = callee
            defer { window.pointee = .unbound }
            try push(closure, window + 1, result: 0, .function)
            return try execute(downTo: depth)
        case .type(let type):
            return try accountedFor(
                try type.make(Call(function: type.name, placed: placed, named: named, interpreter: self)))
        case .method(let method): return try call(method.function, [method.object] + placed, named: named)
        case .classObject(let classObject): return try instance(of: classObject, placed, named)
        case .object(let object):
            guard let method = object.classObject.value(of: "__call__") else { throw notCallable(callee) }
            return try call(method, [callee] + placed, named: named)
        default: throw notCallable(callee)
        }
    }

    /// A new object of a class.
    func instance(of classObject: ClassObject, _ placed: [Value], _ named: [Call.Named]) throws(Fault) -> Value {
        let object = Value.object(try made(classObject, placed))
        if let initializer = classObject.value(of: "__init__") {
            guard case .none = try call(initializer, [object] + placed, named: named) else {
                throw Fault(.type, "'__init__' returns nothing")
            }
        } else if !classObject.isException, !placed.isEmpty || !named.isEmpty {
            throw Fault(
                .type, "'\(classObject.name)' has no '__init__' that takes arguments",
                at: named.first?.range, python: "\(classObject.name)() takes no arguments")
        }
        return object
    }

    /// An object before its `__init__`; an exception keeps the arguments.
    private func made(_ classObject: ClassObject, _ placed: [Value]) throws(Fault) -> InstanceObject {
        try make(Weight.object)
        let object = InstanceObject(classObject, session)
        if classObject.isException { object.set("args", to: .tuple(placed)) }
        return object
    }
}

extension Linkage {
    /// The function of the program that a method call finds; nil when something else stands under the name.
    @inline(__always)
    func method(of object: InstanceObject, _ site: Int, _ session: Session) -> Closure? {
        let found = sites + site
        if found.pointee.identity == object.classObject.identity, found.pointee.epoch == session.lookupEpoch,
            case .closure(let closure) = found.pointee.value
        {
            return closure
        }
        return look(for: object, site, session)
    }

    private func look(for object: InstanceObject, _ site: Int, _ session: Session) -> Closure? {
        let name = unit.siteNames[site]
        let classObject = object.classObject
        // An attribute of the object hides the method of its class.
        guard classObject.place(of: name) == nil, let value = classObject.value(of: name),
            case .closure(let closure) = value
        else { return nil }
        sites[site] = Site(identity: classObject.identity, epoch: session.lookupEpoch, value: value)
        return closure
    }
}

extension Module {
    /// Tells modules from one another and from classes, whose identities are positive.
    fileprivate var identity: Int {
        switch self {
        case .math: -1
        case .numpy: -2
        case .numpyRandom: -3
        case .numpyLinearAlgebra: -4
        case .torch: -5
        case .torchNN: -6
        case .torchFunctional: -7
        }
    }
}

extension Value {
    /// The mathematical function it is, if it is one.
    fileprivate var elementary: ElementFunction? {
        guard case .function(let function) = self else { return nil }
        return function.elementary
    }
}
