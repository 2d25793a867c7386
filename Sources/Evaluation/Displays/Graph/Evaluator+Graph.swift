import Cells
import Diagnostics
import Figures
import Networks
import Tensors

extension Evaluator {
    /// Graphs of more nodes than this cannot be read on a page.
    private static var mostNodes: Int { 80 }

    /// `{graph}`.
    mutating func graph(_ body: GraphBody, _ directive: Directive) -> Display? {
        guard let expression = directive.argument else { return nil }
        let outside = scope
        scope = Scope(parent: outside)
        defer { scope = outside }
        for (name, expression) in body.at {
            guard let number = number(expression) else { return nil }
            scope.bind(name.value, to: .float(number))
        }
        let style = figureStyle(of: directive)
        guard let computation = computation(expression, body, style) else { return nil }
        return graph(computation, body, expression, style)
    }

    private mutating func graph(
        _ whole: Computation, _ body: GraphBody, _ expression: Expression, _ style: NumberStyle
    ) -> Display? {
        let known = whole.nodes.compactMap { node in node.operands.isEmpty ? nil : node.name?.text }
        for name in body.beginning where !known.contains(name.value) {
            report(
                Diagnostic(
                    code: "graph.from", "nothing that is computed in this graph has the name '\(name.value)'",
                    at: name.range, suggestion: nearestName(to: name.value, in: known)))
            return nil
        }
        let computation = whole.part(depth: body.depth, from: body.beginning.map { $0.value })
        guard computation.nodes.count <= Self.mostNodes else {
            report(
                Diagnostic(
                    code: "graph.size",
                    "a graph of \(computation.nodes.count) nodes cannot be read; at most \(Self.mostNodes) can, with 'depth' or 'from'",
                    at: expression.range))
            return nil
        }
        let parts = body.show ?? GraphBody.Part.allCases
        guard canShow(computation.firstNonFinite(parts), at: expression.range) else { return .nothing }
        guard let highlight = highlight(body.highlight, computation) else { return nil }
        let goal = body.gradient == nil ? computation.result.name?.text ?? "the result" : "the loss"
        let builder = GraphBuilder(
            computation: computation, parts: parts, direction: body.direction, style: style, goal: goal,
            highlight: highlight, hasLegend: body.hasLegend)
        return .figure(
            FigureDisplay(figure: .graph(builder.figure()), alt: builder.alt, tables: [builder.table]))
    }

    /// How the value of an expression was computed; nil after a mistake, which is reported.
    private mutating func computation(
        _ expression: Expression, _ body: GraphBody, _ style: NumberStyle
    ) -> Computation? {
        if case .attribute(let base, let name) = expression.kind, case .pass(let pass) = value(base) {
            return computation(of: name, pass, body, style)
        }
        let value = value(expression)
        if case .pass(let pass) = value {
            return computation(of: Located("loss", expression.range), pass, body, style)
        }
        if let gradient = body.gradient {
            report(
                Diagnostic(
                    code: "graph.gradient", "'gradient' belongs to the graph of a pass's value, such as 'first.h1'",
                    at: gradient.range))
            return nil
        }
        switch value {
        case .unknown: return nil
        case .tensor(let tensor):
            if let history = tensor.history(namedIn: scope) { return Computation(history, style: style) }
            report(
                Diagnostic(
                    code: "graph.value",
                    "this tensor has no history: it was not computed from any tensor with 'requires_grad=True'",
                    at: expression.range))
            return nil
        default: return recorded(expression, value, style)
        }
    }

    // MARK: Values of a pass

    private mutating func computation(
        of name: Located<String>, _ pass: Pass, _ body: GraphBody, _ style: NumberStyle
    ) -> Computation? {
        let recorded = RecordedPass<Double>(pass)
        // A mistake in a name is the expression's, told as everywhere.
        guard let quantity = pass.quantity(named: name.value) else {
            report(
                Diagnostic(
                    code: "graph.value", "the pass has no value '\(name.value)'", at: name.range,
                    suggestion: nearestName(to: name.value, in: pass.allNames)))
            return nil
        }
        guard let root = recorded.node(of: quantity), recorded.tape.operation(root) != .constant else {
            report(Diagnostic(code: "graph.value", reason(name.value, quantity, pass), at: name.range))
            return nil
        }
        guard let adjoints = adjoints(recorded, root, pass, body) else { return nil }
        return Computation(
            recorded.tape, root: root, adjoints: adjoints, names: recorded.graphNames,
            constants: recorded.constants(under: root), style: style)
    }

    private func reason(_ name: String, _ quantity: Networks.Quantity, _ pass: Pass) -> String {
        switch quantity {
        case .error: "the loss '\(pass.network.loss.name)' is computed without '\(name)'"
        case .input, .target: "'\(name)' is given, not computed"
        default: "a graph shows how one number is computed; '\(name)' is several"
        }
    }

    /// Derivatives of the value itself, or of the loss when there are gradients of the same pass.
    private mutating func adjoints(
        _ recorded: RecordedPass<Double>, _ root: Tape<Double>.Node, _ pass: Pass, _ body: GraphBody
    ) -> Adjoints<Double>? {
        guard let expression = body.gradient else { return recorded.tape.backward(from: root) }
        guard let gradients = gradientsValue(expression) else { return nil }
        guard let source = gradients.pass, source.network.parameters == pass.network.parameters,
            source.instance.inputs == pass.instance.inputs, source.instance.targets == pass.instance.targets,
            source.network.architecture.fits(pass.network.architecture)
        else {
            report(
                Diagnostic(code: "graph.gradient", "these are not the gradients of this pass", at: expression.range))
            return nil
        }
        return recorded.backward()
    }
}

extension RecordedPass {
    /// The places of numbers that are neither inputs, parameters nor targets: they have no derivatives.
    fileprivate func constants(under root: Tape<R>.Node) -> [Int] {
        let names = graphNames
        return tape.nodes.prefix(root.index + 1).compactMap { node in
            names[node.index] == nil && tape.operation(node) == .constant ? node.index : nil
        }
    }

    /// The names that stand on the tape, by place. The output of a unit is called as the unit.
    fileprivate var graphNames: [Int: Computation.Name] {
        var names: [Int: Computation.Name] = [:]
        let architecture = network.architecture
        for (quantity, node) in quantities {
            var letter = architecture.letter(for: quantity, targetNames: instance.targetNames)
            var text = letter.plain
            switch quantity {
            case .input(let i): text = network.inputs[i]
            case .target(let j): text = instance.targetNames[j]
            case .weight(let layer, let source, let unit):
                text = network.layers[layer].weightName(source: source, unit: unit)
            case .bias(let layer, let unit): text = network.layers[layer].biasName(unit: unit)
            case .unitIn(let layer, let unit): text = network.layers[layer].units[unit] + "_in"
            case .unitOut(let layer, let unit):
                text = network.layers[layer].units[unit]
                letter.superscript = ""
            default: break
            }
            names[node.index] = Computation.Name(text, Label(letter))
        }
        return names
    }
}
