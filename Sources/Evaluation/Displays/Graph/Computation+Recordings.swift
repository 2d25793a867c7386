import Cells
import Figures
import Networks
import Tensors

extension Computation {
    /// What was recorded on a tape, from what is given up to `root`.
    ///
    /// - Parameters:
    ///   - adjoints: Of all nodes; zero adjoints are shown as such.
    ///   - names: By place on the tape.
    ///   - constants: Places of numbers written in the expression: they have no derivatives, and as exponents no node.
    init(
        _ tape: Tape<Double>, root: Tape<Double>.Node, adjoints: Adjoints<Double>, names: [Int: Name],
        constants: [Int] = [], style: NumberStyle
    ) {
        var places: [Int: Int] = [:]
        nodes = []
        for node in Computation.shown(tape, root, constants) {
            let isConstant = constants.contains(node.index)
            var shown = Node(
                step: isConstant ? .constant : .given, name: names[node.index], content: .number(tape[node]),
                adjoint: isConstant ? nil : adjoints[node])
            var operands = tape.operands(node)
            if tape.operation(node) != .constant { shown.step = .operation(tape.operation(node).inGraph) }
            if tape.operation(node) == .power, constants.contains(operands[1].node.index) {
                let exponent = tape[operands[1].node]
                shown.step = .operation(.raised(to: exponent, style.text(exponent)))
                operands.removeLast()
            }
            shown.operands = operands.map { operand in
                (places[operand.node.index] ?? 0, constants.contains(operand.node.index) ? nil : operand.derivative)
            }
            places[node.index] = nodes.count
            nodes.append(shown)
        }
    }

    /// The nodes of a graph: all that `root` depends on, without fixed exponents; each after its operands, and these in
    /// their order, which keeps apart what belongs to different operations.
    private static func shown(_ tape: Tape<Double>, _ root: Tape<Double>.Node, _ constants: [Int])
        -> [Tape<Double>.Node]
    {
        var found: [Tape<Double>.Node] = []
        var isSeen = [Bool](repeating: false, count: root.index + 1)
        var path = [(node: root, operands: operands(of: root, tape, constants))]
        while let (node, waiting) = path.popLast() {
            var rest = waiting
            if rest.isEmpty {
                found.append(node)
                continue
            }
            let next = rest.removeFirst()
            path.append((node, rest))
            if isSeen[next.index] { continue }
            isSeen[next.index] = true
            path.append((next, operands(of: next, tape, constants)))
        }
        return found
    }

    private static func operands(of node: Tape<Double>.Node, _ tape: Tape<Double>, _ constants: [Int])
        -> [Tape<Double>.Node]
    {
        let operands = tape.operands(node).map { $0.node }
        let isRaised = tape.operation(node) == .power && constants.contains(operands[1].index)
        return isRaised ? [operands[0]] : operands
    }

    init(_ history: TensorHistory, style: NumberStyle) {
        nodes = history.nodes.map { node in
            var shown = Node(
                step: node.isConstant ? .constant : .given, name: node.name.map { Name($0) },
                content: Content(node.values),
                adjoint: node.adjoint.flatMap { $0.elements.count == 1 ? $0.elements[0] : nil })
            if let operation = node.operation.inGraph(style) { shown.step = .operation(operation) }
            shown.operands = zip(node.operands, node.locals).map { ($0, $1) }
            return shown
        }
    }
}

extension Computation.Content {
    /// A single number, or the size of an array.
    init(_ tensor: Tensor<Double>) {
        if tensor.shape.count == 1 {
            self = .number(tensor.elements[0])
        } else {
            self = .size(tensor.shape.sizes.map { String($0) }.joined(separator: " × "))
        }
    }
}
