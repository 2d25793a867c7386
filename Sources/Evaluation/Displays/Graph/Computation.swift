import Figures
import Networks
import Tensors

/// How a number was computed: numbers that are given, and operations on what stands before them.
struct Computation {
    enum Step {
        case given
        /// A number written in the expression, or one that takes no part in derivatives.
        case constant
        case operation(GraphOperation)
    }

    enum Content {
        case number(Double)
        /// An array, of which only the size is shown.
        case size(String)
    }

    struct Name {
        var label: Label
        /// As the author writes it.
        var text: String

        init(_ text: String, _ label: Label? = nil) {
            self.text = text
            self.label = label ?? Label(Letter(name: text))
        }
    }

    struct Node {
        var step: Step
        var name: Name?
        var content: Content
        var adjoint: Double?
        var operands: [(node: Int, local: Double?)] = []
        /// Whether its operands are left out of the graph.
        var isCut = false
    }

    /// Each after its operands; the last one is what was computed.
    var nodes: [Node]

    var result: Node { nodes[nodes.count - 1] }
}

extension Computation {
    /// The part of the computation that goes back `depth` operations, and not beyond the names given.
    func part(depth: Int?, from names: [String]) -> Computation {
        var distances = [Int?](repeating: nil, count: nodes.count)
        distances[nodes.count - 1] = 0
        var cut = nodes
        for index in nodes.indices.reversed() {
            guard let distance = distances[index], !nodes[index].operands.isEmpty else { continue }
            if distance > 0, let name = nodes[index].name, names.contains(name.text) {
                cut[index].step = .given
                cut[index].operands = []
            } else if let depth, distance >= depth {
                cut[index].isCut = true
                cut[index].operands = []
            } else {
                for operand in nodes[index].operands {
                    distances[operand.node] = min(distances[operand.node] ?? .max, distance + 1)
                }
            }
        }
        return Computation(nodes: cut).keeping { distances[$0] != nil }
    }

    private func keeping(_ isKept: (Int) -> Bool) -> Computation {
        var places = [Int](repeating: 0, count: nodes.count)
        var kept: [Node] = []
        for index in nodes.indices where isKept(index) {
            places[index] = kept.count
            var node = nodes[index]
            for operand in node.operands.indices { node.operands[operand].node = places[node.operands[operand].node] }
            kept.append(node)
        }
        return Computation(nodes: kept)
    }

    /// The first number in sight that is NaN or infinite.
    func firstNonFinite(_ parts: [GraphBody.Part]) -> NonFiniteValue? {
        for (index, node) in nodes.enumerated() {
            let name = node.name?.text ?? "node \(index + 1) of the graph"
            if parts.contains(.values), case .number(let number) = node.content {
                if let found = NonFiniteValue(name, number) { return found }
            }
            if parts.contains(.adjoints), let adjoint = node.adjoint {
                if let found = NonFiniteValue("the derivative by \(name)", adjoint) { return found }
            }
            guard parts.contains(.locals) else { continue }
            for operand in node.operands {
                if let local = operand.local, let found = NonFiniteValue("a local derivative of \(name)", local) {
                    return found
                }
            }
        }
        return nil
    }
}
