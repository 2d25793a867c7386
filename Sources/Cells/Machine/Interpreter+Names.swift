import Diagnostics

extension Interpreter {
    /// A global that has no value in the chapter: a built-in one, or a mistake.
    @inline(never)
    func missingGlobal(_ number: Int, in stack: Stack) throws(Fault) -> Value {
        try global(number)
    }

    /// The value of a global of the function that runs.
    func global(_ number: Int) throws(Fault) -> Value {
        let linkage = linkage
        switch linkage.globals[number].pointee {
        case .unknown: throw Fault(.unknown, "")
        case .unbound: break
        default: return linkage.globals[number].pointee
        }
        if case .unbound = linkage.builtins[number] {
            let name = linkage.unit.globalNames[number]
            guard let value = builtin(name, linkage.unit) else { throw notDefined(name) }
            linkage.builtins[number] = value
        }
        return linkage.builtins[number]
    }

    private func builtin(_ name: String, _ unit: Unit) -> Value? {
        if ExceptionNames.all.contains(name), let exception = session.exceptionClass(name) {
            return .classObject(exception)
        }
        if unit.isExpression || Builtins.isPython(name) { return Builtins.value(of: name) }
        // A program is the one that Python runs, and not a module of it.
        if name == "__name__" { return .string("__main__") }
        return nil
    }

    // MARK: Functions and classes

    func makeClosure(_ number: Int, _ defaults: UnsafeMutablePointer<Value>, _ count: Int) throws(Fault) -> Closure {
        let frame = stack.frames[stack.frameCount - 1]
        let code = frame.code.takeUnretainedValue().inner[number]
        var captured: [Variable] = []
        for register in code.captures {
            guard case .variable(let variable) = frame.registers[register] else {
                preconditionFailure("what inner functions share lives in variables")
            }
            captured.append(variable)
        }
        try make(Weight.function + 3 * captured.count + count)
        return Closure(
            code, frame.linkage.takeUnretainedValue(), captured: captured,
            defaults: Array(UnsafeBufferPointer(start: defaults, count: count)))
    }

    func makeClass(_ name: Value, base: Value) throws(Fault) -> Value {
        guard case .string(let name) = name else { preconditionFailure("a class is named by a constant") }
        try make(16)
        switch base {
        case .none, .type(.object): return .classObject(ClassObject(name, base: nil, session))
        case .classObject(let classObject): return .classObject(ClassObject(name, base: classObject, session))
        case .type(let type):
            throw Fault.outside(.type, "a class above the built-in '\(type.name)' is not part of the cell language")
        default: throw Fault(.type, "a class stands above a class, not above \(base.typeWithArticle)")
        }
    }

    func makeSuper(_ variable: Value, _ object: Value) throws(Fault) -> Value {
        guard case .variable(let home) = variable, case .classObject(let classObject) = home.value else {
            throw Fault(.runtime, "super() finds no class here", python: "super(): __class__ cell not found")
        }
        return .parent(ParentObject(above: classObject, of: object))
    }

    /// A built-in module; of `numpy.random` without a name of its own, `numpy`.
    func module(_ path: Value, bindsWhole: Bool) throws(Fault) -> Value {
        guard case .string(let path) = path else { preconditionFailure("a module is named by a constant") }
        var value: Value?
        for (index, part) in path.split(separator: ".").enumerated() {
            if index == 0 {
                value = Module(rawValue: String(part)).map { .module($0) }
            } else if let found = value {
                let member = try attribute(String(part), of: found)
                guard case .module = member else { throw noModule(path) }
                if bindsWhole { value = member }
            }
        }
        guard let value else { throw noModule(path) }
        return value
    }

    private func noModule(_ path: String) -> Fault {
        let hint: String? =
            switch path.firstPart {
            case "matplotlib", "seaborn", "plotly", "pylab": "a {plot} block draws"
            case "pandas", "csv": "a {data} block reads a table"
            case "random", "secrets": "np.random.default_rng(seed) draws numbers"
            case "collections": "a dict counts and groups: d[key] = d.get(key, 0) + 1"
            case "typing": "annotations need none: list[float], float | None"
            case "__future__": "nothing here needs it; leave the line out"
            case "os", "sys", "pathlib", "time", "datetime": "a program sees nothing of the machine it runs on"
            default: nil
            }
        return Fault(
            .import,
            "there is no module '\(path)' in the cell language, which has math, numpy and torch"
                + (hint.map { "; \($0)" } ?? ""),
            suggestion: nearestName(to: path, in: ["math", "numpy", "torch"]), python: "No module named '\(path)'",
            isOutside: true)
    }

    // MARK: Walks

    /// Begins a walk in three registers: of a range its next number, how many are left, and the step; of a list or tuple
    /// the thing itself and the next place; of anything else an iterator.
    ///
    /// - Parameter inAnyOrder: whether nothing can tell in which order the members of a set come.
    func beginWalk(
        _ value: Value, _ walk: UnsafeMutablePointer<Value>, inAnyOrder: Bool = false
    ) throws(Fault) {
        switch value {
        case .set(let set) where inAnyOrder:
            walk[0] = .tuple(set.members)
            walk[1] = .int(0)
        case .range(let range):
            walk[0] = .int(range.start)
            walk[1] = .int(range.count)
            walk[2] = .int(range.step)
        case .list, .tuple:
            walk[0] = value
            walk[1] = .int(0)
        default:
            walk[0] = .iterator(try iterator(over: value))
            walk[1] = .none
        }
    }

    /// What a walk has come to.
    enum Advance {
        /// One item, in its register.
        case one
        /// Several at once, in the registers that the next instruction would have spread the item over.
        case several
        /// The end.
        case none
    }

    /// The next item of a walk that is not over a range.
    ///
    /// - Parameter following: the next instruction, which may unpack the item.
    @inline(never)
    func nextItem(
        _ walk: UnsafeMutablePointer<Value>, _ item: UnsafeMutablePointer<Value>, _ following: Instruction,
        _ registers: UnsafeMutablePointer<Value>
    ) throws(Fault) -> Advance {
        if following.opcode == .unpack, registers + Int(following.b) == item, case .iterator(let iterator) = walk[0],
            case .together(let iterators) = iterator.source, Int(following.c) == iterators.count
        {
            let first = registers + Int(following.a)
            for index in iterators.indices {
                guard let value = try iterators[index].next() else { return .none }
                first[index] = value
            }
            return .several
        }
        return try nextItem(walk, item) ? .one : .none
    }

    /// Ends a walk; an iterator that nothing else refers to leaves its room to others.
    func letGo(_ walk: UnsafeMutablePointer<Value>) {
        guard case .iterator(var iterator) = walk.pointee else { return }
        walk.pointee = .none
        if iterator.isAccountedFor, isKnownUniquelyReferenced(&iterator) { giveBack(Weight.iterator) }
    }

    private func nextItem(
        _ walk: UnsafeMutablePointer<Value>, _ item: UnsafeMutablePointer<Value>
    ) throws(Fault) -> Bool {
        switch walk[0] {
        case .list(let list):
            guard case .int(let place) = walk[1], place < list.items.count else { return false }
            item.pointee = list.items[Int(place)]
            walk[1] = .int(place + 1)
        case .tuple(let items):
            guard case .int(let place) = walk[1], place < items.count else { return false }
            item.pointee = items[Int(place)]
            walk[1] = .int(place + 1)
        case .iterator(let iterator):
            guard let next = try iterator.next() else { return false }
            item.pointee = next
        default: preconditionFailure("a walk is over a list, a tuple or an iterator")
        }
        return true
    }

    func unpack(_ value: Value, _ target: UnsafeMutablePointer<Value>, _ count: Int) throws(Fault) {
        let items: [Value]
        var isCut = false
        switch value {
        case .tuple(let found): items = found
        case .list(let list): items = list.items
        default:
            items = try firstItems(of: value, count + 1)
            isCut = items.count > count
        }
        guard items.count == count else { throw unpacked(items.count, count, isCut: isCut) }
        for index in 0..<count { target[index] = items[index] }
    }

    /// The first items of a value, no more than `limit`.
    private func firstItems(of value: Value, _ limit: Int) throws(Fault) -> [Value] {
        let iterator: IteratorObject
        do throws(Fault) {
            iterator = try self.iterator(over: value)
        } catch {
            throw error.kind == .type && error.python?.hasSuffix("object is not iterable") == true
                ? Fault(
                    .type, "\(value.typeWithArticle) cannot be unpacked",
                    python: "cannot unpack non-iterable \(value.pythonTypeName) object") : error
        }
        var items: [Value] = []
        while items.count < limit, let item = try iterator.next() {
            try make(1)
            items.append(item)
        }
        return items
    }

    private func unpacked(_ found: Int, _ count: Int, isCut: Bool) -> Fault {
        let names = "\(count) name\(count == 1 ? "" : "s")"
        let values =
            isCut ? "more than \(count) value\(count == 1 ? "" : "s")" : "\(found) value\(found == 1 ? "" : "s")"
        return Fault(
            .value, "\(values) cannot be bound to \(names)",
            python: found > count
                ? "too many values to unpack (expected \(count))"
                : "not enough values to unpack (expected \(count), got \(found))")
    }

    func unpack(
        _ value: Value, _ target: UnsafeMutablePointer<Value>, before: Int, after: Int
    ) throws(Fault) {
        let items = try firstItems(of: value, Int.max)
        guard items.count >= before + after else {
            throw Fault(
                .value, "\(items.count) values are too few for \(before + after) names and a starred one",
                python: "not enough values to unpack (expected at least \(before + after), got \(items.count))")
        }
        try make(items.count)
        for index in 0..<before { target[index] = items[index] }
        target[before] = .list(of: Array(items[before..<(items.count - after)]))
        for index in 0..<after { target[before + 1 + index] = items[items.count - after + index] }
    }

    // MARK: Making values

    /// The slice of three registers; what is wrong with one of them is placed at its expression.
    func slice(
        _ parts: UnsafeMutablePointer<Value>, at place: (Int) -> Diagnostics.SourceRange
    ) throws(Fault) -> SliceValue {
        var bounds: [Int64?] = []
        for number in 0..<3 {
            let value = parts[number]
            if case .none = value {
                bounds.append(nil)
                continue
            }
            var index = value.index
            if index == nil { index = try wholeNumber(byMethodOf: value) }
            guard let index else {
                throw Fault(
                    .type, "a bound of a slice is a whole number, not \(value.quotedType)", at: place(number),
                    python: "slice indices must be integers or None or have an __index__ method")
            }
            bounds.append(index)
        }
        if bounds[2] == 0 {
            throw Fault(
                .value, "the step of a slice cannot be 0", at: place(2), python: "slice step cannot be zero")
        }
        return SliceValue(start: bounds[0], stop: bounds[1], step: bounds[2])
    }

    /// A value in an f-string. A format that does not fit is placed at the format.
    func formatted(
        _ value: Value, _ conversion: Int, _ format: String?, at place: Diagnostics.SourceRange
    ) throws(Fault) -> String {
        var value = value
        switch conversion {
        case 1: value = .string(try repr(value))
        case 2: value = .string(try text(of: value))
        case 3: value = .string(asciiOnly(try repr(value)))
        default: break
        }
        guard let format, !format.isEmpty else { return try self.format(value, "") }
        return try located(place) { () throws(Fault) in try self.format(value, format) }
    }

    func joined(_ first: UnsafeMutablePointer<Value>, _ count: Int) throws(Fault) -> String {
        var text = ""
        for index in 0..<count {
            if case .string(let part) = first[index] { text += part }
            if text.utf8.count > 1 << 20 { throw Fault(.limit, "this text grows too long") }
        }
        try make(text.utf8.count / 8)
        return text
    }

    func failAssertion(_ message: Value) throws(Fault) {
        guard let classObject = session.exceptionClass("AssertionError") else {
            preconditionFailure("every session has the built-in exceptions")
        }
        let exception = InstanceObject(classObject, session)
        var said: String?
        if case .unbound = message {
            exception.set("args", to: .tuple([]))
        } else {
            exception.set("args", to: .tuple([message]))
            said = try text(of: message)
        }
        raised = exception
        throw Fault(.assertion, "this claim is false" + (said.map { ": \($0)" } ?? ""), python: said ?? "")
    }

    /// Prints the value of a last expression, unless it is None.
    func show(_ value: Value) throws(Fault) {
        if case .none = value { return }
        try write(try repr(value) + "\n")
    }
}
