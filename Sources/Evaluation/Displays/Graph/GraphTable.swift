import Figures

extension GraphBuilder {
    /// The numbers of the graph: a row for each node, after those of its operands.
    ///
    /// Numbers of parts that are not shown stay out; what has no name is called by its place in the graph.
    var table: FigureTable {
        let ids = ids
        let rows = zip(ids, computation.nodes).map { id, node in
            [
                .text(id), .text(Self.word(for: node)), operands(of: node, ids), value(of: node),
                cell(parts.contains(.adjoints) ? node.adjoint : nil),
            ]
        }
        let header = ["name", "operation", "operands", "value", "adjoint"]
        return FigureTable(header: header, rows: rows).withoutEmptyColumns
    }

    private static func word(for node: Computation.Node) -> String {
        switch node.step {
        case .given: "given"
        case .constant: "constant"
        case .operation(let operation): operation.word
        }
    }

    private func operands(of node: Computation.Node, _ ids: [String]) -> FigureTable.Cell {
        if node.operands.isEmpty { return .empty }
        return .text(node.operands.map { ids[$0.node] }.joined(separator: ", "))
    }

    private func value(of node: Computation.Node) -> FigureTable.Cell {
        switch node.content {
        case .number(let number): cell(showsNumber(of: node) ? number : nil)
        case .size(let size): .text(size)
        }
    }

    private func cell(_ number: Double?) -> FigureTable.Cell {
        number.map { .number($0, text: style.text($0)) } ?? .empty
    }
}
