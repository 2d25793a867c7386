/// Where the layers and units of a diagram stand, chosen so that no two texts meet.
///
/// All layers share one pitch `p` and are centred on one line. Between `n` sources and `m` targets every label stands at
/// the part `t` of its edge, `n/(n+1)` when m ≥ n, else `1/(m+1)`; its height is then `(i + n·j)·p/(n+1)` (or its mirror
/// image) plus a constant, so the `n·m` labels form one column of even spacing `p/(min(n, m)+1)`. The column clears the
/// circles when the layers are far enough apart, and the labels clear each other when the pitch is large enough: both
/// are solved for here. Where that takes more room than a page has, labels give way (`EdgeLabelling`).
///
/// All is said of layers from left to right; from top to bottom `along` is down and `across` is to the right.
struct NetworkLayout {
    let diagram: NetworkDiagram
    let measurer: any TextMeasurer
    let fading: Fading
    var style: NetworkStyle
    var radius: Double
    var pitch: Double
    /// Centre of each layer, along.
    var columns: [Double] = [0]
    /// Texts around each unit.
    var notes: [[UnitNotes]]
    /// Label of each edge, in the diagram's order.
    var labels: [EdgePlace?] = []
    var labelling = EdgeLabelling.all
    /// Size of the texts on the edges.
    var edgeSize: Double

    init(_ diagram: NetworkDiagram, measurer: any TextMeasurer) {
        self.diagram = diagram
        self.measurer = measurer
        let fading = Fading(diagram)
        self.fading = fading
        let counts = diagram.layers.map { $0.slotCount }
        let crossing = zip(counts, counts.dropFirst()).reduce(1) { max($0, min($1.0, $1.1)) }
        let style = NetworkStyle(
            units: counts.reduce(1) { max($0, $1) }, crossing: crossing, layers: diagram.layers.count,
            isCompact: diagram.isCompact)
        let radius = UnitText(style: style, measurer: measurer).radius(for: diagram.layers.flatMap { $0.units })
        let placer = UnitNotesPlacer(
            style: style, radius: radius, direction: diagram.direction, measurer: measurer)
        notes = diagram.layers.indices.map { layer in
            zip(diagram.layers[layer].units, fading.units[layer]).map { unit, faded in
                placer.notes(of: unit, faded: faded, isLast: layer == diagram.layers.count - 1)
            }
        }
        self.style = style
        self.radius = radius
        pitch = style.pitch
        edgeSize = style.edgeSize
        pitch = max(pitch, unitExtent + 10)
        label()
        placeLayers()
        if case .largest = labelling { labelLargest() }
    }

    private mutating func placeLayers() {
        for gap in gaps { columns.append(columns[gap] + distance(across: gap)) }
    }
}

// MARK: - Axes

extension NetworkLayout {
    var isDown: Bool { diagram.direction == .down }
    var gaps: Range<Int> { 0..<max(0, diagram.layers.count - 1) }

    func point(along: Double, across: Double) -> Point { isDown ? Point(across, along) : Point(along, across) }

    func centre(layer: Int, unit: Int) -> Point { place(layer: layer, slot: diagram.layers[layer].slot(of: unit)) }

    /// A slot holds a unit, or the dots for those left out.
    func place(layer: Int, slot: Int) -> Point {
        let count = diagram.layers[layer].slotCount
        return point(along: columns[layer], across: (Double(slot) - Double(count - 1) / 2) * pitch)
    }

    /// Reach of a block of texts along and across.
    func extent(_ block: TextBlock) -> (along: Double, across: Double) {
        isDown ? (block.height, block.width) : (block.width, block.height)
    }

    /// From the first reach of any unit across to the last.
    var unitExtent: Double {
        var (before, after) = (radius, radius)
        for notes in notes.flatMap({ $0 }) {
            before = max(before, isDown ? -notes.bounds.x : -notes.bounds.y)
            after = max(after, isDown ? notes.bounds.right : notes.bounds.bottom)
        }
        return before + after
    }

    /// How far the units of a layer and their texts reach forwards from its centre.
    func reachAfter(_ layer: Int) -> Double {
        notes[layer].reduce(radius) { max($0, isDown ? $1.bounds.bottom : $1.bounds.right) }
    }

    /// How far they reach backwards.
    func reachBefore(_ layer: Int) -> Double {
        notes[layer].reduce(radius) { max($0, isDown ? -$1.bounds.y : -$1.bounds.x) }
    }
}

// MARK: - Gaps between layers

extension NetworkLayout {
    private func counts(_ gap: Int) -> (sources: Int, targets: Int) {
        (diagram.layers[gap].slotCount, diagram.layers[gap + 1].slotCount)
    }

    func crossing(_ gap: Int) -> Int { min(counts(gap).sources, counts(gap).targets) }

    /// The part of an edge, from its source, at which its label stands.
    func labelPart(_ gap: Int) -> Double {
        if case .largest = labelling { return 0.5 }
        let (n, m) = counts(gap)
        return m >= n ? Double(n) / Double(n + 1) : 1 / Double(m + 1)
    }

    /// The distance at which the column of labels clears both layers, and no line passes under a foreign circle.
    func distance(across gap: Int) -> Double {
        let room = isDown ? style.rowGap : style.layerGap
        let isLoss = diagram.layers[gap + 1].units.contains { $0.shape == .box }
        let titles = isDown ? 0 : (titleWidth(gap) + titleWidth(gap + 1)) / 2 + 16
        var distance = max(isLoss ? style.lossGap * (isDown ? 0.7 : 1) : room, titles, steepest(gap))
        let half = labels(in: gap).reduce(0) { max($0, extent($1).along) } / 2
        guard half > 0 else { return max(distance, reachAfter(gap) + reachBefore(gap + 1) + 40).rounded(.up) }
        let part = labelPart(gap)
        distance = max(distance, (reachAfter(gap) + half + style.clearance) / part)
        distance = max(distance, (reachBefore(gap + 1) + half + style.clearance) / (1 - part))
        return distance.rounded(.up)
    }

    /// A line that rises by `d` passes a neighbour's centre at `p·x/√(x² + d²)`, which is to exceed its radius.
    private func steepest(_ gap: Int) -> Double {
        let (n, m) = counts(gap)
        let rise = Double(n + m - 2) / 2 * pitch
        let clear = radius + 5
        return rise * clear / (pitch * pitch - clear * clear).squareRoot()
    }

    func labels(in gap: Int) -> [TextBlock] {
        zip(diagram.edges, labels).compactMap { $0.layer == gap ? $1?.block : nil }
    }

    private func titleWidth(_ layer: Int) -> Double { title(layer)?.width ?? 0 }

    func title(_ layer: Int) -> TextLine? {
        diagram.layers[layer].title.map {
            TextLine($0, face: .interface(.semibold, .upright), size: style.noteSize, measurer: measurer)
        }
    }
}

extension NetworkDiagram.Layer {
    /// Units and dots.
    var slotCount: Int { units.count + omissions.count }

    func slot(of unit: Int) -> Int { unit + omissions.reduce(0) { $0 + ($1 < unit ? 1 : 0) } }
}
