/// The known name nearest to a misspelt one, or nil when none is near enough to be meant.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment); a name is
/// near when it differs in at most a third of its letters, rounded up, and not in all of them. The case of ASCII letters
/// counts for nothing but breaks ties; of names that are near alike the first in `known` wins.
public func nearestName(to written: String, in known: some Sequence<String>) -> String? {
    let target = Array(written.unicodeScalars)
    let folded = target.map(lowercased)
    var best: (name: String, distance: Int, withCase: Int)?
    for name in known where name != written {
        let candidate = Array(name.unicodeScalars)
        let longer = max(target.count, candidate.count)
        let limit = (longer + 2) / 3
        guard abs(candidate.count - target.count) <= limit else { continue }
        let distance = editDistance(folded, candidate.map(lowercased))
        guard distance <= limit, distance < longer else { continue }
        let withCase = editDistance(target, candidate)
        if let best, (best.distance, best.withCase) <= (distance, withCase) { continue }
        best = (name, distance, withCase)
    }
    return best?.name
}

private func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
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
