/// Where one layer's numbers are: offsets into a network's parameters and into a pass's values.
struct LayerPlan: Sendable {
    let sources: Int
    let units: Int
    let activation: Activation
    /// First weight among the parameters, row by row; rows are sources.
    let weights: Int
    /// First bias among the parameters, or −1.
    let biases: Int
    /// First source value, first weighted sum and first output among the values of a pass.
    let sourceValues: Int
    let sums: Int
    let outputs: Int

    static func plans(inputs: Int, layers: [Layer]) -> [LayerPlan] {
        var parameter = 0
        var value = 0
        var next = inputs
        return layers.map { layer in
            let weights = parameter
            let biases = layer.hasBias ? weights + layer.sourceCount * layer.unitCount : -1
            parameter = weights + layer.sourceCount * layer.unitCount + (layer.hasBias ? layer.unitCount : 0)
            let plan = LayerPlan(
                sources: layer.sourceCount, units: layer.unitCount, activation: layer.activation, weights: weights,
                biases: biases, sourceValues: value, sums: next, outputs: next + layer.unitCount)
            value = next + layer.unitCount
            next += 2 * layer.unitCount
            return plan
        }
    }
}

/// Where the values of a pass are stored, one after the other.
struct ValueLayout: Sendable {
    let outputCount: Int
    let outputs: Int
    let targets: Int
    let errors: Int
    let loss: Int
    let count: Int
    /// How many values come before the targets: those gradients have as well.
    let gradientCount: Int

    init(inputs: Int, plans: [LayerPlan]) {
        let last = plans[plans.count - 1]
        outputCount = last.units
        outputs = last.outputs
        gradientCount = last.outputs + last.units
        targets = gradientCount
        errors = targets + last.units
        loss = errors + last.units
        count = loss + 1
    }
}
