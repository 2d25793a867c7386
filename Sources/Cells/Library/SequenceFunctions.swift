extension Builtins {
    /// `len sum min max sorted reversed zip enumerate any all range`
    static func sequenceFunction(_ name: String) -> Value? {
        switch name {
        case "len":
            function(name) { call throws(Fault) in .int(try call.interpreter.length(of: try call.exactly(1)[0])) }
        case "sum": function(name, sum)
        case "min": function(name) { call throws(Fault) in try extreme(call, isMaximum: false) }
        case "max": function(name) { call throws(Fault) in try extreme(call, isMaximum: true) }
        case "sorted": function(name, sorted)
        case "reversed": function(name, reversed)
        case "zip": function(name, zip)
        case "enumerate": function(name, enumerate)
        case "any": function(name) { call throws(Fault) in .bool(try search(call, for: true)) }
        case "all": function(name) { call throws(Fault) in .bool(try !search(call, for: false)) }
        case "range": function(name, range)
        default: nil
        }
    }

    private static func sum(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["iterable", "start"], required: 1)
        let iterator = try call.interpreter.iterator(over: arguments[0] ?? .none)
        var total = arguments[1] ?? .int(0)
        var isFirst = arguments[1] == nil
        while let item = try iterator.next() {
            try call.interpreter.step()
            if case .string = item { throw Fault(.type, "sum() does not join strings; use ''.join(…)") }
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
            throw Fault(.type, "\(call.function)() has no argument '\(argument.name)'", at: argument.range)
        }
        if call.placed.isEmpty { throw Fault(.type, "\(call.function)() needs something to compare") }
        let items = call.placed.count == 1 ? try interpreter.items(of: call.placed[0]) : call.placed
        let key = named.first { $0.name == "key" }?.value
        var best: (value: Value, key: Value)?
        for item in items {
            let rank = try apply(key, to: item, call)
            guard let current = best else {
                best = (item, rank)
                continue
            }
            let isBetter = try interpreter.compare(isMaximum ? .greater : .less, rank, current.key)
            if try interpreter.truth(isBetter) { best = (item, rank) }
        }
        if let best { return best.value }
        if let absent = named.first(where: { $0.name == "default" }) { return absent.value }
        throw Fault(.value, "\(call.function)() of nothing")
    }

    /// A `key` function applied to an item; the item itself without one.
    private static func apply(_ key: Value?, to item: Value, _ call: Call) throws(Fault) -> Value {
        guard let key, !key.isNone else { return item }
        guard case .function(let function) = key else {
            throw Fault(.type, "'key' is a function, not a '\(key.typeName)'")
        }
        return try function.body(
            Call(function: function.name, placed: [item], named: [], interpreter: call.interpreter))
    }

    private static func sorted(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["iterable", "key", "reverse"], required: 1)
        let items = try call.interpreter.items(of: arguments[0] ?? .none)
        var isReversed = false
        if let reverse = arguments[2] { isReversed = try call.interpreter.truth(reverse) }
        var ranked: [(key: Value, item: Value)] = []
        for item in items { ranked.append((try apply(arguments[1], to: item, call), item)) }
        let result = try mergeSorted(ranked) { (a, b) throws(Fault) in
            let relation = isReversed ? Relation.greater : .less
            return try call.interpreter.truth(try call.interpreter.compare(relation, a.key, b.key))
        }
        return .list(of: result.map { $0.item })
    }

    /// A stable sort; `precedes` may fail.
    private static func mergeSorted<Item>(
        _ items: [Item], _ precedes: (Item, Item) throws(Fault) -> Bool
    ) throws(Fault) -> [Item] {
        var source = items
        var width = 1
        while width < items.count {
            var merged: [Item] = []
            merged.reserveCapacity(items.count)
            var start = 0
            while start < items.count {
                var (left, right) = (start, min(start + width, items.count))
                let (middle, end) = (right, min(start + 2 * width, items.count))
                while left < middle || right < end {
                    let takesRight: Bool
                    if left == middle {
                        takesRight = true
                    } else if right == end {
                        takesRight = false
                    } else {
                        takesRight = try precedes(source[right], source[left])
                    }
                    merged.append(source[takesRight ? right : left])
                    if takesRight { right += 1 } else { left += 1 }
                }
                start = end
            }
            source = merged
            width *= 2
        }
        return source
    }

    private static func reversed(_ call: Call) throws(Fault) -> Value {
        let value = try call.exactly(1)[0]
        if case .iterator = value { throw Fault(.type, "a '\(value.typeName)' cannot be walked backwards") }
        let items = try call.interpreter.items(of: value)
        var left = items.count
        return .iterator(
            IteratorObject("reversed") { () throws(Fault) in
                if left == 0 { return nil }
                left -= 1
                return items[left]
            })
    }

    private static func zip(_ call: Call) throws(Fault) -> Value {
        var isStrict = false
        for argument in call.named {
            if argument.name != "strict" {
                throw Fault(.type, "zip() has no argument '\(argument.name)'", at: argument.range)
            }
            isStrict = try call.interpreter.truth(argument.value)
        }
        var iterators: [IteratorObject] = []
        for value in call.placed { iterators.append(try call.interpreter.iterator(over: value)) }
        return .iterator(
            IteratorObject("zip") { [isStrict, iterators] () throws(Fault) in
                if iterators.isEmpty { return nil }
                var items: [Value] = []
                for iterator in iterators {
                    if let item = try iterator.next() { items.append(item) } else { break }
                }
                if items.count == iterators.count { return .tuple(items) }
                let hasRest = isStrict && items.isEmpty ? try iterators.dropFirst().containsItem() : !items.isEmpty
                if isStrict, hasRest {
                    throw Fault(.value, "zip() of sequences of different lengths")
                }
                return nil
            })
    }

    private static func enumerate(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["iterable", "start"], required: 1)
        let iterator = try call.interpreter.iterator(over: arguments[0] ?? .none)
        var count: Int64 = 0
        if let start = arguments[1] {
            guard let index = start.index else {
                throw Fault(.type, "'start' is a whole number, not a '\(start.typeName)'")
            }
            count = index
        }
        return .iterator(
            IteratorObject("enumerate") { () throws(Fault) in
                guard let item = try iterator.next() else { return nil }
                let (next, overflow) = count.addingReportingOverflow(1)
                if overflow { throw Arithmetic.tooLarge }
                defer { count = next }
                return .tuple([.int(count), item])
            })
    }

    /// Whether an item of the wanted truth exists.
    private static func search(_ call: Call, for wanted: Bool) throws(Fault) -> Bool {
        let iterator = try call.interpreter.iterator(over: try call.exactly(1)[0])
        while let item = try iterator.next() {
            try call.interpreter.step()
            if try call.interpreter.truth(item) == wanted { return true }
        }
        return false
    }

    private static func range(_ call: Call) throws(Fault) -> Value {
        try call.refuseNames()
        let numbers = try call.placed.wholeNumbers("range")
        guard (1...3).contains(numbers.count) else {
            throw Fault(.type, "range() takes 1 to 3 whole numbers, but \(numbers.count) are given")
        }
        let (start, stop) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
        let step = numbers.count == 3 ? numbers[2] : 1
        if step == 0 { throw Fault(.value, "the step of a range cannot be 0") }
        guard let range = RangeValue(start, stop, step) else { throw Fault(.overflow, "this range is too long") }
        return .range(range)
    }
}

extension Sequence where Element == IteratorObject {
    /// Whether any of the iterators has a further item.
    fileprivate func containsItem() throws(Fault) -> Bool {
        for iterator in self {
            if try iterator.next() != nil { return true }
        }
        return false
    }
}
