extension PlotDrawing {
    /// The names of the series, beside them or in the legend; false when one found no room.
    mutating func drawLabels() -> Bool {
        items += layout.legend.items()
        guard layout.labelsAtEnds else { return true }
        drawEndLabels()
        for (index, point) in anchors {
            guard let label = layout.plot.series[index].label else { continue }
            guard drawText(PlotLayout.seriesLine(label, layout.measurer), beside: point, index) else { return false }
        }
        return true
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
        append(text, role: role(end.series), in: box, paint: .seriesText(end.series))
        return true
    }

    private mutating func drawText(_ text: TextLine, beside point: Point, _ index: Int) -> Bool {
        let candidates = Self.places(around: point, text, distances: [(9, 7), (14, 12), (24, 20)])
        guard let box = placer.place(candidates) else { return false }
        append(text, role: role(index), in: box, paint: .seriesText(index))
        return true
    }

    /// Right and left, below, above and level with a point, ever farther away.
    static func places(around point: Point, _ text: TextLine, distances: [(Double, Double)]) -> [Rectangle] {
        let (width, height) = (text.width, text.ascent + text.descent)
        var boxes: [Rectangle] = []
        for (dx, dy) in distances {
            for (away, y) in [(dx, point.y + dy), (dx, point.y - dy - height), (2 * dx, point.y - height / 2)] {
                boxes.append(Rectangle(x: point.x + away, y: y, width: width, height: height))
                boxes.append(Rectangle(x: point.x - away - width, y: y, width: width, height: height))
            }
        }
        return boxes
    }

    /// A text over lines, its upper left corner that of a box which the placer gave.
    mutating func append(
        _ text: TextLine, role: String, in box: Rectangle, paint: Paint = .ink, halo: Paint = .ground
    ) {
        let item = text.item(
            role: role, x: box.x, baseline: box.y + text.ascent, anchor: .start, paint: paint,
            halo: Halo(paint: halo, width: 4))
        items.append(.text(item))
    }
}
