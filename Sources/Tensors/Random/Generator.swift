/// NumPy's default generator, to the bit: `Generator(seed: s)` gives the stream of `numpy.random.default_rng(s)`.
///
///     var generator = Generator(seed: 0)
///     generator.random()            // 0.6369616873214543
///     generator.standardNormal()
///
/// - Source: O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms for random number
///   generation" (2014), XSL-RR with 128 bits of state, seeded by NumPy's `SeedSequence`.
public struct Generator: RandomNumberGenerator, Sendable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0
    private let incrementHigh: UInt64
    private let incrementLow: UInt64
    /// The upper half of a word whose lower half was used.
    private var spareHalf: UInt32?

    public init(seed: UInt64) {
        self.init(entropy: seed >> 32 == 0 ? [UInt32(seed)] : [UInt32(truncatingIfNeeded: seed), UInt32(seed >> 32)])
    }

    /// A seed of any size in words of 32 bits, the least significant first.
    public init(entropy: [UInt32]) {
        let words = SeedSequence(entropy).state(4)
        incrementHigh = words[2] << 1 | words[3] >> 63
        incrementLow = words[3] << 1 | 1
        step()
        add(words[0], words[1])
        step()
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        step()
        let rotation = high >> 58
        let value = high ^ low
        return value >> rotation | value << ((64 - rotation) & 63)
    }

    /// `state · multiplier + increment` modulo 2¹²⁸.
    private mutating func step() {
        let (multiplierHigh, multiplierLow): (UInt64, UInt64) = (0x2360_ed05_1fc6_5da4, 0x4385_df64_9fcc_f645)
        let product = low.multipliedFullWidth(by: multiplierLow)
        high = product.high &+ high &* multiplierLow &+ low &* multiplierHigh
        low = product.low
        add(incrementHigh, incrementLow)
    }

    private mutating func add(_ otherHigh: UInt64, _ otherLow: UInt64) {
        let (sum, carry) = low.addingReportingOverflow(otherLow)
        low = sum
        high = high &+ otherHigh &+ (carry ? 1 : 0)
    }

    /// The next 32 random bits: first the lower, then the upper half of a word.
    private mutating func nextHalf() -> UInt32 {
        if let half = spareHalf {
            spareHalf = nil
            return half
        }
        let word = next()
        spareHalf = UInt32(word >> 32)
        return UInt32(truncatingIfNeeded: word)
    }

    /// A number in [0, 1), a multiple of 2⁻⁵³.
    public mutating func random() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in [low, high).
    public mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * random() }

    /// A number of the normal distribution with a mean and a standard deviation.
    public mutating func normal(mean: Double = 0, scale: Double) -> Double { mean + scale * standardNormal() }

    /// A number of the standard normal distribution.
    public mutating func standardNormal() -> Double {
        while true {
            let word = next()
            let layer = Int(word & 0xff)
            let place = word >> 9 & 0x000f_ffff_ffff_ffff
            let distance = Double(place) * ZigguratTables.widths[layer]
            let x = word >> 8 & 1 == 1 ? -distance : distance
            if place < ZigguratTables.limits[layer] { return x }
            if layer == 0 { return normalTail(isNegative: place >> 8 & 1 == 1) }
            let (above, below) = (ZigguratTables.heights[layer - 1], ZigguratTables.heights[layer])
            if (above - below) * random() + below < Double.exp(-0.5 * x * x) { return x }
        }
    }

    /// A number beyond the outermost layer, by Marsaglia's method.
    private mutating func normalTail(isNegative: Bool) -> Double {
        let start = 3.6541528853610087963519472518
        while true {
            let x = -0.27366123732975827203338247596 * Double.log1p(-random())
            let y = -Double.log1p(-random())
            if y + y > x * x { return isNegative ? -(start + x) : start + x }
        }
    }

    /// A whole number in 0..<count, each equally likely.
    ///
    /// - Precondition: `count` is positive.
    /// - Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
    public mutating func integer(below count: Int) -> Int {
        precondition(count > 0, "a whole number is drawn from a range that is not empty")
        return Int(truncatingIfNeeded: number(upTo: UInt64(count) - 1))
    }

    /// A whole number in low..<high, each equally likely.
    ///
    /// - Precondition: the range is not empty.
    public mutating func integer(from low: Int, below high: Int) -> Int {
        precondition(low < high, "a whole number is drawn from a range that is not empty")
        let span = UInt64(bitPattern: Int64(high)) &- UInt64(bitPattern: Int64(low)) &- 1
        return low &+ Int(truncatingIfNeeded: number(upTo: span))
    }

    /// A number in 0...largest, each equally likely; from halves of words while 32 bits suffice.
    ///
    /// - Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
    public mutating func number(upTo largest: UInt64) -> UInt64 {
        if largest == 0 { return 0 }
        if largest == .max { return next() }
        let count = largest + 1
        if largest == 0xffff_ffff { return UInt64(nextHalf()) }
        if largest < 0xffff_ffff {
            let threshold = (0xffff_ffff - largest) % count
            while true {
                let product = UInt64(nextHalf()) &* count
                if product & 0xffff_ffff >= threshold { return product >> 32 }
            }
        }
        let threshold = (UInt64.max - largest) % count
        while true {
            let product = next().multipliedFullWidth(by: count)
            if product.low >= threshold { return product.high }
        }
    }

    /// A number in 0...largest by masking bits and rejecting, as NumPy's shuffling draws them.
    private mutating func maskedNumber(upTo largest: Int) -> Int {
        let largest = UInt64(largest)
        let mask = UInt64.max >> UInt64(largest.leadingZeroBitCount)
        while true {
            let word = largest <= 0xffff_ffff ? UInt64(nextHalf()) : next()
            if word & mask <= largest { return Int(word & mask) }
        }
    }

    /// The numbers 0..<count in random order.
    public mutating func permutation(_ count: Int) -> [Int] {
        var numbers = Array(0..<count)
        shuffle(&numbers)
        return numbers
    }

    /// Puts elements in random order, from the last to the second exchanged with one before it or itself.
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for i in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(i, maskedNumber(upTo: i))
        }
    }

    /// `count` different numbers below `population`, each set of them equally likely.
    ///
    /// Few of many by Floyd's algorithm, else the tail of a shuffle that stops when it is long enough.
    /// - Precondition: `count` is not larger than `population`.
    /// - Source: NumPy, `Generator.choice`; Bentley and Floyd, "Programming pearls: a sample of brilliance" (1987).
    public mutating func sample(_ count: Int, of population: Int, shuffles: Bool) -> [Int] {
        if population > 10000, count > population / (shuffles ? 50 : 20) {
            var numbers = Array(0..<population)
            exchange(&numbers, from: max(population - count, 1))
            return Array(numbers[(population - count)...])
        }
        var taken: Set<Int> = []
        var numbers: [Int] = []
        for last in (population - count)..<population {
            let number = Int(number(upTo: UInt64(last)))
            let isNew = taken.insert(number).inserted
            if !isNew { taken.insert(last) }
            numbers.append(isNew ? number : last)
        }
        if shuffles { exchange(&numbers, from: 1) }
        return numbers
    }

    /// Exchanges the elements from the last down to `first` with one before them or themselves.
    private mutating func exchange(_ numbers: inout [Int], from first: Int) {
        for i in stride(from: numbers.count - 1, through: first, by: -1) {
            numbers.swapAt(i, Int(number(upTo: UInt64(i))))
        }
    }
}
