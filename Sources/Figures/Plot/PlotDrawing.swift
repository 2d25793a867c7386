extension Plot {
    /// The plot laid out: grid, axes, series, then texts.
    ///
    /// Names stand at the series where they find room, else in a legend; a mark whose text finds none is explained below.
    public func laidOut(measuring measurer: any TextMeasurer) -> DisplayList {
        var drawing = PlotDrawing(layout: PlotLayout(self, measurer: measurer))
        if !drawing.draw() {
            drawing = PlotDrawing(layout: PlotLayout(self, measurer: measurer, wantsLegend: true))
            _ = drawing.draw()
        }
        return PlotSheet(drawing.items, drawing.layout, notes: drawing.notes).list
    }
}

/// Turns a layout into items.
struct PlotDrawing {
    var layout: PlotLayout
    var items: [DisplayList.Item] = []
    var placer: LabelPlacer
    /// Where each named line ends, for its name.
    var ends: [(series: Int, point: Point)] = []
    /// Points that a name may stand beside.
    var anchors: [(series: Int, point: Point)] = []
    /// What is said below the plot.
    var notes: [Label] = []
    /// Which texts of the axes are drawn; inner panels have none.
    var showsX = true
    var showsY = true

    init(layout: PlotLayout) {
        self.layout = layout
        placer = LabelPlacer(area: layout.area)
    }

    var area: Rectangle { layout.area }

    func role(_ series: Int) -> String { "series \(layout.plot.series[series].label?.text ?? String(series + 1))" }

    /// Draws everything; false when a name found no room beside its series.
    mutating func draw() -> Bool {
        drawBehind()
        drawAxes()
        drawTitles()
        drawSeries()
        drawMarks()
        drawRegionNames()
        return drawLabels()
    }

    /// What lies behind the grid.
    mutating func drawBehind() {
        drawRegions()
        drawShades()
    }

    // MARK: Series

    /// All series; tints lie below all lines, so that none hides another.
    mutating func drawSeries() {
        let start = items.count
        drawShapes()
        let drawn = items[start...]
        items.removeSubrange(start...)
        items += drawn.filter { $0.isTint } + drawn.filter { !$0.isTint }
    }

    private mutating func drawShapes() {
        for (index, series) in layout.plot.series.enumerated() {
            switch series.shape {
            case .line(let points): drawLine(points, index)
            case .steps(let points): drawLine(Self.stepped(points), index)
            case .area(let spans): drawArea(spans, index)
            case .points(let points): drawPoints(points, index)
            case .tangent(let point, let slope): drawTangent(at: point, slope: slope, index)
            case .bars(let bars): drawBars(bars, index)
            case .bins(let bins): drawBins(bins, index)
            }
        }
    }

    /// The corners of a line that keeps each height up to the next point.
    private static func stepped(_ points: [Point]) -> [Point] {
        var corners: [Point] = []
        corners.reserveCapacity(2 * points.count)
        for point in points {
            if let last = corners.last, last.y != point.y { corners.append(Point(point.x, last.y)) }
            corners.append(point)
        }
        return corners
    }

    mutating func drawLine(_ points: [Point], _ index: Int) {
        let parts = layout.polylines(points)
        for part in parts {
            // A whole line no longer than a dot would go unseen.
            if part.count == 1 || parts.count == 1 && Self.isShort(part) {
                items.append(.fill(dot(part[0], index, radius: PlotStyle.dotRadius - 1)))
                placer.dots.append(part[0])
            } else {
                items.append(.stroke(line(.polyline(part), index)))
            }
        }
        placer.lines += parts
        if let end = parts.last?.last { ends.append((index, end)) }
    }

    private static func isShort(_ part: [Point]) -> Bool {
        let first = part[0]
        return part.allSatisfy { ($0.x - first.x).magnitude < 5 && ($0.y - first.y).magnitude < 5 }
    }

    /// A piece of the tangent of one length on the canvas, whatever its slope.
    private mutating func drawTangent(at point: Point, slope: Double, _ index: Int) {
        guard layout.shows(point), layout.contains(layout.place(point)) else { return }
        let place = layout.place(point)
        // A short step along the tangent gives its direction on any axis.
        let step = layout.x.high * 1e-6 - layout.x.low * 1e-6
        let next = layout.place(Point(point.x + step, point.y + slope * step))
        let (dx, dy) = (next.x - place.x, next.y - place.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0, length.isFinite else { return }
        let (ux, uy) = (dx / length * 104, dy / length * 104)
        let ends = (Point(place.x - ux, place.y - uy), Point(place.x + ux, place.y + uy))
        if let (start, end) = LabelPlacer.clipped(ends.0, ends.1, to: area) {
            items.append(.stroke(line(.line(start, end), index)))
            placer.lines.append([start, end])
        }
        items.append(.fill(dot(place, index, radius: PlotStyle.dotRadius + 0.5)))
        placer.dots.append(place)
        anchors.append((index, place))
    }

    func line(_ path: Path, _ index: Int) -> StrokeItem {
        StrokeItem(
            role: role(index), path: path, width: PlotStyle.lineWidth, dash: PlotStyle.dash(index),
            paint: .series(index))
    }

    private func dot(_ place: Point, _ index: Int, radius: Double) -> FillItem {
        FillItem(role: role(index), path: .circle(place, radius: radius), paint: .series(index))
    }
}

extension DisplayList.Item {
    fileprivate var isTint: Bool {
        if case .fill(let fill) = self, case .seriesTint = fill.paint { true } else { false }
    }
}
