extension GraphFigure {
    /// The graph placed by `placer` and drawn.
    public func laidOut(
        measuring measurer: any TextMeasurer, placing placer: any GraphPlacer
    ) throws(GraphPlacingError) -> DisplayList {
        let drawing = GraphDrawing(self, measurer: measurer)
        return drawing.list(try placer.placement(of: drawing.plan))
    }
}

/// The parts of a computational graph: cards for its nodes, labels on its edges.
struct GraphDrawing {
    let graph: GraphFigure
    let measurer: any TextMeasurer
    let style = GraphStyle()
    let cards: [GraphCard]
    /// The local derivative on each edge.
    let labels: [TextLine?]

    init(_ graph: GraphFigure, measurer: any TextMeasurer) {
        self.graph = graph
        self.measurer = measurer
        let style = style
        cards = graph.nodes.map { GraphCard($0, style: style, measurer: measurer) }
        labels = graph.edges.map { edge in
            edge.local.map {
                TextLine(
                    $0, face: edge.isHighlighted ? style.litFace : style.localFace, size: style.localSize,
                    measurer: measurer)
            }
        }
    }

    var plan: GraphPlan {
        let lines = zip(graph.edges, labels).map { edge, label in
            let size = label.map { label in
                GraphSize(
                    width: (label.width + 6).rounded(.up), height: (label.ascent + label.descent + 3).rounded(.up))
            }
            return GraphPlan.Line(from: edge.from, to: edge.to, label: size)
        }
        let isLabelled = labels.contains { $0 != nil }
        return GraphPlan(
            direction: graph.direction,
            boxes: cards.map { .init(GraphSize(width: $0.width, height: $0.height), keepsOrder: $0.node.keepsOrder) },
            lines: lines, gap: style.gap, rankGap: isLabelled ? style.labelledRankGap : style.rankGap)
    }

    /// Lines first, so that cards and labels lie on top.
    func list(_ placement: GraphPlacement) -> DisplayList {
        var lines: [DisplayList.Item] = []
        var texts: [DisplayList.Item] = []
        for (index, line) in placement.lines.enumerated() {
            let edge = graph.edges[index]
            let role = "\(graph.nodes[edge.from].id) to \(graph.nodes[edge.to].id)"
            for path in line.parts.dropLast() { lines.append(.stroke(stroke(path, role, edge.isHighlighted))) }
            if let last = line.parts.last { lines += arrow(last, role, edge.isHighlighted) }
            guard let label = labels[index], let centre = line.label else { continue }
            let item = label.item(
                role: "local derivative \(role)", x: centre.x, baseline: label.baseline(centredOn: centre.y),
                paint: edge.isHighlighted ? .ink : .softInk)
            texts.append(.text(item))
        }
        let nodes = zip(cards, placement.centres).flatMap { $0.items(around: $1) }
        let items = lines + nodes + texts
        guard !graph.legend.isEmpty, let bounds = DisplayList.bounds(of: items) else {
            return .fitting(items, margin: style.margin)
        }
        let foot = GraphFoot(graph: graph, style: style, measurer: measurer)
        return .fitting(items + foot.items(under: bounds), margin: style.margin)
    }

    private func stroke(_ path: Path, _ role: String, _ isHeavy: Bool) -> StrokeItem {
        StrokeItem(
            role: "edge \(role)", path: path, width: isHeavy ? style.heavyWidth : style.lineWidth,
            paint: isHeavy ? .ink : .softInk)
    }

    /// A line with a head at its end.
    private func arrow(_ path: Path, _ role: String, _ isHeavy: Bool) -> [DisplayList.Item] {
        guard let (tip, back) = path.ending else { return [.stroke(stroke(path, role, isHeavy))] }
        let (dx, dy) = (tip.x - back.x, tip.y - back.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { return [.stroke(stroke(path, role, isHeavy))] }
        let (ux, uy) = (dx / length, dy / length)
        let scale = isHeavy ? 1.35 : 1
        let foot = Point(tip.x - ux * style.arrow.length * scale, tip.y - uy * style.arrow.length * scale)
        let half = style.arrow.width * scale / 2
        let head = Path([
            .move(tip), .line(Point(foot.x - uy * half, foot.y + ux * half)),
            .line(Point(foot.x + uy * half, foot.y - ux * half)), .close,
        ])
        return [
            .stroke(stroke(path.ending(at: Point(tip.x - ux * 3, tip.y - uy * 3)), role, isHeavy)),
            .fill(FillItem(role: "arrow \(role)", path: head, paint: isHeavy ? .ink : .softInk)),
        ]
    }
}

extension Path {
    /// The last point and the one that gives the direction in which it is reached.
    fileprivate var ending: (tip: Point, back: Point)? {
        let points = elements.flatMap { $0.points }
        guard let tip = points.last, let back = points.last(where: { $0 != tip }) else { return nil }
        return (tip, back)
    }

    /// The path with another last point.
    fileprivate func ending(at point: Point) -> Path {
        var path = self
        switch path.elements.popLast() {
        case .curve(let a, let b, _): path.elements.append(.curve(a, b, point))
        case .line: path.elements.append(.line(point))
        case .move, .close, nil: return self
        }
        return path
    }
}
