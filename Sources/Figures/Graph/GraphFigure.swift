/// A computational graph: given numbers, the operations on them, and what comes back along the lines.
///
///     var graph = GraphFigure()
///     let x = graph.add(.init(id: "x", name: .symbol("x"), value: "3", adjoint: "6"))
///     let y = graph.add(.init(id: "y", sign: Label("²"), value: "9", adjoint: "1", isResult: true))
///     graph.edges.append(.init(from: x, to: y, local: "6"))
///
/// A value stands upright, an adjoint (the derivative of the result by the node) italic behind a ∂, and the local
/// derivative of an operation by one of its operands on the line between them.
public struct GraphFigure: Sendable, Equatable {
    public struct Node: Sendable, Equatable {
        /// Unlike that of any other node.
        public var id: String
        /// What an operation does; nil for a number that is given.
        public var sign: Label?
        /// As the author has it.
        public var name: Label?
        public var value: String?
        public var relation: Relation
        public var adjoint: String?
        /// Whether the graph leaves out how the node was computed.
        public var isCut: Bool
        /// Whether the graph is the node's.
        public var isResult: Bool
        /// Whether the order of the operands matters.
        public var keepsOrder: Bool
        public var isHighlighted = false

        public init(
            id: String, sign: Label? = nil, name: Label? = nil, value: String? = nil, relation: Relation = .equal,
            adjoint: String? = nil, isCut: Bool = false, isResult: Bool = false, keepsOrder: Bool = false
        ) {
            self.id = id
            self.sign = sign
            self.name = name
            self.value = value
            self.relation = relation
            self.adjoint = adjoint
            self.isCut = isCut
            self.isResult = isResult
            self.keepsOrder = keepsOrder
        }
    }

    /// What stands between a name and its value.
    public enum Relation: String, Sendable {
        case equal = " = "
        /// The value has more digits than are shown.
        case about = " ≈ "
        /// The size of what has no single value.
        case size = ": "
    }

    /// From an operand to the operation.
    public struct Edge: Sendable, Equatable {
        /// Places of nodes in the graph.
        public var from: Int
        public var to: Int
        /// The derivative of the operation by the operand.
        public var local: String?
        public var isHighlighted = false

        public init(from: Int, to: Int, local: String? = nil) {
            self.from = from
            self.to = to
            self.local = local
        }
    }

    /// What a legend explains.
    public enum Sample: String, Sendable { case given, computed, cut, adjoint, local }

    public struct LegendEntry: Sendable, Equatable {
        public var sample: Sample
        public var words: String

        public init(_ sample: Sample, _ words: String) {
            self.sample = sample
            self.words = words
        }
    }

    public var nodes: [Node]
    /// Under the graph; empty for none.
    public var legend: [LegendEntry] = []
    /// The operands of one operation in their order.
    public var edges: [Edge]
    public var direction: GraphPlan.Direction

    public init(nodes: [Node] = [], edges: [Edge] = [], direction: GraphPlan.Direction = .down) {
        self.nodes = nodes
        self.edges = edges
        self.direction = direction
    }

    /// Adds a node and gives its place.
    public mutating func add(_ node: Node) -> Int {
        nodes.append(node)
        return nodes.count - 1
    }
}
