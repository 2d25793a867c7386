extension Interpreter {
    /// The items in ascending order, equal ones in the order in which they came.
    func sorted(_ items: [Value], key: Value?, reverse: Value?) throws(Fault) -> [Value] {
        var items = items
        try sort(&items, key: key, reverse: reverse)
        return items
    }

    /// Puts items in ascending order; when a comparison fails they are left in the order they have then.
    func sort(_ items: inout [Value], key: Value?, reverse: Value?) throws(Fault) {
        var isReversed = false
        if let reverse { isReversed = try truth(reverse) }
        var ranked = try ranked(items, key: key)
        defer { items = ranked.map { $0.item } }
        try sort(&ranked, isReversed: isReversed)
    }

    /// The members of a set in ascending order.
    ///
    /// - Throws: a fault when some of them are equally ranked, so that the order of the set would show.
    func sortedMembers(_ members: [Value], key: Value?, reverse: Value?) throws(Fault) -> [Value] {
        var isReversed = false
        if let reverse { isReversed = try truth(reverse) }
        var ranked = try ranked(members, key: key)
        try sort(&ranked, isReversed: isReversed)
        for (first, second) in zip(ranked, ranked.dropFirst()) {
            if try !truth(try compare(isReversed ? .greater : .less, first.rank, second.rank)) {
                throw Fault.outside(
                    .value, "members of a set that rank equally have no order; sort them by a further key")
            }
        }
        return ranked.map { $0.item }
    }

    private typealias Ranked = (rank: Value, item: Value)

    private func ranked(_ items: [Value], key: Value?) throws(Fault) -> [Ranked] {
        var ranked: [Ranked] = []
        ranked.reserveCapacity(items.count)
        for item in items { ranked.append((try rank(of: item, by: key), item)) }
        try make(items.count)
        return ranked
    }

    /// Python turns the items round before and after to sort them the other way round, so that equal ones keep their order.
    private func sort(_ ranked: inout [Ranked], isReversed: Bool) throws(Fault) {
        if isReversed { ranked.reverse() }
        defer { if isReversed { ranked.reverse() } }
        if ranked.count < 64 {
            try insertionSort(&ranked)
        } else {
            ranked = try mergeSorted(ranked) { (a, b) throws(Fault) in try precedes(a, b) }
        }
    }

    private func precedes(_ a: Ranked, _ b: Ranked) throws(Fault) -> Bool {
        try truth(try compare(.less, a.rank, b.rank))
    }

    /// Compares just those items, in that order, that Python compares in a short list.
    private func insertionSort(_ items: inout [Ranked]) throws(Fault) {
        if items.count < 2 { return }
        var end = 2
        let isFalling = try precedes(items[1], items[0])
        while end < items.count, try precedes(items[end], items[end - 1]) == isFalling { end += 1 }
        if isFalling { items[..<end].reverse() }
        try step(items.count * items.count / 8)
        for place in end..<items.count {
            var (low, high) = (0, place)
            while low < high {
                let middle = (low + high) / 2
                if try precedes(items[place], items[middle]) { high = middle } else { low = middle + 1 }
            }
            items.insert(items.remove(at: place), at: low)
        }
    }

    /// What a `key` function makes of an item; the item itself without one.
    func rank(of item: Value, by key: Value?) throws(Fault) -> Value {
        guard let key, !key.isNone else { return item }
        return try call(key, [item])
    }

    /// A stable sort; `precedes` may fail.
    private func mergeSorted<Item>(
        _ items: [Item], _ precedes: (Item, Item) throws(Fault) -> Bool
    ) throws(Fault) -> [Item] {
        var source = items
        var width = 1
        while width < items.count {
            var merged: [Item] = []
            merged.reserveCapacity(items.count)
            for start in stride(from: 0, to: items.count, by: 2 * width) {
                var (left, right) = (start, min(start + width, items.count))
                let (middle, end) = (right, min(start + 2 * width, items.count))
                while left < middle, right < end {
                    let takesRight = try precedes(source[right], source[left])
                    merged.append(source[takesRight ? right : left])
                    if takesRight { right += 1 } else { left += 1 }
                }
                merged += source[left..<middle]
                merged += source[right..<end]
            }
            try step(items.count / 4)
            source = merged
            width *= 2
        }
        return source
    }
}
