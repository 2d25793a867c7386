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

    func placing(_ graph: borrowing PlannedGraph, engine: String) throws(GraphPlacingError) -> GraphPlacement {
        guard gvLayout(context, graph.handle, engine) == 0 else {
            throw GraphPlacingError(
                "Graphviz cannot lay out graphs with '\(engine)'; install Debian's package libgraphviz-dev")
        }
        defer { gvFreeLayout(context, graph.handle) }
        return graph.placement
    }
}
