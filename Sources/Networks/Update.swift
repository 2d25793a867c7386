/// How the gradients of several instances become one.
public enum Reduction: String, Sendable, Hashable, CaseIterable {
    case sum, mean
}

/// A step down the gradient: what went in and the network that came out.
public struct Update: Sendable {
    public let before: Network
    public let after: Network
    /// The gradients, one an instance, in the order they are added.
    public let gradients: [Gradients]
    public let rate: Double
    public let reduction: Reduction
    /// The parameters that did not move, by index.
    public let frozen: Set<Int>
}

extension Network {
    /// The step `new = old − rate · Σ gradient`, with the gradients added from left to right.
    ///
    /// - Parameters:
    ///   - freeze: names of weights, biases, or whole matrices that stay as they are.
    ///   - reduce: `mean` divides the sum by the number of gradients.
    /// - Throws: `noGradients`, `differentArchitecture`, `invalidRate`, `unknownName`, `notAParameter`, and `nonFinite`
    ///   naming the first parameter that overflows.
    public func update(
        gradients: [Gradients], rate: Double, freeze: [String] = [], reduce: Reduction = .sum
    ) throws(NetworkError) -> Update {
        guard let first = gradients.first else { throw .noGradients }
        guard gradients.allSatisfy({ $0.network.architecture.fits(architecture) }) else { throw .differentArchitecture }
        guard rate.isFinite else { throw .invalidRate(rate) }
        let frozen = try architecture.parameterIndices(named: freeze)
        var total = first.parameters
        for gradient in gradients.dropFirst() {
            for i in total.indices { total[i] += gradient.parameters[i] }
        }
        var result = parameters
        for i in result.indices where !frozen.contains(i) {
            let gradient = reduce == .mean ? total[i] / Double(gradients.count) : total[i]
            result[i] -= rate * gradient
            guard result[i].isFinite else {
                throw .nonFinite(NonFinite(stage: .update, quantity: names[i], value: result[i]))
            }
        }
        let after = Network(architecture: architecture, parameters: result)
        return Update(
            before: self, after: after, gradients: gradients, rate: rate, reduction: reduce, frozen: frozen)
    }
}

extension Architecture {
    /// The indices of the parameters `names` stand for.
    func parameterIndices(named names: [String]) throws(NetworkError) -> Set<Int> {
        var indices: Set<Int> = []
        for name in names { indices.formUnion(try parameterRange(named: name)) }
        return indices
    }
}
