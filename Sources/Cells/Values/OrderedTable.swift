/// Entries found by a key, in the order in which the keys came.
///
/// A removed entry leaves a hole, so that the others keep their places; when holes outnumber entries they are squeezed out.
/// Finding, adding and removing take constant time on average.
struct OrderedTable<Entry> {
    private var slots: [(key: HashKey, entry: Entry)?] = []
    private var places: [HashKey: Int] = [:]

    /// Changes whenever a key comes or goes.
    private(set) var keyEpoch = 0

    var count: Int { places.count }
    var isEmpty: Bool { places.isEmpty }

    func contains(_ key: HashKey) -> Bool { places[key] != nil }

    /// The entry of a key; setting replaces it in its place or adds it at the end.
    subscript(key: HashKey) -> Entry? {
        places[key].flatMap { slots[$0]?.entry }
    }

    mutating func set(_ key: HashKey, _ entry: Entry) {
        if let place = places[key] {
            slots[place] = (key, entry)
        } else {
            keyEpoch &+= 1
            places[key] = slots.count
            slots.append((key, entry))
        }
    }

    /// Removes an entry and gives it; nil when there is none.
    mutating func remove(_ key: HashKey) -> Entry? {
        guard let place = places.removeValue(forKey: key) else { return nil }
        keyEpoch &+= 1
        let entry = slots[place]?.entry
        slots[place] = nil
        while case .some(.none) = slots.last { slots.removeLast() }
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
        places = [:]
    }

    private mutating func squeeze() {
        slots = slots.filter { $0 != nil }
        for (place, slot) in slots.enumerated() {
            if let slot { places[slot.key] = place }
        }
    }

    /// The first entry at or after a place among the slots, and the place behind it; nil at the end.
    func entry(from place: Int) -> (entry: Entry, next: Int)? {
        var place = place
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
