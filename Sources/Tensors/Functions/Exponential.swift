// exp and its relatives. The argument is reduced by multiples of ln 2 / 128 to |r| < 0.0028, a table gives 2^(i/128) in
// double-double, a short polynomial the rest.
// Source: Tang, "Table-driven implementation of the exponential function", ACM TOMS 15 (1989); Ziv's rounding test.

/// `2^(i/128)` for i in 0..<128.
private let powersOfTwo: [DoubleDouble] = (0..<128).map { i in
    let eighth = Fixed(bits: Fixed.ln2.bits >> 7)
    var argument = Fixed.zero
    for _ in 0..<i { argument = argument + eighth }
    return argument.exponential.asDoubleDouble
}

/// `exp(x + low) = (value) · 2^exponent`, with `value` in [1, 2) known to about 2⁻⁶⁹ of itself.
struct ExponentialParts {
    var power: DoubleDouble
    /// `exp(r) − 1`.
    var rest: DoubleDouble
    var exponent: Int

    /// - Precondition: |x| < 2000.
    @inline(__always) init(_ x: Double, _ low: Double = 0) {
        let shift = 0x1.8p52
        let count = (x * 0x1.71547652b82fep+7 + shift) - shift
        let high = x - count * 0x1.62e42fefa0000p-8
        let r = DoubleDouble.sum(high, low - count * 0x1.cf79abc9e3b3ap-47)
        let steps = Int(count)
        power = powersOfTwo[steps & 127]
        exponent = steps >> 7
        let a = r.high
        let square = a * a
        let series = (1 / 6 + a * (1 / 24)) + square * (1 / 120 + a * (1 / 720))
        rest = .orderedSum(a, r.low + (square * 0.5 + square * a * series))
    }

    @inline(__always) var value: DoubleDouble {
        let p = DoubleDouble.product(power.high, rest.high)
        let low = power.low + (p.low + (power.high * rest.low + power.low * rest.high))
        let s = DoubleDouble.orderedSum(power.high, p.high)
        return .orderedSum(s.high, s.low + low)
    }
}

/// `x · 2^n`, rounded once when the result is subnormal.
func scale(_ x: Double, _ n: Int) -> Double {
    if n >= -1022, n <= 1023 { return x * Double(sign: .plus, exponent: n, significand: 1) }
    if n > 1023 { return x * 0x1p1023 * Double(sign: .plus, exponent: min(n - 1023, 1023), significand: 1) }
    return x * Double(sign: .plus, exponent: max(n + 1022, -1022), significand: 1) * 0x1p-1022
}

extension Double {
    /// e to the power of `x`.
    ///
    /// Correctly rounded for |x| ≥ 2⁻³⁰, where the hardest cases of the literature need 2⁻¹¹³ and the second path below errs
    /// by less than 2⁻¹¹⁷; closer to 0 the error is below 0.5000001 ulp.
    /// - Source: Lefèvre and Muller, "Worst cases for correct rounding of the elementary functions in double precision" (2001).
    public static func exp(_ x: Double) -> Double {
        guard x.magnitude < 708 else { return extremeExp(x) }
        if x.magnitude < 0x1p-54 { return 1 + x }
        let parts = ExponentialParts(x)
        let value = parts.value
        let result = value.high + (value.low + 0x1p-66)
        guard result == value.high + (value.low - 0x1p-66) else { return exactExp(x) }
        return result * Double(bitPattern: UInt64(parts.exponent + 1023) << 52)
    }

    /// The ends of the range: overflow, results near or in the subnormal numbers, infinities, NaN.
    private static func extremeExp(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x > 709.782712893384 { return .infinity }
        if x < -745.2 { return 0 }
        return exactExp(x)
    }

    /// exp in fixed point, rounded once to the precision the result has.
    private static func exactExp(_ x: Double) -> Double {
        let fraction = fractionBits(x)
        var k = Int((x * 0x1.71547652b82fep+0).rounded(.down))
        var r = fraction &- multipleOfLn2(k)
        if r >> 120 > 0xC0 {  // just below 0: the quotient was one too large
            k -= 1
            r = fraction &- multipleOfLn2(k)
        } else if r >= multipleOfLn2(1) {
            k += 1
            r = fraction &- multipleOfLn2(k)
        }
        return round(Fixed(bits: r >> 1).exponential, exponent: k)
    }

    /// `x` modulo 1 as a multiple of 2⁻¹²⁸.
    private static func fractionBits(_ x: Double) -> UInt128 {
        let significand = UInt128(x.significandBitPattern | 1 << 52)
        var bits = significand
        for _ in 0..<(x.exponent - 52 + 128) { bits = bits << 1 }
        return x < 0 ? 0 &- bits : bits
    }

    /// `k · ln 2` modulo 1 as a multiple of 2⁻¹²⁸.
    private static func multipleOfLn2(_ k: Int) -> UInt128 {
        let words: [UInt64] = [0x40f3_4326_7298_b62d, 0xc9e3_b398_03f2_f6af, 0xb172_17f7_d1cf_79ab]
        let n = UInt64(k.magnitude)
        let low = words[0].multipliedFullWidth(by: n)
        let middle = words[1].multipliedFullWidth(by: n)
        let high = words[2].multipliedFullWidth(by: n)
        let bits =
            UInt128(low.high) &+ UInt128(middle.low) &+ UInt128(middle.high) << 64 &+ UInt128(high.low) << 64
        return k < 0 ? 0 &- bits : bits
    }

    /// `value · 2^exponent` for a value in [1, 2), to the nearest double.
    private static func round(_ value: Fixed, exponent: Int) -> Double {
        let dropped = 11 + max(0, -1022 - exponent)
        guard dropped < 64 else { return dropped == 64 && value.bits > Fixed.one.bits ? leastNonzeroMagnitude : 0 }
        let mask: UInt64 = 1 << UInt64(dropped) - 1
        let half: UInt64 = 1 << UInt64(dropped - 1)
        var kept = value.highHalf >> UInt64(dropped)
        let rest = value.highHalf & mask
        if rest > half || (rest == half && (value.lowHalf > 0 || kept & 1 == 1)) { kept += 1 }
        return scale(Double(kept), exponent - 63 + dropped)
    }

    /// `exp(x) − 1`; error below 0.51 ulp.
    public static func expm1(_ x: Double) -> Double {
        if x.magnitude < 0x1p-54 || x.isNaN { return x }
        if x > 709.782712893384 { return .infinity }
        if x < -40 { return -1 }
        return expm1Parts(x).rounded
    }

    /// `exp(x) − 1` in double-double for −40 ≤ x < 709.8, to about 2⁻⁶¹ of itself also near 0.
    static func expm1Parts(_ x: Double) -> DoubleDouble {
        let parts = ExponentialParts(x)
        if parts.exponent > 1000 { return parts.value.scaled(by: scale(1, parts.exponent - 1)).scaled(by: 2) }
        let factor = scale(1, parts.exponent)
        let whole = parts.power.scaled(by: factor)
        let change = (parts.power * parts.rest).scaled(by: factor)
        return (whole + -1) + change
    }

    /// `1 / (1 + exp(−x))`, step by step as written, and `exp(x)` where `exp(−x)` overflows.
    ///
    /// The error is below 0.51 ulp for the exponential and grows to at most 2.5 ulp by the two roundings that follow it.
    public static func sigmoid(_ x: Double) -> Double {
        let e = exp(-x)
        return e.isInfinite ? exp(x) : 1 / (1 + e)
    }

    /// `log(1 + exp(x))` as `max(x, 0) + log(1 + exp(−|x|))`; error below 0.51 ulp.
    public static func softplus(_ x: Double) -> Double {
        if x > 40 || x.isNaN { return x }
        if x < -45 { return exp(x) }
        let parts = ExponentialParts(-x.magnitude)
        let log = log1pParts(parts.value.scaled(by: scale(1, parts.exponent)))
        return (log + Swift.max(x, 0)).rounded
    }
}
