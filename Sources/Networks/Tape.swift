import Tensors

/// A record of a computation that can be played backwards.
///
///     var tape = Tape<Double>()
///     let x = tape.constant(3, name: "x")
///     let y = tape.square(x)
///     let gradients = tape.backward(from: y)
///     gradients[x]                               // 6
///
/// Nodes are numbers in order of creation, so an operand always stands before what is computed from it: playing
/// backwards is one loop from the last node to the first, without recursion, and nothing refers to itself.
/// Forward and backward take time and memory in proportion to the number of nodes.
public struct Tape<R: Real>: Sendable {
    /// A value on a tape.
    public struct Node: Sendable, Hashable {
        /// The place on the tape, counted from zero.
        public let index: Int
    }

    /// What is recorded of a value.
    public struct Entry: Sendable {
        public let operation: Operation
        public let value: R
        /// The operands, of which `operation.arity` count.
        let first: Int32
        let second: Int32
        /// The derivatives of the value by the operands.
        public let firstDerivative: R
        public let secondDerivative: R
    }

    public private(set) var entries: [Entry] = []
    /// Names of nodes that were given one, by node.
    private var names: [Int: String] = [:]

    public init() {}

    /// How many nodes there are.
    public var count: Int { entries.count }
    /// All nodes, in order of creation.
    public var nodes: [Node] { entries.indices.map { Node(index: $0) } }
    public subscript(node: Node) -> R { entries[node.index].value }
    public func operation(_ node: Node) -> Operation { entries[node.index].operation }
    public func name(_ node: Node) -> String? { names[node.index] }
    /// Gives a node a name, which a graph shows.
    public mutating func setName(_ name: String, of node: Node) { names[node.index] = name }

    /// The nodes a node was computed from, with the derivatives by them.
    public func operands(_ node: Node) -> [(node: Node, derivative: R)] {
        let entry = entries[node.index]
        switch entry.operation.arity {
        case 0: return []
        case 1: return [(Node(index: Int(entry.first)), entry.firstDerivative)]
        default:
            return [
                (Node(index: Int(entry.first)), entry.firstDerivative),
                (Node(index: Int(entry.second)), entry.secondDerivative),
            ]
        }
    }

    /// A number that is not computed: an input, a weight, a target.
    public mutating func constant(_ value: R, name: String? = nil) -> Node {
        entries.append(
            Entry(operation: .constant, value: value, first: 0, second: 0, firstDerivative: 0, secondDerivative: 0))
        names[entries.count - 1] = name
        return Node(index: entries.count - 1)
    }

    /// Records an operation on one node.
    public mutating func record(_ operation: Operation, _ a: Node) -> Node {
        precondition(operation.arity == 1, "an operation is recorded with as many operands as it takes")
        return append(operation, operation(self[a]), a, a)
    }

    /// Records an operation on two nodes.
    public mutating func record(_ operation: Operation, _ a: Node, _ b: Node) -> Node {
        precondition(operation.arity == 2, "an operation is recorded with as many operands as it takes")
        return append(operation, operation(self[a], self[b]), a, b)
    }

    private mutating func append(_ operation: Operation, _ result: LocalResult<R>, _ a: Node, _ b: Node) -> Node {
        entries.append(
            Entry(
                operation: operation, value: result.value, first: Int32(a.index), second: Int32(b.index),
                firstDerivative: result.first, secondDerivative: result.second))
        return Node(index: entries.count - 1)
    }
}

extension Tape {
    public mutating func add(_ a: Node, _ b: Node) -> Node { record(.add, a, b) }
    public mutating func subtract(_ a: Node, _ b: Node) -> Node { record(.subtract, a, b) }
    public mutating func multiply(_ a: Node, _ b: Node) -> Node { record(.multiply, a, b) }
    public mutating func divide(_ a: Node, _ b: Node) -> Node { record(.divide, a, b) }
    public mutating func power(_ a: Node, _ b: Node) -> Node { record(.power, a, b) }
    public mutating func negate(_ a: Node) -> Node { record(.negate, a) }
    public mutating func square(_ a: Node) -> Node { record(.square, a) }
    public mutating func exp(_ a: Node) -> Node { record(.exp, a) }
    public mutating func log(_ a: Node) -> Node { record(.log, a) }
    public mutating func tanh(_ a: Node) -> Node { record(.tanh, a) }
    public mutating func sigmoid(_ a: Node) -> Node { record(.sigmoid, a) }
    public mutating func relu(_ a: Node) -> Node { record(.relu, a) }
    public mutating func leakyRelu(_ a: Node) -> Node { record(.leakyRelu, a) }
    public mutating func softplus(_ a: Node) -> Node { record(.softplus, a) }

    /// The sum of nodes, added from left to right.
    ///
    /// - Precondition: there is at least one.
    public mutating func sum(_ terms: [Node]) -> Node {
        precondition(!terms.isEmpty, "a sum has at least one term")
        var total = terms[0]
        for term in terms.dropFirst() { total = add(total, term) }
        return total
    }
}

/// The derivatives of one node of a tape by all nodes before it.
public struct Adjoints<R: Real>: Sendable {
    /// ∂node/∂node by place on the tape; zero for nodes that did not contribute.
    public let values: [R]

    /// The derivative by `node`.
    public subscript(node: Tape<R>.Node) -> R { node.index < values.count ? values[node.index] : 0 }
}

extension Tape {
    /// Plays the tape backwards from `root`: its derivatives by all nodes.
    ///
    /// `adjoint(operand) += local derivative · adjoint(node)`, from the last node to the first.
    public func backward(from root: Node) -> Adjoints<R> {
        var adjoints = [R](repeating: 0, count: root.index + 1)
        adjoints[root.index] = 1
        for index in stride(from: root.index, through: 0, by: -1) {
            let entry = entries[index]
            let adjoint = adjoints[index]
            if entry.operation.arity == 0 || adjoint == 0 { continue }
            adjoints[Int(entry.first)] += entry.firstDerivative * adjoint
            if entry.operation.arity == 2 { adjoints[Int(entry.second)] += entry.secondDerivative * adjoint }
        }
        return Adjoints(values: adjoints)
    }

    /// The nodes `root` depends on, itself included, in order of creation: what a graph of it shows.
    public func dependencies(of root: Node) -> [Node] {
        var isNeeded = [Bool](repeating: false, count: root.index + 1)
        isNeeded[root.index] = true
        for index in stride(from: root.index, through: 0, by: -1) where isNeeded[index] {
            for operand in operands(Node(index: index)) { isNeeded[operand.node.index] = true }
        }
        return isNeeded.indices.filter { isNeeded[$0] }.map { Node(index: $0) }
    }
}
