import Cells
import Diagnostics
import Figures
import Networks

extension Evaluator {
    /// `{diagram}`: what is named, with what `pass`, `gradient` and `wanted` add, or two states compared.
    mutating func diagram(_ body: DiagramBody, _ directive: Directive) -> Display? {
        guard let (state, after) = states(body, directive) else { return nil }
        let before = values.diagnostics.count
        let view = view(of: body, state)
        if values.diagnostics.count > before { return nil }
        var parts = body.show?.map { $0.value } ?? state.usualParts
        if view.wanted != nil, !parts.contains(.wanted) { parts.append(.wanted) }
        let builder = DiagramBuilder(
            state, after: after, parts: parts, view: view, style: figureStyle(of: directive))
        guard titlesFit(body.titles, builder) else { return nil }
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
}
