/// Everything about a network but its numbers: inputs, layers, loss, names, and where each number is stored.
///
/// Networks that differ only in their numbers share one architecture. It never changes after it is made.
public final class Architecture: Sendable {
    /// The names of the inputs.
    public let inputs: [String]
    public let layers: [Layer]
    public let loss: Loss
    /// Where the numbers of each layer are stored.
    let plans: [LayerPlan]
    /// How many weights and biases there are.
    public let parameterCount: Int
    let vocabulary: Vocabulary

    init(inputs: [String], layers: [Layer], loss: Loss) throws(NetworkError) {
        self.inputs = inputs
        self.layers = layers
        self.loss = loss
        self.plans = LayerPlan.plans(inputs: inputs.count, layers: layers)
        self.parameterCount = layers.reduce(0) { $0 + $1.sourceCount * $1.unitCount + ($1.hasBias ? $1.unitCount : 0) }
        self.vocabulary = try Architecture.vocabulary(inputs: inputs, layers: layers)
        if let required = loss.requiredActivation, let last = layers.last, last.activation != required {
            throw .lossNeedsActivation(
                loss: loss, layer: layers.count - 1, found: last.activation, required: required)
        }
    }

    /// What `name` stands for in networks, passes or gradients of this architecture, or nil.
    public func quantity(named name: String) -> Quantity? { vocabulary[name] }

    /// The names of the outputs: the units of the last layer.
    public var outputs: [String] { layers[layers.count - 1].units }

    /// The layout of a pass: inputs, then sums and outputs of each layer, then targets, errors and the loss.
    var valueLayout: ValueLayout { ValueLayout(inputs: inputs.count, plans: plans) }

    /// The names of the sources of a layer: the inputs, or the units of the layer before.
    public func sourceNames(of layer: Int) -> [String] { layer == 0 ? inputs : layers[layer - 1].units }

    /// True when gradients of one fit the other: equal inputs, layers, names and loss.
    public func fits(_ other: Architecture) -> Bool {
        self === other || (inputs == other.inputs && layers == other.layers && loss == other.loss)
    }

    private static func vocabulary(inputs: [String], layers: [Layer]) throws(NetworkError) -> Vocabulary {
        var names = Vocabulary()
        for (i, name) in inputs.enumerated() { try names.declare(name, as: .input(index: i), meaning: .input(i)) }
        for (k, layer) in layers.enumerated() { try declare(layer, index: k, in: &names) }
        for (i, _) in layers[layers.count - 1].units.enumerated() {
            try names.derive("t\(i + 1)", meaning: .target(i))
            try names.derive("e\(i + 1)", meaning: .error(i))
        }
        for (name, quantity) in [
            ("inputs", Quantity.inputs), ("targets", .targets), ("outputs", .outputs), ("errors", .errors),
            ("loss", .loss),
        ] { try names.derive(name, meaning: quantity) }
        for (k, layer) in layers.enumerated() { try derive(layer, index: k, in: &names) }
        return names
    }

    private static func declare(_ layer: Layer, index k: Int, in names: inout Vocabulary) throws(NetworkError) {
        try names.declare(layer.name, as: .layer(index: k), meaning: .layerOut(k))
        for (j, unit) in layer.units.enumerated() {
            try names.declare(unit, as: .unit(layer: k, index: j), meaning: .unitOut(layer: k, unit: j))
        }
        if layer.isLettered {
            try names.declare(layer.matrix, as: .matrix(layer: k), meaning: .weights(layer: k))
        }
        guard layer.isRenamed else { return }
        for i in 0..<layer.sourceCount {
            for j in 0..<layer.unitCount {
                try names.declare(
                    layer.weightName(source: i, unit: j), as: .weight(layer: k, source: i, unit: j),
                    meaning: .weight(layer: k, source: i, unit: j))
            }
        }
    }

    private static func derive(_ layer: Layer, index k: Int, in names: inout Vocabulary) throws(NetworkError) {
        try names.derive(layer.matrix, meaning: .weights(layer: k))
        try names.derive(layer.name + "_in", meaning: .layerIn(k))
        try names.derive(layer.name + "_out", meaning: .layerOut(k))
        for (j, unit) in layer.units.enumerated() {
            try names.derive(unit + "_in", meaning: .unitIn(layer: k, unit: j))
            try names.derive(unit + "_out", meaning: .unitOut(layer: k, unit: j))
        }
        for i in 0..<layer.sourceCount where !layer.isRenamed {
            for j in 0..<layer.unitCount {
                try names.derive(
                    layer.weightName(source: i, unit: j), meaning: .weight(layer: k, source: i, unit: j))
            }
        }
        guard layer.hasBias else { return }
        try names.derive(layer.biasName, meaning: .biases(layer: k))
        for j in 0..<layer.unitCount { try names.derive(layer.biasName(unit: j), meaning: .bias(layer: k, unit: j)) }
    }
}
