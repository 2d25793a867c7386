import Tensors

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
    /// Whether histograms show values to a unit; common to all panels.
    let isPerUnit: Bool

    /// The least size of the area, for whose sake the figure grows.
    private static let least = (width: 90.0, height: 60.0)

    /// - Parameter wantsLegend: whether all names go into a legend, for want of room beside the series.
    init(_ plot: Plot, measurer: any TextMeasurer, wantsLegend: Bool = false) {
        self.plot = plot
        self.measurer = measurer
        categories = plot.categories
        isPerUnit = plot.isPerUnit
        let reach = PlotReach(plot, categories: categories.count)
        x = PlotScale(
            covering: reach.x, kind: categories.isEmpty ? plot.x.scale : .linear,
            wanted: max(3, Int(plot.width / 75)),
            loose: plot.hasPoints && plot.x.range == nil && plot.regions == nil, whole: plot.isOverWholeNumbers)
        y = PlotScale(
            covering: reach.y, kind: categories.isEmpty ? plot.y.scale : .linear, wanted: max(3, Int(plot.height / 48)),
            loose: plot.y.range == nil && plot.regions == nil || !categories.isEmpty,
            whole: plot.countsOnly && !isPerUnit)
        for index in x.ticks.indices { x.ticks[index].text = plot.x.marks.plain(x.ticks[index].text) }
        for index in y.ticks.indices { y.ticks[index].text = plot.y.marks.plain(y.ticks[index].text) }
        labelsAtEnds = !wantsLegend && Self.fitsLabelsAtEnds(plot, measurer)
        legend = PlotLegend(
            labelsAtEnds ? [] : plot.series, onTints: plot.regions != nil, width: plot.width, measurer: measurer)
        placeArea()
    }

    /// A panel whose axes and area are those of a larger picture.
    init(_ plot: Plot, sharing common: PlotLayout, area: Rectangle) {
        self = common
        self.plot = plot
        legend = PlotLegend([], width: 0, measurer: measurer)
        labelsAtEnds = false
        setArea(area)
    }

    /// Four names at most, none of them long, and no bars, regions or clouds of points, which have no ends.
    private static func fitsLabelsAtEnds(_ plot: Plot, _ measurer: any TextMeasurer) -> Bool {
        let labels = plot.series.compactMap { $0.label }
        let widest = labels.reduce(0) { max($0, Self.seriesLine($1, measurer).width) }
        let hasNoEnd = plot.series.contains { series in
            switch series.shape {
            case .bars, .bins: true
            case .points(let points): points.count > 12
            case .line, .steps, .area, .tangent: false
            }
        }
        return labels.count <= 4 && widest < plot.width * 0.35 && !hasNoEnd && plot.regions == nil
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

    /// How much the texts left of and below the area take.
    var leftMargin: Double { y.ticks.reduce(0) { max($0, tickLine(Label($1.text)).width) } + 9 }
    var bottomMargin: Double { PlotStyle.tickSize + 13 + (plot.x.label == nil ? 0 : PlotStyle.labelSize + 7) }

    /// The area is what the texts around it leave.
    private mutating func placeArea() {
        let left = leftMargin
        var top = 9.0 + legend.height
        if plot.y.label != nil { top += PlotStyle.labelSize + 8 }
        plot.width = max(plot.width, left + rightMargin + Self.least.width)
        plot.height = max(plot.height, top + bottomMargin + Self.least.height)
        var width = plot.width - left - rightMargin
        var height = plot.height - top - bottomMargin
        if plot.hasEqualUnits {
            let (across, up) = (x.high - x.low, y.high - y.low)
            let unit = min(width / across, height / up)
            // A picture too slender for its texts keeps the room for them.
            if unit * across >= Self.least.width, unit * up >= Self.least.height {
                (width, height) = (unit * across, unit * up)
                plot.width = left + rightMargin + width
                plot.height = top + bottomMargin + height
            }
        }
        setArea(Rectangle(x: left, y: top, width: width, height: height))
    }

    private mutating func setArea(_ area: Rectangle) {
        self.area = area
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
        placed(points).flatMap { $0.allSatisfy(contains) ? [$0] : Clipping.cut($0, to: area) }
    }

    /// The parts of a line on an endless canvas, thinned to what can be seen.
    func placed(_ points: [Point]) -> [[Point]] {
        var parts: [[Point]] = []
        var part: [Point] = []
        part.reserveCapacity(points.count)
        for point in points {
            if shows(point) {
                part.append(place(point))
            } else if !part.isEmpty {
                parts.append(part)
                part = []
            }
        }
        if !part.isEmpty { parts.append(part) }
        return parts.map { Thinning.thinned($0, column: PlotStyle.column) }
    }
}

extension Plot {
    /// The names of the longest group of bars; empty for a plot over numbers.
    var categories: [Label] {
        let bars = series.compactMap { if case .bars(let bars) = $0.shape { bars } else { nil } }
        return bars.reduce([Bar]()) { $1.count > $0.count ? $1 : $0 }.map { $0.name }
    }

    fileprivate var hasPoints: Bool {
        series.contains { if case .points = $0.shape { true } else { false } }
    }

    /// Whether all points of lines and clouds stand over whole numbers, as epochs do.
    fileprivate var isOverWholeNumbers: Bool {
        var any = false
        for series in series {
            switch series.shape {
            case .line(let points), .steps(let points), .points(let points):
                guard points.allSatisfy({ !$0.x.isFinite || $0.x.rounded() == $0.x }) else { return false }
                if !points.isEmpty { any = true }
            case .area(let spans):
                guard spans.allSatisfy({ !$0.x.isFinite || $0.x.rounded() == $0.x }) else { return false }
                if !spans.isEmpty { any = true }
            case .bins: return false
            case .tangent, .bars: break
            }
        }
        return any
    }

    /// Whether the heights are counts of a histogram.
    fileprivate var countsOnly: Bool {
        !series.isEmpty && series.allSatisfy { if case .bins = $0.shape { true } else { false } }
    }
}

extension Plot.Series {
    /// Whether the name belongs right of the plot: that of a line does.
    var endsAtRight: Bool {
        switch shape {
        case .line, .steps, .area: true
        case .points, .tangent, .bars, .bins: false
        }
    }
}
