import Cells
import Diagnostics
import Figures
import Networks
import Tensors

extension Evaluator {
    func style(of directive: Directive) -> NumberStyle { NumberStyle(digits: directive.digits ?? program.digits) }

    func figureStyle(of directive: Directive) -> NumberStyle {
        .inFigures(chosen: directive.digits, chapter: program.digits)
    }

    private func drawing(_ builder: DiagramBuilder) -> Display {
        .figure(FigureDisplay(figure: .network(builder.diagram()), alt: builder.alt))
    }

    // MARK: What binding directives show

    func display(_ network: Network, _ directive: Directive) -> Display {
        switch directive.display {
        case .diagram: drawing(DiagramBuilder(DiagramState(network: network), style: figureStyle(of: directive)))
        case .table: .table(parameterTable(network, style(of: directive)))
        default: .nothing
        }
    }

    func display(_ pass: Pass, _ directive: Directive) -> Display {
        switch directive.display {
        case .diagram:
            drawing(DiagramBuilder(DiagramState(network: pass.network, pass: pass), style: figureStyle(of: directive)))
        case .steps: .steps(steps(pass, style(of: directive)))
        case .table: .table(passTable(pass, style(of: directive)))
        default: .nothing
        }
    }

    func display(_ gradients: Gradients, _ directive: Directive) -> Display {
        switch directive.display {
        case .diagram:
            drawing(
                DiagramBuilder(
                    DiagramState(network: gradients.network, pass: gradients.pass, gradients: gradients),
                    style: figureStyle(of: directive)))
        case .steps: .steps(steps(gradients, style(of: directive)))
        case .table: .table(gradientTable(gradients, style(of: directive)))
        default: .nothing
        }
    }

    func display(_ update: Update, _ directive: Directive) -> Display {
        switch directive.display {
        case .table: .table(updateTable(update, style(of: directive)))
        case .diagram:
            drawing(
                DiagramBuilder(
                    DiagramState(network: update.before), after: DiagramState(network: update.after),
                    style: figureStyle(of: directive)))
        case .steps: .steps(steps(update, style(of: directive)))
        default: .nothing
        }
    }

    func display(_ data: DataSet, _ directive: Directive) -> Display {
        switch directive.display {
        case .table: .table(dataTable(data, style(of: directive)))
        case .plot: dataPlot(data).map(Display.figure) ?? .nothing
        default: .nothing
        }
    }

    func display(_ run: Run, _ directive: Directive) -> Display {
        switch directive.display {
        case .plot: .figure(LossPlot(run: run, style: style(of: directive)).display)
        case .table: .table(lossTable(run, style(of: directive)))
        default: .nothing
        }
    }

    // MARK: Steps

    /// Sums and outputs of every layer, then the loss: a block a layer.
    private func steps(_ pass: Pass, _ style: NumberStyle) -> [String] {
        var blocks = pass.network.layers.enumerated().map { index, layer in
            layer.units.indices.flatMap { unit -> [Networks.Quantity] in
                [.unitIn(layer: index, unit: unit), .unitOut(layer: index, unit: unit)]
            }
        }
        if pass.hasTargets { blocks.append([.loss]) }
        return blocks.map { DerivationTeX(style: style).block($0.compactMap { pass.derivation(of: $0) }) }
    }

    /// From the outputs back: what each unit's output and sum do to the loss, then each weight; a block a layer.
    private func steps(_ gradients: Gradients, _ style: NumberStyle) -> [String] {
        let layers = gradients.network.layers
        let blocks = layers.indices.reversed().map { index -> [Networks.Quantity] in
            let units = layers[index].units.indices
            let signals = units.flatMap { unit -> [Networks.Quantity] in
                [.unitOut(layer: index, unit: unit), .unitIn(layer: index, unit: unit)]
            }
            let weights = (0..<layers[index].sourceCount).flatMap { source in
                units.map { Networks.Quantity.weight(layer: index, source: source, unit: $0) }
            }
            let biases = layers[index].hasBias ? units.map { Networks.Quantity.bias(layer: index, unit: $0) } : []
            return signals + weights + biases
        }
        return blocks.map { DerivationTeX(style: style).block($0.compactMap { gradients.derivation(of: $0) }) }
    }

    private func steps(_ update: Update, _ style: NumberStyle) -> [String] {
        [DerivationTeX(style: style).block(update.before.names.compactMap { update.derivation(of: $0) })]
    }

    /// `{derive}`: each value must be a name of a pass or of gradients.
    mutating func derive(_ body: DeriveBody, _ style: NumberStyle) -> Display? {
        let before = values.diagnostics.count
        let derivations = body.values.compactMap { derivation(of: $0, depth: body.depth) }
        if values.diagnostics.count > before { return nil }
        // After an unknown value nothing is shown, and nothing more is said.
        return .steps(derivations.isEmpty ? [] : [DerivationTeX(style: style).block(derivations)])
    }

    private mutating func derivation(of expression: Expression, depth: DeriveBody.Depth) -> Derivation? {
        guard let (owner, name) = ownerAndName(expression) else {
            report(
                Diagnostic(
                    code: "derive.value", "a value is derived by its name on a pass or on gradients, such as 'G.w21'",
                    at: expression.range))
            return nil
        }
        let depth: Derivation.Depth = depth == .full ? .full : .local
        let found: Derivation??
        switch value(owner) {
        case .unknown: return nil
        case .pass(let pass):
            found = attempt(at: expression.range) { () throws(NetworkError) in
                try pass.derivation(of: name.value, depth: depth)
            }
        case .gradients(let gradients):
            found = attempt(at: expression.range) { () throws(NetworkError) in
                try gradients.derivation(of: name.value, depth: depth)
            }
        case let other:
            report(
                Diagnostic(
                    code: "derive.value", "a pass or gradients have derivations, a \(other.typeName) has none",
                    at: owner.range))
            return nil
        }
        guard let found else { return nil }
        if let derivation = found { return derivation }
        // Evaluating the name gives the right words when it is misspelt.
        if case .unknown = value(expression) { return nil }
        report(
            Diagnostic(
                code: "derive.value",
                "'\(name.value)' is given, or is not a single number, so there is nothing to derive", at: name.range))
        return nil
    }

    private func ownerAndName(_ expression: Expression) -> (Expression, Located<String>)? {
        switch expression.kind {
        case .attribute(let owner, let name): return (owner, name)
        case .item(let owner, let index):
            guard case .string(let name) = index.kind else { return nil }
            return (owner, Located(name, index.range))
        default: return nil
        }
    }
}

/// The figure of a value that can be drawn; nil for others.
public func figureDisplay(of value: Value, digits: Int) -> FigureDisplay? {
    if case .run(let run) = value { return LossPlot(run: run, style: NumberStyle(digits: digits)).display }
    guard let state = DiagramState(value) else { return nil }
    let builder = DiagramBuilder(state, style: .inFigures(chosen: nil, chapter: digits))
    return FigureDisplay(figure: .network(builder.diagram()), alt: builder.alt)
}
