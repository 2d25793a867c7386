public import Figures
internal import Synchronization

/// Places graphs in ranks with Graphviz's `dot`.
///
/// Graphviz sees boxes and lines, neither texts nor fonts. It may be used by one thread at a time, so all placers of the
/// process take turns; the placement depends on the plan alone, not on what was placed before nor on the thread.
public final class GraphvizPlacer: GraphPlacer, Sendable {
    /// Loaded when first needed; it takes longer than placing a graph.
    private static let library = Mutex<Graphviz?>(nil)

    private let engine: String

    public convenience init() { self.init(engine: "dot") }

    init(engine: String) { self.engine = engine }

    /// - Throws: when the part of Graphviz that does this is not installed.
    public func placement(of plan: GraphPlan) throws(GraphPlacingError) -> GraphPlacement {
        try Self.library.withLock { library throws(GraphPlacingError) in
            if library == nil { library = try Graphviz() }
            return try library?.placement(of: plan, engine: engine) ?? GraphPlacement(centres: [], lines: [])
        }
    }
}
