import Figures
import Networks

/// Turns a network, a pass or gradients into a diagram to be laid out.
struct DiagramBuilder {
    let state: DiagramState
    /// What the state became, when two are compared.
    let after: DiagramState?
    let parts: [DiagramBody.Part]
    /// Names of weights and units that stand out; all others stand back when there are any.
    let highlight: [String]
    /// The layers drawn, counted from 0 for the inputs.
    let layers: ClosedRange<Int>
    let style: NumberStyle

    init(
        _ state: DiagramState, after: DiagramState? = nil, parts: [DiagramBody.Part]? = nil, highlight: [String] = [],
        layers: ClosedRange<Int>? = nil, style: NumberStyle
    ) {
        self.state = state
        self.after = after
        self.parts = parts ?? state.usualParts
        self.highlight = highlight
        self.layers = layers ?? 0...state.network.layers.count
        self.style = style
    }

    var display: FigureDisplay { FigureDisplay(figure: .network(diagram()), alt: alt, tables: [table]) }

    func diagram() -> NetworkDiagram {
        NetworkDiagram(
            layers: layers.map { NetworkDiagram.Layer(units: $0 == 0 ? inputs() : units(of: $0 - 1)) },
            edges: layers.dropFirst().flatMap { edges(into: $0 - 1) })
    }

    private func shows(_ part: DiagramBody.Part) -> Bool { parts.contains(part) }

    // MARK: Units

    private func inputs() -> [NetworkDiagram.Unit] {
        state.network.inputs.indices.map { index in
            let name = state.network.inputs[index]
            return NetworkDiagram.Unit(
                id: name, name: label(.input(index)),
                value: shows(.activations) ? quantity(state.pass?.inputs[index]) : nil,
                after: shows(.activations) ? changed(state.pass?.inputs[index], after?.pass?.inputs[index]) : nil,
                gradient: gradient(state.gradients?.inputs[index]), emphasis: emphasis(ofUnit: name))
        }
    }

    private func units(of layer: Int) -> [NetworkDiagram.Unit] {
        let shape = state.network.layers[layer]
        let isOutput = layer == state.network.layers.count - 1
        return shape.units.indices.map { index in
            let value = shows(.activations) ? state.pass?.outputs(layer: layer)[index] : nil
            let now = shows(.activations) ? after?.pass?.outputs(layer: layer)[index] : nil
            return NetworkDiagram.Unit(
                id: shape.units[index], name: label(.unitOut(layer: layer, unit: index), plain: true),
                value: quantity(value), after: changed(value, now),
                gradient: gradient(state.gradients?.outputs(layer: layer)[index]),
                target: isOutput && shows(.targets) ? quantity(target(index)) : nil,
                error: isOutput && shows(.errors) ? signed(error(index)) : nil,
                bias: shows(.biases) ? bias(layer, index) : nil,
                biasGradient: shape.hasBias ? gradient(state.gradients?[shape.biasName(unit: index)]) : nil,
                tint: value.map { tint($0, shape.activation) }, emphasis: emphasis(ofUnit: shape.units[index]))
        }
    }

    private func target(_ index: Int) -> Double? {
        guard let pass = state.pass, pass.hasTargets else { return nil }
        return pass.targets[index]
    }

    private func error(_ index: Int) -> Double? {
        guard let pass = (after ?? state).pass, pass.hasTargets else { return nil }
        return pass.errors[index]
    }

    /// How full a unit looks: the share of its activation's range that its output reaches.
    private func tint(_ output: Double, _ activation: Activation) -> Double {
        switch activation {
        case .sigmoid, .tanh, .softmax: max(-1, min(1, output))
        case .relu, .leakyRelu, .softplus, .linear: output / (1 + abs(output))
        }
    }

    // MARK: Edges

    private func edges(into layer: Int) -> [NetworkDiagram.Edge] {
        let shape = state.network.layers[layer]
        let first = layer - layers.lowerBound
        return (0..<shape.sourceCount).flatMap { source in
            shape.units.indices.map { unit in edge(layer, shape, source, unit, drawnLayer: first) }
        }
    }

    private func edge(_ layer: Int, _ shape: Layer, _ source: Int, _ unit: Int, drawnLayer: Int) -> NetworkDiagram.Edge
    {
        let name = shape.weightName(source: source, unit: unit)
        let weight = state.network.weight(layer: layer, source: source, unit: unit)
        let now = after?.network.weight(layer: layer, source: source, unit: unit)
        let derivative = shows(.gradients) ? state.gradients?.weight(layer: layer, source: source, unit: unit) : nil
        return NetworkDiagram.Edge(
            id: name, layer: drawnLayer, source: source, target: unit, weight: weight,
            name: shows(.names) ? label(.weight(layer: layer, source: source, unit: unit)) : nil,
            value: shows(.weights) ? style.text(weight) : nil,
            after: shows(.weights) ? now.flatMap { style.texts(weight, $0, most: 8).after } : nil,
            gradient: derivative.map(style.text),
            emphasis: emphasis(ofWeight: name, from: sourceName(layer, source), to: shape.units[unit]))
    }

    private func sourceName(_ layer: Int, _ source: Int) -> String {
        state.network.architecture.sourceNames(of: layer)[source]
    }

    // MARK: Emphasis

    private func emphasis(ofUnit name: String) -> NetworkDiagram.Emphasis {
        if highlight.isEmpty { return .normal }
        if highlight.contains(name) { return .highlighted }
        return endpoints.contains(name) ? .normal : .faded
    }

    /// A weight stands out when it is named; when only units are, the weights between them and from or to them do not fade.
    private func emphasis(ofWeight name: String, from source: String, to unit: String) -> NetworkDiagram.Emphasis {
        if highlight.isEmpty { return .normal }
        if highlight.contains(name) { return .highlighted }
        let namesWeights = highlight.contains { state.network.names.contains($0) }
        return !namesWeights && (highlight.contains(source) || highlight.contains(unit)) ? .normal : .faded
    }

    /// The units at the ends of highlighted weights.
    private var endpoints: [String] {
        var names: [String] = []
        for (index, layer) in state.network.layers.enumerated() {
            for source in 0..<layer.sourceCount {
                for unit in layer.units.indices where highlight.contains(layer.weightName(source: source, unit: unit)) {
                    names += [sourceName(index, source), layer.units[unit]]
                }
            }
        }
        return names
    }

    // MARK: Numbers and names

    private func quantity(_ number: Double?) -> NetworkDiagram.Quantity? {
        number.map { NetworkDiagram.Quantity($0, style.text($0)) }
    }

    /// What a number in a circle became; nil when it did not change by what a circle has room to show.
    private func changed(_ before: Double?, _ after: Double?) -> NetworkDiagram.Quantity? {
        guard let before, let after, let text = style.texts(before, after, most: 5).after else { return nil }
        return NetworkDiagram.Quantity(after, text)
    }

    /// A bias, or what it was and what it became.
    private func bias(_ layer: Int, _ unit: Int) -> NetworkDiagram.Quantity? {
        guard let before = state.network.biases(layer: layer)?[unit] else { return nil }
        guard let now = after?.network.biases(layer: layer)?[unit], let finer = style.telling(before, now, most: 8)
        else { return signed(before) }
        return NetworkDiagram.Quantity(now, "\(style.signedText(before)) → \(finer.signedText(now))")
    }

    private func signed(_ number: Double?) -> NetworkDiagram.Quantity? {
        number.map { NetworkDiagram.Quantity($0, style.signedText($0)) }
    }

    private func gradient(_ number: Double?) -> NetworkDiagram.Quantity? {
        shows(.gradients) ? quantity(number) : nil
    }

    /// A name with its subscript; `plain` leaves out what is above, as in `h₁` for the output of h₁.
    private func label(_ quantity: Networks.Quantity, plain: Bool = false) -> Label {
        var letter = state.network.architecture.letter(for: quantity)
        if plain { letter.superscript = "" }
        return Label(letter)
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
