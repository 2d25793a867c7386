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
}

/// The figure of a value that can be drawn; nil for others.
public func figureDisplay(of value: Value, digits: Int) -> FigureDisplay? {
    if case .run(let run) = value {
        guard run.loss.allSatisfy({ Plottable.number($0) != nil }) else { return nil }
        return LossPlot(run: run, style: NumberStyle(digits: digits)).display
    }
    guard let state = DiagramState(value) else { return nil }
    let builder = DiagramBuilder(state, style: .inFigures(chosen: nil, chapter: digits))
    return FigureDisplay(figure: .network(builder.diagram()), alt: builder.alt)
}
