/// A fraction in [0, 2) of 127 binary places, for constants, tables and the few arguments where double-double cannot decide
/// a rounding.
///
/// Multiplication goes through 64-bit halves and shifts are by constants: `UInt128`'s own need routines (`__multi3`) of the
/// compiler's support library that a bare WebAssembly module has not.
struct Fixed: Sendable {
    /// The value times 2¹²⁷.
    var bits: UInt128

    init(bits: UInt128) { self.bits = bits }

    init(high: UInt64, low: UInt64) { bits = UInt128(high) << 64 | UInt128(low) }

    static let one = Fixed(high: 1 << 63, low: 0)
    static let zero = Fixed(bits: 0)

    var highHalf: UInt64 { UInt64(truncatingIfNeeded: bits >> 64) }
    var lowHalf: UInt64 { UInt64(truncatingIfNeeded: bits) }

    static func + (a: Fixed, b: Fixed) -> Fixed { Fixed(bits: a.bits &+ b.bits) }
    static func - (a: Fixed, b: Fixed) -> Fixed { Fixed(bits: a.bits &- b.bits) }

    /// The product, rounded down, of two numbers whose product is below 2.
    static func * (a: Fixed, b: Fixed) -> Fixed {
        Fixed(bits: Fixed.highProduct(a.bits, b.bits) << 1)
    }

    /// The upper 128 bits of a 256-bit product, at most 1 too small.
    static func highProduct(_ a: UInt128, _ b: UInt128) -> UInt128 {
        let (ah, al) = (UInt64(truncatingIfNeeded: a >> 64), UInt64(truncatingIfNeeded: a))
        let (bh, bl) = (UInt64(truncatingIfNeeded: b >> 64), UInt64(truncatingIfNeeded: b))
        let (high, cross1, cross2) = (
            ah.multipliedFullWidth(by: bh), ah.multipliedFullWidth(by: bl), al.multipliedFullWidth(by: bh)
        )
        let low = al.multipliedFullWidth(by: bl).high
        let middle = UInt128(cross1.low) &+ UInt128(cross2.low) &+ UInt128(low)
        return UInt128(high.high) << 64 &+ UInt128(high.low) &+ UInt128(cross1.high) &+ UInt128(cross2.high)
            &+ (middle >> 64)
    }

    /// The quotient by a small number, rounded down.
    static func / (a: Fixed, divisor: UInt64) -> Fixed {
        let high = a.highHalf.quotientAndRemainder(dividingBy: divisor)
        let low = divisor.dividingFullWidth((high.remainder, a.lowHalf)).quotient
        return Fixed(high: high.quotient, low: low)
    }

    /// `exp(self)` for arguments in [0, 0.7); the error stays below 2⁻¹²⁰. Taylor's series by Horner's scheme.
    var exponential: Fixed {
        var sum = Fixed.one
        for n in stride(from: 36, through: 1, by: -1) {
            sum = Fixed.one + (self * sum) / UInt64(n)
        }
        return sum
    }

    /// The nearest pair of doubles, to about 2⁻¹⁰⁶ of the value.
    var asDoubleDouble: DoubleDouble {
        let pieces = [bits >> 90, bits >> 50 & (1 << 40 - 1), bits & (1 << 50 - 1)]
        let scales = [0x1p-37, 0x1p-77, 0x1p-127]
        var sum = DoubleDouble(0)
        for i in 0..<3 { sum = sum + Double(UInt64(truncatingIfNeeded: pieces[i])) * scales[i] }
        return sum
    }

    /// The natural logarithm of 2.
    static let ln2 = Fixed(high: 0x58b9_0bfb_e8e7_bcd5, low: 0xe4f1_d9cc_01f9_7b57)
}
