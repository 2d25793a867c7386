/// Where a plot's area, axes and series lie.
struct PlotLayout {
    var plot: Plot
    var measurer: any TextMeasurer
    var x: PlotScale
    var y: PlotScale
    /// The area the data are drawn in.
    var area = Rectangle(x: 0, y: 0, width: 0, height: 0)
    /// Names of the groups of bars; empty for a plot over numbers.
    var categories: [Label]
    /// Names stand at the series' ends rather than in a legend.
    var labelsAtEnds: Bool
    var legend: PlotLegend

    init(_ plot: Plot, measurer: any TextMeasurer) {
        self.plot = plot
        self.measurer = measurer
        let bars = plot.series.compactMap { if case .bars(let bars) = $0.shape { bars } else { nil } }
        let longest = bars.reduce([Plot.Bar]()) { $1.count > $0.count ? $1 : $0 }
        categories = longest.map { $0.name }
        let reach = PlotReach(plot, categories: categories.count)
        let hasPoints = plot.series.contains { if case .points = $0.shape { true } else { false } }
        x = PlotScale(
            covering: reach.x, kind: categories.isEmpty ? plot.x.scale : .linear,
            wanted: max(3, Int(plot.width / 75)), loose: hasPoints && plot.x.range == nil,
            whole: plot.isOverWholeNumbers)
        y = PlotScale(
            covering: reach.y, kind: categories.isEmpty ? plot.y.scale : .linear, wanted: max(3, Int(plot.height / 48)),
            loose: plot.y.range == nil || !categories.isEmpty)
        labelsAtEnds = Self.fitsLabelsAtEnds(plot, measurer)
        legend = PlotLegend(
            labelsAtEnds ? [] : plot.series, width: plot.width, measurer: measurer)
        placeArea()
    }

    /// Four names at most, none of them long, and no bars or clouds of points, which have no ends.
    private static func fitsLabelsAtEnds(_ plot: Plot, _ measurer: any TextMeasurer) -> Bool {
        let labels = plot.series.compactMap { $0.label }
        let widest = labels.reduce(0) { max($0, Self.seriesLine($1, measurer).width) }
        let hasNoEnd = plot.series.contains { series in
            switch series.shape {
            case .bars: true
            case .points(let points): points.count > 12
            case .line, .tangent: false
            }
        }
        return labels.count <= 4 && widest < plot.width * 0.35 && !hasNoEnd
    }

    static func seriesLine(_ label: Label, _ measurer: any TextMeasurer) -> TextLine {
        TextLine(label, face: PlotStyle.seriesFace, size: PlotStyle.labelSize, measurer: measurer)
    }

    func tickLine(_ text: Label) -> TextLine {
        TextLine(text, face: PlotStyle.tickFace, size: PlotStyle.tickSize, measurer: measurer)
    }

    func axisLine(_ label: Label) -> TextLine {
        TextLine(label, face: PlotStyle.axisFace, size: PlotStyle.labelSize, measurer: measurer)
    }

    /// The area is what the texts around it leave.
    private mutating func placeArea() {
        let widest = y.ticks.reduce(0) { max($0, tickLine(Label($1.text)).width) }
        let left = widest + 9
        var top = 9.0 + legend.height
        if plot.y.label != nil { top += PlotStyle.labelSize + 8 }
        let bottom = PlotStyle.tickSize + 13 + (plot.x.label == nil ? 0 : PlotStyle.labelSize + 7)
        area = Rectangle(
            x: left, y: top, width: max(20, plot.width - left - rightMargin),
            height: max(20, plot.height - top - bottom))
        y.start = area.bottom
        y.end = area.y
        x.start = area.x
        x.end = area.right
    }

    /// Room for the labels at the ends, and for half of the last tick's text.
    private var rightMargin: Double {
        let tick = x.ticks.last.map { tickLine(Label($0.text)).width / 2 } ?? 0
        guard labelsAtEnds else { return max(8, tick + 2) }
        let widest = plot.series.filter { $0.endsAtRight }.compactMap { $0.label }
            .reduce(0) { max($0, Self.seriesLine($1, measurer).width) }
        return max(tick + 2, widest > 0 ? widest + 18 : 8)
    }

    func place(_ point: Point) -> Point { Point(x.position(point.x), y.position(point.y)) }

    func shows(_ point: Point) -> Bool { x.shows(point.x) && y.shows(point.y) }

    /// Whether a place on the canvas is in the area, rims included.
    func contains(_ place: Point) -> Bool {
        let box = area.grown(by: 0.01)
        return place.x >= box.x && place.x <= box.right && place.y >= box.y && place.y <= box.bottom
    }

    /// The parts of a line on the canvas; a value the axes cannot show interrupts it.
    func polylines(_ points: [Point]) -> [[Point]] {
        var parts: [[Point]] = [[]]
        for point in points {
            if shows(point) {
                parts[parts.count - 1].append(place(point))
            } else if !parts[parts.count - 1].isEmpty {
                parts.append([])
            }
        }
        let thinned = parts.filter { !$0.isEmpty }.map { Thinning.thinned($0, column: PlotStyle.column) }
        return thinned.flatMap { $0.allSatisfy(contains) ? [$0] : cut($0) }
    }

    /// The parts of a line inside the area.
    private func cut(_ line: [Point]) -> [[Point]] {
        var parts: [[Point]] = []
        for (start, end) in zip(line, line.dropFirst()) {
            guard let (from, to) = LabelPlacer.clipped(start, end, to: area) else { continue }
            if let last = parts.last?.last, last == from {
                parts[parts.count - 1].append(to)
            } else {
                parts.append([from, to])
            }
        }
        return parts
    }
}

extension Plot {
    /// Whether all points of lines and clouds stand over whole numbers, as epochs do.
    fileprivate var isOverWholeNumbers: Bool {
        var any = false
        for series in series {
            switch series.shape {
            case .line(let points), .points(let points):
                guard points.allSatisfy({ !$0.x.isFinite || $0.x.rounded() == $0.x }) else { return false }
                if !points.isEmpty { any = true }
            case .tangent, .bars: break
            }
        }
        return any
    }
}

extension Plot.Series {
    /// Whether the name belongs right of the plot: that of a line does.
    var endsAtRight: Bool { if case .line = shape { true } else { false } }
}

/// The numbers that both axes must cover.
private struct PlotReach {
    var x: (low: Double, high: Double)?
    var y: (low: Double, high: Double)?

    init(_ plot: Plot, categories: Int) {
        if categories > 0 { x = (-0.5, Double(categories) - 0.5) }
        for series in plot.series {
            switch series.shape {
            case .line(let points), .points(let points): points.forEach { cover($0, of: plot) }
            case .tangent(let point, _): cover(point, of: plot)
            case .bars(let bars):
                Self.cover(0, &y, .linear)
                for bar in bars { Self.cover(bar.value, &y, .linear) }
            }
        }
        if categories == 0 { for mark in plot.marks { Self.cover(mark.x, &x, plot.x.scale) } }
        for bound in [plot.y.range?.lowerBound, plot.y.range?.upperBound].compactMap({ $0 }) where categories > 0 {
            Self.cover(bound, &y, plot.y.scale)
        }
        if categories == 0 {
            if let range = plot.x.range { x = (range.lowerBound, range.upperBound) }
            if let range = plot.y.range { y = (range.lowerBound, range.upperBound) }
        }
        if categories > 0, let (low, high) = y {
            // Beyond the bars there must be room for their numbers.
            let room = 0.09 * high - 0.09 * low
            y = (low < 0 ? low - room : low, high > 0 ? high + room : high)
        } else if plot.y.scale == .linear, plot.y.range == nil, let (low, high) = y {
            // Nearly at zero is best seen from zero.
            if low > 0, low < 0.4 * high { y = (0, high) }
            if high < 0, high > 0.4 * low { y = (low, 0) }
        }
    }

    private mutating func cover(_ point: Point, of plot: Plot) {
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
