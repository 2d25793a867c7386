// Logarithms. x = 2^e · m with m in [0.7, 1.41); a table of reciprocals c ≈ 1/m with log c in double-double leaves
// r = m·c − 1 below 2⁻⁷, exactly; then log x = e·ln 2 − log c + log(1 + r).
// Source: Tang, "Table-driven implementation of the logarithm function", ACM TOMS 16 (1990).

/// For m in [j/128, (j+1)/128), j in 88...181: a reciprocal c of at most 9 bits, and −log c. Around m = 1 the entry is c = 1.
private let reciprocals: [(c: Double, negativeLog: DoubleDouble)] = (88...181).map { j in
    if j == 127 || j == 128 { return (1, DoubleDouble(0)) }
    let k = Int((256 * 256 / (2 * Double(j) + 1)).rounded(.toNearestOrEven))
    return (Double(k) / 256, -logOfRatio(k, 256))
}

/// `log(p / q)` as `2·artanh((p − q) / (p + q))` in fixed point, for ratios in (0.6, 1.6).
private func logOfRatio(_ p: Int, _ q: Int) -> DoubleDouble {
    let unit = Fixed.one / UInt64(p + q)
    var argument = Fixed.zero
    for _ in 0..<(p - q).magnitude { argument = argument + unit }
    let square = argument * argument
    var sum = Fixed.zero
    for n in stride(from: 61, through: 1, by: -2) {
        sum = sum * square + Fixed.one / UInt64(n)
    }
    let log = (argument * sum).asDoubleDouble.scaled(by: 2)
    return p < q ? -log : log
}

/// `log(high + low)` in double-double for a positive, finite, normal `high`, to about 2⁻⁸⁵ of itself.
func logParts(_ high: Double, _ low: Double = 0) -> DoubleDouble {
    var exponent = high.exponent
    var m = high.significand
    if m >= 1.4140625 {
        m *= 0.5
        exponent += 1
    }
    let rest = low == 0 ? 0 : scale(low, -Int(exponent))
    let entry = reciprocals[Int(m * 128) - 88]
    // c has 9 bits and each half of m at most 27, so both products are exact, and so is the difference.
    let (mh, ml) = DoubleDouble.halves(m)
    var r = DoubleDouble.sum(mh * entry.c - 1, ml * entry.c)
    if rest != 0 { r = r + rest * entry.c }
    return DoubleDouble.ln2 * Double(exponent) + entry.negativeLog + log1pSeries(r)
}

/// `log(1 + r)` in double-double for r > −1, also near 0.
func log1pParts(_ r: DoubleDouble) -> DoubleDouble {
    if r.high.magnitude < 0x1p-7 { return log1pSeries(r) }
    let sum = DoubleDouble.sum(1, r.high)
    return logParts(sum.high, sum.low + r.low)
}

/// `log(1 + r)` for |r| < 2⁻⁶·⁹: the first terms in double-double, the rest, below 2⁻³⁵ of r, in double.
private func log1pSeries(_ r: DoubleDouble) -> DoubleDouble {
    let a = r.high
    let tail = 1 / 7 - a * (1 / 8 - a * (1 / 9 - a * (1 / 10 - a * (1 / 11 - a * (1 / 12 - a * (1 / 13))))))
    var sum = DoubleDouble.sum(-1 / 6, a * tail) + DoubleDouble(0, -0x1.5555555555555p-57)
    sum = sum * r + DoubleDouble(0.2, -0x1.999999999999ap-57)
    sum = sum * r + -0.25
    sum = sum * r + DoubleDouble(0x1.5555555555555p-2, 0x1.5555555555555p-56)
    sum = sum * r + -0.5
    return r + sum * (r * r)
}

extension Double {
    /// The natural logarithm; error below 0.5001 ulp.
    public static func log(_ x: Double) -> Double {
        logarithm(x) { $0 }
    }

    /// The logarithm to base 2; exact for powers of two, error below 0.51 ulp.
    public static func log2(_ x: Double) -> Double {
        if x > 0, x.isFinite, x.significand == 1 { return Double(x.exponent) }
        return logarithm(x) { $0 * DoubleDouble.reciprocalLn2 }
    }

    /// The logarithm to base 10; exact for powers of ten, error below 0.51 ulp.
    public static func log10(_ x: Double) -> Double {
        logarithm(x) { $0 * DoubleDouble.reciprocalLn10 }
    }

    /// `log(1 + x)`; error below 0.51 ulp.
    public static func log1p(_ x: Double) -> Double {
        if x.magnitude < 0x1p-54 || x.isNaN { return x }
        if x <= -1 { return x == -1 ? -.infinity : .nan }
        if x == .infinity { return x }
        return log1pParts(DoubleDouble(x)).rounded
    }

    private static func logarithm(_ x: Double, _ convert: (DoubleDouble) -> DoubleDouble) -> Double {
        if x.isNaN { return x }
        if x <= 0 { return x == 0 ? -.infinity : .nan }
        if x == .infinity { return x }
        if x.isNormal { return convert(logParts(x)).rounded }
        return convert(logParts(x * 0x1p54) - DoubleDouble.ln2 * 54).rounded
    }
}
