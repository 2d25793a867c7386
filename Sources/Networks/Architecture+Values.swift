extension Architecture {
    /// The names of a pass in order of definition, with what they stand for; aliases (`h1` for `h1_out`) included.
    func passEntries(targetNames: [String], withTargets: Bool) -> [(name: String, quantity: Quantity)] {
        var entries = inputs.enumerated().map { (name: $1, quantity: Quantity.input($0)) }
        entries.append(("inputs", .inputs))
        for k in layers.indices { entries += unitEntries(layer: k) }
        entries.append(("outputs", .outputs))
        guard withTargets else { return entries }
        for j in outputs.indices {
            entries.append(("t\(j + 1)", .target(j)))
            if targetNames[j] != "t\(j + 1)" { entries.append((targetNames[j], .target(j))) }
        }
        entries.append(("targets", .targets))
        for j in outputs.indices { entries.append(("e\(j + 1)", .error(j))) }
        return entries + [("errors", .errors), ("loss", .loss)]
    }

    /// The names of gradients in order of computation: from the outputs back to the inputs.
    func gradientEntries() -> [(name: String, quantity: Quantity)] {
        var entries: [(name: String, quantity: Quantity)] = [("outputs", .outputs)]
        for k in layers.indices.reversed() {
            let layer = layers[k]
            for (j, unit) in layer.units.enumerated() {
                entries.append((unit + "_out", .unitOut(layer: k, unit: j)))
                entries.append((unit, .unitOut(layer: k, unit: j)))
            }
            entries.append((layer.name + "_out", .layerOut(k)))
            entries.append((layer.name, .layerOut(k)))
            for (j, unit) in layer.units.enumerated() { entries.append((unit + "_in", .unitIn(layer: k, unit: j))) }
            entries.append((layer.name + "_in", .layerIn(k)))
            entries += parameterEntries(layer: k)
        }
        for (i, name) in inputs.enumerated() { entries.append((name, .input(i))) }
        entries.append(("inputs", .inputs))
        return entries
    }

    /// The names of a layer's matrix, weights and biases.
    func parameterEntries(layer k: Int) -> [(name: String, quantity: Quantity)] {
        let layer = layers[k]
        var entries: [(name: String, quantity: Quantity)] = [(layer.matrix, .weights(layer: k))]
        for i in 0..<layer.sourceCount {
            for j in 0..<layer.unitCount {
                entries.append((layer.weightName(source: i, unit: j), .weight(layer: k, source: i, unit: j)))
            }
        }
        guard layer.hasBias else { return entries }
        entries.append((layer.biasName, .biases(layer: k)))
        for j in 0..<layer.unitCount { entries.append((layer.biasName(unit: j), .bias(layer: k, unit: j))) }
        return entries
    }

    private func unitEntries(layer k: Int) -> [(name: String, quantity: Quantity)] {
        let layer = layers[k]
        var entries: [(name: String, quantity: Quantity)] = []
        for (j, unit) in layer.units.enumerated() { entries.append((unit + "_in", .unitIn(layer: k, unit: j))) }
        entries.append((layer.name + "_in", .layerIn(k)))
        for (j, unit) in layer.units.enumerated() {
            entries.append((unit + "_out", .unitOut(layer: k, unit: j)))
            entries.append((unit, .unitOut(layer: k, unit: j)))
        }
        return entries + [(layer.name + "_out", .layerOut(k)), (layer.name, .layerOut(k))]
    }

    /// Where a quantity is among the values of a pass; nil for parameters.
    func valueRange(of quantity: Quantity) -> Range<Int>? {
        let layout = valueLayout
        switch quantity {
        case .input(let i): return i..<(i + 1)
        case .inputs: return 0..<inputs.count
        case .unitIn(let layer, let unit): return (plans[layer].sums + unit)..<(plans[layer].sums + unit + 1)
        case .unitOut(let layer, let unit): return (plans[layer].outputs + unit)..<(plans[layer].outputs + unit + 1)
        case .layerIn(let layer): return plans[layer].sums..<(plans[layer].sums + plans[layer].units)
        case .layerOut(let layer): return plans[layer].outputs..<(plans[layer].outputs + plans[layer].units)
        case .outputs: return layout.outputs..<(layout.outputs + layout.outputCount)
        case .target(let j): return (layout.targets + j)..<(layout.targets + j + 1)
        case .targets: return layout.targets..<(layout.targets + layout.outputCount)
        case .error(let j): return (layout.errors + j)..<(layout.errors + j + 1)
        case .errors: return layout.errors..<(layout.errors + layout.outputCount)
        case .loss: return layout.loss..<(layout.loss + 1)
        case .weight, .bias, .weights, .biases: return nil
        }
    }

    /// What a quantity of a pass or of its gradients is among numbers laid out like the values of a pass.
    func value(of quantity: Quantity, in values: [Double]) -> NamedValue? {
        guard let range = valueRange(of: quantity), range.upperBound <= values.count else { return nil }
        return quantity.isScalar ? .scalar(values[range.lowerBound]) : .vector(Array(values[range]))
    }

    /// The name of the value stored at `index`: `h1_in` for a weighted sum, `h1_out` for an output.
    func valueName(at index: Int) -> String {
        let layout = valueLayout
        if index < inputs.count { return inputs[index] }
        for (k, plan) in plans.enumerated() where index < plan.outputs + plan.units {
            let isSum = index < plan.outputs
            return layers[k].units[index - (isSum ? plan.sums : plan.outputs)] + (isSum ? "_in" : "_out")
        }
        if index < layout.errors { return "t\(index - layout.targets + 1)" }
        return index < layout.loss ? "e\(index - layout.errors + 1)" : "loss"
    }

    /// The first value that is NaN or infinite, in order of computation.
    func firstNonFinite(_ values: [Double], upTo end: Int? = nil) -> (name: String, value: Double)? {
        let values = values[..<(end ?? values.count)]
        guard let index = values.firstIndex(where: { !$0.isFinite }) else { return nil }
        return (valueName(at: index), values[index])
    }
}
