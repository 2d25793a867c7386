extension Double {
    /// `base` to the power of `exponent`, with the special values of C99; error below 0.51 ulp.
    ///
    /// `exp(y · log x)` with the product in double-double, so that it is right to 2⁻⁶⁵ even where it is large; exact powers
    /// come out exact.
    public static func pow(_ base: Double, _ exponent: Double) -> Double {
        if exponent == 0 || base == 1 { return 1 }
        if base.isNaN || exponent.isNaN { return base + exponent }
        let parity = wholeParity(exponent)
        if exponent.isInfinite || base.isInfinite || base == 0 { return extremePow(base, exponent, parity) }
        guard base > 0 || parity != .fraction else { return .nan }
        let result = positivePow(base.magnitude, exponent)
        return base < 0 && parity == .odd ? -result : result
    }

    private enum Parity { case even, odd, fraction }

    private static func wholeParity(_ y: Double) -> Parity {
        if y.magnitude >= 0x1p53 { return .even }
        guard y.rounded(.towardZero) == y else { return .fraction }
        return Int64(y) & 1 == 1 ? .odd : .even
    }

    /// Powers with a zero or an infinity among their operands.
    private static func extremePow(_ base: Double, _ exponent: Double, _ parity: Parity) -> Double {
        let a = base.magnitude
        if exponent.isInfinite {
            if a == 1 { return 1 }
            return (a > 1) == (exponent > 0) ? .infinity : 0
        }
        let result: Double = (a == 0) == (exponent > 0) ? 0 : .infinity
        return base.sign == .minus && parity == .odd ? -result : result
    }

    private static func positivePow(_ a: Double, _ y: Double) -> Double {
        if y == 1 { return a }
        if y == 2 { return a * a }
        if y == -1 { return 1 / a }
        let log = a.isNormal ? logParts(a) : logParts(a * 0x1p54) - DoubleDouble.ln2 * 54
        let estimate = y * log.high
        if estimate > 710 { return .infinity }
        if estimate < -746 { return 0 }
        if estimate.magnitude < 0x1p-60 { return 1 + estimate }
        let product = log * y
        let parts = ExponentialParts(product.high, product.low)
        return scale(parts.value, parts.exponent)
    }
}

/// `x · 2^n`, rounded once also when the result is subnormal.
private func scale(_ x: DoubleDouble, _ n: Int) -> Double {
    guard n < -1021 else { return scale(x.rounded, n) }
    // Adding the power of two whose last place is the last one kept makes the hardware round there.
    let anchor = scale(1, -1022 - n)
    let lifted = DoubleDouble.sum(anchor, x.high)
    return scale((lifted.high + (lifted.low + x.low)) - anchor, n)
}
