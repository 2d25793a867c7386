/// A number of about 106 bits: the unevaluated sum of two doubles, `low` at most half an ulp of `high`.
///
/// Sums by Knuth's and Dekker's exact additions, products by Veltkamp's splitting, so that no fused multiply-add is needed
/// and every machine gives the same bits. Valid while nothing over- or underflows: operands here stay within 2^±300.
/// - Source: Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971).
@usableFromInline struct DoubleDouble: Sendable {
    var high: Double
    var low: Double

    @inline(__always) init(_ high: Double, _ low: Double = 0) {
        self.high = high
        self.low = low
    }

    /// `a + b`, exactly.
    @inline(__always) static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
        let s = a + b
        let t = s - a
        return DoubleDouble(s, (a - (s - t)) + (b - t))
    }

    /// `a + b`, exactly, for |a| ≥ |b| or a = 0.
    @inline(__always) static func orderedSum(_ a: Double, _ b: Double) -> DoubleDouble {
        let s = a + b
        return DoubleDouble(s, b - (s - a))
    }

    /// `a · b`, exactly.
    @inline(__always) static func product(_ a: Double, _ b: Double) -> DoubleDouble {
        let p = a * b
        let (ah, al) = halves(a)
        let (bh, bl) = halves(b)
        return DoubleDouble(p, ((ah * bh - p) + ah * bl + al * bh) + al * bl)
    }

    /// Veltkamp's split into two numbers of at most 26 bits.
    @inline(__always) static func halves(_ a: Double) -> (Double, Double) {
        let c = 134_217_729 * a
        let high = c - (c - a)
        return (high, a - high)
    }

    /// The nearest double.
    @inline(__always) var rounded: Double { high + low }

    @inline(__always) static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

    @inline(__always) static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
        var s = sum(a.high, b.high)
        let t = sum(a.low, b.low)
        s = orderedSum(s.high, s.low + t.high)
        return orderedSum(s.high, s.low + t.low)
    }

    @inline(__always) static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + (-b) }

    @inline(__always) static func + (a: DoubleDouble, b: Double) -> DoubleDouble {
        let s = sum(a.high, b)
        return orderedSum(s.high, s.low + a.low)
    }

    @inline(__always) static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
        let p = product(a.high, b.high)
        return orderedSum(p.high, p.low + (a.high * b.low + a.low * b.high))
    }

    @inline(__always) static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
        let p = product(a.high, b)
        return orderedSum(p.high, p.low + a.low * b)
    }

    @inline(__always) static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
        let first = a.high / b.high
        let rest = a - b * first
        let second = rest.high / b.high
        let last = (rest - b * second).high / b.high
        return orderedSum(first, second) + last
    }

    /// The square root, by one step of Newton from the hardware's.
    var squareRoot: DoubleDouble {
        guard high > 0 else { return DoubleDouble(0) }
        let root = high.squareRoot()
        let rest = self - DoubleDouble.product(root, root)
        return .orderedSum(root, rest.high / (2 * root))
    }

    /// Exact multiplication by a power of two.
    @inline(__always) func scaled(by power: Double) -> DoubleDouble { DoubleDouble(high * power, low * power) }

    static let ln2 = DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)
    static let reciprocalLn2 = DoubleDouble(0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56)
    static let reciprocalLn10 = DoubleDouble(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57)
    static let pi = DoubleDouble(0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53)
    static let halfPi = DoubleDouble(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54)
}
