/// The methods of lists, and the two that tuples and ranges have too.
enum ListMethod: String, CaseIterable {
    case append, clear, copy, count, extend, index, insert, pop, remove, reverse, sort

    static let ofTuples = [ListMethod.count, .index]

    func call(on list: ListObject, _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch self {
        case .append:
            let item = try call.exactly(1)[0]
            try interpreter.makeItem(item)
            list.items.append(item)
        case .clear:
            _ = try call.exactly(0)
            list.items = []
        case .copy:
            _ = try call.exactly(0)
            try interpreter.make(list.items.count)
            return .list(of: list.items)
        case .extend:
            let items = try interpreter.items(of: try call.exactly(1)[0])
            try interpreter.make(items.count)
            list.items += items
        case .insert:
            let arguments = try call.exactly(2)
            let place = try call.index(arguments[0])
            try interpreter.makeItem(arguments[1])
            try interpreter.step(list.items.count / 16)
            let fromEnd = place < 0 ? max(place + Int64(list.items.count), 0) : place
            list.items.insert(arguments[1], at: min(Int(clamping: fromEnd), list.items.count))
        case .pop: return try pop(list, call)
        case .remove:
            let wanted = try call.exactly(1)[0]
            guard let place = try interpreter.place(of: wanted, in: list.items, from: 0..<list.items.count) else {
                throw Fault(
                    .value, "\(try interpreter.repr(wanted)) is not among the items",
                    python: "list.remove(x): x not in list")
            }
            list.items.remove(at: place)
        case .reverse:
            _ = try call.exactly(0)
            try interpreter.step(list.items.count / 4)
            list.items.reverse()
        case .sort:
            try call.refusePlaced()
            let arguments = try call.bound(["key", "reverse"], required: 0)
            var items = list.items
            // What a key or comparison puts into the list meanwhile is lost.
            list.items = []
            defer { list.items = items }
            try interpreter.sort(&items, key: arguments[0], reverse: arguments[1])
            if !list.items.isEmpty { throw Fault.python(.value, "list modified during sort") }
        case .count, .index: return try search(list.items, "list", call)
        }
        return .none
    }

    private func pop(_ list: ListObject, _ call: Call) throws(Fault) -> Value {
        let given = try call.positional(["index"], required: 0)[0] ?? .int(-1)
        let index = try call.index(given)
        if list.items.isEmpty { throw Fault.python(.index, "pop from empty list") }
        let place = index < 0 ? index + Int64(list.items.count) : index
        guard place >= 0, place < list.items.count else {
            throw Fault(
                .index, "index \(index) is out of range: the list ends at \(list.items.count - 1)",
                python: "pop index out of range")
        }
        try call.interpreter.step((list.items.count - Int(place)) / 16)
        return list.items.remove(at: Int(place))
    }

    /// `count` and `index`.
    func search(_ items: [Value], _ type: String, _ call: Call) throws(Fault) -> Value {
        if self == .count {
            let wanted = try call.exactly(1)[0]
            var count = 0
            for item in items {
                if try call.interpreter.isMember(wanted, item) { count += 1 }
            }
            return .count(count)
        }
        let arguments = try call.positional(["value", "start", "stop"], required: 1)
        let (wanted, span) = (arguments[0] ?? .none, try call.span(arguments[1], arguments[2], of: items.count))
        if let span, let place = try call.interpreter.place(of: wanted, in: items, from: span) { return .count(place) }
        let shown = try call.interpreter.repr(wanted)
        throw Fault(
            .value, "\(shown) is not among the items",
            python: type == "tuple" ? "tuple.index(x): x not in tuple" : "\(shown) is not in \(type)")
    }
}

extension Interpreter {
    /// Where the first item equal to `wanted` stands.
    func place(of wanted: Value, in items: [Value], from places: Range<Int>) throws(Fault) -> Int? {
        for place in places {
            if try isMember(wanted, items[place]) { return place }
        }
        return nil
    }

    /// Whether an item is the one that is looked for: the same or an equal one.
    func isMember(_ wanted: Value, _ item: Value) throws(Fault) -> Bool {
        isSame(item, wanted) ? true : try isEqual(item, wanted)
    }
}

extension Call {
    /// Arguments behind the first `count` are given by name.
    func refusePlaced(after count: Int = 0) throws(Fault) {
        if placed.count <= count { return }
        let name = function.split(separator: ".").last.map { String($0) } ?? function
        throw Fault(
            .type, "\(function)() takes \(count == 0 ? "all" : "further") arguments by name",
            python: count == 0
                ? "\(name)() takes no positional arguments"
                : "\(name)() takes exactly \(count) positional argument\(count == 1 ? "" : "s") (\(placed.count) given)"
        )
    }
}
