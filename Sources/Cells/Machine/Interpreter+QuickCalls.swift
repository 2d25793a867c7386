/// The calls that most programs make most often, without an array of arguments and without a look-up by name.
extension Interpreter {
    // MARK: Methods

    /// Gives the method of an object of the program a frame, found where it was found the last time.
    ///
    /// - Returns: false when it is to be looked for, or wants its arguments arranged.
    @inline(__always)
    func pushMethod(
        _ callee: UnsafeMutablePointer<Value>, _ extra: Instruction, result: Int32
    ) throws(Fault) -> Bool {
        guard let object = stack.layout.object(callee + 1) else { return false }
        let frame = stack.frames + stack.frameCount - 1
        let site = frame.pointee.linkage._withUnsafeGuaranteedRef { $0.sites } + Int(extra.b)
        guard site.pointee.epoch == session.lookupEpoch,
            site.pointee.identity == object._withUnsafeGuaranteedRef({ $0.identity }),
            let method = withUnsafeMutablePointer(to: &site.pointee.value, { stack.layout.closure($0) }),
            method._withUnsafeGuaranteedRef({ $0.code.plainCount == extra.c + 1 })
        else { return false }
        // The register keeps the function for as long as it runs.
        callee.pointee = site.pointee.value
        try push(method, callee + 1, result: result, .function)
        return true
    }

    /// Calls a method of one of Python's own types without making an object of it first.
    ///
    /// - Returns: nil when the value has no method of that name, or is of another type.
    func callBuiltinMethod(
        _ callee: UnsafeMutablePointer<Value>, _ site: Int, _ count: Int
    ) throws(Fault) -> Value? {
        let unit = linkage.unit
        let methods = unit.siteMethods[site]
        switch callee[1] {
        case .list(let list):
            guard let method = methods.list else { return nil }
            if method == .append, count == 1 {
                try step(3)
                try makeItem(callee[2])
                list.items.append(callee[2])
                return Value.none
            }
            return try accountedFor(try method.call(on: list, call(unit.siteNames[site], callee, count)))
        case .dict(let dict):
            guard let method = methods.dict else { return nil }
            if method == .get, count == 1 || count == 2 {
                let found = dict.value(for: try hashKey(callee[2]))
                return try accountedFor(found ?? (count == 2 ? callee[3] : .none))
            }
            return try accountedFor(try method.call(on: dict, call(unit.siteNames[site], callee, count)))
        case .string(let text):
            guard let method = methods.string else { return nil }
            return try accountedFor(try method.call(on: text, call(unit.siteNames[site], callee, count)))
        case .set(let set):
            guard let method = methods.set else { return nil }
            return try accountedFor(try method.call(on: set, call(unit.siteNames[site], callee, count)))
        default: return nil
        }
    }

    private func call(_ name: String, _ callee: UnsafeMutablePointer<Value>, _ count: Int) -> Call {
        Call(function: name, placed: values(callee + 2, count), named: [], interpreter: self)
    }

    // MARK: Objects

    /// Makes an object of a class of the program and gives its `__init__` a frame.
    ///
    /// - Returns: false when there is no `__init__` that takes the arguments as they stand.
    func pushInitializer(
        _ classObject: ClassObject, _ callee: UnsafeMutablePointer<Value>, _ count: Int, result: Int32
    ) throws(Fault) -> Bool {
        guard !classObject.isException, let initializer = classObject.initializer,
            Int(initializer.code.plainCount) == count + 1
        else { return false }
        try make(Weight.object)
        try stack.reserve(callee + 3 + count)
        for index in (0..<count).reversed() { (callee + 3 + index).copy(callee + 1 + index) }
        let object = Value.object(InstanceObject(classObject, session))
        callee[2] = object
        callee[1] = .closure(initializer)
        callee[0] = object
        try push(initializer, callee + 2, result: result, .initializer)
        return true
    }

    // MARK: Functions

    /// Gives a function of the program a frame when the arguments that are left out have defaults.
    ///
    /// - Returns: false when the arguments do not fit like that.
    func pushWithDefaults(
        _ closure: Closure, _ callee: UnsafeMutablePointer<Value>, _ count: Int, result: Int32
    ) throws(Fault) -> Bool {
        let wanted = Int(closure.code.singleCount)
        let firstDefault = wanted - closure.defaults.count
        guard wanted > count, count >= firstDefault, count <= Int(closure.code.placedCount) else { return false }
        for index in count..<wanted {
            if case .unbound = closure.defaults[index - firstDefault] { return false }
        }
        try stack.reserve(callee + 1 + wanted)
        for index in count..<wanted { callee[1 + index] = closure.defaults[index - firstDefault] }
        try push(closure, callee + 1, result: result, .function)
        return true
    }

    // MARK: Special methods

    /// What a function of the program gives for one or two arguments; nil when it takes them in another way.
    func callPlain(_ closure: Closure, _ first: Value, _ second: Value? = nil) throws(Fault) -> Value? {
        guard closure.code.plainCount == (second == nil ? 1 : 2) else { return nil }
        stack.prepare()
        try step(16)
        let (window, depth) = (stack.top, stack.frameCount)
        try stack.reserve(window + 3)
        window[0] = .closure(closure)
        window[1] = first
        if let second { window[2] = second }
        defer { window[0] = .unbound }
        try push(closure, window + 1, result: 0, .function)
        return try execute(downTo: depth)
    }
}

/// The methods that a name stands for, by the type of the object.
struct NamedMethods {
    let list: ListMethod?
    let dict: DictMethod?
    let string: StringMethod?
    let set: SetMethod?

    init(_ name: String) {
        list = ListMethod(rawValue: name)
        dict = DictMethod(rawValue: name)
        string = StringMethod(rawValue: name)
        set = SetMethod(rawValue: name)
    }
}
