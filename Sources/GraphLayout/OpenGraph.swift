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
