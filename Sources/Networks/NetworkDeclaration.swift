import Tensors

/// A network as an author writes it down, before it is checked.
public struct NetworkDeclaration: Sendable {
    public var inputs: [String]
    public var layers: [LayerDeclaration]
    public var loss: Loss
    /// Seeds the one stream all initialisers draw from.
    public var seed: UInt64
    /// New names of single weights, by matrix: rows are sources, columns units.
    public var names: [WeightNames]

    public init(
        inputs: [String], layers: [LayerDeclaration], loss: Loss = .sse, seed: UInt64 = 0, names: [WeightNames] = []
    ) {
        self.inputs = inputs
        self.layers = layers
        self.loss = loss
        self.seed = seed
        self.names = names
    }
}

/// New names for the single weights of one matrix.
public struct WeightNames: Sendable, Hashable {
    public var matrix: String
    public var rows: [[String]]

    public init(matrix: String, rows: [[String]]) {
        self.matrix = matrix
        self.rows = rows
    }
}

/// One layer as an author writes it down.
public struct LayerDeclaration: Sendable {
    public enum Weights: Sendable {
        case matrix(Tensor<Double>)
        case initialiser(Initialiser)
    }

    public enum Bias: Sendable {
        case none
        /// The same number for all units.
        case number(Double)
        case list([Double])
        case initialiser(Initialiser)
    }

    public enum Units: Sendable {
        /// As many as the matrix has columns.
        case fromMatrix
        case count(Int)
        case names([String])
    }

    public var name: String
    /// The letter of the weight matrix; nil for `W1`, `W2`, ….
    public var letter: String?
    public var weights: Weights
    public var bias: Bias
    public var units: Units
    public var activation: Activation

    public init(
        name: String, letter: String? = nil, weights: Weights, bias: Bias = .none, units: Units = .fromMatrix,
        activation: Activation
    ) {
        self.name = name
        self.letter = letter
        self.weights = weights
        self.bias = bias
        self.units = units
        self.activation = activation
    }
}
