import Figures
internal import CGraphviz

/// The boxes of one rank, from left to right or from top to bottom.
typealias Rank = [Int]

/// A plan as a graph of Graphviz's.
struct PlannedGraph: ~Copyable {
    typealias Node = UnsafeMutablePointer<Agnode_t>
    typealias Edge = UnsafeMutablePointer<Agedge_t>

    private let graph: OpenGraph
    private let plan: GraphPlan
    private var nodes: [Node] = []
    /// The edges of every line, and the node of the label that stands between two.
    private var lines: [(edges: [Edge], label: Node?)] = []

    var handle: UnsafeMutablePointer<Agraph_t> { graph.handle }

    /// - Parameters:
    ///   - ranks: Which boxes stand side by side, where that is known. Labels are nodes too then; without ranks they are
    ///     left out, as with them Graphviz gets entangled in crossings that it otherwise finds a way around.
    init(_ graph: consuming OpenGraph, _ plan: GraphPlan, ranks: [Rank]?) throws(GraphPlacingError) {
        self.graph = graph
        self.plan = plan
        setDefaults()
        for (index, box) in plan.boxes.enumerated() {
            nodes.append(try add(box.size, name: "\(index)"))
            if box.keepsOrder { set_attribute(nodes[index], "ordering", "in") }
        }
        for line in plan.lines {
            let (from, to) = (nodes[line.from], nodes[line.to])
            if let size = line.label, ranks != nil {
                let label = try add(size, name: "label \(lines.count)")
                lines.append(([try add(from, label), try add(label, to)], label))
            } else {
                let edge = try add(from, to)
                if ranks != nil, plan.hasLabels { set_attribute(edge, "minlen", "2") }
                lines.append(([edge], nil))
            }
        }
        for (index, rank) in (ranks ?? []).enumerated() { try align(rank, name: "rank \(index)") }
    }

    private func setDefaults() {
        let rankDirection = plan.direction == .down ? "TB" : "LR"
        for (kind, name, value) in [
            (AGRAPH, "rankdir", rankDirection), (AGRAPH, "nodesep", inches(plan.gap)),
            (AGRAPH, "ranksep", inches(plan.rankGap)), (AGRAPH, "rank", ""), (AGNODE, "shape", "box"),
            (AGNODE, "label", ""), (AGNODE, "fixedsize", "true"), (AGNODE, "width", "0"), (AGNODE, "height", "0"),
            (AGNODE, "ordering", ""), (AGEDGE, "arrowhead", "none"), (AGEDGE, "minlen", "1"), (AGEDGE, "weight", "10"),
        ] {
            set_default(handle, Int32(kind), name, value)
        }
    }

    private func add(_ size: GraphSize, name: String) throws(GraphPlacingError) -> Node {
        guard let node = add_node(handle, name) else { throw Graphviz.outOfMemory }
        set_attribute(node, "width", inches(size.width))
        set_attribute(node, "height", inches(size.height))
        return node
    }

    private func add(_ from: Node, _ to: Node) throws(GraphPlacingError) -> Edge {
        guard let edge = add_edge(handle, from, to) else { throw Graphviz.outOfMemory }
        return edge
    }

    /// Keeps boxes side by side in their order. The edges that do it are no lines, and pull less than these.
    private func align(_ rank: Rank, name: String) throws(GraphPlacingError) {
        guard let part = add_part(handle, name) else { throw Graphviz.outOfMemory }
        set_attribute(part, "rank", "same")
        for box in rank { agsubnode(part, nodes[box], 1) }
        for (left, right) in zip(rank, rank.dropFirst()) {
            set_attribute(try add(nodes[left], nodes[right]), "weight", "1")
        }
    }

    /// Graphviz takes lengths in inches and answers in points.
    private func inches(_ points: Double) -> String { "\(points / 72)" }
}

// MARK: - What Graphviz made of it

extension PlannedGraph {
    /// The boxes that came to stand side by side.
    var ranks: [Rank] {
        var ranks: [Int32: Rank] = [:]
        for box in nodes.indices { ranks[placed_rank(nodes[box]), default: []].append(box) }
        return ranks.keys.sorted().compactMap { number in
            ranks[number]?.sorted { placed_order(nodes[$0]) < placed_order(nodes[$1]) }
        }
    }

    /// Where everything was placed; `y` grows downwards here.
    var placement: GraphPlacement {
        let height = placed_height(handle)
        let point = { (place: pointf) in Point(place.x, height - place.y) }
        return GraphPlacement(
            centres: nodes.map { point(placed_centre($0)) },
            lines: lines.map { line in
                GraphPlacement.Line(
                    parts: line.edges.map { Path(of: $0, point) },
                    label: line.label.map { point(placed_centre($0)) })
            })
    }
}

extension Path {
    /// Along Bézier curves: one point, then three for each stretch.
    fileprivate init(of edge: PlannedGraph.Edge, _ point: (pointf) -> Point) {
        self.init()
        guard let curves = placed_curves(edge)?.pointee else { return }
        for index in 0..<Int(curves.size) {
            let curve = curves.list[index]
            let count = Int(curve.size)
            if count > 0, elements.isEmpty { elements.append(.move(point(curve.list[0]))) }
            for start in stride(from: 1, to: count - 2, by: 3) {
                elements.append(
                    .curve(point(curve.list[start]), point(curve.list[start + 1]), point(curve.list[start + 2])))
            }
        }
    }
}
