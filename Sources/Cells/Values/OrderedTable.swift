/// Entries found by a key, in the order in which the keys came.
///
/// A removed entry leaves a hole, so that the others keep their places; when holes outnumber entries they are squeezed out.
/// Finding, adding and removing take constant time on average.
struct OrderedTable<Entry> {
    private var slots: [(key: HashKey, entry: Entry)?] = []
    /// Where the entries stand among the slots.
    private var places = PlaceTable()
    /// No slot before this one has an entry.
    private var first = 0

    /// Changes whenever a key comes or goes.
    private(set) var keyEpoch = 0

    var count: Int { places.count }
    var isEmpty: Bool { places.count == 0 }

    func contains(_ key: HashKey) -> Bool { place(of: key, key.shortHash) != nil }

    /// The entry of a key.
    subscript(key: HashKey) -> Entry? {
        place(of: key, key.shortHash).flatMap { slots[$0]?.entry }
    }

    /// Replaces the entry of a key in its place, or adds one at the end.
    ///
    /// - Parameter merged: the new entry, from the one that is there.
    mutating func set(_ key: HashKey, _ merged: (Entry?) -> Entry) {
        let hash = key.shortHash
        if let place = place(of: key, hash) {
            slots[place] = (key, merged(slots[place]?.entry))
        } else {
            keyEpoch &+= 1
            places.add(slots.count, hash)
            slots.append((key, merged(nil)))
        }
    }

    /// Removes an entry and gives it; nil when there is none.
    mutating func remove(_ key: HashKey) -> Entry? {
        let hash = key.shortHash
        guard let place = place(of: key, hash) else { return nil }
        keyEpoch &+= 1
        let entry = slots[place]?.entry
        places.remove(place, hash)
        slots[place] = nil
        while case .some(.none) = slots.last { slots.removeLast() }
        while first < slots.count, slots[first] == nil { first += 1 }
        if slots.count > 16, slots.count > 2 * places.count { squeeze() }
        return entry
    }

    /// Removes the entry that came last.
    mutating func removeLast() -> Entry? {
        guard let last = slots.last, let slot = last else { return nil }
        return remove(slot.key)
    }

    mutating func removeAll() {
        keyEpoch &+= 1
        slots = []
        places = PlaceTable()
        first = 0
    }

    private func place(of key: HashKey, _ hash: UInt32) -> Int? {
        places.find(hash) { place in slots[place]?.key == key }
    }

    private mutating func squeeze() {
        var moved: [Int] = []
        moved.reserveCapacity(slots.count)
        var kept = 0
        for slot in slots {
            moved.append(kept)
            if slot != nil { kept += 1 }
        }
        places.move(to: moved)
        slots = slots.filter { $0 != nil }
        first = 0
    }

    /// The first entry at or after a place among the slots, and the place behind it; nil at the end.
    func entry(from place: Int) -> (entry: Entry, next: Int)? {
        var place = max(place, first)
        while place < slots.count {
            if let slot = slots[place] { return (slot.entry, place + 1) }
            place += 1
        }
        return nil
    }

    var entries: [Entry] { slots.compactMap { $0?.entry } }
    var keyedEntries: [(key: HashKey, entry: Entry)] { slots.compactMap { $0 } }

    /// Another entry under every key.
    func mapEntries(_ transform: (Entry) -> Entry) -> OrderedTable {
        var mapped = self
        for place in slots.indices {
            if let slot = slots[place] { mapped.slots[place] = (slot.key, transform(slot.entry)) }
        }
        return mapped
    }
}

extension HashKey {
    fileprivate var shortHash: UInt32 { UInt32(truncatingIfNeeded: hashValue) }
}
