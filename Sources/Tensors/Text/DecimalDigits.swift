/// A number ≥ 0 as decimal digits: `0.d₀d₁d₂… · 10^point`.
///
/// No digit is kept that says nothing: the first and the last are not 0, and zero has none.
public struct DecimalDigits: Hashable, Sendable {
    /// Values from 0 to 9.
    public private(set) var digits: [UInt8]
    /// Where the decimal point stands, counted from before the first digit.
    public private(set) var point: Int

    /// Strips zeros at both ends.
    public init(digits: [UInt8], point: Int) {
        let leading = digits.prefix { $0 == 0 }.count
        var kept = Array(digits.dropFirst(leading))
        while kept.last == 0 { kept.removeLast() }
        self.digits = kept
        self.point = kept.isEmpty ? 0 : point - leading
    }

    public var isZero: Bool { digits.isEmpty }

    /// The exponent in scientific notation; 0 for zero.
    public var exponent: Int { isZero ? 0 : point - 1 }

    /// The exact value of `|x|`, up to 767 digits.
    ///
    /// - Precondition: `x` is finite.
    public init(exactly x: Double) {
        precondition(x.isFinite, "only a finite number has a decimal expansion")
        let (significand, exponent) = DecimalDigits.binaryParts(x)
        self.init(significand: significand, exponent: exponent)
    }

    /// The exact value of `significand · 2^exponent`.
    init(significand: UInt64, exponent: Int) {
        let spare = significand == 0 ? 0 : min(significand.trailingZeroBitCount, max(0, -exponent))
        let places = max(0, -exponent - spare)
        var big = BigInteger(significand >> UInt64(spare))
        big.multiply(byFiveToThe: places)  // n / 2^p = n · 5^p / 10^p
        big.shiftLeft(by: max(0, exponent))
        let digits = big.decimalDigits()
        self.init(digits: digits, point: digits.count - places)
    }

    /// A whole number.
    public init(_ n: UInt64) {
        let digits = BigInteger(n).decimalDigits()
        self.init(digits: digits, point: digits.count)
    }

    /// `|x| = significand · 2^exponent` with a whole significand.
    static func binaryParts(_ x: Double) -> (significand: UInt64, exponent: Int) {
        let fraction = x.significandBitPattern
        return x.exponentBitPattern == 0
            ? (fraction, -1074) : (fraction | 1 << 52, Int(x.exponentBitPattern) - 1075)
    }

    /// The nearest number with at most `count` digits; of two equally near ones that with an even last digit.
    public func rounded(toDigits count: Int) -> DecimalDigits {
        guard count < digits.count else { return self }
        guard count >= 0 else { return DecimalDigits(digits: [], point: 0) }
        let tail = digits[count...]
        let isTie = tail.first == 5 && tail.count == 1
        let lastIsOdd = count > 0 && digits[count - 1] % 2 == 1
        let roundsUp = isTie ? lastIsOdd : digits[count] >= 5
        return roundsUp ? increasedPrefix(count) : DecimalDigits(digits: Array(digits[..<count]), point: point)
    }

    /// The nearest number with at most `places` digits after the decimal point, ties to even.
    public func rounded(toPlaces places: Int) -> DecimalDigits {
        rounded(toDigits: point + places)
    }

    /// The first `count` digits and one more in the last of those places.
    func increasedPrefix(_ count: Int) -> DecimalDigits {
        var kept = Array(digits[..<count])
        var i = count - 1
        while i >= 0, kept[i] == 9 {
            kept[i] = 0
            i -= 1
        }
        guard i < 0 else {
            kept[i] += 1
            return DecimalDigits(digits: kept, point: point)
        }
        return DecimalDigits(digits: [1], point: point + 1)
    }

    /// The digit in place `i` after the first, 0 beyond the last and before the first.
    func digit(_ i: Int) -> UInt8 { i >= 0 && i < digits.count ? digits[i] : 0 }

    /// The ASCII digits before and after the point with `places` decimal places; further digits are not shown.
    func plain(places: Int) -> (whole: [UInt8], fraction: [UInt8]) {
        let whole = point > 0 ? (0..<point).map { digit($0) + 0x30 } : [0x30]
        let fraction = (0..<places).map { digit(point + $0) + 0x30 }
        return (whole, fraction)
    }
}

extension DecimalDigits: Comparable {
    public static func < (a: DecimalDigits, b: DecimalDigits) -> Bool {
        if a.isZero || b.isZero { return a.isZero && !b.isZero }
        if a.point != b.point { return a.point < b.point }
        return a.digits.lexicographicallyPrecedes(b.digits)
    }
}
