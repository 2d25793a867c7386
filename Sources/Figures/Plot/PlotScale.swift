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

    /// A scale over the values it must cover; those a logarithmic axis cannot show are left out.
    /// - Parameter loose: whether the axis ends at ticks, or a little beyond the data, rather than at the data.
    init(covering values: (low: Double, high: Double)?, kind: Plot.Scale, wanted: Int, loose: Bool) {
        self.kind = kind
        var (low, high) = values ?? (kind == .log ? (1, 10) : (0, 1))
        switch kind {
        case .linear:
            if low == high { (low, high) = low == 0 ? (-1, 1) : (low - low.magnitude / 2, high + high.magnitude / 2) }
            ticks = LinearTicks.ticks(from: low, to: high, wanted: wanted, loose: loose)
            if loose, let first = ticks.first, let last = ticks.last {
                (low, high) = (min(low, first.value), max(high, last.value))
            }
        case .log:
            if low == high { (low, high) = (low / 2, high * 2) }
            if loose {
                let margin = Double.pow(high / low, 0.03)
                (low, high) = (low / margin, high * margin)
            }
            ticks = LogTicks.ticks(from: low, to: high, wanted: wanted)
        }
        self.low = low
        self.high = high
        let tolerance = 1e-9 * (high - low)
        ticks = ticks.filter { $0.value >= low - tolerance && $0.value <= high + tolerance }
    }

    func position(_ value: Double) -> Double {
        let part =
            switch kind {
            case .linear: (value - low) / (high - low)
            case .log: Double.log(value / low) / Double.log(high / low)
            }
        return start + (end - start) * part
    }

    func shows(_ value: Double) -> Bool { value.isFinite && (kind == .linear || value > 0) }
}
