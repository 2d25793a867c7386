/// The numbers that both axes of a plot must cover.
struct PlotReach {
    var x: (low: Double, high: Double)?
    var y: (low: Double, high: Double)?
    private let plot: Plot
    private let hasCategories: Bool
    private let isPerUnit: Bool

    /// - Parameter categories: how many groups of bars there are; none in a plot over numbers.
    init(_ plot: Plot, categories: Int) {
        self.plot = plot
        hasCategories = categories > 0
        isPerUnit = plot.isPerUnit
        if hasCategories { x = (-0.5, Double(categories) - 0.5) }
        for series in plot.series { cover(series.shape) }
        coverMarks()
        if let regions = plot.regions {
            x = (regions.x.lowerBound, regions.x.upperBound)
            y = (regions.y.lowerBound, regions.y.upperBound)
        }
        coverRanges()
        leaveRoom()
    }

    private mutating func cover(_ shape: Plot.Shape) {
        switch shape {
        case .line(let points), .steps(let points), .points(let points): for point in points { cover(point) }
        case .area(let spans):
            for span in spans {
                cover(Point(span.x, span.base))
                cover(Point(span.x, span.y))
            }
        case .tangent(let point, _): cover(point)
        case .bars(let bars):
            Self.cover(0, &y, .linear)
            for bar in bars { Self.cover(bar.value, &y, .linear) }
        case .bins(let bins):
            for bin in bins {
                cover(Point(bin.from, 0))
                cover(Point(bin.to, bin.height(isPerUnit: isPerUnit)))
            }
        }
    }

    private mutating func coverMarks() {
        for mark in plot.marks {
            if !hasCategories { for value in mark.place.xs { Self.cover(value, &x, plot.x.scale) } }
            for value in mark.place.ys { Self.cover(value, &y, hasCategories ? .linear : plot.y.scale) }
        }
    }

    private mutating func coverRanges() {
        guard hasCategories else {
            if let range = plot.x.range { x = (range.lowerBound, range.upperBound) }
            if let range = plot.y.range { y = (range.lowerBound, range.upperBound) }
            return
        }
        for bound in [plot.y.range?.lowerBound, plot.y.range?.upperBound].compactMap({ $0 }) {
            Self.cover(bound, &y, plot.y.scale)
        }
    }

    private mutating func leaveRoom() {
        if hasCategories, let (low, high) = y {
            // Beyond the bars there must be room for their numbers.
            let share = max(0.09, 20 / max(60, plot.height - 66))
            let room = share * high - share * low
            y = (low < 0 ? low - room : low, high > 0 ? high + room : high)
        } else if plot.regions == nil, plot.y.scale == .linear, plot.y.range == nil, let (low, high) = y {
            // Nearly at zero is best seen from zero.
            if low > 0, low < 0.4 * high { y = (0, high) }
            if high < 0, high > 0.4 * low { y = (low, 0) }
        }
    }

    private mutating func cover(_ point: Point) {
        guard point.x.isFinite, point.y.isFinite, plot.x.scale == .linear || point.x > 0,
            plot.y.scale == .linear || point.y > 0
        else { return }
        // What lies beside the picture does not stretch it.
        if let range = plot.x.range, !range.contains(point.x) { return }
        Self.cover(point.x, &x, plot.x.scale)
        Self.cover(point.y, &y, plot.y.scale)
    }

    private static func cover(_ value: Double, _ reach: inout (low: Double, high: Double)?, _ scale: Plot.Scale) {
        guard value.isFinite, scale == .linear || value > 0 else { return }
        guard let known = reach else {
            reach = (value, value)
            return
        }
        if value < known.low { reach = (value, known.high) }
        if value > known.high { reach = (known.low, value) }
    }
}
