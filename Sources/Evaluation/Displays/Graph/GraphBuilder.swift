import Figures
import Networks
import Tensors

/// Turns a computation into a figure and into words.
struct GraphBuilder {
    let computation: Computation
    let parts: [GraphBody.Part]
    let direction: GraphBody.Direction
    let style: NumberStyle
    /// What the adjoints are derivatives of.
    let goal: String
    var highlight = GraphHighlight()
    var hasLegend = false

    func figure() -> GraphFigure {
        var figure = GraphFigure(direction: direction == .down ? .down : .right)
        let ids = ids
        for (index, node) in computation.nodes.enumerated() {
            figure.nodes.append(drawn(node, id: ids[index], isResult: index == computation.nodes.count - 1))
            figure.nodes[index].isHighlighted = highlight.contains(node: index)
            for operand in node.operands {
                let local = parts.contains(.locals) ? operand.local.map(style.text) : nil
                var edge = GraphFigure.Edge(from: operand.node, to: index, local: local)
                edge.isHighlighted = highlight.contains(from: operand.node, to: index)
                figure.edges.append(edge)
            }
        }
        if hasLegend { figure.legend = legend(figure) }
        return figure
    }

    /// Only of what is in the figure.
    private func legend(_ figure: GraphFigure) -> [GraphFigure.LegendEntry] {
        var entries = [GraphFigure.LegendEntry(.given, "given"), .init(.computed, "computed")]
        if figure.nodes.contains(where: { $0.isCut }) { entries.append(.init(.cut, "how it is computed is left out")) }
        if figure.nodes.contains(where: { $0.adjoint != nil }) {
            entries.append(.init(.adjoint, "derivative of \(goal)"))
        }
        if figure.edges.contains(where: { $0.local != nil }) {
            entries.append(.init(.local, "on lines: local derivatives"))
        }
        return entries
    }

    /// By what each node is told from the others: its name, or its place in the graph.
    var ids: [String] {
        var ids: [String] = []
        for (index, node) in computation.nodes.enumerated() {
            let id = node.name?.text ?? "n\(index + 1)"
            ids.append(ids.contains(id) ? "\(id)#\(index + 1)" : id)
        }
        return ids
    }

    /// Whether the number of a node stands in the figure; a constant without its number would be an empty card.
    func showsNumber(of node: Computation.Node) -> Bool {
        if parts.contains(.values) { return true }
        guard case .constant = node.step else { return false }
        return node.name == nil || !parts.contains(.names)
    }

    private func drawn(_ node: Computation.Node, id: String, isResult: Bool) -> GraphFigure.Node {
        var drawn = GraphFigure.Node(id: id, isCut: node.isCut, isResult: isResult)
        if case .operation(let operation) = node.step {
            drawn.sign = operation.sign
            drawn.keepsOrder = operation.keepsOrder
        }
        if parts.contains(.names) { drawn.name = node.name?.label }
        if parts.contains(.adjoints) { drawn.adjoint = node.adjoint.map(style.text) }
        switch node.content {
        case .number(let number):
            guard showsNumber(of: node) else { break }
            drawn.value = style.text(number)
            drawn.relation = style.shown(number).isExact ? .equal : .about
        case .size(let size):
            drawn.value = size
            drawn.relation = .size
        }
        return drawn
    }
}

// MARK: - Words

extension GraphBuilder {
    /// The graph in a few sentences, for those who cannot see it.
    var alt: String {
        var text = "The computational graph"
        if let name = computation.result.name { text += " of \(name.text)" }
        if parts.contains(.values), case .number(let number) = computation.result.content {
            text += ", which is \(style.text(number))"
        }
        text += ": \(enumeration(counts))."
        let cut = computation.nodes.count { $0.isCut }
        if cut > 0 { text += " How \(cut == 1 ? "one of them was" : "\(cut) of them were") computed is left out." }
        if let words = highlight.words { text += " \(words)" }
        return text + adjoints
    }

    /// How many numbers are given, and how many operations of each kind there are, the most frequent first.
    private var counts: [String] {
        var given = 0
        var kinds: [(operation: GraphOperation, count: Int)] = []
        for node in computation.nodes {
            guard case .operation(let operation) = node.step else {
                given += 1
                continue
            }
            if let index = kinds.firstIndex(where: { $0.operation.word == operation.word }) {
                kinds[index].count += 1
            } else {
                kinds.append((operation, 1))
            }
        }
        let order = kinds.indices.sorted { (-kinds[$0].count, $0) < (-kinds[$1].count, $1) }
        let operations = order.map { index in
            let (operation, count) = kinds[index]
            return "\(count) \(count == 1 ? operation.word : operation.words)"
        }
        return ["\(given) given \(given == 1 ? "number" : "numbers")"] + operations
    }

    private var adjoints: String {
        guard parts.contains(.adjoints) else { return "" }
        let entries = computation.nodes.compactMap { node -> String? in
            guard case .given = node.step, let name = node.name, let adjoint = node.adjoint else { return nil }
            return "\(name.text) \(style.text(adjoint))"
        }
        if entries.isEmpty { return "" }
        let first = entries.prefix(12).joined(separator: ", ")
        return " Derivatives of \(goal): by \(first)" + (entries.count > 12 ? ", and \(entries.count - 12) more." : ".")
    }

    private func enumeration(_ parts: [String]) -> String {
        parts.count < 2
            ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
    }
}
