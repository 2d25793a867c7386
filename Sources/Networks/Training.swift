/// How a network is trained.
public struct Training: Sendable, Hashable {
    public var epochs: Int
    public var rate: Double
    /// Instances in a batch; nil for all of them at once.
    public var batch: Int?
    /// How the gradients of a batch become one; must be chosen when there are batches, else they add up.
    public var reduce: Reduction?
    /// Draws a new order of the instances in each epoch.
    public var shuffle: Bool
    public var optimizer: Optimizer
    /// Names of weights, biases or whole matrices that stay as they are.
    public var freeze: [String]
    /// Seeds the order of the instances.
    public var seed: UInt64

    public init(
        epochs: Int, rate: Double, batch: Int? = nil, reduce: Reduction? = nil, shuffle: Bool = false,
        optimizer: Optimizer = .sgd, freeze: [String] = [], seed: UInt64 = 0
    ) {
        self.epochs = epochs
        self.rate = rate
        self.batch = batch
        self.reduce = reduce
        self.shuffle = shuffle
        self.optimizer = optimizer
        self.freeze = freeze
        self.seed = seed
    }
}

/// What a gradient does to a parameter. `g` is the reduced gradient of a batch.
public enum Optimizer: Sendable, Hashable {
    /// `w −= rate · g`.
    case sgd
    /// `v = momentum · v + g`, `w −= rate · v`, with v = 0 at first.
    case momentum(Double)
    /// `m = β₁m + (1 − β₁)g`, `v = β₂v + (1 − β₂)g²`, `w −= rate · m̂ / (√v̂ + ε)` with `m̂ = m / (1 − β₁ᵗ)` and
    /// `v̂ = v / (1 − β₂ᵗ)` after t steps.
    ///
    /// Source: Kingma and Ba 2015.
    case adam(beta1: Double, beta2: Double, epsilon: Double)

    /// Momentum with the customary 0.9.
    public static let defaultMomentum = 0.9
    /// Adam with the customary 0.9, 0.999 and 1e-8.
    public static let defaultAdam = Optimizer.adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8)

    /// How many numbers are remembered for each parameter.
    var memory: Int {
        switch self {
        case .sgd: 0
        case .momentum: 1
        case .adam: 2
        }
    }

    /// - Throws: `invalidHyperparameter` naming the number that cannot be used.
    func check() throws(NetworkError) {
        switch self {
        case .sgd: return
        case .momentum(let momentum): try Optimizer.check("momentum", momentum, momentum >= 0 && momentum < 1)
        case .adam(let beta1, let beta2, let epsilon):
            try Optimizer.check("beta1", beta1, beta1 >= 0 && beta1 < 1)
            try Optimizer.check("beta2", beta2, beta2 >= 0 && beta2 < 1)
            try Optimizer.check("epsilon", epsilon, epsilon > 0 && epsilon.isFinite)
        }
    }

    private static func check(_ name: String, _ value: Double, _ isGood: Bool) throws(NetworkError) {
        guard isGood else { throw .invalidHyperparameter(name: name, value: value) }
    }
}
