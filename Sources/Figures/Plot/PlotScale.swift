import Tensors

/// Where the numbers of one axis stand on the canvas, and its ticks.
struct PlotScale {
    var kind: Plot.Scale
    var low: Double
    var high: Double
    var ticks: [Tick]
    /// The canvas positions of `low` and `high`.
    var start = 0.0
    var end = 1.0

    /// Farther than this from the area, nothing needs an exact place.
    private static let far = 1e8

    /// A scale over the values it must cover; those a logarithmic axis cannot show are left out.
    /// - Parameter loose: whether the axis ends at ticks, or a little beyond the data, rather than at the data.
    /// - Parameter whole: whether the values are whole numbers, so that fractions are no ticks of a linear axis.
    init(
        covering values: (low: Double, high: Double)?, kind: Plot.Scale, wanted: Int, loose: Bool, whole: Bool = false
    ) {
        self.kind = kind
        switch kind {
        case .linear:
            (low, high) = Self.linearRange(values ?? (0, 1))
            ticks = LinearTicks.ticks(
                from: low, to: high, wanted: wanted, loose: loose,
                whole: whole && high - low >= 2)
            if loose, let first = ticks.first, let last = ticks.last {
                (low, high) = (min(low, first.value), max(high, last.value))
            }
        case .log:
            (low, high) = Self.logRange(values ?? (1, 10), loose: loose)
            ticks = LogTicks.ticks(from: low, to: high, wanted: wanted)
        }
        let (bottom, top) = (low, high)
        let tolerance = 1e-9 * high - 1e-9 * low
        ticks = ticks.filter { $0.value >= bottom - tolerance && $0.value <= top + tolerance }
    }

    /// The range itself, or a longer one where the numbers leave it no length to speak of.
    private static func linearRange(_ values: (low: Double, high: Double)) -> (Double, Double) {
        var (low, high) = (finite(values.low), finite(values.high))
        if low == high {
            let half = low == 0 ? 1 : low.magnitude / 2
            (low, high) = (finite(low - half), finite(high + half))
        }
        let least = max(1e8 * Double.leastNonzeroMagnitude, 1e-12 * max(low.magnitude, high.magnitude))
        if high - low < least {
            let middle = low + (high - low) / 2
            (low, high) = (finite(middle - least / 2), finite(middle + least / 2))
        }
        return (low, high)
    }

    /// The positive part of the range, with a margin for a loose axis.
    private static func logRange(_ values: (low: Double, high: Double), loose: Bool) -> (Double, Double) {
        guard values.high > 0 else { return (1, 10) }
        var high = finite(values.high)
        var low = max(finite(values.low > 0 ? values.low : high / 1000), Double.leastNonzeroMagnitude)
        let wider = low == high ? 2 : logRatio(high, low) < 1e-9 ? 1 + 1e-9 : 1
        let margin = loose ? Double.exp(0.03 * (logRatio(high, low) + 2 * Double.log(wider))) : 1
        low = max(low / wider / margin, Double.leastNonzeroMagnitude)
        high = finite(high * wider * margin)
        return (low, high)
    }

    private static func finite(_ value: Double) -> Double {
        min(max(value, -Double.greatestFiniteMagnitude), Double.greatestFiniteMagnitude)
    }

    /// `log(a / b)` of positive numbers, also where the quotient is none.
    private static func logRatio(_ a: Double, _ b: Double) -> Double {
        let quotient = a / b
        return quotient.isNormal ? Double.log(quotient) : Double.log(a) - Double.log(b)
    }

    /// Where a value stands on the canvas, at most `far` away from it.
    func position(_ value: Double) -> Double {
        let part: Double
        switch kind {
        // Halves, since the difference of two numbers may be none.
        case .linear: part = (value / 2 - low / 2) / (high / 2 - low / 2)
        case .log: part = value > 0 ? Self.logRatio(value, low) / Self.logRatio(high, low) : -Double.infinity
        }
        return max(-Self.far, min(Self.far, start + (end - start) * part))
    }

    /// What stands at a place on the canvas, of a linear scale.
    func value(_ position: Double) -> Double { low + (high - low) * (position - start) / (end - start) }

    func shows(_ value: Double) -> Bool { value.isFinite && (kind == .linear || value > 0) }
}
