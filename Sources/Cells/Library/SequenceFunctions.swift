extension Builtins {
    /// `len sum min max sorted any all iter next`
    static func sequenceFunction(_ name: String) -> Value? {
        switch name {
        case "len":
            function(name) { call throws(Fault) in .int(try call.interpreter.length(of: try call.exactly(1)[0])) }
        case "sum": function(name, sum)
        case "min": function(name) { call throws(Fault) in try extreme(call, isMaximum: false) }
        case "max": function(name) { call throws(Fault) in try extreme(call, isMaximum: true) }
        case "sorted": function(name, sorted)
        case "any": function(name) { call throws(Fault) in .bool(try search(call, for: true)) }
        case "all": function(name) { call throws(Fault) in .bool(try !search(call, for: false)) }
        case "iter": function(name, iterator)
        case "next": function(name, next)
        default: nil
        }
    }

    private static func sum(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["iterable", "start"], required: 1)
        if case .string? = arguments[1] {
            throw Fault.python(.type, "sum() can't sum strings [use ''.join(seq) instead]")
        }
        let iterator = try call.summands(arguments[0] ?? .none)
        var total = arguments[1] ?? .int(0)
        var isFirst = arguments[1] == nil
        while let item = try iterator.next() {
            try call.interpreter.step()
            if isFirst, case .string = item {
                throw Fault(
                    .type, "sum() does not join strings; use ''.join(…)",
                    python: "unsupported operand type(s) for +: 'int' and 'str'")
            }
            // Gradients add up, but 0 is none.
            if isFirst, case .gradients = item {
                total = item
            } else {
                total = try call.interpreter.binary(.add, total, item)
            }
            isFirst = false
        }
        return total
    }

    private static func extreme(_ call: Call, isMaximum: Bool) throws(Fault) -> Value {
        let (named, interpreter) = (call.named, call.interpreter)
        for argument in named where argument.name != "key" && argument.name != "default" {
            throw Fault(
                .type, "\(call.function)() has no argument '\(argument.name)'", at: argument.range,
                python: "'\(argument.name)' is an invalid keyword argument for \(call.function)()")
        }
        if call.placed.isEmpty {
            throw Fault(
                .type, "\(call.function)() needs something to compare",
                python: "\(call.function) expected at least 1 argument, got 0")
        }
        if call.placed.count > 1, named.contains(where: { $0.name == "default" }) {
            throw Fault.python(
                .type, "Cannot specify a default for \(call.function)() with multiple positional arguments")
        }
        let items = call.placed.count == 1 ? try interpreter.itemsInAnyOrder(of: call.placed[0]) : call.placed
        try interpreter.step(items.count * 8)
        let key = named.first { $0.name == "key" }?.value
        var isSet = false
        if call.placed.count == 1, case .set = call.placed[0] { isSet = true }
        var best: (value: Value, rank: Value, hasEqual: Bool)?
        for item in items {
            let rank = try interpreter.rank(of: item, by: key)
            guard let current = best else {
                best = (item, rank, false)
                continue
            }
            let relation = isMaximum ? Relation.greater : .less
            if try interpreter.truth(interpreter.compare(relation, rank, current.rank)) {
                best = (item, rank, false)
            } else if isSet, try !interpreter.truth(interpreter.compare(relation, current.rank, rank)) {
                best?.hasEqual = true
            }
        }
        if let best {
            if !best.hasEqual { return best.value }
            throw Fault.outside(
                .value, "several members of the set rank equally; which of them comes first is not defined")
        }
        if let absent = named.first(where: { $0.name == "default" }) { return absent.value }
        throw Fault(
            .value, "\(call.function)() of nothing", python: "\(call.function)() arg is an empty sequence")
    }

    private static func sorted(_ call: Call) throws(Fault) -> Value {
        if call.placed.count > 1 {
            throw Fault(
                .type, "sorted() takes 'key' and 'reverse' by name",
                python: "sorted expected 1 argument, got \(call.placed.count)")
        }
        let arguments = try call.bound(["iterable", "key", "reverse"], required: 1)
        if case .set(let set)? = arguments[0] {
            return .list(
                of: try call.interpreter.sortedMembers(set.members, key: arguments[1], reverse: arguments[2]))
        }
        let items = try call.interpreter.items(of: arguments[0] ?? .none)
        return .list(of: try call.interpreter.sorted(items, key: arguments[1], reverse: arguments[2]))
    }

    /// Whether an item of the wanted truth exists.
    private static func search(_ call: Call, for wanted: Bool) throws(Fault) -> Bool {
        let value = try call.exactly(1)[0]
        if case .set(let set) = value {
            for member in set.members {
                if try call.interpreter.truth(member) == wanted { return true }
            }
            return false
        }
        let iterator = try call.interpreter.iterator(over: value)
        while let item = try iterator.next() {
            try call.interpreter.step()
            if try call.interpreter.truth(item) == wanted { return true }
        }
        return false
    }

    private static func iterator(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.positional(["object", "sentinel"], required: 1)
        guard let sentinel = arguments[1] else {
            return .iterator(try call.interpreter.iterator(over: arguments[0] ?? .none))
        }
        let (interpreter, callee) = (call.interpreter, arguments[0] ?? .none)
        var isOver = false
        return .iterator(
            IteratorObject("callable_iterator") { () throws(Fault) in
                if isOver { return nil }
                let value = try interpreter.call(callee, [])
                isOver = try interpreter.isMember(sentinel, value)
                return isOver ? nil : value
            })
    }

    /// The next item of an object with `__next__`; nil when it has no such method.
    private static func nextItem(of value: Value, _ absent: Value?, _ call: Call) throws(Fault) -> Value? {
        guard let absent else { return try call.interpreter.special("__next__", value) }
        guard call.interpreter.hasSpecial("__next__", value) else { return nil }
        return try call.interpreter.next(of: value) ?? absent
    }

    private static func next(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.positional(["iterator", "default"], required: 1)
        if let value = arguments[0], value.isObject, let item = try nextItem(of: value, arguments[1], call) {
            return item
        }
        guard case .iterator(let iterator)? = arguments[0] else {
            let value = arguments[0] ?? .none
            throw Fault(
                .type, "next() takes an iterator, not \(value.typeWithArticle); make one with iter(…)",
                python: "'\(value.pythonTypeName)' object is not an iterator")
        }
        if let item = try iterator.next() ?? arguments[1] { return item }
        throw Fault(.stopIteration, "the iterator has no further item", python: "")
    }
}

extension Call {
    /// What `sum` adds: the members of a set only when their sum is the same in every order.
    fileprivate func summands(_ value: Value) throws(Fault) -> IteratorObject {
        guard case .set(let set) = value, set.count > 1 else { return try interpreter.iterator(over: value) }
        for member in set.members {
            guard member.index != nil else {
                throw Fault.outside(
                    .value, "the sum of these members depends on their order, and a set has none; write sum(sorted(…))")
            }
        }
        return try interpreter.iterator(over: .tuple(set.members))
    }
}
