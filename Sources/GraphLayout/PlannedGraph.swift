import Figures
internal import CGraphviz

/// A graph of Graphviz's, which goes with its owner.
struct OpenGraph: ~Copyable {
    let handle: UnsafeMutablePointer<Agraph_t>

    /// nil when there is no memory for it.
    init?() {
        guard let handle = open_directed_graph() else { return nil }
        self.handle = handle
    }

    deinit { agclose(handle) }
}

extension OpenGraph {
    private func setDefaults(_ plan: GraphPlan) {
        let rankDirection = plan.direction == .down ? "TB" : "LR"
        for (kind, name, value) in [
            (AGRAPH, "rankdir", rankDirection), (AGRAPH, "nodesep", inches(plan.gap)),
            (AGRAPH, "ranksep", inches(plan.rankGap)), (AGNODE, "shape", "box"), (AGNODE, "label", ""),
            (AGNODE, "fixedsize", "true"), (AGNODE, "width", "0"), (AGNODE, "height", "0"), (AGNODE, "ordering", ""),
            (AGEDGE, "arrowhead", "none"), (AGEDGE, "minlen", "1"), (AGEDGE, "headport", ""), (AGEDGE, "tailport", ""),
        ] {
            set_default(handle, Int32(kind), name, value)
        }
    }

    private func add(_ box: GraphPlan.Box, name: String) -> UnsafeMutablePointer<Agnode_t>? {
        guard let node = add_node(handle, name) else { return nil }
        set_attribute(node, "width", inches(box.width))
        set_attribute(node, "height", inches(box.height))
        if box.keepsOrder { set_attribute(node, "ordering", "in") }
        return node
    }

    private func add(
        _ line: GraphPlan.Line, of plan: GraphPlan, _ nodes: [UnsafeMutablePointer<Agnode_t>]
    ) -> UnsafeMutablePointer<Agedge_t>? {
        guard let edge = add_edge(handle, nodes[line.from], nodes[line.to]) else { return nil }
        let (near, far) = plan.direction == .down ? ("n", "s") : ("w", "e")
        set_attribute(edge, "minlen", String(line.ranks))
        if plan.boxes[line.from].isThreaded { set_attribute(edge, "tailport", far) }
        if plan.boxes[line.to].isThreaded { set_attribute(edge, "headport", near) }
        return edge
    }

    /// The plan as a graph; nil when there is no memory for it.
    static func of(_ plan: GraphPlan) -> PlannedGraph? {
        guard let graph = OpenGraph() else { return nil }
        graph.setDefaults(plan)
        let nodes = plan.boxes.enumerated().compactMap { graph.add($1, name: String($0)) }
        guard nodes.count == plan.boxes.count else { return nil }
        let edges = plan.lines.compactMap { graph.add($0, of: plan, nodes) }
        guard edges.count == plan.lines.count else { return nil }
        return PlannedGraph(graph: graph, nodes: nodes, edges: edges)
    }

    /// Graphviz takes lengths in inches and answers in points.
    private func inches(_ points: Double) -> String { "\(points / 72)" }
}

/// A plan as a graph of Graphviz's.
struct PlannedGraph: ~Copyable {
    let graph: OpenGraph
    let nodes: [UnsafeMutablePointer<Agnode_t>]
    let edges: [UnsafeMutablePointer<Agedge_t>]

    var handle: UnsafeMutablePointer<Agraph_t> { graph.handle }

    /// Where everything was placed; `y` grows downwards here.
    var placement: GraphPlacement {
        let height = placed_height(handle)
        let point = { (place: pointf) in Point(place.x, height - place.y) }
        return GraphPlacement(
            centres: nodes.map { point(placed_centre($0)) },
            lines: edges.map { edge in
                guard let curves = placed_curves(edge)?.pointee else { return Path() }
                var path = Path()
                for index in 0..<Int(curves.size) { path.append(curves.list[index], point) }
                return path
            })
    }
}

extension Path {
    /// Goes on along a Bézier curve: one point, then three for each stretch.
    fileprivate mutating func append(_ curve: bezier, _ point: (pointf) -> Point) {
        let count = Int(curve.size)
        if count > 0, elements.isEmpty { elements.append(.move(point(curve.list[0]))) }
        for start in stride(from: 1, to: count - 2, by: 3) {
            elements.append(
                .curve(point(curve.list[start]), point(curve.list[start + 1]), point(curve.list[start + 2])))
        }
    }
}
