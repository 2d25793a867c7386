import Tensors

/// A feed-forward network: its architecture and the numbers in its weights and biases.
///
/// A network is a value. Changing a weight, an update or a training run gives another network.
public struct Network: Sendable {
    /// The most units a layer, and the most weights a network may have: this is an engine for networks to be looked at.
    public static let unitLimit = 10_000
    public static let parameterLimit = 250_000

    public let architecture: Architecture
    /// All weights and biases: layer by layer, the weights row by row (rows are sources), then the biases.
    public let parameters: [Double]

    init(architecture: Architecture, parameters: [Double]) {
        precondition(parameters.count == architecture.parameterCount, "a network has a number for each parameter")
        self.architecture = architecture
        self.parameters = parameters
    }

    public var inputs: [String] { architecture.inputs }
    public var outputs: [String] { architecture.outputs }
    public var layers: [Layer] { architecture.layers }
    public var loss: Loss { architecture.loss }
    /// How many weights and biases there are.
    public var parameterCount: Int { architecture.parameterCount }

    /// One weight, from source `source` to unit `unit`, counted from zero.
    public func weight(layer: Int, source: Int, unit: Int) -> Double {
        let plan = architecture.plans[layer]
        return parameters[plan.weights + source * plan.units + unit]
    }

    /// The weight matrix of a layer; rows are sources, columns units.
    public func weights(layer: Int) -> Tensor<Double> {
        let plan = architecture.plans[layer]
        let range = plan.weights..<(plan.weights + plan.sources * plan.units)
        return matrix(rows: plan.sources, columns: plan.units, Array(parameters[range]))
    }

    /// The biases of a layer, or nil when it has none.
    public func biases(layer: Int) -> [Double]? {
        let plan = architecture.plans[layer]
        return plan.biases < 0 ? nil : Array(parameters[plan.biases..<(plan.biases + plan.units)])
    }
}

extension Network: Equatable {
    /// True when architectures fit and all numbers are equal.
    public static func == (a: Network, b: Network) -> Bool {
        a.architecture.fits(b.architecture) && a.parameters == b.parameters
    }
}

/// A matrix from its elements, row by row.
func matrix(rows: Int, columns: Int, _ elements: [Double]) -> Tensor<Double> {
    Tensor(shape: [rows, columns], elements: elements)
}
