/// The known name nearest to a misspelt one, or nil when none is near enough to be meant.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment). What is
/// written may differ in one letter when it has up to 4, in two up to 7, and in a third of the longer name beyond, rounded
/// up; a single letter in nothing, and two of them not by a replacement. The case of ASCII letters counts for nothing but
/// breaks ties; of names that are near alike the first in `known` wins.
public func nearestName(to written: String, in known: some Sequence<String>) -> String? {
    let target = Array(written.unicodeScalars)
    let folded = target.map(lowercased)
    var best: (name: String, distance: Int, withCase: Int)?
    for name in known where name != written {
        let candidate = Array(name.unicodeScalars)
        let limit = largestDistance(target.count, candidate.count)
        guard abs(candidate.count - target.count) <= limit else { continue }
        let distance = editDistance(folded, candidate.map(lowercased))
        guard distance <= limit, distance == 0 || mayDiffer(folded, candidate.map(lowercased)) else { continue }
        let withCase = editDistance(target, candidate)
        if let best, (best.distance, best.withCase) <= (distance, withCase) { continue }
        best = (name, distance, withCase)
    }
    return best?.name
}

private func largestDistance(_ written: Int, _ name: Int) -> Int {
    switch written {
    case ...4: 1
    case ...7: 2
    default: (max(written, name) + 2) / 3
    }
}

/// Whether a difference leaves enough of what was written to tell what was meant.
private func mayDiffer(_ written: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    written.count > 2 || written.count == 2 && name.count != 2 || written.sorted() == name.sorted()
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
