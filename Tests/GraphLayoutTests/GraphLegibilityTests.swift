import Canvas
import Figures
import GraphLayout
import Testing

/// Computational graphs with the fonts they are printed in.
@Suite struct GraphLegibilityTests {
    @Test("random expression graphs are legible", arguments: 0..<200)
    func random(_ seed: Int) throws {
        var sample = RandomGraph(seed: seed)
        let graph = sample.graph()
        let list = try graph.laidOut(measuring: try Renderer(), placing: GraphvizPlacer())
        #expect(list.legibilityIssues() == [])
        #expect(list.texts.count { $0.role.hasPrefix("local derivative ") } == graph.edges.count { $0.local != nil })
    }

    @Test("the same bytes in any order and on any thread")
    func order() async throws {
        let alone = try bytes(3)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for turn in 0..<12 {
                group.addTask {
                    _ = try self.bytes(turn)
                    return try self.bytes(3)
                }
            }
            for try await bytes in group { #expect(bytes == alone) }
        }
    }

    private func bytes(_ seed: Int) throws -> [UInt8] {
        var sample = RandomGraph(seed: seed)
        let renderer = try Renderer()
        let list = try sample.graph().laidOut(measuring: renderer, placing: GraphvizPlacer())
        return try renderer.svg(list, palette: .light) + renderer.png(list, palette: .dark)
    }

    @Test("a placer that refuses is heard")
    func refusal() throws {
        let error = GraphPlacingError("no")
        #expect(throws: error) {
            try Figure.graph(GraphFigure()).laidOut(measuring: try Renderer(), placing: Refusing(error))
        }
    }
}

private final class Refusing: GraphPlacer {
    private let error: GraphPlacingError

    init(_ error: GraphPlacingError) { self.error = error }

    func placement(of plan: GraphPlan) throws(GraphPlacingError) -> GraphPlacement { throw error }
}

/// Some numbers and operations on what stands before them, in which nothing is left unused.
private struct RandomGraph {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func next(below bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func number() -> String {
        let texts = ["1", "−3", "0.25", "−0.536", "5.34 × 10⁻⁸", "−1.78 × 10⁻⁷", "128000", "0.0180", "2.50 × 10⁹"]
        return texts[next(below: texts.count)]
    }

    mutating func graph() -> GraphFigure {
        let (showsLocals, showsAdjoints) = (next(below: 4) > 0, next(below: 4) > 0)
        var graph = GraphFigure(direction: next(below: 3) == 0 ? .right : .down)
        var open: [Int] = []
        for index in 0..<(2 + next(below: 7)) {
            open.append(
                graph.add(
                    .init(
                        id: "x\(index)", name: .symbol("x", subscript: "\(index)"), value: number(),
                        adjoint: showsAdjoints ? number() : nil)))
        }
        let signs = [("+", 2), ("−", 2), ("×", 2), ("exp", 1), ("( )²", 1), ("softplus", 1)]
        while open.count > 1 || graph.edges.isEmpty {
            let (sign, arity) = signs[next(below: graph.nodes.count > 50 ? 3 : signs.count)]
            let name =
                next(below: 3) == 0 ? Label.symbol("h", subscript: "\(graph.nodes.count)", superscript: "in") : nil
            let node = graph.add(
                .init(
                    id: "n\(graph.nodes.count)", sign: Label(sign), name: name, value: number(), relation: .about,
                    adjoint: showsAdjoints ? number() : nil, keepsOrder: sign == "−"))
            for _ in 0..<arity {
                // Now and then something is used once more.
                let isReused = next(below: 4) == 0 || open.isEmpty
                let operand = isReused ? next(below: node) : open.remove(at: next(below: open.count))
                graph.edges.append(.init(from: operand, to: node, local: showsLocals ? number() : nil))
            }
            open.append(node)
        }
        graph.nodes[graph.nodes.count - 1].isResult = true
        return graph
    }
}
