// Arcs: an estimate in double, then one correction by the sine and cosine of the estimate in double-double:
// atan(y/x) = a + δ with tan δ = (y·cos a − x·sin a) / (x·cos a + y·sin a). Errors below 0.52 ulp.

/// The angle of the point (x, y) for positive coordinates of moderate size, to about 2⁻⁶⁰ of itself.
private func angle(_ y: DoubleDouble, _ x: DoubleDouble) -> DoubleDouble {
    guard y.high <= x.high else { return DoubleDouble.halfPi - angle(x, y) }
    var t = y.high / x.high
    for _ in 0..<2 { t = t / (1 + (1 + t * t).squareRoot()) }
    let z = t * t
    let series = 1 - z * (1 / 3 - z * (1 / 5 - z * (1 / 7 - z * (1 / 9 - z * (1 / 11 - z / 13)))))
    let estimate = 4 * t * series
    let both = SineAndCosine(DoubleDouble(estimate))
    let change = (y * both.cosine - x * both.sine) / (x * both.cosine + y * both.sine)
    return DoubleDouble(estimate) + change
}

extension Double {
    public static func atan(_ x: Double) -> Double {
        let a = x.magnitude
        if a < 0x1p-27 || x.isNaN { return x }
        let result = a > 0x1p60 ? DoubleDouble.halfPi.high : angle(DoubleDouble(a), DoubleDouble(1)).rounded
        return x < 0 ? -result : result
    }

    public static func asin(_ x: Double) -> Double {
        let a = x.magnitude
        if a < 0x1p-27 || x.isNaN { return x }
        guard a <= 1 else { return .nan }
        let result = a == 1 ? DoubleDouble.halfPi.high : angle(DoubleDouble(a), otherLeg(a)).rounded
        return x < 0 ? -result : result
    }

    public static func acos(_ x: Double) -> Double {
        let a = x.magnitude
        guard a <= 1 else { return .nan }
        if a < 0x1p-60 { return DoubleDouble.halfPi.high }
        let acute = a == 1 ? DoubleDouble(0) : angle(otherLeg(a), DoubleDouble(a))
        return (x < 0 ? DoubleDouble.pi - acute : acute).rounded
    }

    /// `√(1 − a²)`.
    private static func otherLeg(_ a: Double) -> DoubleDouble {
        (DoubleDouble.sum(1, -a) * DoubleDouble.sum(1, a)).squareRoot
    }

    public static func atan2(_ y: Double, _ x: Double) -> Double {
        if x.isNaN || y.isNaN { return x + y }
        let result = firstQuadrantAngle(y.magnitude, x.magnitude)
        let turned = x.sign == .minus ? DoubleDouble.pi - result : result
        return y.sign == .minus ? -turned.rounded : turned.rounded
    }

    private static func firstQuadrantAngle(_ y: Double, _ x: Double) -> DoubleDouble {
        if y == 0 { return DoubleDouble(0) }
        if x == 0 { return DoubleDouble.halfPi }
        if y.isInfinite { return x.isInfinite ? DoubleDouble.halfPi.scaled(by: 0.5) : DoubleDouble.halfPi }
        if x.isInfinite { return DoubleDouble(0) }
        let distance = Int(y.exponent) - Int(x.exponent)
        if distance > 60 { return DoubleDouble.halfPi - DoubleDouble(x / y) }
        if distance < -60 { return DoubleDouble(y / x) }
        return angle(DoubleDouble(y.significand), DoubleDouble(scale(x.significand, -distance)))
    }
}
