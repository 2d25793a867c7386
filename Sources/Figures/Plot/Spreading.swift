/// Moves the centres of equal boxes apart, each as little as can be.
enum Spreading {
    /// Centres at least `distance` apart, in the order of the wanted ones, within `range` when they fit into it.
    ///
    /// Boxes that meet move together as one block, whose place is the mean of what its boxes want (pool adjacent violators:
    /// the least sum of squared moves).
    static func spread(_ wanted: [Double], distance: Double, within range: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var blocks: [(sum: Double, count: Int)] = []
        for (rank, index) in order.enumerated() {
            // Without the distances between neighbours, all that is left is to keep the order.
            blocks.append((wanted[index] - Double(rank) * distance, 1))
            while blocks.count > 1, mean(blocks[blocks.count - 2]) > mean(blocks[blocks.count - 1]) {
                let last = blocks.removeLast()
                blocks[blocks.count - 1].sum += last.sum
                blocks[blocks.count - 1].count += last.count
            }
        }
        let highest = max(range.lowerBound, range.upperBound - Double(wanted.count - 1) * distance)
        var result = wanted
        var rank = 0
        for block in blocks {
            let place = min(max(mean(block), range.lowerBound), highest)
            for _ in 0..<block.count {
                result[order[rank]] = place + Double(rank) * distance
                rank += 1
            }
        }
        return result
    }

    private static func mean(_ block: (sum: Double, count: Int)) -> Double { block.sum / Double(block.count) }
}
