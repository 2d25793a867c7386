import Figures
import Networks

extension DiagramBuilder {
    func input(_ index: Int) -> NetworkDiagram.Unit {
        let name = state.network.inputs[index]
        let value = shows(.activations) ? state.pass?.inputs[index] : nil
        let now = shows(.activations) ? after?.pass?.inputs[index] : nil
        let became = changed(value, now)
        return NetworkDiagram.Unit(
            id: name, name: label(.input(index)), value: quantity(value), after: became,
            change: change(value, now, isTold: became != nil), gradient: gradient(state.gradients?.inputs[index]),
            emphasis: emphasis(ofUnit: name, layer: 0))
    }

    func unit(_ layer: Int, _ index: Int) -> NetworkDiagram.Unit {
        let shape = state.network.layers[layer]
        let isOutput = layer == state.network.layers.count - 1
        let value = shows(.activations) ? state.pass?.outputs(layer: layer)[index] : nil
        let now = shows(.activations) ? after?.pass?.outputs(layer: layer)[index] : nil
        let became = changed(value, now)
        let emphasis = emphasis(ofUnit: shape.units[index], layer: layer + 1)
        return NetworkDiagram.Unit(
            id: shape.units[index], name: label(.unitOut(layer: layer, unit: index), plain: true),
            sum: shows(.sums) ? quantity(state.pass?.sums(layer: layer)[index]) : nil,
            sumName: label(.unitIn(layer: layer, unit: index)), value: quantity(value), after: became,
            change: change(value, now, isTold: became != nil),
            sumGradient: shows(.sums) ? gradient(state.gradients?.sums(layer: layer)[index]) : nil,
            gradient: gradient(state.gradients?.outputs(layer: layer)[index]),
            target: isOutput && shows(.targets) ? quantity(target(index)) : nil,
            error: isOutput && shows(.errors) ? signed(error(index)) : nil,
            bias: shows(.biases) ? bias(layer, index) : nil,
            biasGradient: shape.hasBias ? gradient(state.gradients?[shape.biasName(unit: index)]) : nil,
            tint: value.map { tint($0, shape.activation) },
            emphasis: emphasis, wish: wish(view.wanted?.outputs(layer: layer)[index], emphasis),
            biasWish: shape.hasBias && shows(.biases)
                ? wish(view.wanted?[shape.biasName(unit: index)], emphasis) : nil)
    }

    // MARK: The loss

    /// It follows the outputs, so it is drawn where they are.
    var showsLoss: Bool {
        let stands = view.highlight.loss || !view.highlight.toLoss.isEmpty
        return (shows(.loss) || stands) && layers.upperBound == state.network.layers.count
    }

    var loss: NetworkDiagram.Unit {
        let became = changed(state.pass?.loss, after?.pass?.loss)
        return NetworkDiagram.Unit(
            id: "loss", name: Label("loss"), value: quantity(state.pass?.loss), after: became,
            change: change(state.pass?.loss, after?.pass?.loss, isTold: became != nil),
            gradient: state.gradients == nil ? nil : gradient(1), emphasis: emphasisOfLoss, shape: .box)
    }

    private var emphasisOfLoss: NetworkDiagram.Emphasis {
        if view.highlight.isEmpty { return .normal }
        if view.highlight.loss { return .highlighted }
        return view.highlight.toLoss.isEmpty ? .faded : .normal
    }

    func edgesToLoss(drawnLayer: Int) -> [NetworkDiagram.Edge] {
        let last = state.network.layers.count
        return drawn[last].enumerated().map { place, index in
            let name = unitNames(last)[index]
            let stands = view.highlight.toLoss.contains(name)
            let emphasis: NetworkDiagram.Emphasis =
                stands ? .highlighted : view.highlight.isEmpty && isInView(layer: last, name) ? .normal : .faded
            return NetworkDiagram.Edge(
                id: "\(name) loss", layer: drawnLayer, source: place, target: 0, weight: nil, emphasis: emphasis)
        }
    }

    // MARK: Parts of a unit

    func target(_ index: Int) -> Double? {
        guard let pass = state.pass, pass.hasTargets else { return nil }
        return pass.targets[index]
    }

    func error(_ index: Int) -> Double? {
        guard let pass = (after ?? state).pass, pass.hasTargets else { return nil }
        return pass.errors[index]
    }

    /// How full a unit looks: the share of its activation's range that its output reaches.
    func tint(_ output: Double, _ activation: Activation) -> Double {
        switch activation {
        case .sigmoid, .tanh, .softmax: max(-1, min(1, output))
        case .relu, .leakyRelu, .softplus, .linear: output / (1 + abs(output))
        }
    }

    /// Against the gradient; nothing where it is zero, nor, where anything stands out, for what does not.
    func wish(_ gradient: Double?, _ emphasis: NetworkDiagram.Emphasis) -> NetworkDiagram.Wish? {
        guard shows(.wanted), let gradient, gradient != 0, gradient == gradient else { return nil }
        guard emphasis == (view.highlight.isEmpty ? .normal : .highlighted) else { return nil }
        return gradient < 0 ? .up : .down
    }

    private func emphasis(ofUnit name: String, layer: Int) -> NetworkDiagram.Emphasis {
        if !isInView(layer: layer, name) { return .faded }
        if view.highlight.isEmpty { return .normal }
        if view.highlight.units.contains(name) { return .highlighted }
        return endpoints.contains(name) || view.highlight.toLoss.contains(name) ? .normal : .faded
    }

    /// The units at the ends of highlighted weights.
    private var endpoints: [String] {
        view.highlight.weights.flatMap { weight -> [String] in
            guard case .weight(let layer, let source, let unit)? = state.network.quantity(named: weight) else {
                return []
            }
            return [state.network.architecture.sourceNames(of: layer)[source], state.network.layers[layer].units[unit]]
        }
    }

    // MARK: Numbers and names

    func quantity(_ number: Double?) -> NetworkDiagram.Quantity? {
        number.map { NetworkDiagram.Quantity($0, style.text($0)) }
    }

    /// What a number in a circle became; nil when it did not change by what a circle has room to show.
    func changed(_ before: Double?, _ after: Double?) -> NetworkDiagram.Quantity? {
        guard let before, let after, let text = style.texts(before, after, most: 5).after else { return nil }
        return NetworkDiagram.Quantity(after, text)
    }

    /// By how much a number changed, where the digits shown do not tell: `−1.6 × 10⁻⁷`.
    func change(_ before: Double?, _ after: Double?, isTold: Bool) -> String? {
        guard let before, let after, before != after, !isTold else { return nil }
        return NumberStyle(digits: 2, marks: style.marks).signedText(after - before)
    }

    /// A bias, or what it was and what it became.
    func bias(_ layer: Int, _ unit: Int) -> NetworkDiagram.Quantity? {
        guard let before = state.network.biases(layer: layer)?[unit] else { return nil }
        let now = after?.network.biases(layer: layer)?[unit]
        guard let now, let finer = style.telling(before, now, most: 8)
        else {
            guard let now, let change = change(before, now, isTold: false) else { return signed(before) }
            return NetworkDiagram.Quantity(now, "\(style.signedText(before)), Δ ≈ \(change)")
        }
        return NetworkDiagram.Quantity(now, "\(style.signedText(before)) → \(finer.signedText(now))")
    }

    func signed(_ number: Double?) -> NetworkDiagram.Quantity? {
        number.map { NetworkDiagram.Quantity($0, style.signedText($0)) }
    }

    func gradient(_ number: Double?) -> NetworkDiagram.Quantity? {
        shows(.gradients) ? quantity(number) : nil
    }

    /// A name with its subscript; `plain` leaves out what is above, as in `h₁` for the output of h₁.
    func label(_ quantity: Networks.Quantity, plain: Bool = false) -> Label {
        var letter = state.network.architecture.letter(for: quantity)
        if plain { letter.superscript = "" }
        return Label(letter)
    }
}
