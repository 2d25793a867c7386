extension PlotDrawing {
    /// A light grid, one strong line and figures; no box.
    mutating func drawAxes() {
        drawGrid()
        guard layout.categories.isEmpty else {
            if showsX { drawCategories() }
            return
        }
        drawTicks()
    }

    private mutating func drawGrid() {
        let crossesZero =
            layout.y.kind == .linear && layout.y.low < 0 && layout.y.high > 0 && layout.plot.regions == nil
        let labelled = labelledTicks(of: layout.y) { $0.ascent + $0.descent + 2 }
        for (index, tick) in layout.y.ticks.enumerated() {
            let y = layout.y.position(tick.value)
            let isBase = crossesZero ? tick.value == 0 : (y - area.bottom).magnitude < 0.5
            if !isBase, layout.plot.regions == nil { rule(y, role: "grid", width: 0.75, paint: .line) }
            // Crowded texts are left out, their lines are not.
            guard showsY, labelled.contains(index) else { continue }
            let text = layout.tickLine(Label(tick.text))
            items.append(
                .text(
                    text.item(
                        role: "tick y \(tick.text)", x: area.x - 9, baseline: text.baseline(centredOn: y), anchor: .end,
                        paint: .softInk)))
        }
        rule(crossesZero ? layout.y.position(0) : area.bottom, role: "baseline", width: 1, paint: .softInk)
    }

    private mutating func rule(_ y: Double, role: String, width: Double, paint: Paint) {
        let path = Path.line(Point(area.x, y), Point(area.right, y))
        items.append(.stroke(StrokeItem(role: role, path: path, width: width, paint: paint)))
    }

    private mutating func drawTicks() {
        let labelled = labelledTicks(of: layout.x) { $0.width + 6 }
        for (index, tick) in layout.x.ticks.enumerated() {
            let x = layout.x.position(tick.value)
            let path = Path.line(Point(x, area.bottom), Point(x, area.bottom + 4))
            items.append(.stroke(StrokeItem(role: "axis x", path: path, width: 1, paint: .softInk)))
            // Crowded texts are left out, their marks are not.
            if showsX, labelled.contains(index) {
                drawTickText(layout.tickLine(Label(tick.text)), at: x, paint: .softInk)
            }
        }
    }

    /// Which ticks have their texts: all, or every second, third and so on, zero among them, so that none touches the next.
    ///
    /// - Parameter length: what a text takes along the axis, with the room beside it.
    private func labelledTicks(of scale: PlotScale, _ length: (TextLine) -> Double) -> Set<Int> {
        let places = scale.ticks.map { scale.position($0.value) }
        let lengths = scale.ticks.map { length(layout.tickLine(Label($0.text))) }
        let zero = scale.ticks.firstIndex { $0.value == 0 } ?? 0
        for step in 1..<max(2, places.count) {
            let chosen = Array(stride(from: zero % step, to: places.count, by: step))
            let fits = zip(chosen, chosen.dropFirst()).allSatisfy { one, next in
                (places[next] - places[one]).magnitude > (lengths[one] + lengths[next]) / 2
            }
            if fits { return Set(chosen) }
        }
        return Set(places.indices.prefix(1))
    }

    /// Smaller where they would touch, and then only every second or third.
    private mutating func drawCategories() {
        let slot = area.width / Double(layout.categories.count)
        let widest = layout.categories.reduce(0) { max($0, layout.tickLine($1).width) }
        let size = min(PlotStyle.tickSize, max(8, PlotStyle.tickSize * (slot - 4) / widest))
        let texts = layout.categories.map {
            TextLine($0, face: PlotStyle.tickFace, size: size, measurer: layout.measurer)
        }
        let broadest = texts.reduce(0) { max($0, $1.width) }
        let skip = max(1, Int(((broadest + 4) / slot).rounded(.up)))
        for (index, text) in texts.enumerated() where index % skip == 0 {
            drawTickText(text, at: layout.x.position(Double(index)), paint: .ink)
        }
    }

    private mutating func drawTickText(_ text: TextLine, at x: Double, paint: Paint) {
        let item = text.item(
            role: "tick x \(text.text)", x: x, baseline: area.bottom + 8 + PlotStyle.tickSize * 0.76, paint: paint)
        items.append(.text(item))
    }

    mutating func drawTitles() {
        if let label = layout.plot.x.label {
            let text = layout.axisLine(label)
            let item = text.item(
                role: "label x", x: area.x + area.width / 2, baseline: layout.plot.height - 5, paint: .softInk)
            items.append(.text(item))
        }
        if let label = layout.plot.y.label {
            let text = layout.axisLine(label)
            let item = text.item(
                role: "label y", x: 0, baseline: layout.legend.height + text.ascent + 1, anchor: .start,
                paint: .softInk)
            items.append(.text(item))
        }
    }
}
