import Diagnostics
import Figures
import Networks

/// Turns a network, a pass or gradients into a diagram to be laid out.
struct DiagramBuilder {
    let state: DiagramState
    /// What the state became, when two are compared.
    let after: DiagramState?
    let parts: [DiagramBody.Part]
    let view: DiagramView
    /// The layers drawn, counted from 0 for the inputs.
    let layers: ClosedRange<Int>
    let style: NumberStyle
    /// The units drawn of each layer of the network, inputs first; empty for layers not drawn.
    let drawn: [[Int]]

    init(
        _ state: DiagramState, after: DiagramState? = nil, parts: [DiagramBody.Part]? = nil,
        view: DiagramView = DiagramView(), style: NumberStyle
    ) {
        self.state = state
        self.after = after
        self.parts = parts ?? state.usualParts
        self.view = view
        let all = 0...state.network.layers.count
        let layers = view.isRestFaded ? all : view.layers ?? all
        self.layers = layers
        self.style = style
        drawn = all.map { layers.contains($0) ? Self.drawn($0, state.network, view) : [] }
    }

    var display: FigureDisplay { FigureDisplay(figure: .network(diagram()), alt: alt, tables: [table]) }

    func diagram() -> NetworkDiagram {
        var drawnLayers = layers.map { layer in
            NetworkDiagram.Layer(
                title: title(layer), units: drawn[layer].map { layer == 0 ? input($0) : unit(layer - 1, $0) },
                omissions: omissions(layer), count: count(layer))
        }
        var edges = layers.dropFirst().flatMap { self.edges(into: $0 - 1) }
        if showsLoss {
            edges += edgesToLoss(drawnLayer: drawnLayers.count - 1)
            drawnLayers.append(NetworkDiagram.Layer(title: title(state.network.layers.count + 1), units: [loss]))
        }
        let heaviest = edges.flatMap { [$0.weight, $0.weightAfter] }.reduce(0) { max($0, $1?.magnitude ?? 0) }
        return NetworkDiagram(
            layers: drawnLayers, edges: edges, direction: view.direction,
            scale: heaviest > 0 ? quantity(heaviest) : nil,
            hasLegend: view.legend ?? !(shows(.weights) || shows(.names)))
    }

    func shows(_ part: DiagramBody.Part) -> Bool { parts.contains(part) }

    // MARK: Layers

    func unitNames(_ layer: Int) -> [String] {
        layer == 0 ? state.network.inputs : state.network.layers[layer - 1].units
    }

    /// Those looked at, or all when the rest is faded; of very many the first ones, the last, and those that stand out.
    private static func drawn(_ layer: Int, _ network: Network, _ view: DiagramView) -> [Int] {
        let names = layer == 0 ? network.inputs : network.layers[layer - 1].units
        let chosen = names.indices.filter { view.units.contains(names[$0]) }
        if !chosen.isEmpty, !view.isRestFaded { return chosen }
        if names.count <= NetworkDiagram.mostUnits { return Array(names.indices) }
        let ends = highlightedEnds(layer, network, view)
        return names.indices.filter { index in
            index < 4 || index == names.count - 1 || chosen.contains(index)
                || view.highlight.units.contains(names[index]) || ends.contains(names[index])
        }
    }

    /// The units of a layer at the ends of weights that stand out.
    private static func highlightedEnds(_ layer: Int, _ network: Network, _ view: DiagramView) -> [String] {
        view.highlight.weights.flatMap { weight -> [String] in
            guard case .weight(let into, let source, let unit)? = network.quantity(named: weight) else { return [] }
            if into + 1 == layer { return [network.layers[into].units[unit]] }
            return into == layer ? [network.architecture.sourceNames(of: into)[source]] : []
        }
    }

    /// The drawn units of a layer after which others are left out for want of room.
    private func omissions(_ layer: Int) -> [Int] {
        guard isElided(layer) else { return [] }
        return drawn[layer].indices.dropLast().filter { drawn[layer][$0 + 1] != drawn[layer][$0] + 1 }
    }

    private func count(_ layer: Int) -> String? {
        isElided(layer) ? "\(unitNames(layer).count) \(layer == 0 ? "inputs" : "units")" : nil
    }

    private func isElided(_ layer: Int) -> Bool {
        let isChosen = !view.isRestFaded && unitNames(layer).contains { view.units.contains($0) }
        return !isChosen && unitNames(layer).count > NetworkDiagram.mostUnits
    }

    /// A layer's title: written, or what it is.
    private func title(_ layer: Int) -> Label? {
        switch view.titles {
        case nil: return nil
        case .written(let titles):
            let index = layer - layers.lowerBound
            return index < titles.count ? Label(titles[index].value) : nil
        case .usual:
            let last = state.network.layers.count
            if layer > last { return nil }
            if layer == 0 { return Label("inputs") }
            if layer == last { return Label("outputs") }
            return Label(last == 2 ? "hidden" : "hidden \(layer)")
        }
    }

    /// Whether a unit is among those looked at.
    func isInView(layer: Int, _ name: String) -> Bool {
        guard (view.layers ?? 0...state.network.layers.count).contains(layer) else { return false }
        return view.units.isEmpty || view.units.contains(name)
            || !unitNames(layer).contains { view.units.contains($0) }
    }
}

extension Label {
    /// A mathematical name.
    init(_ letter: Letter) {
        self.init(
            letter.parts.map { part in
                let level: Level =
                    switch part.position {
                    case .base: .line
                    case .sub: .lowered
                    case .sup: .raised
                    }
                return Span(part.text, style: part.isItalic ? .italic : .roman, level: level)
            })
    }
}
