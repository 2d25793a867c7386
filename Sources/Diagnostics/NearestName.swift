/// The known name nearest to a misspelt one, or nil when none is near enough to be meant.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment); a name is
/// near when it differs in at most a third of its letters, rounded up. Letter case counts for nothing but breaks ties, and
/// of equally near names the first in `known` wins.
public func nearestName(to written: String, in known: some Sequence<String>) -> String? {
    let target = Array(written.utf8)
    let folded = target.map(lowercased)
    var best: (name: String, distance: Int)?
    for name in known where name != written {
        let candidate = Array(name.utf8)
        let limit = (max(target.count, candidate.count) + 2) / 3
        guard abs(candidate.count - target.count) <= limit else { continue }
        let distance =
            2 * editDistance(folded, candidate.map(lowercased)) + (candidate.map(lowercased) == folded ? 1 : 0)
        if distance <= 2 * limit, distance < 2 * max(target.count, candidate.count),
            best.map({ distance < $0.distance }) ?? true
        {
            best = (name, distance)
        }
    }
    return best?.name
}

private func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var twoBack = [Int](repeating: 0, count: b.count + 1)
    var back = Array(0...b.count)
    for i in 0..<a.count {
        var row = [i + 1]
        for j in 0..<b.count {
            var cost = min(back[j + 1] + 1, row[j] + 1, back[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
            row.append(cost)
        }
        twoBack = back
        back = row
    }
    return back[b.count]
}
