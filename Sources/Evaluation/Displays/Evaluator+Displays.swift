import Cells
import Diagnostics
import Figures
import Networks
import Tensors

/// A layer with more units has a block of steps for each.
private let blockLimit = 3

extension Evaluator {
    func style(of directive: Directive) -> NumberStyle {
        NumberStyle(digits: directive.digits ?? program.digits, marks: program.marks)
    }

    func figureStyle(of directive: Directive) -> NumberStyle {
        .inFigures(chosen: directive.digits, chapter: program.digits, marks: program.marks)
    }

    /// The diagram, or nothing when a value in it cannot be shown.
    mutating func drawing(_ builder: DiagramBuilder, _ directive: Directive) -> Display {
        guard canShow(builder.firstNonFinite, at: directive.range) else { return .nothing }
        return .figure(builder.display)
    }

    // MARK: What binding directives show

    mutating func display(_ network: Network, _ directive: Directive) -> Display {
        switch directive.display {
        case .diagram:
            return drawing(DiagramBuilder(DiagramState(network: network), style: figureStyle(of: directive)), directive)
        case .table: return .table(parameterTable(network, style(of: directive)))
        default: return .nothing
        }
    }

    mutating func display(_ pass: Pass, _ directive: Directive) -> Display {
        switch directive.display {
        case .diagram:
            let state = DiagramState(network: pass.network, pass: pass)
            return drawing(DiagramBuilder(state, style: figureStyle(of: directive)), directive)
        case .steps: return .steps(steps(pass, style(of: directive)))
        case .table: return .table(passTable(pass, style(of: directive)))
        default: return .nothing
        }
    }

    mutating func display(_ gradients: Gradients, _ directive: Directive) -> Display {
        switch directive.display {
        case .diagram:
            let state = DiagramState(network: gradients.network, pass: gradients.pass, gradients: gradients)
            return drawing(DiagramBuilder(state, style: figureStyle(of: directive)), directive)
        case .steps: return .steps(steps(gradients, style(of: directive)))
        case .table: return .table(gradientTable(gradients, style(of: directive)))
        default: return .nothing
        }
    }

    mutating func display(_ update: Update, _ directive: Directive) -> Display {
        if directive.display != .none, !canShow(update.firstNonFinite, at: directive.range) { return .nothing }
        switch directive.display {
        case .table: return .table(updateTable(update, style(of: directive)))
        case .diagram:
            let (before, after) = (DiagramState(network: update.before), DiagramState(network: update.after))
            return drawing(DiagramBuilder(before, after: after, style: figureStyle(of: directive)), directive)
        case .steps: return .steps(steps(update, style(of: directive)))
        default: return .nothing
        }
    }

    func display(_ data: DataSet, _ directive: Directive) -> Display {
        switch directive.display {
        case .table: .table(dataTable(data, style(of: directive)))
        case .plot: dataPlot(data, style(of: directive)).map(Display.figure) ?? .nothing
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

    /// Sums and outputs of every layer, then the loss: a block a layer, or a block a unit where they are many.
    private func steps(_ pass: Pass, _ style: NumberStyle) -> [String] {
        var blocks = pass.network.layers.enumerated().flatMap { index, layer in
            grouped(layer.units.indices.map { [.unitIn(layer: index, unit: $0), .unitOut(layer: index, unit: $0)] })
        }
        if pass.hasTargets { blocks.append([.loss]) }
        return blocks.map { DerivationTeX(style: style).block($0.compactMap { pass.derivation(of: $0) }) }
    }

    /// From the outputs back: what each unit's output and sum do to the loss, then each weight; blocks as for a pass.
    private func steps(_ gradients: Gradients, _ style: NumberStyle) -> [String] {
        let layers = gradients.network.layers
        let blocks = layers.indices.reversed().flatMap { index -> [[Networks.Quantity]] in
            let units = layers[index].units.indices
            let signals = units.map { unit -> [Networks.Quantity] in
                let output = Networks.Quantity.unitOut(layer: index, unit: unit)
                let sum = Networks.Quantity.unitIn(layer: index, unit: unit)
                return gradients.canShowOutput(layer: index, unit: unit) ? [output, sum] : [sum]
            }
            var weights = (0..<layers[index].sourceCount).map { source in
                units.map { Networks.Quantity.weight(layer: index, source: source, unit: $0) }
            }
            if layers[index].hasBias { weights.append(units.map { .bias(layer: index, unit: $0) }) }
            return units.count > blockLimit ? signals + weights : [(signals + weights).flatMap { $0 }]
        }
        return blocks.map { DerivationTeX(style: style).block($0.compactMap { gradients.derivation(of: $0) }) }
    }

    /// The units' steps in blocks between which a printed page may break.
    private func grouped(_ units: [[Networks.Quantity]]) -> [[Networks.Quantity]] {
        units.count > blockLimit ? units : [units.flatMap { $0 }]
    }

    private func steps(_ update: Update, _ style: NumberStyle) -> [String] {
        [DerivationTeX(style: style).block(update.before.names.compactMap { update.derivation(of: $0) })]
    }
}

/// The figure of a value that can be drawn; nil for others, and for gradients that are not finite.
public func figureDisplay(of value: Value, digits: Int, marks: NumberMarks = .point) -> FigureDisplay? {
    if case .run(let run) = value {
        guard run.loss.allSatisfy({ Plottable.number($0) != nil }) else { return nil }
        return LossPlot(run: run, style: NumberStyle(digits: digits, marks: marks)).display.written(with: marks)
    }
    guard let state = DiagramState(value) else { return nil }
    let builder = DiagramBuilder(state, style: .inFigures(chosen: nil, chapter: digits, marks: marks))
    if builder.firstNonFinite != nil { return nil }
    return builder.display
}
