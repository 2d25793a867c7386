/// Why a network cannot be built, asked, differentiated, updated or trained; with what is needed to point at the fault.
///
/// Layers, inputs and units are counted from zero.
public enum NetworkError: Error, Sendable, Hashable {
    // Declarations
    case noInputs
    case noLayers
    /// A name that is not a letter or underscore followed by letters, digits and underscores.
    case invalidName(String, Role)
    /// Two names that read the same.
    case collision(name: String, first: Role, second: Role)
    /// A weight matrix whose rows are not the layer's sources, or whose columns are not its units.
    case matrixShape(layer: Int, matrix: String, rows: Int, columns: Int, expectedRows: Int, expectedColumns: Int?)
    /// Weights with other than two axes.
    case notAMatrix(layer: Int, matrix: String, shape: [Int])
    /// Neither a matrix nor `units` says how many units the layer has.
    case unknownUnitCount(layer: Int)
    case noUnits(layer: Int)
    case tooManyUnits(layer: Int, count: Int, limit: Int)
    case tooManyParameters(count: Int, limit: Int)
    /// A negative spread, or `uniform` from high to low, or a number that is not finite.
    case invalidInitialiser(layer: Int, Initialiser)
    case biasCount(layer: Int, found: Int, expected: Int)
    /// A loss that only fits one activation of the output layer.
    case lossNeedsActivation(loss: Loss, layer: Int, found: Activation, required: Activation)
    /// A table under `names:` of another shape than its matrix.
    case weightNamesShape(matrix: String, layer: Int, rows: Int, columns: Int, expectedRows: Int, expectedColumns: Int)
    case unknownMatrix(String, known: [String])
    case unknownLayer(String, known: [String])
    /// A weight or bias given as NaN or infinity.
    case nonFiniteParameter(name: String, layer: Int)

    // Asking and changing
    case unknownName(String, known: [String])
    /// A name that is known but is not a parameter that can be set.
    case notAParameter(String)
    case parameterShape(name: String, found: [Int], expected: [Int])
    case nonFiniteReplacement(name: String)

    // Passes
    case inputCount(found: Int, expected: Int)
    case targetCount(found: Int, expected: Int)
    /// The columns carry the names of the network's inputs, but in another order.
    case inputOrder(found: [String], expected: [String])
    /// A backward pass, a loss or training without targets.
    case noTargets

    /// A full derivation with more factors than anyone would read.
    case derivationTooLong(String)

    // Updates and training
    case noGradients
    /// Gradients, or networks, whose layers do not fit together.
    case differentArchitecture
    case emptyData
    case invalidRate(Double)
    case invalidEpochs(Int)
    case invalidBatch(Int)
    /// Mini-batches without a choice of `reduce`.
    case batchNeedsReduce
    case invalidHyperparameter(name: String, value: Double)
    case tooMuchWork(operations: Int, limit: Int)

    /// A number that is NaN or infinite, with the place where it first appeared.
    case nonFinite(NonFinite)
}

/// Where a number stopped being finite.
public struct NonFinite: Sendable, Hashable {
    public enum Stage: Sendable, Hashable { case forward, backward, update }

    public let stage: Stage
    /// The name of the first value that is not finite, such as `h1_in`.
    public let quantity: String
    public let value: Double
    /// The epoch of a training run, counted from one; nil outside of training.
    public let epoch: Int?
    /// The instance, counted from zero; nil when one pass is meant.
    public let instance: Int?

    public init(stage: Stage, quantity: String, value: Double, epoch: Int? = nil, instance: Int? = nil) {
        self.stage = stage
        self.quantity = quantity
        self.value = value
        self.epoch = epoch
        self.instance = instance
    }

    public static func == (a: NonFinite, b: NonFinite) -> Bool {
        a.stage == b.stage && a.quantity == b.quantity && a.value.bitPattern == b.value.bitPattern
            && a.epoch == b.epoch && a.instance == b.instance
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(stage)
        hasher.combine(quantity)
    }
}
