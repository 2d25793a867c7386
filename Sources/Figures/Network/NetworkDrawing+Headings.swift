extension NetworkDrawing {
    /// Titles of layers before their first unit, numbers of units behind the last.
    func headings() -> [DisplayList.Item] {
        layout.diagram.layers.indices.flatMap { layer in [title(layer), count(layer)].compactMap { $0 } }
    }

    /// Above all units on one line; from top to bottom, left of all units, ending on one line.
    private func title(_ layer: Int) -> DisplayList.Item? {
        guard let title = layout.title(layer) else { return nil }
        let role = "title \(layer + 1)"
        let along = layout.columns[layer]
        if layout.isDown {
            let x = edges.first - 18
            let baseline = title.baseline(centredOn: along)
            return .text(title.item(role: role, x: x, baseline: baseline, anchor: .end, paint: .softInk))
        }
        return .text(title.item(role: role, x: along, baseline: edges.first - 14, paint: .softInk))
    }

    /// `128 units`, under the last or right of it.
    private func count(_ layer: Int) -> DisplayList.Item? {
        guard let text = layout.diagram.layers[layer].count, let last = lastReach(layer) else { return nil }
        let line = TextLine(
            text, face: layout.style.noteFace, size: layout.style.noteSize, measurer: layout.measurer)
        let role = "count \(layer + 1)"
        let along = layout.columns[layer]
        if layout.isDown {
            return .text(
                line.item(
                    role: role, x: last + 14, baseline: line.baseline(centredOn: along), anchor: .start,
                    paint: .softInk, halo: layout.style.halo))
        }
        return .text(
            line.item(
                role: role, x: along, baseline: last + 8 + line.ascent, paint: .softInk, halo: layout.style.halo))
    }

    /// Where the units and their texts begin and end across.
    private var edges: (first: Double, last: Double) {
        var (first, last) = (0.0, 0.0)
        for layer in layout.diagram.layers.indices {
            for unit in layout.diagram.layers[layer].units.indices {
                let centre = layout.centre(layer: layer, unit: unit)
                let box = layout.notes[layer][unit].bounds
                first = min(first, layout.isDown ? centre.x + box.x : centre.y + box.y)
                last = max(last, layout.isDown ? centre.x + box.right : centre.y + box.bottom)
            }
        }
        return (first, last)
    }

    private func lastReach(_ layer: Int) -> Double? {
        guard let unit = layout.diagram.layers[layer].units.indices.last else { return nil }
        let centre = layout.centre(layer: layer, unit: unit)
        let box = layout.notes[layer][unit].bounds
        return layout.isDown ? centre.x + box.right : centre.y + box.bottom
    }
}
