import Cells
import Diagnostics

/// `{network}`: a network from nothing, or what differs `from` another.
public struct NetworkBody: Sendable {
    public var base: Expression?
    public var inputs: [Located<String>]
    public var layers: [LayerBody]
    public var loss: Located<String>?
    public var seed: Expression?
    /// Names of single weights, by the name of their matrix.
    public var names: [(matrix: Located<String>, rows: [[Located<String>]])]
    /// With `base`: whole matrices that differ, by their name, or all biases of a layer as `b_LAYER`.
    public var matrices: [(name: Located<String>, source: Located<WeightSource>)]
    /// With `base`: single weights that differ.
    public var weights: [(name: Located<String>, value: Expression)]

    public init(
        base: Expression? = nil, inputs: [Located<String>] = [], layers: [LayerBody] = [],
        loss: Located<String>? = nil, seed: Expression? = nil,
        names: [(matrix: Located<String>, rows: [[Located<String>]])] = [],
        matrices: [(name: Located<String>, source: Located<WeightSource>)] = [],
        weights: [(name: Located<String>, value: Expression)] = []
    ) {
        self.base = base
        self.inputs = inputs
        self.layers = layers
        self.loss = loss
        self.seed = seed
        self.names = names
        self.matrices = matrices
        self.weights = weights
    }
}

/// One layer of a `{network}`.
public struct LayerBody: Sendable {
    public var name: Located<String>
    public var activation: Located<String>?
    /// The one-letter key the matrix stands under; nil for `weights`.
    public var letter: Located<String>?
    public var weights: Located<WeightSource>
    public var bias: Located<BiasSource>?
    public var units: UnitsSource?

    public init(
        name: Located<String>, activation: Located<String>?, letter: Located<String>?,
        weights: Located<WeightSource>, bias: Located<BiasSource>?, units: UnitsSource?
    ) {
        self.name = name
        self.activation = activation
        self.letter = letter
        self.weights = weights
        self.bias = bias
        self.units = units
    }
}

/// Where a matrix of weights comes from.
public enum WeightSource: Sendable {
    /// Written out, one list of expressions a row.
    case rows([[Expression]])
    /// A name, an expression, or an initialiser: `he`, `xavier`, `zeros`, `uniform(a, b)`, `normal(s)`.
    case expression(Expression)
}

/// Where the biases of a layer come from.
public enum BiasSource: Sendable {
    /// One number for all units, a vector, or an initialiser.
    case expression(Expression)
    case list([Expression])
}

public enum UnitsSource: Sendable {
    case count(Expression)
    case names([Located<String>])
}

/// `{data}`: rows of numbers under the names of their columns.
public struct DataBody: Sendable {
    public var columns: [Located<String>]
    public var rows: [[Located<Double>]]
    public var targets: [Located<String>]

    public init(columns: [Located<String>], rows: [[Located<Double>]], targets: [Located<String>]) {
        self.columns = columns
        self.rows = rows
        self.targets = targets
    }
}

public struct ForwardBody: Sendable {
    public var network: Expression
    public var input: Expression

    public init(network: Expression, input: Expression) {
        self.network = network
        self.input = input
    }
}

public struct BackwardBody: Sendable {
    public var pass: Expression

    public init(pass: Expression) { self.pass = pass }
}

public struct UpdateBody: Sendable {
    public var network: Expression
    public var gradients: [Expression]
    public var rate: Expression
    public var freeze: [Located<String>]
    /// `sum` or `mean`.
    public var reduce: Located<String>?

    public init(
        network: Expression, gradients: [Expression], rate: Expression, freeze: [Located<String>],
        reduce: Located<String>?
    ) {
        self.network = network
        self.gradients = gradients
        self.rate = rate
        self.freeze = freeze
        self.reduce = reduce
    }
}

public struct TrainBody: Sendable {
    public var network: Expression
    public var data: Expression
    public var epochs: Expression
    public var rate: Expression
    public var batch: Expression?
    public var reduce: Located<String>?
    public var shuffle: Bool
    /// `sgd`, `momentum` or `adam`.
    public var optimizer: Located<String>?
    public var momentum: Expression?
    public var beta1: Expression?
    public var beta2: Expression?
    public var epsilon: Expression?
    public var freeze: [Located<String>]
    public var seed: Expression?

    public init(
        network: Expression, data: Expression, epochs: Expression, rate: Expression, batch: Expression? = nil,
        reduce: Located<String>? = nil, shuffle: Bool = false, optimizer: Located<String>? = nil,
        momentum: Expression? = nil, beta1: Expression? = nil, beta2: Expression? = nil,
        epsilon: Expression? = nil, freeze: [Located<String>] = [], seed: Expression? = nil
    ) {
        self.network = network
        self.data = data
        self.epochs = epochs
        self.rate = rate
        self.batch = batch
        self.reduce = reduce
        self.shuffle = shuffle
        self.optimizer = optimizer
        self.momentum = momentum
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.freeze = freeze
        self.seed = seed
    }
}

/// `{derive}`: values whose making is worked out, one a line.
public struct DeriveBody: Sendable {
    public enum Depth: String, Sendable, CaseIterable { case local, full }

    public var values: [Expression]
    public var depth: Depth

    public init(values: [Expression], depth: Depth) {
        self.values = values
        self.depth = depth
    }
}
