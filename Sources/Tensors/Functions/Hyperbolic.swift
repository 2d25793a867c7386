// Hyperbolic functions through expm1 in double-double; their error is below 0.51 ulp.

extension Double {
    public static func tanh(_ x: Double) -> Double {
        let a = x.magnitude
        if a < 0x1p-28 || x.isNaN { return x }  // the cubic term is below 2⁻⁵⁷ of x
        if a > 20 { return x < 0 ? -1 : 1 }
        let e = expm1Parts(2 * a)
        let result = (e / (e + 2)).rounded
        return x < 0 ? -result : result
    }

    public static func sinh(_ x: Double) -> Double {
        let a = x.magnitude
        if a < 0x1p-28 || !x.isFinite { return x }
        let result: Double
        if a < 40 {
            let e = expm1Parts(a)
            result = (e + e / (e + 1)).scaled(by: 0.5).rounded
        } else {
            result = halfExp(a)
        }
        return x < 0 ? -result : result
    }

    public static func cosh(_ x: Double) -> Double {
        let a = x.magnitude
        if x.isNaN { return x }
        guard a < 40 else { return halfExp(a) }
        let e = expm1Parts(a) + 1
        return (e + DoubleDouble(1) / e).scaled(by: 0.5).rounded
    }

    /// `exp(a) / 2` for a ≥ 40, also where `exp(a)` itself overflows.
    private static func halfExp(_ a: Double) -> Double {
        guard a < 710.5 else { return .infinity }
        let parts = ExponentialParts(a)
        return scale(parts.value.rounded, parts.exponent - 1)
    }
}
