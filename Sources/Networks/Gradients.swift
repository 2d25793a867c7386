import Tensors

/// The derivatives of a loss by every value of a pass and by every weight and bias; or a sum of such.
public struct Gradients: Sendable {
    public let network: Network
    /// The pass whose loss was differentiated; nil for a sum or a multiple.
    public let pass: Pass?
    /// The gradients this one adds up, in order; empty for that of a single pass.
    public let terms: [Gradients]
    /// ∂L/∂value, laid out like the values of a pass up to the outputs.
    let values: [Double]
    /// ∂L/∂parameter, laid out like the network's parameters.
    public let parameters: [Double]

    /// The derivatives by the weighted sums of a layer, counted from zero.
    public func sums(layer: Int) -> [Double] {
        let plan = network.architecture.plans[layer]
        return Array(values[plan.sums..<(plan.sums + plan.units)])
    }
    /// The derivatives by the outputs of a layer.
    public func outputs(layer: Int) -> [Double] {
        let plan = network.architecture.plans[layer]
        return Array(values[plan.outputs..<(plan.outputs + plan.units)])
    }
    /// The derivatives by the inputs.
    public var inputs: [Double] { Array(values[..<network.inputs.count]) }
    /// The derivative by one weight, from source `source` to unit `unit`, counted from zero.
    public func weight(layer: Int, source: Int, unit: Int) -> Double {
        let plan = network.architecture.plans[layer]
        return parameters[plan.weights + source * plan.units + unit]
    }

    /// The sum of two gradients, value by value.
    ///
    /// - Throws: `differentArchitecture` when they are of networks that do not fit together; `nonFinite` naming the first
    ///   sum that overflows.
    public func adding(_ other: Gradients) throws(NetworkError) -> Gradients {
        guard network.architecture.fits(other.network.architecture) else { throw .differentArchitecture }
        return try Gradients(
            network: network, pass: nil, terms: flattened + other.flattened,
            values: zip(values, other.values).map { $0 + $1 },
            parameters: zip(parameters, other.parameters).map { $0 + $1 }
        ).checked()
    }

    /// The gradients times a number, value by value; what overflows is infinite.
    public func scaled(by factor: Double) -> Gradients {
        Gradients(
            network: network, pass: nil, terms: [], values: values.map { $0 * factor },
            parameters: parameters.map { $0 * factor })
    }

    /// These gradients.
    ///
    /// - Throws: `nonFinite` naming the first derivative that is NaN or infinite, ∂L/∂y of a cross-entropy excepted.
    fileprivate func checked() throws(NetworkError) -> Gradients {
        guard let fault = network.architecture.firstNonFiniteGradient(values, parameters) else { return self }
        throw .nonFinite(
            NonFinite(
                stage: .backward, quantity: fault.name, value: fault.value, instance: pass?.instance.index))
    }

    private var flattened: [Gradients] { terms.isEmpty ? [self] : terms }
}

extension Pass {
    /// The derivatives of the loss, by the formulas of each layer from the outputs back to the inputs.
    ///
    /// ∂L/∂y of a cross-entropy's output may be infinite beyond |z| ≈ 709 (no other derivative is computed from it).
    /// - Throws: `noTargets`; `nonFinite` naming the first derivative that is NaN or infinite, those ∂L/∂y excepted.
    public func backward() throws(NetworkError) -> Gradients {
        guard hasTargets else { throw .noTargets }
        let architecture = network.architecture
        var values = values
        var gradients = [Double](repeating: 0, count: layout.gradientCount)
        var parameters = [Double](repeating: 0, count: architecture.parameterCount)
        runBackward(&values, &gradients, &parameters)
        return try Gradients(network: network, pass: self, terms: [], values: gradients, parameters: parameters)
            .checked()
    }

    private func runBackward(_ values: inout [Double], _ gradients: inout [Double], _ result: inout [Double]) {
        let architecture = network.architecture
        architecture.plans.withUnsafeBufferPointer { plans in
            network.parameters.withUnsafeBufferPointer { parameters in
                values.withUnsafeMutableBufferPointer { values in
                    gradients.withUnsafeMutableBufferPointer { gradients in
                        result.withUnsafeMutableBufferPointer { result in
                            guard let parameters = parameters.baseAddress, let values = values.baseAddress,
                                let gradients = gradients.baseAddress, let result = result.baseAddress
                            else { return }
                            let buffers = BackwardKernel.Buffers(
                                plans: plans, layout: layout, loss: architecture.loss, parameters: parameters,
                                values: values, gradients: gradients, parameterGradients: result)
                            BackwardKernel.run(buffers, includingInputs: true)
                        }
                    }
                }
            }
        }
    }
}

extension Architecture {
    /// The first derivative that is NaN or infinite, in order of computation. ∂L/∂y of a cross-entropy does not count.
    func firstNonFiniteGradient(_ values: [Double], _ parameters: [Double]) -> (name: String, value: Double)? {
        for entry in gradientEntries() where entry.quantity.isScalar {
            if let range = parameterRange(of: entry.quantity) {
                let value = parameters[range.lowerBound]
                if !value.isFinite { return (entry.name, value) }
            } else if let range = valueRange(of: entry.quantity), !values[range.lowerBound].isFinite {
                if loss.requiredActivation != nil, case .unitOut(layers.count - 1, _) = entry.quantity { continue }
                return (entry.name, values[range.lowerBound])
            }
        }
        return nil
    }
}
