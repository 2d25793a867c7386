extension Architecture {
    /// The names of all weights and biases, in the order they are stored.
    public var parameterNames: [String] {
        layers.flatMap { layer in
            layer.weightNames + (layer.hasBias ? layer.units.indices.map { layer.biasName(unit: $0) } : [])
        }
    }

    /// The names of matrices, single weights, bias vectors and single biases, layer by layer.
    public var allParameterNames: [String] {
        layers.flatMap { layer in
            [layer.matrix] + layer.weightNames
                + (layer.hasBias ? [layer.biasName] + layer.units.indices.map { layer.biasName(unit: $0) } : [])
        }
    }

    /// What the parameter at `index` is.
    public func parameter(at index: Int) -> Quantity {
        for (k, plan) in plans.enumerated() {
            let offset = index - plan.weights
            if offset < plan.sources * plan.units {
                return .weight(layer: k, source: offset / plan.units, unit: offset % plan.units)
            }
            if plan.biases >= 0, index < plan.biases + plan.units { return .bias(layer: k, unit: index - plan.biases) }
        }
        preconditionFailure("a parameter is asked for by an index within the parameters")
    }

    /// Where a weight, a bias, or all of a layer's are stored; nil for quantities of passes.
    public func parameterRange(of quantity: Quantity) -> Range<Int>? {
        switch quantity {
        case .weight(let layer, let source, let unit):
            let index = plans[layer].weights + source * plans[layer].units + unit
            return index..<(index + 1)
        case .bias(let layer, let unit):
            return plans[layer].biases < 0 ? nil : (plans[layer].biases + unit)..<(plans[layer].biases + unit + 1)
        case .weights(let layer):
            return plans[layer].weights..<(plans[layer].weights + plans[layer].sources * plans[layer].units)
        case .biases(let layer):
            return plans[layer].biases < 0 ? nil : plans[layer].biases..<(plans[layer].biases + plans[layer].units)
        default: return nil
        }
    }

    /// The parameters `name` stands for: one for `w21`, all of the matrix for `W`.
    func parameterRange(named name: String) throws(NetworkError) -> Range<Int> {
        guard let quantity = vocabulary[name] else { throw .unknownName(name, known: allParameterNames) }
        guard let range = parameterRange(of: quantity) else { throw .notAParameter(name) }
        return range
    }
}
