/// Places found by a hash: a table with open addresses, in which the next free cell is taken.
///
/// A cell is a hash and a place in 64 bits, so growing asks no key again, and most keys that differ are told apart without
/// being looked at. A third of the cells stays free.
struct PlaceTable {
    private(set) var count = 0
    private var cells: [UInt64] = []

    private static let free = UInt64.max

    /// The place with a hash that `isWanted`; nil when there is none.
    func find(_ hash: UInt32, _ isWanted: (Int) -> Bool) -> Int? {
        if cells.isEmpty { return nil }
        var index = home(of: hash)
        while cells[index] != PlaceTable.free {
            if UInt32(cells[index] >> 32) == hash, isWanted(place(in: index)) { return place(in: index) }
            index = self.index(after: index)
        }
        return nil
    }

    /// Adds a place that is not there.
    mutating func add(_ place: Int, _ hash: UInt32) {
        if 3 * (count + 1) > 2 * cells.count { grow() }
        put(UInt64(hash) << 32 | UInt64(place))
        count += 1
    }

    /// Removes a place that is there, and closes the gap: whatever stands behind its home moves up.
    mutating func remove(_ place: Int, _ hash: UInt32) {
        var gap = home(of: hash)
        while cells[gap] != UInt64(hash) << 32 | UInt64(place) { gap = self.index(after: gap) }
        var index = self.index(after: gap)
        while cells[index] != PlaceTable.free {
            let way = distance(from: home(of: UInt32(cells[index] >> 32)), to: index)
            if way >= distance(from: gap, to: index) {
                cells[gap] = cells[index]
                gap = index
            }
            index = self.index(after: index)
        }
        cells[gap] = PlaceTable.free
        count -= 1
    }

    /// Gives every place a new number.
    mutating func move(to numbers: [Int]) {
        for index in cells.indices where cells[index] != PlaceTable.free {
            cells[index] = (cells[index] & ~0xFFFF_FFFF) | UInt64(numbers[place(in: index)])
        }
    }

    private mutating func grow() {
        let old = cells
        cells = Array(repeating: PlaceTable.free, count: max(8, 2 * old.count))
        for cell in old where cell != PlaceTable.free { put(cell) }
    }

    private mutating func put(_ cell: UInt64) {
        var index = home(of: UInt32(cell >> 32))
        while cells[index] != PlaceTable.free { index = self.index(after: index) }
        cells[index] = cell
    }

    private func place(in index: Int) -> Int { Int(cells[index] & 0xFFFF_FFFF) }

    // The number of cells is a power of two.
    private func home(of hash: UInt32) -> Int { Int(truncatingIfNeeded: hash) & (cells.count - 1) }
    private func index(after index: Int) -> Int { (index + 1) & (cells.count - 1) }
    private func distance(from home: Int, to index: Int) -> Int { (index - home) & (cells.count - 1) }
}
