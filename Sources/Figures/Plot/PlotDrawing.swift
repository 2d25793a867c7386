extension Plot {
    /// The plot laid out: grid, axes, series, then texts.
    public func laidOut(measuring measurer: any TextMeasurer) -> DisplayList {
        var drawing = PlotDrawing(layout: PlotLayout(self, measurer: measurer))
        drawing.drawAxes()
        drawing.drawSeries()
        drawing.drawMarks()
        drawing.drawLabels()
        return DisplayList(width: width, height: height, items: drawing.items.map { $0.moved(0, 0) })
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

    init(layout: PlotLayout) {
        self.layout = layout
        placer = LabelPlacer(area: layout.area)
    }

    private var area: Rectangle { layout.area }

    func role(_ series: Int) -> String { "series \(layout.plot.series[series].label?.text ?? String(series + 1))" }

    // MARK: Series

    mutating func drawSeries() {
        for (index, series) in layout.plot.series.enumerated() {
            switch series.shape {
            case .line(let points): drawLine(points, index)
            case .points(let points): drawPoints(points, index)
            case .tangent(let point, let slope): drawTangent(at: point, slope: slope, index)
            case .bars(let bars): drawBars(bars, index)
            }
        }
    }

    private mutating func drawLine(_ points: [Point], _ index: Int) {
        let parts = layout.polylines(points)
        for part in parts {
            if part.count == 1 {
                items.append(.fill(dot(part[0], index, radius: PlotStyle.dotRadius - 1)))
            } else {
                items.append(.stroke(line(.polyline(part), index)))
            }
        }
        placer.lines += parts
        if let end = parts.last?.last { ends.append((index, end)) }
    }

    private mutating func drawPoints(_ points: [Point], _ index: Int) {
        let shown = points.filter { layout.shows($0) }.map { layout.place($0) }.filter { layout.contains($0) }
        let places = Thinning.distinct(shown, cell: 0.5)
        for place in places {
            let path = PlotStyle.marker(index, at: place)
            items.append(.fill(FillItem(role: role(index), path: path, paint: .series(index))))
            placer.boxes.append(Rectangle(x: place.x - 3, y: place.y - 3, width: 6, height: 6))
        }
        if let last = places.max(by: { $0.x < $1.x }) { anchors.append((index, last)) }
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
        anchors.append((index, place))
    }

    private func line(_ path: Path, _ index: Int) -> StrokeItem {
        StrokeItem(
            role: role(index), path: path, width: PlotStyle.lineWidth, dash: PlotStyle.dash(index),
            paint: .series(index))
    }

    private func dot(_ place: Point, _ index: Int, radius: Double) -> FillItem {
        FillItem(role: role(index), path: .circle(place, radius: radius), paint: .series(index))
    }

    // MARK: Names

    mutating func drawLabels() {
        items += layout.legend.items()
        guard layout.labelsAtEnds else { return }
        drawEndLabels()
        for (index, point) in anchors {
            guard let label = layout.plot.series[index].label else { continue }
            drawText(PlotLayout.seriesLine(label, layout.measurer), beside: point, index)
        }
    }

    /// Beside its end where a line ends early and there is room; else right of the plot, moved apart where lines end close
    /// together, with a thread to the line then.
    private mutating func drawEndLabels() {
        let all = ends.compactMap { end in layout.plot.series[end.series].label.map { (end, $0) } }
        let early = all.filter { end, label in area.right - end.point.x > 3 && drawEarly(label, at: end) }
        let named = all.filter { one in !early.contains { $0.0.series == one.0.series } }
        let height = PlotStyle.labelSize * 1.3
        let places = Spreading.spread(
            named.map { $0.0.point.y }, distance: height, within: (area.y - 4)...(area.bottom - 2))
        let anyMoved = zip(named, places).contains { named, y in
            (y - named.0.point.y).magnitude > 3 || area.right - named.0.point.x > 3
        }
        for ((end, label), y) in zip(named, places) {
            if anyMoved { drawThread(from: end.point, to: y, end.series) }
            let text = PlotLayout.seriesLine(label, layout.measurer)
            let item = text.item(
                role: role(end.series), x: area.right + (anyMoved ? 16 : 8), baseline: text.baseline(centredOn: y),
                anchor: .start, paint: .seriesText(end.series))
            placer.boxes.append(item.box)
            items.append(.text(item))
        }
    }

    private mutating func drawThread(from end: Point, to y: Double, _ series: Int) {
        var points = [Point(end.x + 2, end.y), Point(area.right + 13, y)]
        let isEarly = area.right - end.x > 3
        if isEarly { points.insert(Point(area.right + 2, end.y), at: 1) }
        let thread = StrokeItem(
            role: "thread \(role(series))", path: .polyline(points), width: isEarly ? 0.5 : 0.75,
            paint: isEarly ? .softInk : .series(series))
        items.append(.stroke(thread))
    }

    /// The name of a line right of its last point, or above or below there; false where something else stands.
    private mutating func drawEarly(_ label: Label, at end: (series: Int, point: Point)) -> Bool {
        let text = PlotLayout.seriesLine(label, layout.measurer)
        let height = text.ascent + text.descent
        let (x, y) = (end.point.x, end.point.y)
        let candidates = [
            (x + 7, y - height / 2), (x + 4, y - height - 5), (x + 4, y + 5), (x - text.width, y - height - 7),
            (x - text.width, y + 7),
        ].map { Rectangle(x: $0.0, y: $0.1, width: text.width, height: height) }
        guard let box = placer.free(candidates) else { return false }
        items.append(
            .text(
                text.item(
                    role: role(end.series), x: box.x, baseline: box.y + text.ascent, anchor: .start,
                    paint: .seriesText(end.series), halo: Halo(width: 4))))
        return true
    }

    private mutating func drawText(_ text: TextLine, beside point: Point, _ index: Int) {
        let height = text.ascent + text.descent
        let (dx, dy) = (9.0, 7.0)
        let candidates = [
            (point.x + dx, point.y + dy), (point.x - dx - text.width, point.y + dy),
            (point.x + dx, point.y - dy - height), (point.x - dx - text.width, point.y - dy - height),
            (point.x + 2 * dx, point.y - height / 2), (point.x - 2 * dx - text.width, point.y - height / 2),
        ].map { Rectangle(x: $0.0, y: $0.1, width: text.width, height: height) }
        let box = placer.place(candidates)
        items.append(
            .text(
                text.item(
                    role: role(index), x: box.x, baseline: box.y + text.ascent, anchor: .start,
                    paint: .seriesText(index), halo: Halo(width: 4))))
    }
}
