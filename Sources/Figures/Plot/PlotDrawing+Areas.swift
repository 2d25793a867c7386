extension PlotDrawing {
    /// A tinted area with its upper line.
    mutating func drawArea(_ spans: [Plot.Span], _ index: Int) {
        var path = Path()
        for part in parts(of: spans) {
            let upper = layout.placed(part.map { Point($0.x, $0.y) }).flatMap { $0 }
            let lower = layout.placed(part.map { Point($0.x, $0.base) }).flatMap { $0 }
            let outline = Clipping.clipped(upper + lower.reversed(), to: area)
            if outline.count > 2 { path.append(polygon: outline) }
        }
        if !path.elements.isEmpty {
            items.append(.fill(FillItem(role: role(index), path: path, paint: .seriesTint(index))))
        }
        drawLine(spans.map { Point($0.x, $0.y) }, index)
    }

    /// The runs of spans that the axes can show.
    private func parts(of spans: [Plot.Span]) -> [[Plot.Span]] {
        spans.split { span in
            !layout.shows(Point(span.x, span.y)) || !layout.shows(Point(span.x, span.base))
        }.map { Array($0) }
    }

    /// Touching tinted bars from zero with an outline; of several histograms only the common outline, so that each is seen
    /// through the others.
    mutating func drawBins(_ bins: [Plot.Bin], _ index: Int) {
        let histograms = layout.plot.series.reduce(0) { if case .bins = $1.shape { $0 + 1 } else { $0 } }
        let zero = layout.y.position(0)
        var path = Path()
        var outline: [Point] = []
        for bin in bins {
            let (left, right) = (layout.x.position(bin.from), layout.x.position(bin.to))
            let top = layout.y.position(bin.height(isPerUnit: layout.isPerUnit))
            if outline.isEmpty { outline.append(Point(left, zero)) }
            // Between bars down to zero and up again.
            if histograms == 1, let last = outline.last, last.y != zero { outline.append(Point(left, zero)) }
            outline += [Point(left, top), Point(right, top)]
            let box = [Point(left, zero), Point(right, zero), Point(right, top), Point(left, top)]
            let inside = Clipping.clipped(box, to: area)
            if bin.count > 0, inside.count > 2 { path.append(polygon: inside) }
        }
        guard let last = outline.last else { return }
        outline.append(Point(last.x, zero))
        items.append(.fill(FillItem(role: role(index), path: path, paint: .seriesTint(index))))
        for part in Clipping.cut(outline, to: area) {
            var stroke = line(.polyline(part), index)
            stroke.width = PlotStyle.outlineWidth
            if histograms == 1 { stroke.dash = [] }
            items.append(.stroke(stroke))
            placer.lines.append(part)
        }
    }
}

/// Cuts figures at the sides of a rectangle.
enum Clipping {
    /// The part of a polygon inside (Sutherland and Hodgman).
    static func clipped(_ polygon: [Point], to box: Rectangle) -> [Point] {
        var result = polygon
        result = cut(result) { $0.x - box.x }
        result = cut(result) { box.right - $0.x }
        result = cut(result) { $0.y - box.y }
        return cut(result) { box.bottom - $0.y }
    }

    /// The part of a polygon where `distance`, which is linear, is not below zero.
    private static func cut(_ polygon: [Point], _ distance: (Point) -> Double) -> [Point] {
        var result: [Point] = []
        for (index, here) in polygon.enumerated() {
            let before = polygon[index == 0 ? polygon.count - 1 : index - 1]
            let (a, b) = (distance(before), distance(here))
            if (a < 0) != (b < 0) {
                let part = a / (a - b)
                result.append(Point(before.x + (here.x - before.x) * part, before.y + (here.y - before.y) * part))
            }
            if b >= 0 { result.append(here) }
        }
        return result
    }

    /// The parts of a line inside.
    static func cut(_ line: [Point], to box: Rectangle) -> [[Point]] {
        var parts: [[Point]] = []
        for (start, end) in zip(line, line.dropFirst()) {
            guard let (from, to) = LabelPlacer.clipped(start, end, to: box) else { continue }
            if let last = parts.last?.last, last == from {
                parts[parts.count - 1].append(to)
            } else {
                parts.append([from, to])
            }
        }
        return parts
    }
}

extension Path {
    mutating func append(polygon: [Point]) {
        for (index, point) in polygon.enumerated() { elements.append(index == 0 ? .move(point) : .line(point)) }
        elements.append(.close)
    }
}
