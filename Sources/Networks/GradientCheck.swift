/// Gradients held against central differences, weight by weight.
public struct GradientCheck: Sendable {
    /// One weight or bias.
    public struct Entry: Sendable {
        public let name: String
        /// What backpropagation says.
        public let gradient: Double
        /// `(L(w + d) − L(w − d)) / 2d`.
        public let difference: Double
        /// `|gradient − difference|`.
        public var distance: Double { (gradient - difference).magnitude }
    }

    /// The weights and biases in order.
    public let entries: [Entry]
    /// The greatest distance.
    public var distance: Double { entries.map { $0.distance }.max() ?? 0 }
}

extension Gradients {
    /// Holds these gradients against central differences; `step` is d for a weight of size up to 1, and grows with it.
    ///
    /// The difference is off by about step² times the third derivative, and by rounding / step: 1e-5 balances the two.
    /// - Throws: `noTargets` when these are not the gradients of one pass; what a nudged pass throws.
    public func check(step: Double = 1e-5) throws(NetworkError) -> GradientCheck {
        guard let pass else { throw .noTargets }
        var entries: [GradientCheck.Entry] = []
        for (i, name) in network.names.enumerated() {
            let d = step * max(1, network.parameters[i].magnitude)
            let above = try nudged(i, by: d, pass.instance)
            let below = try nudged(i, by: -d, pass.instance)
            let width = (network.parameters[i] + d) - (network.parameters[i] - d)
            entries.append(
                GradientCheck.Entry(name: name, gradient: parameters[i], difference: (above - below) / width))
        }
        return GradientCheck(entries: entries)
    }

    private func nudged(_ i: Int, by d: Double, _ instance: Instance) throws(NetworkError) -> Double {
        var numbers = network.parameters
        numbers[i] += d
        let pass = try Network(architecture: network.architecture, parameters: numbers).forward(instance)
        guard let loss = pass.loss else { throw .noTargets }
        return loss
    }
}
