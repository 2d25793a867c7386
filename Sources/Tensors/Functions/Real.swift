/// A floating-point number with Longhand's elementary functions: `Double` and `Float`.
///
/// The functions are static, so that generic code reads like the formula: `T.exp(-z)`, `Double.log(x)`. They are computed by
/// the fixed algorithms of this room and by nothing of the platform: the same argument gives the same bits on every machine.
/// `Double` results err by less than 0.52 ulp; only `sigmoid`, which follows its formula step by step so that NumPy's gives the
/// same bits, may err by 2.5. Special values are those of C99, Annex F. `Float` functions compute in `Double` and round once more.
public protocol Real: BinaryFloatingPoint, Sendable {
    /// The number as a `Double`; exact for both conformers.
    var asDouble: Double { get }
    init(rounding value: Double)

    static func exp(_ x: Self) -> Self
    /// `exp(x) − 1`, exact to the last digits also near 0.
    static func expm1(_ x: Self) -> Self
    static func log(_ x: Self) -> Self
    /// `log(1 + x)`, exact to the last digits also near 0.
    static func log1p(_ x: Self) -> Self
    static func log2(_ x: Self) -> Self
    static func log10(_ x: Self) -> Self
    /// `base` to the power of `exponent`.
    static func pow(_ base: Self, _ exponent: Self) -> Self
    static func sqrt(_ x: Self) -> Self

    static func sin(_ x: Self) -> Self
    static func cos(_ x: Self) -> Self
    static func tan(_ x: Self) -> Self
    static func asin(_ x: Self) -> Self
    static func acos(_ x: Self) -> Self
    static func atan(_ x: Self) -> Self
    /// The angle of the point (x, y), in (−π, π].
    static func atan2(_ y: Self, _ x: Self) -> Self

    static func sinh(_ x: Self) -> Self
    static func cosh(_ x: Self) -> Self
    static func tanh(_ x: Self) -> Self

    /// `1 / (1 + exp(−x))`, on both sides without overflow.
    static func sigmoid(_ x: Self) -> Self
    /// `log(1 + exp(x))`, on both sides without overflow.
    static func softplus(_ x: Self) -> Self
    /// The remainder of C's `fmod`: exact, with the sign of `x`.
    static func remainder(_ x: Self, _ divisor: Self) -> Self
}

extension Double: Real {
    @inlinable public var asDouble: Double { self }
    @inlinable public init(rounding value: Double) { self = value }
    @inlinable public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
}

extension Float: Real {
    @inlinable public var asDouble: Double { Double(self) }
    @inlinable public init(rounding value: Double) { self.init(value) }

    public static func exp(_ x: Float) -> Float { Float(Double.exp(Double(x))) }
    public static func expm1(_ x: Float) -> Float { Float(Double.expm1(Double(x))) }
    public static func log(_ x: Float) -> Float { Float(Double.log(Double(x))) }
    public static func log1p(_ x: Float) -> Float { Float(Double.log1p(Double(x))) }
    public static func log2(_ x: Float) -> Float { Float(Double.log2(Double(x))) }
    public static func log10(_ x: Float) -> Float { Float(Double.log10(Double(x))) }
    public static func pow(_ base: Float, _ exponent: Float) -> Float {
        Float(Double.pow(Double(base), Double(exponent)))
    }
    @inlinable public static func sqrt(_ x: Float) -> Float { x.squareRoot() }
    public static func sin(_ x: Float) -> Float { Float(Double.sin(Double(x))) }
    public static func cos(_ x: Float) -> Float { Float(Double.cos(Double(x))) }
    public static func tan(_ x: Float) -> Float { Float(Double.tan(Double(x))) }
    public static func asin(_ x: Float) -> Float { Float(Double.asin(Double(x))) }
    public static func acos(_ x: Float) -> Float { Float(Double.acos(Double(x))) }
    public static func atan(_ x: Float) -> Float { Float(Double.atan(Double(x))) }
    public static func atan2(_ y: Float, _ x: Float) -> Float { Float(Double.atan2(Double(y), Double(x))) }
    public static func sinh(_ x: Float) -> Float { Float(Double.sinh(Double(x))) }
    public static func cosh(_ x: Float) -> Float { Float(Double.cosh(Double(x))) }
    public static func tanh(_ x: Float) -> Float { Float(Double.tanh(Double(x))) }
    public static func softplus(_ x: Float) -> Float { Float(Double.softplus(Double(x))) }
    public static func remainder(_ x: Float, _ divisor: Float) -> Float {
        Float(Double.remainder(Double(x), Double(divisor)))
    }

    /// `1 / (1 + exp(−x))` step by step in `Float`, as a reader would write it, so that what it loses to cancellation in
    /// single precision can be seen; 0 where `exp(−x)` overflows, as in PyTorch.
    public static func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }
}
