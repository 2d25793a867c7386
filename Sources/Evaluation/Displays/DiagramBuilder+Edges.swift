import Figures
import Networks

extension DiagramBuilder {
    /// The weights between the units drawn of a layer and of the one before.
    func edges(into layer: Int) -> [NetworkDiagram.Edge] {
        let drawnLayer = layer - layers.lowerBound
        return drawn[layer].enumerated().flatMap { from, source in
            drawn[layer + 1].enumerated().map { to, unit in
                var edge = edge(layer, source, unit)
                (edge.layer, edge.source, edge.target) = (drawnLayer, from, to)
                return edge
            }
        }
    }

    private func edge(_ layer: Int, _ source: Int, _ unit: Int) -> NetworkDiagram.Edge {
        let shape = state.network.layers[layer]
        let name = shape.weightName(source: source, unit: unit)
        let weight = state.network.weight(layer: layer, source: source, unit: unit)
        let now = shows(.weights) ? after?.network.weight(layer: layer, source: source, unit: unit) : nil
        let became = now.flatMap { style.texts(weight, $0, most: style.digits + 1).after }
        let derivative = shows(.gradients) ? state.gradients?.weight(layer: layer, source: source, unit: unit) : nil
        let emphasis = emphasis(ofWeight: name, from: unitNames(layer)[source], to: shape.units[unit], layer: layer)
        var edge = NetworkDiagram.Edge(
            id: name, layer: layer, source: source, target: unit, weight: weight,
            name: shows(.names) ? label(.weight(layer: layer, source: source, unit: unit)) : nil,
            value: shows(.weights) ? style.text(weight) : nil, after: became,
            change: change(weight, now, isTold: became != nil), gradient: derivative.map(style.text),
            emphasis: emphasis,
            wish: wish(view.wanted?.weight(layer: layer, source: source, unit: unit), emphasis))
        edge.weightAfter = now
        return edge
    }

    /// A weight stands out when it is named; when only units are, the weights between them and from or to them do not fade.
    private func emphasis(
        ofWeight name: String, from source: String, to unit: String, layer: Int
    ) -> NetworkDiagram.Emphasis {
        if !isInView(layer: layer, source) || !isInView(layer: layer + 1, unit) { return .faded }
        let highlight = view.highlight
        if highlight.isEmpty { return .normal }
        if highlight.weights.contains(name) { return .highlighted }
        let namesLines = !highlight.weights.isEmpty || !highlight.toLoss.isEmpty
        return !namesLines && (highlight.units.contains(source) || highlight.units.contains(unit)) ? .normal : .faded
    }
}
