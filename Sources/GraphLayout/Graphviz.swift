import Figures
internal import CGraphviz

/// The library with its parts, ready to place graphs.
struct Graphviz: ~Copyable {
    private let context: OpaquePointer

    static let outOfMemory = GraphPlacingError("Graphviz has no memory left for a graph")

    init() throws(GraphPlacingError) {
        silence_messages()
        guard let context = gvContext() else { throw Self.outOfMemory }
        self.context = context
    }

    deinit { gvFreeContext(context) }

    /// Without labels first, to find who stands beside whom; then with them.
    func placement(of plan: GraphPlan, engine: String) throws(GraphPlacingError) -> GraphPlacement {
        let (ranks, placement) = try laidOut(try open(plan, ranks: nil), engine) { ($0.ranks, $0.placement) }
        if !plan.hasLabels { return placement }
        return try laidOut(try open(plan, ranks: ranks), engine) { $0.placement }
    }

    private func open(_ plan: GraphPlan, ranks: [Rank]?) throws(GraphPlacingError) -> PlannedGraph {
        guard let graph = OpenGraph() else { throw Self.outOfMemory }
        return try PlannedGraph(graph, plan, ranks: ranks)
    }

    /// Asks a graph while its layout lives.
    private func laidOut<Result>(
        _ graph: borrowing PlannedGraph, _ engine: String, _ question: (borrowing PlannedGraph) -> Result
    ) throws(GraphPlacingError) -> Result {
        guard gvLayout(context, graph.handle, engine) == 0 else {
            throw GraphPlacingError(
                "Graphviz cannot lay out graphs with '\(engine)'; install Debian's package libgraphviz-dev")
        }
        defer { gvFreeLayout(context, graph.handle) }
        return question(graph)
    }
}
