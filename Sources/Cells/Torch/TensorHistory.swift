public import Networks
public import Tensors

/// How a tensor was computed: the tensors and numbers before it, each after its operands, the tensor itself last.
public struct TensorHistory {
    public struct Node {
        public let operation: TensorOperation
        public let values: Tensor<Double>
        /// The name by which the chapter knows it, if it does.
        public let name: String?
        /// Whether it is a number or a tensor that takes no part in gradients.
        public let isConstant: Bool
        /// Places in the history.
        public let operands: [Int]
        /// The derivatives by the operands; nil where it is not one number by another.
        public fileprivate(set) var locals: [Double?]
        /// The derivative of the tensor; nil where there is none, and for a tensor of several numbers.
        public fileprivate(set) var adjoint: Tensor<Double>?
    }

    public fileprivate(set) var nodes: [Node] = []
}

extension TensorObject {
    /// How the tensor was computed; nil when none of that is on record.
    ///
    /// - Parameter scope: where names of tensors are looked up, the innermost first.
    /// - Complexity: time and memory grow with what was recorded.
    public func history(namedIn scope: Scope) -> TensorHistory? {
        guard let node, !node.isLeaf else { return nil }
        let nodes = node.withOperands()
        var places: [ObjectIdentifier: Int] = [:]
        for (place, node) in nodes.enumerated() { places[ObjectIdentifier(node)] = place }
        let names = scope.namesOfNodes
        let adjoints = node.value.shape.count == 1 ? node.adjoints(of: nodes, places) : []
        var history = TensorHistory()
        for (place, node) in nodes.enumerated() {
            history.nodes.append(
                TensorHistory.Node(
                    operation: node.operation, values: node.value.doubles, name: names[ObjectIdentifier(node)],
                    isConstant: !node.needsGradient,
                    operands: node.operands.compactMap { places[ObjectIdentifier($0.node)] },
                    locals: node.operands.indices.map { node.local($0) },
                    adjoint: adjoints.isEmpty ? nil : adjoints[place]?.doubles))
        }
        return history
    }
}

extension TensorNode {
    /// This node and all it was computed from, each after its operands and these in their order.
    fileprivate func withOperands() -> [TensorNode] {
        var found: [TensorNode] = []
        var seen: Set<ObjectIdentifier> = [ObjectIdentifier(self)]
        var path = [(node: self, next: 0)]
        while let (node, next) = path.last {
            guard next < node.operands.count else {
                found.append(node)
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let operand = node.operands[next].node
            if seen.insert(ObjectIdentifier(operand)).inserted { path.append((operand, 0)) }
        }
        return found
    }

    /// The derivatives of this node by others, added up in the order in which `backward()` does.
    fileprivate func adjoints(of nodes: [TensorNode], _ places: [ObjectIdentifier: Int]) -> [ArrayValues?] {
        var adjoints = [ArrayValues?](repeating: nil, count: nodes.count)
        adjoints[nodes.count - 1] = .filled(.int(1), value.shape, value.type)
        for node in nodes.sorted(by: { $0.number > $1.number }) where !node.isLeaf {
            guard let place = places[ObjectIdentifier(node)], let adjoint = adjoints[place] else { continue }
            for (index, operand) in node.operands.enumerated() where operand.node.needsGradient {
                guard let target = places[ObjectIdentifier(operand.node)] else { continue }
                let part = node.share(of: adjoint, to: index)
                adjoints[target] = adjoints[target].map { $0.plus(part) } ?? part
            }
        }
        return adjoints
    }

    /// The derivative by one operand, where it is one number by another and wanted.
    fileprivate func local(_ place: Int) -> Double? {
        guard value.shape.count == 1, operands[place].value.shape.count == 1, operands[place].node.needsGradient else {
            return nil
        }
        return share(of: .filled(.int(1), value.shape, value.type), to: place).doubles.elements[0]
    }
}

extension Scope {
    /// The first name of every node of a tensor that has one, the innermost scope's before others.
    fileprivate var namesOfNodes: [ObjectIdentifier: String] {
        var found: [ObjectIdentifier: String] = [:]
        var scope: Scope? = self
        while let here = scope {
            for name in here.names {
                guard case .tensor(let tensor)? = here.value(of: name), let node = tensor.node ?? tensor.constantNode
                else { continue }
                if found[ObjectIdentifier(node)] == nil { found[ObjectIdentifier(node)] = name }
            }
            scope = here.parent
        }
        return found
    }
}

extension Value {
    /// The bare name of a function of Python's, NumPy's, PyTorch's or Longhand's; nil for any other value.
    public var nameOfLibraryFunction: String? {
        if case .function(let function) = self, function.owner == nil { function.shortName } else { nil }
    }
}
