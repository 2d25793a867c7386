import Networks

extension DiagramBuilder {
    /// The numbers of the diagram: a row for each unit, bias and weight that is drawn.
    var table: FigureTable {
        var rows: [[FigureTable.Cell]] = []
        for index in layers {
            let isInput = index == 0
            let names = isInput ? state.network.inputs : state.network.layers[index - 1].units
            if index > layers.lowerBound { rows += weightRows(into: index - 1) }
            for (unit, name) in names.enumerated() { rows += unitRows(layer: index, unit, name) }
        }
        let header = ["name", "what", "value", "after", "gradient", "target", "error"]
        return FigureTable(header: header, rows: rows).withoutEmptyColumns
    }

    private func unitRows(layer: Int, _ unit: Int, _ name: String) -> [[FigureTable.Cell]] {
        let isOutput = layer == state.network.layers.count
        let values = { (pass: Pass?) -> Double? in
            layer == 0 ? pass?.inputs[unit] : pass?.outputs(layer: layer - 1)[unit]
        }
        let gradient = layer == 0 ? state.gradients?.inputs[unit] : state.gradients?.outputs(layer: layer - 1)[unit]
        let hasTargets = isOutput && state.pass?.hasTargets == true
        var rows = [
            row(
                name, layer == 0 ? "input" : isOutput ? "output" : "hidden unit", .activations, values(state.pass),
                after: values(after?.pass), gradient,
                target: hasTargets && parts.contains(.targets) ? state.pass?.targets[unit] : nil,
                error: hasTargets && parts.contains(.errors) ? (after ?? state).pass?.errors[unit] : nil)
        ]
        if layer > 0, state.network.layers[layer - 1].hasBias {
            let bias = { (network: Network?) -> Double? in network?.biases(layer: layer - 1)?[unit] }
            let name = state.network.layers[layer - 1].biasName(unit: unit)
            rows.append(
                row(
                    name, "bias", .biases, bias(state.network), after: bias(after?.network), state.gradients?[name]))
        }
        return rows
    }

    private func weightRows(into layer: Int) -> [[FigureTable.Cell]] {
        let shape = state.network.layers[layer]
        return (0..<shape.sourceCount).flatMap { source in
            shape.units.indices.map { unit in
                row(
                    shape.weightName(source: source, unit: unit), "weight", .weights,
                    state.network.weight(layer: layer, source: source, unit: unit),
                    after: after?.network.weight(layer: layer, source: source, unit: unit),
                    state.gradients?.weight(layer: layer, source: source, unit: unit))
            }
        }
    }

    /// Numbers of parts that are not shown stay out.
    private func row(
        _ name: String, _ what: String, _ part: DiagramBody.Part, _ value: Double?, after: Double?, _ gradient: Double?,
        target: Double? = nil, error: Double? = nil
    ) -> [FigureTable.Cell] {
        let isShown = parts.contains(part)
        let derivative = parts.contains(.gradients) ? gradient : nil
        return [.text(name), .text(what)]
            + [isShown ? value : nil, isShown ? after : nil, derivative, target, error].map(cell)
    }

    private func cell(_ number: Double?) -> FigureTable.Cell {
        number.map { .number($0, text: style.text($0)) } ?? .empty
    }
}
