extension Interpreter {
    /// The items in ascending order, equal ones in the order in which they came.
    func sorted(_ items: [Value], key: Value?, reverse: Value?) throws(Fault) -> [Value] {
        var isReversed = false
        if let reverse { isReversed = try truth(reverse) }
        return try ranked(items, key: key, isReversed: isReversed).map { $0.item }
    }

    /// The members of a set in ascending order.
    ///
    /// - Throws: a fault when some of them are equally ranked, so that the order of the set would show.
    func sortedMembers(_ members: [Value], key: Value?, reverse: Value?) throws(Fault) -> [Value] {
        var isReversed = false
        if let reverse { isReversed = try truth(reverse) }
        let ranked = try ranked(members, key: key, isReversed: isReversed)
        for (first, second) in zip(ranked, ranked.dropFirst()) {
            if try !truth(try compare(isReversed ? .greater : .less, first.rank, second.rank)) {
                throw Fault(.value, "members of a set that rank equally have no order; sort them by a further key")
            }
        }
        return ranked.map { $0.item }
    }

    private typealias Ranked = (rank: Value, item: Value)

    private func ranked(_ items: [Value], key: Value?, isReversed: Bool) throws(Fault) -> [Ranked] {
        var ranked: [Ranked] = []
        ranked.reserveCapacity(items.count)
        for item in items { ranked.append((try rank(of: item, by: key), item)) }
        try make(items.count)
        return try mergeSorted(ranked) { (a, b) throws(Fault) in
            try truth(try compare(isReversed ? .greater : .less, a.rank, b.rank))
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
