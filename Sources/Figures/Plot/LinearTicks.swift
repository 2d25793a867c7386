import Tensors

/// The nicest ticks of a linear axis.
///
/// Maximises `0.25·simplicity + 0.2·coverage + 0.5·density + 0.05·legibility` over all steps `j·q·10^z`. Of legibility only
/// the length of the labels is left to choose: steps of 2.5 take a digit more than the others and score 0, those 1.
/// - Source: Talbot, Lin, Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes", 2010.
struct LinearTicks {
    var low: Double
    var high: Double
    /// How many ticks would be best.
    var wanted: Int
    /// Whether the ticks must reach around the range.
    var loose: Bool
    /// The least power of ten the ticks may be multiples of.
    var leastExponent = Int.min

    /// Ten times the steps, the nicest first.
    private static let steps = [10, 50, 20, 25, 40, 30]
    private var best: (score: Double, mantissas: [Int64], exponent: Int) = (-2, [], 0)

    /// - Precondition: `low` < `high`, both finite, and not closer than their own rounding.
    /// - Parameter whole: whether only whole numbers are ticks; `high − low` is then 2 or more.
    static func ticks(
        from low: Double, to high: Double, wanted: Int, loose: Bool, whole: Bool = false
    ) -> [Tick] {
        precondition(low < high && low.isFinite && high.isFinite, "an axis has a length")
        // Near the largest and the smallest numbers the search runs on numbers near 1 instead.
        let power = Int(Double.log10(max(low.magnitude, high.magnitude)).rounded(.down))
        let shift = power.magnitude > 200 ? power : 0
        var search = LinearTicks(
            low: Tick.scaled(low, byPower: -shift), high: Tick.scaled(high, byPower: -shift), wanted: max(2, wanted),
            loose: loose)
        if whole { search.leastExponent = -shift }
        search.run()
        return Tick.series(search.best.mantissas, exponent: search.best.exponent + shift)
    }

    private init(low: Double, high: Double, wanted: Int, loose: Bool) {
        self.low = low
        self.high = high
        self.wanted = wanted
        self.loose = loose
    }

    private mutating func run() {
        for skip in 1...20 {
            for (rank, step) in Self.steps.enumerated() {
                let simplest = simplicity(rank: rank, skip: skip, includesZero: true)
                if score(simplest, 1, 1, step: step) < best.score { return }
                for count in 2...60 {
                    let densest = count >= wanted ? 2 - Double(count - 1) / Double(wanted - 1) : 1
                    if score(simplest, 1, densest, step: step) < best.score { break }
                    search(rank: rank, step: step, skip: skip, count: count, bound: (simplest, densest))
                }
            }
        }
    }

    /// All powers of ten and starts for `count` ticks, `skip · step` apart.
    private mutating func search(rank: Int, step: Int, skip: Int, count: Int, bound: (Double, Double)) {
        let quotient = (high - low) / Double(count + 1) / Double(skip * step)
        var exponent = Int(Double.log10(quotient).rounded(.up))
        let last = exponent + 3
        while exponent < last {
            let unit = Tick.value(Int64(step), exponent: exponent)
            let length = unit * Double(skip * (count - 1))
            let widest = length > high - low ? coverage(overhang: (length - (high - low)) / 2) : 1
            if score(bound.0, widest, bound.1, step: step) < best.score { return }
            let first = (Int64((high / (unit * Double(skip))).rounded(.down)) - Int64(count - 1)) * Int64(skip)
            let final = Int64((low / (unit * Double(skip))).rounded(.up)) * Int64(skip)
            if first <= final {
                for start in first...final {
                    consider(start, rank: rank, step: step, skip: skip, count: count, exponent: exponent)
                }
            }
            exponent += 1
        }
    }

    private mutating func consider(_ start: Int64, rank: Int, step: Int, skip: Int, count: Int, exponent: Int) {
        let mantissas = (0..<count).map { (start + Int64($0 * skip)) * Int64(step) }
        if exponent < leastExponent, !areWhole(mantissas, places: leastExponent - exponent) { return }
        let bottom = Tick.value(mantissas[0], exponent: exponent)
        let top = Tick.value(mantissas[count - 1], exponent: exponent)
        if loose && (bottom > low || top < high) { return }
        // Ticks beside a picture that ends at the data would be none.
        let rounding = 1e-9 * (high - low)
        if !loose && (bottom < low - rounding || top > high + rounding) { return }
        // An axis through zero says so.
        if bottom < 0, top > 0, start % Int64(skip) != 0 { return }
        let hasZero = start % Int64(skip) == 0 && bottom <= 0 && top >= 0
        let ratio = Double(count - 1) / (top - bottom) / (Double(wanted - 1) / (max(top, high) - min(bottom, low)))
        let total = score(
            simplicity(rank: rank, skip: skip, includesZero: hasZero),
            1 - 0.5 * (square(high - top) + square(low - bottom)) / square(0.1 * (high - low)),
            2 - max(ratio, 1 / ratio), step: step)
        if total > best.score { best = (total, mantissas, exponent) }
    }

    /// Whether the last `places` digits of all mantissas are zeros.
    private func areWhole(_ mantissas: [Int64], places: Int) -> Bool {
        var unit: Int64 = 1
        for _ in 0..<min(places, 17) { unit *= 10 }
        return mantissas.allSatisfy { $0 % unit == 0 }
    }

    private func simplicity(rank: Int, skip: Int, includesZero: Bool) -> Double {
        1 - Double(rank) / Double(Self.steps.count - 1) - Double(skip) + (includesZero ? 1 : 0)
    }

    private func coverage(overhang: Double) -> Double { 1 - square(overhang) / square(0.1 * (high - low)) }

    private func score(_ simplicity: Double, _ coverage: Double, _ density: Double, step: Int) -> Double {
        0.25 * simplicity + 0.2 * coverage + 0.5 * density + (step % 10 == 0 ? 0.05 : 0)
    }

    private func square(_ x: Double) -> Double { x * x }
}
