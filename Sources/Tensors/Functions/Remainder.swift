extension Double {
    /// The remainder of C's `fmod`: exact, with the sign of `x`; long division on the significands.
    public static func remainder(_ x: Double, _ divisor: Double) -> Double {
        if x.isNaN || divisor.isNaN || x.isInfinite || divisor == 0 { return .nan }
        let (a, b) = (x.magnitude, divisor.magnitude)
        if a < b { return x }
        let unit = Double.leastNonzeroMagnitude.exponent  // both are whole multiples of 2^unit
        let (m, e) = wholeParts(a, unit: Int(unit))
        let (n, f) = wholeParts(b, unit: Int(unit))
        var rest = m
        for _ in 0..<(e - f) {
            rest = (rest >= n ? rest - n : rest) << 1
        }
        if rest >= n { rest %= n }
        let result = scale(Double(rest), f)
        return x.sign == .minus ? -result : result
    }

    /// A positive number as `significand · 2^exponent` with a whole significand.
    private static func wholeParts(_ a: Double, unit: Int) -> (UInt64, Int) {
        guard a.isNormal else { return (a.significandBitPattern, unit) }
        return (a.significandBitPattern | 1 << 52, Int(a.exponent) - 52)
    }
}
