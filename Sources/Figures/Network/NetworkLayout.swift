/// Where the layers and units of a diagram stand, chosen so that no two texts meet.
///
/// All layers share one pitch `p` and are centred on one line. Between `n` sources and `m` targets every label stands at
/// the part `t` of its edge, `n/(n+1)` when m ≥ n, else `1/(m+1)`; its height is then `(i + n·j)·p/(n+1)` (or its mirror
/// image) plus a constant, so the `n·m` labels form one column of even spacing `p/(min(n, m)+1)`. The column clears the
/// circles when the layers are far enough apart, and the labels clear each other when the pitch is large enough: both
/// are solved for here.
struct NetworkLayout {
    var diagram: NetworkDiagram
    var measurer: any TextMeasurer
    var style: NetworkStyle
    var radius: Double
    var pitch: Double
    /// Centre of each layer.
    var columns: [Double] = [0]
    /// Texts of each edge, in the diagram's order.
    var blocks: [TextBlock] = []
    /// Where anything stands out, all else stands back.
    var isFocused: Bool

    init(_ diagram: NetworkDiagram, measurer: any TextMeasurer) {
        self.diagram = diagram
        self.measurer = measurer
        let counts = diagram.layers.map { $0.units.count }
        let crossing = zip(counts, counts.dropFirst()).reduce(1) { max($0, min($1.0, $1.1)) }
        style = NetworkStyle(units: counts.reduce(1) { max($0, $1) }, crossing: crossing)
        radius = UnitText(style: style, measurer: measurer).radius(for: diagram.layers.flatMap { $0.units })
        pitch = style.pitch
        isFocused =
            diagram.layers.contains { $0.units.contains { $0.emphasis == .highlighted } }
            || diagram.edges.contains { $0.emphasis == .highlighted }
        pitch = max(pitch, unitHeight + 10)
        placeLayers()
    }

    /// Left to right, gap by gap; raises the pitch where a column of labels needs it.
    private mutating func placeLayers() {
        blocks = diagram.edges.map { block(for: $0, stacked: false) }
        let gaps = 0..<max(0, diagram.layers.count - 1)
        if gaps.contains(where: { distance(across: $0) > style.widestGap }) {
            blocks = diagram.edges.map { block(for: $0, stacked: true) }
        }
        for gap in gaps {
            columns.append(columns[gap] + distance(across: gap))
            let labels = labels(gap)
            guard labels.count > 1 else { continue }
            let height = labels.reduce(0) { max($0, $1.height) }
            // Lines that belong together stand closer than those that do not.
            let spacing = labels.contains { $0.lines.count > 1 } ? style.blockSpacing : style.textSpacing
            pitch = max(pitch, Double(crossing(gap) + 1) * (height + spacing))
        }
    }

    private func labels(_ gap: Int) -> [TextBlock] {
        diagram.edges.indices.filter { diagram.edges[$0].layer == gap }.map { blocks[$0] }
    }

    private func block(for edge: NetworkDiagram.Edge, stacked: Bool) -> TextBlock {
        EdgeLabel(style: style, measurer: measurer).block(for: edge, faded: isFaded(edge), stacked: stacked)
    }

    /// An edge at a unit that stands out does not stand back.
    func isFaded(_ edge: NetworkDiagram.Edge) -> Bool {
        guard edge.emphasis == .normal else { return edge.emphasis == .faded }
        let ends = [
            diagram.layers[edge.layer].units[edge.source], diagram.layers[edge.layer + 1].units[edge.target],
        ]
        return isFocused && !ends.contains { $0.emphasis == .highlighted }
    }

    /// A unit at the end of an edge that stands out does not stand back.
    func isFaded(layer: Int, unit: Int) -> Bool {
        switch diagram.layers[layer].units[unit].emphasis {
        case .highlighted: return false
        case .faded: return true
        case .normal:
            guard isFocused else { return false }
            return !diagram.edges.contains { edge in
                edge.emphasis == .highlighted
                    && (edge.layer == layer && edge.source == unit || edge.layer + 1 == layer && edge.target == unit)
            }
        }
    }
}

// MARK: - Gaps between layers

extension NetworkLayout {
    private func counts(_ gap: Int) -> (sources: Int, targets: Int) {
        (diagram.layers[gap].units.count, diagram.layers[gap + 1].units.count)
    }

    func crossing(_ gap: Int) -> Int { min(counts(gap).sources, counts(gap).targets) }

    /// The part of an edge, from its source, at which its label stands.
    func labelPart(_ gap: Int) -> Double {
        let (n, m) = counts(gap)
        return m >= n ? Double(n) / Double(n + 1) : 1 / Double(m + 1)
    }

    /// The distance at which the column of labels clears both layers.
    private func distance(across gap: Int) -> Double {
        let titles = (titleWidth(gap) + titleWidth(gap + 1)) / 2 + 16
        let half = labels(gap).reduce(0) { max($0, $1.width) } / 2
        let part = labelPart(gap)
        var distance = max(style.layerGap, titles)
        guard half > 0 else { return max(distance, reach(gap) + reach(gap + 1) + 40) }
        distance = max(distance, (reach(gap) + half + style.clearance) / part)
        distance = max(distance, (reach(gap + 1) + half + style.clearance) / (1 - part))
        return distance.rounded(.up)
    }

    /// How far the units of a layer and their texts reach to each side of its centre.
    private func reach(_ layer: Int) -> Double {
        diagram.layers[layer].units.reduce(radius + style.outline / 2) { max($0, notes(for: $1).width / 2) }
    }

    private func titleWidth(_ layer: Int) -> Double { title(layer)?.width ?? 0 }

    func title(_ layer: Int) -> TextLine? {
        diagram.layers[layer].title.map {
            TextLine($0, face: .interface(.semibold, .upright), size: style.noteSize, measurer: measurer)
        }
    }
}

// MARK: - Units

extension NetworkLayout {
    func centre(layer: Int, unit: Int) -> Point {
        let count = diagram.layers[layer].units.count
        return Point(columns[layer], (Double(unit) - Double(count - 1) / 2) * pitch)
    }

    func notes(for unit: NetworkDiagram.Unit) -> UnitNotes {
        UnitNotes(unit, style: style, radius: radius, measurer: measurer)
    }

    /// From the top of the tallest name to the foot of the lowest note.
    private var unitHeight: Double {
        var above = 0.0
        var below = 0.0
        for unit in diagram.layers.flatMap({ $0.units }) {
            let notes = notes(for: unit)
            above = max(above, notes.above)
            below = max(below, notes.below)
        }
        return 2 * radius + above + below
    }
}
