import Cells
import Diagnostics
import Figures
import Networks

extension Evaluator {
    /// `{diagram}`: what is named, with what `pass` and `gradient` add, or two states compared.
    mutating func diagram(_ body: DiagramBody, _ directive: Directive) -> Display? {
        guard let (state, after) = states(body, directive) else { return nil }
        let before = values.diagnostics.count
        check(body.highlight, state)
        let layers = layers(body.layers, state.network)
        if values.diagnostics.count > before { return nil }
        let builder = DiagramBuilder(
            state, after: after, parts: body.show, highlight: body.highlight.map { $0.value }, layers: layers,
            style: figureStyle(of: directive))
        return drawing(builder, directive)
    }

    private mutating func states(_ body: DiagramBody, _ directive: Directive) -> (DiagramState, after: DiagramState?)? {
        var state: DiagramState?
        var after: DiagramState?
        if let argument = directive.argument {
            guard let found = self.state(argument) else { return nil }
            state = found
        }
        if body.compare.count == 2 {
            guard let first = self.state(body.compare[0]), let second = self.state(body.compare[1]) else { return nil }
            guard first.network.architecture.fits(second.network.architecture) else {
                report(
                    Diagnostic(
                        code: "diagram.compare", "the two networks have different layers", at: body.compare[1].range))
                return nil
            }
            state = first
            after = second
        }
        if let expression = body.pass {
            guard let pass = passValue(expression) else { return nil }
            var base = state ?? DiagramState(network: pass.network)
            base.pass = pass
            guard fits(base, pass.network, expression) else { return nil }
            state = base
        }
        if let expression = body.gradient {
            guard let gradients = gradientsValue(expression) else { return nil }
            var base = state ?? DiagramState(network: gradients.network, pass: gradients.pass)
            base.gradients = gradients
            guard fits(base, gradients.network, expression) else { return nil }
            state = base
        }
        return state.map { ($0, after) }
    }

    private mutating func state(_ expression: Expression) -> DiagramState? {
        let value = value(expression)
        if let state = DiagramState(value) { return state }
        if case .unknown = value { return nil }
        report(
            Diagnostic(
                code: "diagram.value", "expected a network, a pass or gradients, found \(value.typeWithArticle)",
                at: expression.range))
        return nil
    }

    private mutating func fits(_ state: DiagramState, _ network: Network, _ expression: Expression) -> Bool {
        if state.network.architecture.fits(network.architecture) { return true }
        report(Diagnostic(code: "diagram.network", "this is of a network with other layers", at: expression.range))
        return false
    }

    private mutating func check(_ highlight: [Located<String>], _ state: DiagramState) {
        let known = state.network.inputs + state.network.layers.flatMap { $0.units } + state.network.names
        for name in highlight where !known.contains(name.value) {
            report(
                Diagnostic(
                    code: "diagram.highlight", "the network has no weight or unit '\(name.value)'", at: name.range,
                    suggestion: nearestName(to: name.value, in: known)))
        }
    }

    /// The layers named, which must be neighbours; the inputs are the layer `inputs`, or `x` when their names begin so.
    private mutating func layers(_ names: [Located<String>], _ network: Network) -> ClosedRange<Int>? {
        let known = ["inputs"] + network.layers.map { $0.name }
        var indices: [Int] = []
        for name in names {
            if let index = known.firstIndex(of: name.value) {
                indices.append(index)
            } else if name.value == inputLetter(network) {
                indices.append(0)
            } else {
                report(
                    Diagnostic(
                        code: "diagram.layers",
                        "the network has no layer '\(name.value)'; it has \(known.joined(separator: ", "))",
                        at: name.range, suggestion: nearestName(to: name.value, in: known)))
            }
        }
        guard let first = indices.min(), let last = indices.max(), let name = names.first else { return nil }
        if Set(indices).count != last - first + 1 {
            report(
                Diagnostic(
                    code: "diagram.layers", "the layers drawn must be neighbours",
                    at: name.range.union(names[names.count - 1].range)))
        }
        return first...last
    }

    /// The letter that all inputs' names share, such as `x` of `x1`, `x2`.
    private func inputLetter(_ network: Network) -> String? {
        let letters = Set(network.inputs.map { Letter(name: $0).base })
        return letters.count == 1 ? letters.first : nil
    }
}
