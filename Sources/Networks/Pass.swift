import Tensors

/// A forward pass of one instance through a network, with every value on the way.
public struct Pass: Sendable {
    public let network: Network
    public let instance: Instance
    /// Inputs, then sums and outputs of each layer, then targets, errors and the loss.
    let values: [Double]
    let layout: ValueLayout

    /// True when the instance has targets, and so the pass has errors and a loss.
    public var hasTargets: Bool { !instance.targets.isEmpty }
    public var inputs: [Double] { instance.inputs }
    public var targets: [Double] { instance.targets }
    public var outputs: [Double] { Array(values[layout.outputs..<(layout.outputs + layout.outputCount)]) }
    /// Output minus target, one an output; empty without targets.
    public var errors: [Double] {
        hasTargets ? Array(values[layout.errors..<(layout.errors + layout.outputCount)]) : []
    }
    /// The loss, or nil without targets.
    public var loss: Double? { hasTargets ? values[layout.loss] : nil }
    /// The weighted sums that enter the units of a layer, counted from zero.
    public func sums(layer: Int) -> [Double] {
        let plan = network.architecture.plans[layer]
        return Array(values[plan.sums..<(plan.sums + plan.units)])
    }
    /// The outputs of a layer, counted from zero.
    public func outputs(layer: Int) -> [Double] {
        let plan = network.architecture.plans[layer]
        return Array(values[plan.outputs..<(plan.outputs + plan.units)])
    }
    /// The values a layer receives: the inputs, or the outputs of the layer before.
    public func sources(layer: Int) -> [Double] { layer == 0 ? inputs : outputs(layer: layer - 1) }
}

extension Network {
    /// The forward pass of `instance`.
    ///
    /// - Throws: `inputCount`, `targetCount`, `inputOrder`, a `collision` of the targets' names with the network's, or
    ///   `nonFinite` naming the first value that is NaN or infinite.
    public func forward(_ instance: Instance) throws(NetworkError) -> Pass {
        try check(instance)
        let layout = architecture.valueLayout
        var values = [Double](repeating: 0, count: layout.count)
        for (i, value) in instance.inputs.enumerated() { values[i] = value }
        for (i, value) in instance.targets.enumerated() { values[layout.targets + i] = value }
        runForward(&values, layout, withLoss: !instance.targets.isEmpty)
        if let fault = architecture.firstNonFinite(values, upTo: instance.targets.isEmpty ? layout.targets : nil) {
            throw .nonFinite(
                NonFinite(stage: .forward, quantity: fault.name, value: fault.value, instance: instance.index))
        }
        return Pass(network: self, instance: instance, values: values, layout: layout)
    }

    /// The forward pass of bare inputs, without targets.
    public func forward(_ inputs: [Double]) throws(NetworkError) -> Pass {
        guard inputs.count == self.inputs.count else {
            throw .inputCount(found: inputs.count, expected: self.inputs.count)
        }
        return try forward(Instance(inputNames: self.inputs, inputs: inputs))
    }

    private func runForward(_ values: inout [Double], _ layout: ValueLayout, withLoss: Bool) {
        let architecture = architecture
        architecture.plans.withUnsafeBufferPointer { plans in
            parameters.withUnsafeBufferPointer { parameters in
                values.withUnsafeMutableBufferPointer { values in
                    guard let parameters = parameters.baseAddress, let values = values.baseAddress else { return }
                    ForwardKernel.run(plans, parameters, values)
                    guard withLoss else { return }
                    ForwardKernel.loss(architecture.loss, layout, sums: plans[plans.count - 1].sums, values)
                }
            }
        }
    }

    /// - Throws: what keeps `instance` from entering this network.
    func check(_ instance: Instance) throws(NetworkError) {
        guard instance.inputs.count == inputs.count else {
            throw .inputCount(found: instance.inputs.count, expected: inputs.count)
        }
        if instance.inputNames != inputs, instance.inputNames.allSatisfy(inputs.contains) {
            throw .inputOrder(found: instance.inputNames, expected: inputs)
        }
        guard instance.targets.isEmpty || instance.targets.count == outputs.count else {
            throw .targetCount(found: instance.targets.count, expected: outputs.count)
        }
        for (i, name) in instance.targetNames.enumerated() {
            guard let role = architecture.vocabulary.role(of: name) else { continue }
            throw .collision(name: name, first: role, second: .target(index: i))
        }
    }
}
