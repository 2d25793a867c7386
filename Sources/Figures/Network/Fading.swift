/// Which parts of a diagram stand back.
///
/// Where any part stands out, all stand back but it, the units at the ends of a weight that stands out, and the weights at
/// a unit that does.
struct Fading {
    private(set) var units: [[Bool]]
    private(set) var edges: [Bool]
    /// Whether anything stands out.
    private(set) var isFocused: Bool

    init(_ diagram: NetworkDiagram) {
        let focused =
            diagram.layers.contains { $0.units.contains { $0.emphasis == .highlighted } }
            || diagram.edges.contains { $0.emphasis == .highlighted }
        isFocused = focused || diagram.edges.contains { $0.emphasis == .faded }
        units = diagram.layers.map { $0.units.map { $0.emphasis == .faded || focused && $0.emphasis == .normal } }
        edges = diagram.edges.map { edge in
            guard edge.emphasis == .normal else { return edge.emphasis == .faded }
            let ends = [
                diagram.layers[edge.layer].units[edge.source], diagram.layers[edge.layer + 1].units[edge.target],
            ]
            return focused && !ends.contains { $0.emphasis == .highlighted }
        }
        for edge in diagram.edges where edge.emphasis == .highlighted {
            for (layer, unit) in [(edge.layer, edge.source), (edge.layer + 1, edge.target)]
            where diagram.layers[layer].units[unit].emphasis == .normal { units[layer][unit] = false }
        }
    }
}
