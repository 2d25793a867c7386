import Tensors

/// What differs in a network declared `from:` another.
public struct NetworkChange: Sendable {
    /// New numbers for whole weight matrices, by the matrix's name.
    public var matrices: [(name: String, values: Tensor<Double>)] = []
    /// New biases, by the layer's name; nil takes the biases away, and a layer without gets some.
    public var biases: [(layer: String, values: [Double]?)] = []
    /// New activations, by the layer's name.
    public var activations: [(layer: String, activation: Activation)] = []
    public var loss: Loss?
    public var names: [WeightNames] = []
    /// New numbers for single weights and biases.
    public var set: [(name: String, value: Double)] = []

    public init() {}
}

extension Network {
    /// The network with what `change` says differs; all else stays as it is.
    ///
    /// - Throws: `unknownMatrix`, `unknownLayer`, `unknownName`, `parameterShape`, `biasCount`, and whatever a declaration of
    ///   the result would throw.
    public func deriving(_ change: NetworkChange) throws(NetworkError) -> Network {
        var declaration = self.declaration
        for (name, values) in change.matrices {
            guard let k = layers.firstIndex(where: { $0.matrix == name }) else {
                throw .unknownMatrix(name, known: layers.map { $0.matrix })
            }
            declaration.layers[k].weights = .matrix(values)
        }
        for (name, values) in change.biases {
            declaration.layers[try index(ofLayer: name)].bias = values.map { .list($0) } ?? LayerDeclaration.Bias.none
        }
        for (name, activation) in change.activations {
            declaration.layers[try index(ofLayer: name)].activation = activation
        }
        declaration.loss = change.loss ?? loss
        declaration.names.removeAll { old in change.names.contains { $0.matrix == old.matrix } }
        declaration.names += change.names
        return try declaration.network().replace(change.set)
    }

    private func index(ofLayer name: String) throws(NetworkError) -> Int {
        guard let k = layers.firstIndex(where: { $0.name == name }) else {
            throw .unknownLayer(name, known: layers.map { $0.name })
        }
        return k
    }

    /// The network as a declaration, with its numbers as matrices and lists.
    public var declaration: NetworkDeclaration {
        NetworkDeclaration(
            inputs: inputs,
            layers: layers.enumerated().map { k, layer in
                LayerDeclaration(
                    name: layer.name, letter: layer.isLettered ? layer.matrix : nil,
                    weights: .matrix(weights(layer: k)),
                    bias: biases(layer: k).map { .list($0) } ?? LayerDeclaration.Bias.none,
                    units: .names(layer.units), activation: layer.activation)
            },
            loss: loss,
            names: layers.filter { $0.isRenamed }.map { layer in
                WeightNames(
                    matrix: layer.matrix,
                    rows: (0..<layer.sourceCount).map { i in
                        (0..<layer.unitCount).map { layer.weightName(source: i, unit: $0) }
                    })
            })
    }
}
