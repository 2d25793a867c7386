import Tensors

/// A pass written on a tape, operation by operation: the second, independent way to all gradients.
///
/// The tutorial's network gives 12 constants, 8 multiplications, 7 additions, 4 sigmoids, 2 negations, 2 squares.
public struct RecordedPass<R: Real>: Sendable {
    public typealias Node = Tape<R>.Node

    public let network: Network
    public let instance: Instance
    public private(set) var tape = Tape<R>()
    public private(set) var inputs: [Node] = []
    public private(set) var targets: [Node] = []
    /// The weights and biases, in the order of the network's parameters.
    public private(set) var parameters: [Node] = []
    /// The weighted sums and the outputs of each layer.
    public private(set) var sums: [[Node]] = []
    public private(set) var outputs: [[Node]] = []
    /// Output minus target; empty where the loss does without them.
    public private(set) var errors: [Node] = []
    /// The loss; the last output of a pass without targets, which has none.
    public private(set) var loss: Node

    /// Records the pass of `instance` through `network`.
    ///
    /// - Throws: what keeps the instance from entering the network; `noTargets`.
    public init(_ network: Network, _ instance: Instance) throws(NetworkError) {
        try network.check(instance)
        guard !instance.targets.isEmpty else { throw .noTargets }
        self.init(checked: network, instance)
    }

    /// Records a pass once more, with or without targets.
    public init(_ pass: Pass) { self.init(checked: pass.network, pass.instance) }

    private init(checked network: Network, _ instance: Instance) {
        self.network = network
        self.instance = instance
        loss = Node(index: 0)
        inputs = zip(network.inputs, instance.inputs).map { tape.constant(R($1), name: $0) }
        parameters = zip(network.names, network.parameters).map { tape.constant(R($1), name: $0) }
        targets = zip(instance.targetNames, instance.targets).map { tape.constant(R($1), name: $0) }
        for k in network.layers.indices { record(layer: k) }
        guard !targets.isEmpty else {
            loss = tape.nodes[tape.count - 1]
            return
        }
        loss = recordLoss(outputs[outputs.count - 1])
        tape.setName("loss", of: loss)
    }

    private mutating func record(layer k: Int) {
        let plan = network.architecture.plans[k]
        let layer = network.layers[k]
        let sources = k == 0 ? inputs : outputs[k - 1]
        var layerSums: [Node] = []
        for j in 0..<plan.units {
            var terms: [Node] = []
            for i in 0..<plan.sources {
                terms.append(tape.multiply(sources[i], parameters[plan.weights + i * plan.units + j]))
            }
            if plan.biases >= 0 { terms.append(parameters[plan.biases + j]) }
            let sum = tape.sum(terms)
            tape.setName(layer.units[j] + "_in", of: sum)
            layerSums.append(sum)
        }
        let layerOutputs = activate(layerSums, layer.activation)
        for j in 0..<plan.units where layerOutputs[j] != layerSums[j] {
            tape.setName(layer.units[j] + "_out", of: layerOutputs[j])
        }
        sums.append(layerSums)
        outputs.append(layerOutputs)
    }

    private mutating func activate(_ sums: [Node], _ activation: Activation) -> [Node] {
        switch activation {
        case .sigmoid: sums.map { tape.sigmoid($0) }
        case .tanh: sums.map { tape.tanh($0) }
        case .relu: sums.map { tape.relu($0) }
        case .leakyRelu: sums.map { tape.leakyRelu($0) }
        case .softplus: sums.map { tape.softplus($0) }
        case .linear: sums
        case .softmax: softmax(sums)
        }
    }

    /// `exp(z − m) / Σ exp(z − m)`; m, the greatest z, counts as a constant, since it cancels.
    private mutating func softmax(_ sums: [Node]) -> [Node] {
        let powers = shifted(sums).powers
        let total = tape.sum(powers)
        return powers.map { tape.divide($0, total) }
    }

    private mutating func shifted(_ sums: [Node]) -> (differences: [Node], powers: [Node]) {
        let greatest = tape.constant(sums.map { tape[$0] }.max() ?? 0)
        let differences = sums.map { tape.subtract($0, greatest) }
        return (differences, differences.map { tape.exp($0) })
    }

    private mutating func recordLoss(_ outputs: [Node]) -> Node {
        switch network.loss {
        case .sse: return squares(outputs)
        case .halfSSE: return tape.multiply(tape.constant(0.5), squares(outputs))
        case .mse: return tape.divide(squares(outputs), tape.constant(R(outputs.count)))
        case .bce: return binaryCrossEntropy(sums[sums.count - 1])
        case .softmaxCE: return softmaxCrossEntropy(sums[sums.count - 1])
        }
    }

    private mutating func squares(_ outputs: [Node]) -> Node {
        let negatives = targets.map { tape.negate($0) }
        var squares: [Node] = []
        for (output, negative) in zip(outputs, negatives) {
            errors.append(tape.add(output, negative))
            squares.append(tape.square(errors[errors.count - 1]))
        }
        return tape.sum(squares)
    }

    /// `Σ softplus(z) − t·z`, which is `−Σ t·ln σ(z) + (1 − t)·ln(1 − σ(z))`.
    private mutating func binaryCrossEntropy(_ sums: [Node]) -> Node {
        let terms = zip(sums, targets).map { z, t in
            let line = tape.multiply(t, z)
            return tape.subtract(tape.softplus(z), line)
        }
        return tape.sum(terms)
    }

    /// `Σ t·(ln Σ exp(z − m) − (z − m))`.
    private mutating func softmaxCrossEntropy(_ sums: [Node]) -> Node {
        let (differences, powers) = shifted(sums)
        let logarithm = tape.log(tape.sum(powers))
        let terms = zip(differences, targets).map { difference, t in
            let term = tape.subtract(logarithm, difference)
            return tape.multiply(t, term)
        }
        return tape.sum(terms)
    }
}

extension RecordedPass {
    /// The node of a single number of the pass; nil for a vector or a matrix, and for errors that the loss does without.
    public func node(of quantity: Quantity) -> Node? {
        switch quantity {
        case .input(let i): inputs[i]
        case .target(let j): j < targets.count ? targets[j] : nil
        case .error(let j): j < errors.count ? errors[j] : nil
        case .unitIn(let layer, let unit): sums[layer][unit]
        case .unitOut(let layer, let unit): outputs[layer][unit]
        case .weight(let layer, let source, let unit):
            parameters[
                network.architecture.plans[layer].weights + source * network.architecture.plans[layer].units + unit]
        case .bias(let layer, let unit):
            network.architecture.plans[layer].biases < 0
                ? nil : parameters[network.architecture.plans[layer].biases + unit]
        case .loss: targets.isEmpty ? nil : loss
        case .inputs, .targets, .outputs, .errors, .layerIn, .layerOut, .weights, .biases: nil
        }
    }

    /// The single numbers of the pass that stand on the tape, with their nodes. The output of a unit that hands on its sum
    /// follows that sum.
    public var quantities: [(quantity: Quantity, node: Node)] {
        var wanted: [Quantity] = inputs.indices.map { .input($0) }
        for (k, layer) in network.layers.enumerated() {
            for j in layer.units.indices {
                wanted += (0..<layer.sourceCount).map { .weight(layer: k, source: $0, unit: j) }
                wanted += [.bias(layer: k, unit: j), .unitIn(layer: k, unit: j), .unitOut(layer: k, unit: j)]
            }
        }
        wanted += targets.indices.map { .target($0) } + errors.indices.map { .error($0) } + [.loss]
        return wanted.compactMap { quantity in node(of: quantity).map { (quantity, $0) } }
    }

    /// The derivatives of the loss by everything on the tape.
    public func backward() -> Adjoints<R> { tape.backward(from: loss) }

    /// The derivatives of the loss by the weights and biases, in the order of the network's parameters.
    public var parameterGradients: [R] {
        let adjoints = backward()
        return parameters.map { adjoints[$0] }
    }
}
