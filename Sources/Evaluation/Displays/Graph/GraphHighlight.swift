import Cells
import Diagnostics
import Figures

/// What stands out in a graph: nodes, and the lines of all ways between some of them.
struct GraphHighlight {
    private(set) var nodes: [Bool] = []
    private var lines: [(from: Int, to: Int)] = []
    /// What stands out, as the author put it; nil for nothing.
    private(set) var words: String?

    func contains(node: Int) -> Bool { node < nodes.count && nodes[node] }

    func contains(from: Int, to: Int) -> Bool { lines.contains { $0 == (from, to) } }

    fileprivate mutating func add(node: Int, in computation: Computation) {
        if nodes.isEmpty { nodes = computation.nodes.map { _ in false } }
        nodes[node] = true
    }

    /// All ways from one node to another; whether there are any.
    fileprivate mutating func add(from start: Int, to end: Int, in computation: Computation) -> Bool {
        let count = computation.nodes.count
        var isAfter = [Bool](repeating: false, count: count)
        var isBefore = isAfter
        isAfter[start] = true
        isBefore[end] = true
        for index in computation.nodes.indices {
            if computation.nodes[index].operands.contains(where: { isAfter[$0.node] }) { isAfter[index] = true }
        }
        for index in computation.nodes.indices.reversed() where isBefore[index] {
            for operand in computation.nodes[index].operands { isBefore[operand.node] = true }
        }
        guard isAfter[end] else { return false }
        for index in computation.nodes.indices where isAfter[index] && isBefore[index] {
            add(node: index, in: computation)
            for operand in computation.nodes[index].operands where isAfter[operand.node] {
                lines.append((operand.node, index))
            }
        }
        return true
    }

    fileprivate mutating func describe(_ paths: [[Located<String>]]) {
        if paths.isEmpty { return }
        let parts = paths.map { path in
            path.count == 1 ? path[0].value : "all ways from " + path.map { $0.value }.joined(separator: " to ")
        }
        words = "Highlighted: \(parts.joined(separator: ", "))."
    }
}

extension Evaluator {
    /// What the author wants to stand out; nil after a mistake, which is reported.
    mutating func highlight(_ paths: [[Located<String>]], _ computation: Computation) -> GraphHighlight? {
        var highlight = GraphHighlight()
        for path in paths {
            var previous: (name: String, node: Int)?
            for name in path {
                guard let node = node(called: name, computation) else { return nil }
                highlight.add(node: node, in: computation)
                if let previous, !highlight.add(from: previous.node, to: node, in: computation) {
                    report(
                        Diagnostic(
                            code: "graph.highlight",
                            "nothing leads from '\(previous.name)' to '\(name.value)' in this graph", at: name.range))
                    return nil
                }
                previous = (name.value, node)
            }
        }
        highlight.describe(paths)
        return highlight
    }

    private mutating func node(called name: Located<String>, _ computation: Computation) -> Int? {
        let last = computation.nodes.count - 1
        let names = computation.nodes.map { $0.name?.text }
        if let node = names.firstIndex(of: name.value) { return node }
        if name.value == "result" || name.value == "loss" && names[last] == "L" { return last }
        report(
            Diagnostic(
                code: "graph.highlight", "nothing in this graph has the name '\(name.value)'", at: name.range,
                suggestion: nearestName(to: name.value, in: names.compactMap { $0 } + ["result"])))
        return nil
    }
}
