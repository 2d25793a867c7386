extension NetworkDiagram {
    /// The diagram laid out: lines first, then circles, then texts, on a canvas without empty bands.
    public func laidOut(measuring measurer: any TextMeasurer) -> DisplayList {
        let layout = NetworkLayout(self, measurer: measurer)
        let drawing = NetworkDrawing(layout: layout)
        let items = drawing.lines() + drawing.circles() + drawing.edgeTexts() + drawing.unitTexts() + drawing.titles()
        return .fitting(items, margin: layout.style.margin)
    }
}

/// Turns a layout into items.
private struct NetworkDrawing {
    var layout: NetworkLayout

    private var diagram: NetworkDiagram { layout.diagram }
    private var style: NetworkStyle { layout.style }

    // MARK: Edges

    /// Faded lines lie under the others.
    func lines() -> [DisplayList.Item] {
        let heaviest = diagram.edges.reduce(0.0) {
            guard let weight = $1.weight, weight.isFinite else { return $0 }
            return max($0, weight.magnitude)
        }
        let order = diagram.edges.filter(layout.isFaded) + diagram.edges.filter { !layout.isFaded($0) }
        return order.map { edge in
            let (start, end) = ends(of: edge)
            let width = lineWidth(edge.weight, heaviest: heaviest)
            return .stroke(
                StrokeItem(
                    role: "weight \(edge.id)", path: .line(start, end),
                    width: layout.isFaded(edge) ? min(width, 1.2) : width,
                    dash: (edge.weight ?? 0) < 0 ? style.dash : [], paint: paint(of: edge)))
        }
    }

    private func lineWidth(_ weight: Double?, heaviest: Double) -> Double {
        guard let weight, weight.isFinite, heaviest > 0 else { return 1.2 }
        return 1 + (style.heaviest - 1) * (weight.magnitude / heaviest)
    }

    private func paint(of edge: NetworkDiagram.Edge) -> Paint {
        if layout.isFaded(edge) { return .faded }
        guard let weight = edge.weight, weight != 0 else { return .softInk }
        return weight < 0 ? .negative : .positive
    }

    /// From rim to rim.
    private func ends(of edge: NetworkDiagram.Edge) -> (Point, Point) {
        let start = layout.centre(layer: edge.layer, unit: edge.source)
        let end = layout.centre(layer: edge.layer + 1, unit: edge.target)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        let (ux, uy) = (dx / length * layout.radius, dy / length * layout.radius)
        return (Point(start.x + ux, start.y + uy), Point(end.x - ux, end.y - uy))
    }

    func edgeTexts() -> [DisplayList.Item] {
        zip(diagram.edges, layout.blocks).flatMap { edge, block in
            let start = layout.centre(layer: edge.layer, unit: edge.source)
            let end = layout.centre(layer: edge.layer + 1, unit: edge.target)
            let part = layout.labelPart(edge.layer)
            let place = Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
            return block.itemsOnGround(around: place, margin: style.halo.width / 2)
        }
    }

    // MARK: Units

    func circles() -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        for (layer, unit, place) in places() {
            let node = diagram.layers[layer].units[unit]
            let circle = Path.circle(place, radius: layout.radius)
            let role = "unit \(node.id)"
            let faded = layout.isFaded(layer: layer, unit: unit)
            items.append(.fill(FillItem(role: role, path: circle, paint: faded ? .ground : tint(of: node))))
            items.append(
                .stroke(
                    StrokeItem(
                        role: role, path: circle, width: style.outline * (node.emphasis == .highlighted ? 1.7 : 1),
                        paint: faded ? .faded : .ink)))
        }
        return items
    }

    private func tint(of unit: NetworkDiagram.Unit) -> Paint {
        guard let tint = unit.tint, tint == tint else { return .ground }
        let level = Int(max(-1, min(1, tint)) * 8 + (tint < 0 ? -0.5 : 0.5))
        return level == 0 ? .ground : .tint(level: level)
    }

    func unitTexts() -> [DisplayList.Item] {
        let text = UnitText(style: style, measurer: layout.measurer)
        let sizes = text.sizes(for: diagram.layers.flatMap { $0.units }, radius: layout.radius)
        return zip(places(), sizes).flatMap { place, size in
            let node = diagram.layers[place.layer].units[place.unit]
            let faded = layout.isFaded(layer: place.layer, unit: place.unit)
            let values = text.block(of: node, size: size, paint: faded ? .softInk : .ink).items(around: place.place)
            return values.map { .text($0) } + layout.notes(for: node).items(at: place.place, faded: faded)
                + wishes(of: node, at: place.place)
        }
    }

    /// `want 1` and the error, right of the circle.
    private func wishes(of unit: NetworkDiagram.Unit, at place: Point) -> [DisplayList.Item] {
        var block = TextBlock(leading: style.noteSize * 1.4)
        if let target = unit.target {
            let text = TextLine(
                "want " + target.text, face: style.noteFace, size: style.noteSize, measurer: layout.measurer)
            block.add(text, role: "target \(unit.id)", paint: .softInk)
        }
        if let error = unit.error {
            let text = TextLine(error.text, face: style.weightFace, size: style.noteSize + 1, measurer: layout.measurer)
            block.add(text, role: "error \(unit.id)")
        }
        let centre = Point(place.x + layout.radius + 13 + block.width / 2, place.y)
        return block.items(around: centre).map { .text($0) }
    }

    private func places() -> [(layer: Int, unit: Int, place: Point)] {
        diagram.layers.indices.flatMap { layer in
            diagram.layers[layer].units.indices.map { (layer, $0, layout.centre(layer: layer, unit: $0)) }
        }
    }

    // MARK: Titles

    /// Above everything, on one line.
    func titles() -> [DisplayList.Item] {
        var top = 0.0
        for (layer, unit, place) in places() {
            top = min(top, place.y - layout.radius - layout.notes(for: diagram.layers[layer].units[unit]).above)
        }
        return diagram.layers.indices.compactMap { layer in
            guard let title = layout.title(layer) else { return nil }
            return .text(
                title.item(
                    role: "title \(layer + 1)", x: layout.columns[layer], baseline: top - 14, paint: .softInk))
        }
    }
}
