// sin, cos, tan: exact reduction by π/2 for every argument, then Taylor's series with the leading terms in double-double.
// Source: Payne and Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18 (1983).

/// The binary digits of 2/π after the point, behind 64 zeros.
private let twoOverPi: [UInt64] = [
    0, 0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041, 0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c, 0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41, 0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d, 0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08, 0x5603_3046_fc7b_6bab, 0xf0cf_bc20_9af4_361d,
]

/// An angle as a number of quarter turns (modulo 4) and a rest in [−π/4, π/4].
private struct ReducedAngle {
    var quadrant: Int
    var rest: DoubleDouble

    /// - Precondition: `x` is finite.
    init(_ x: Double) {
        guard x.magnitude > 0x1.921fb54442d18p-1 else {
            (quadrant, rest) = (0, DoubleDouble(x))
            return
        }
        var fraction = ReducedAngle.quarterTurns(x)
        var turns = Int(fraction[0] >> 62)
        fraction = [
            fraction[0] << 2 | fraction[1] >> 62, fraction[1] << 2 | fraction[2] >> 62, fraction[2] << 2,
        ]
        let above = fraction[0] >> 63 == 1
        if above {
            turns += 1
            fraction = ReducedAngle.negated(fraction)
        }
        let angle = ReducedAngle.normalised(fraction) * DoubleDouble.halfPi
        let negative = above != (x < 0)
        rest = negative ? -angle : angle
        quadrant = (x < 0 ? -turns : turns) & 3
    }

    /// `|x| · 2/π` modulo 4 as a multiple of 2⁻¹⁹⁰: the digits of 2/π before the window only add whole turns, those after
    /// it less than 2⁻¹³⁷.
    private static func quarterTurns(_ x: Double) -> [UInt64] {
        let significand = x.significandBitPattern | 1 << 52
        let start = Int(x.exponent) - 52 - 2 + 64
        let (word, shift) = (start / 64, UInt64(start % 64))
        let window = (0..<3).map { i in
            shift == 0 ? twoOverPi[word + i] : twoOverPi[word + i] << shift | twoOverPi[word + i + 1] >> (64 - shift)
        }
        let low = window[2].multipliedFullWidth(by: significand)
        let middle = window[1].multipliedFullWidth(by: significand)
        let (second, carry) = middle.low.addingReportingOverflow(low.high)
        let first = window[0] &* significand &+ middle.high &+ (carry ? 1 : 0)
        return [first, second, low.low]
    }

    private static func negated(_ words: [UInt64]) -> [UInt64] {
        let (low, c0) = (~words[2]).addingReportingOverflow(1)
        let (middle, c1) = (~words[1]).addingReportingOverflow(c0 ? 1 : 0)
        return [~words[0] &+ (c1 ? 1 : 0), middle, low]
    }

    /// A fraction of 192 binary places as a double-double.
    private static func normalised(_ words: [UInt64]) -> DoubleDouble {
        var words = words
        var scale = 1.0
        while words[0] == 0, scale > 0x1p-192 {
            words = [words[1], words[2], 0]
            scale *= 0x1p-64
        }
        let zeros = UInt64(words[0].leadingZeroBitCount)
        if zeros > 0, zeros < 64 {
            words = [words[0] << zeros | words[1] >> (64 - zeros), words[1] << zeros | words[2] >> (64 - zeros)]
            scale *= Double(sign: .plus, exponent: -Int(zeros), significand: 1)
        }
        return Fixed(high: words[0], low: words[1]).asDoubleDouble.scaled(by: 0.5 * scale)
    }
}

/// Sine and cosine of an angle in [−π/4, π/4], to about 2⁻⁶¹ of themselves.
struct SineAndCosine {
    var sine: DoubleDouble
    var cosine: DoubleDouble

    init(_ r: DoubleDouble) {
        let square = r * r
        let z = square.high
        var s = 1 / 51_090_942_171_709_440_000.0
        s = 1 / 121_645_100_408_832_000 - z * s
        s = 1 / 355_687_428_096_000 - z * s
        s = 1 / 1_307_674_368_000 - z * s
        s = 1 / 6_227_020_800 - z * s
        s = 1 / 39_916_800 - z * s
        s = 1 / 362_880 - z * s
        s = 1 / 5040 - z * s
        s = 1 / 120 - z * s
        let third = DoubleDouble(-0x1.5555555555555p-3, -0x1.5555555555555p-57) + square * s
        sine = r + r * (square * third)
        var c = 1 / 1_124_000_727_777_607_680_000.0
        c = 1 / 2_432_902_008_176_640_000 - z * c
        c = 1 / 6_402_373_705_728_000 - z * c
        c = 1 / 20_922_789_888_000 - z * c
        c = 1 / 87_178_291_200 - z * c
        c = 1 / 479_001_600 - z * c
        c = 1 / 3_628_800 - z * c
        c = 1 / 40_320 - z * c
        c = 1 / 720 - z * c
        let fourth = DoubleDouble(0x1.5555555555555p-5, 0x1.5555555555555p-59) - square * c
        cosine = DoubleDouble(1) - (square.scaled(by: 0.5) - (square * square) * fourth)
    }

    /// Sine and cosine of any finite angle.
    init(angle: Double) {
        let reduced = ReducedAngle(angle)
        self.init(reduced.rest)
        switch reduced.quadrant {
        case 1: (sine, cosine) = (cosine, -sine)
        case 2: (sine, cosine) = (-sine, -cosine)
        case 3: (sine, cosine) = (-cosine, sine)
        default: break
        }
    }
}

extension Double {
    /// The sine of an angle in radians; error below 0.51 ulp for every finite argument.
    public static func sin(_ x: Double) -> Double {
        if x.magnitude < 0x1p-27 { return x }
        return x.isFinite ? SineAndCosine(angle: x).sine.rounded : .nan
    }

    /// The cosine of an angle in radians; error below 0.51 ulp for every finite argument.
    public static func cos(_ x: Double) -> Double {
        x.isFinite ? SineAndCosine(angle: x).cosine.rounded : .nan
    }

    /// The tangent of an angle in radians; error below 0.52 ulp for every finite argument.
    public static func tan(_ x: Double) -> Double {
        if x.magnitude < 0x1p-27 { return x }
        guard x.isFinite else { return .nan }
        let both = SineAndCosine(angle: x)
        return (both.sine / both.cosine).rounded
    }
}
