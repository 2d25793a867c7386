extension NetworkDiagram {
    /// The diagram laid out: lines first, then the ground of their labels, then circles, then texts, on a canvas without
    /// empty bands.
    public func laidOut(measuring measurer: any TextMeasurer) -> DisplayList {
        let layout = NetworkLayout(self, measurer: measurer)
        let drawing = NetworkDrawing(layout: layout)
        var items = drawing.lines() + drawing.grounds() + drawing.dots() + drawing.shapes()
        items += drawing.edgeTexts() + drawing.unitTexts() + drawing.headings()
        items += NetworkFoot(layout: layout).items(under: items)
        return .fitting(items, margin: layout.style.margin)
    }
}

/// Turns a layout into items.
struct NetworkDrawing {
    var layout: NetworkLayout

    private var diagram: NetworkDiagram { layout.diagram }
    private var style: NetworkStyle { layout.style }

    // MARK: Edges

    /// Faded lines lie under the others, unlabelled ones under those with labels.
    func lines() -> [DisplayList.Item] {
        let heaviest = diagram.heaviest
        let isSparse = if case .largest = layout.labelling { true } else { false }
        func rank(_ edge: Int) -> Int { layout.fading.edges[edge] ? 0 : isSparse && layout.labels[edge] == nil ? 1 : 2 }
        let order = diagram.edges.indices.sorted { (rank($0), $0) < (rank($1), $1) }
        return order.flatMap { index -> [DisplayList.Item] in
            let edge = diagram.edges[index]
            let (start, end) = ends(of: edge)
            guard edge.changesVisibly(heaviest: heaviest, style) else {
                return [line(edge, edge.weight, start, end, isFaded: layout.fading.edges[index])]
            }
            let middle = layout.labelCentre(index, part: layout.labels[index]?.part ?? 0.5)
            return [
                line(edge, edge.weight, start, middle, isFaded: layout.fading.edges[index]),
                line(edge, edge.weightAfter, middle, end, isFaded: layout.fading.edges[index]),
            ]
        }
    }

    private func line(
        _ edge: NetworkDiagram.Edge, _ weight: Double?, _ start: Point, _ end: Point, isFaded: Bool
    ) -> DisplayList.Item {
        let stands = weight == nil && edge.emphasis == .highlighted
        let width = stands ? 2.4 : style.lineWidth(weight, heaviest: diagram.heaviest)
        return .stroke(
            StrokeItem(
                role: "weight \(edge.id)", path: .line(start, end), width: isFaded ? min(width, 1.2) : width,
                dash: (weight ?? 0) < 0 ? style.dash : [], paint: paint(weight, edge.emphasis, isFaded: isFaded)))
    }

    private func paint(_ weight: Double?, _ emphasis: NetworkDiagram.Emphasis, isFaded: Bool) -> Paint {
        if isFaded { return .faded }
        guard let weight, weight != 0 else { return emphasis == .highlighted ? .ink : .softInk }
        return weight < 0 ? .negative : .positive
    }

    /// From rim to rim.
    private func ends(of edge: NetworkDiagram.Edge) -> (Point, Point) {
        let start = layout.centre(layer: edge.layer, unit: edge.source)
        let end = layout.centre(layer: edge.layer + 1, unit: edge.target)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        func reach(_ shape: NetworkDiagram.Shape) -> Double {
            shape == .circle ? layout.radius : layout.radius * length / max(dx.magnitude, dy.magnitude)
        }
        let first = reach(diagram.layers[edge.layer].units[edge.source].shape) / length
        let last = reach(diagram.layers[edge.layer + 1].units[edge.target].shape) / length
        return (Point(start.x + dx * first, start.y + dy * first), Point(end.x - dx * last, end.y - dy * last))
    }

    func grounds() -> [DisplayList.Item] {
        let margin = style.halo(layout.edgeSize).width / 2
        return diagram.edges.indices.compactMap { edge in
            guard let label = layout.labels[edge] else { return nil }
            return label.block.ground(around: layout.labelCentre(edge, part: label.part), margin: margin).map {
                .fill($0)
            }
        }
    }

    func edgeTexts() -> [DisplayList.Item] {
        diagram.edges.indices.flatMap { edge -> [DisplayList.Item] in
            guard let label = layout.labels[edge] else { return [] }
            return label.block.items(around: layout.labelCentre(edge, part: label.part)).map { .text($0) }
        }
    }

    // MARK: Units

    /// Three dots for the units left out.
    func dots() -> [DisplayList.Item] {
        diagram.layers.indices.flatMap { layer in
            diagram.layers[layer].omissions.flatMap { unit -> [DisplayList.Item] in
                let place = layout.place(layer: layer, slot: diagram.layers[layer].slot(of: unit) + 1)
                let isFaded = layout.fading.units[layer].allSatisfy { $0 }
                return (-1...1).map { step in
                    let shift = Double(step) * max(7, style.radius * 0.45)
                    let centre = layout.isDown ? Point(place.x + shift, place.y) : Point(place.x, place.y + shift)
                    return .fill(
                        FillItem(
                            role: "omission \(layer + 1)", path: .circle(centre, radius: 2),
                            paint: isFaded ? .faded : .ink))
                }
            }
        }
    }

    /// Circles with their badges.
    func shapes() -> [DisplayList.Item] {
        places().flatMap { layer, unit, place -> [DisplayList.Item] in
            let node = diagram.layers[layer].units[unit]
            let path = shape(node.shape, at: place)
            let role = "unit \(node.id)"
            let faded = layout.fading.units[layer][unit]
            let outline = style.outline * (node.emphasis == .highlighted ? 1.7 : 1)
            return [
                .fill(FillItem(role: role, path: path, paint: faded ? .ground : tint(of: node))),
                .stroke(StrokeItem(role: role, path: path, width: outline, paint: faded ? .faded : .ink)),
            ] + layout.notes[layer][unit].shapes(at: place)
        }
    }

    private func shape(_ shape: NetworkDiagram.Shape, at place: Point) -> Path {
        let r = layout.radius
        if shape == .circle { return .circle(place, radius: r) }
        return .rounded(Rectangle(x: place.x - r, y: place.y - r, width: 2 * r, height: 2 * r), radius: 4)
    }

    private func tint(of unit: NetworkDiagram.Unit) -> Paint {
        guard let tint = unit.tint, tint == tint else { return .ground }
        let level = Int(max(-1, min(1, tint)) * 8 + (tint < 0 ? -0.5 : 0.5))
        return level == 0 ? .ground : .tint(level: level)
    }

    func unitTexts() -> [DisplayList.Item] {
        let text = UnitText(style: style, measurer: layout.measurer)
        let sizes = text.sizes(for: diagram.layers.flatMap { $0.units }, radius: layout.radius)
        return zip(places(), sizes).flatMap { place, size -> [DisplayList.Item] in
            let node = diagram.layers[place.layer].units[place.unit]
            let faded = layout.fading.units[place.layer][place.unit]
            let values = text.block(of: node, size: size, paint: faded ? .softInk : .ink).items(around: place.place)
            let notes = layout.notes[place.layer][place.unit]
            return values.map { .text($0) } + notes.texts(at: place.place, halo: style.halo)
        }
    }

    private func places() -> [(layer: Int, unit: Int, place: Point)] {
        diagram.layers.indices.flatMap { layer in
            diagram.layers[layer].units.indices.map { (layer, $0, layout.centre(layer: layer, unit: $0)) }
        }
    }
}

extension NetworkDiagram {
    /// The magnitude of the weight whose line is widest.
    var heaviest: Double {
        if let scale { return scale.number.magnitude }
        return edges.reduce(0.0) { largest, edge in
            [edge.weight, edge.weightAfter].reduce(largest) { largest, weight in
                guard let weight, weight.isFinite else { return largest }
                return max(largest, weight.magnitude)
            }
        }
    }
}

extension NetworkDiagram.Edge {
    /// Whether the line of what the weight became is another than that of what it was: by its sign, or by half a point of
    /// its width.
    func changesVisibly(heaviest: Double, _ style: NetworkStyle) -> Bool {
        guard let weight, let weightAfter else { return false }
        func sign(_ number: Double) -> Int { number < 0 ? -1 : number > 0 ? 1 : 0 }
        let widths = [weight, weightAfter].map { style.lineWidth($0, heaviest: heaviest) }
        return sign(weight) != sign(weightAfter) || (widths[0] - widths[1]).magnitude >= 0.5
    }
}
