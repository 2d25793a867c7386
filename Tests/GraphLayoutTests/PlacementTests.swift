import Figures
import Testing

@testable import GraphLayout

@Suite struct PlacementTests {
    /// Two boxes above a third, and a fourth beside the way.
    private func plan(_ direction: GraphPlan.Direction = .down) -> GraphPlan {
        GraphPlan(
            direction: direction,
            boxes: [
                .init(width: 40, height: 20), .init(width: 60, height: 30),
                .init(width: 50, height: 24, keepsOrder: true), .init(width: 20, height: 10, isThreaded: true),
            ],
            lines: [.init(from: 0, to: 3), .init(from: 3, to: 2), .init(from: 1, to: 2, ranks: 2)], gap: 12, rankGap: 10
        )
    }

    @Test("lines lead downwards or to the right", arguments: GraphPlan.Direction.allCases)
    func direction(_ direction: GraphPlan.Direction) throws {
        let placed = try GraphvizPlacer().placement(of: plan(direction)).centres
        let along = placed.map { direction == .down ? $0.y : $0.x }
        #expect(along[0] < along[3] && along[3] < along[2] && along[1] < along[2])
        let ranks = direction == .down ? (20.0 + 10 + 10 + 10 + 24 - 22) : (40.0 + 10 + 20 + 10 + 50 - 45)
        #expect(along[2] - along[0] >= ranks - 1)
    }

    @Test("a line begins and ends at the edges of its boxes")
    func edges() throws {
        let plan = plan()
        let placement = try GraphvizPlacer().placement(of: plan)
        for (line, path) in zip(plan.lines, placement.lines) {
            let points = path.elements.flatMap { element -> [Point] in
                switch element {
                case .move(let point), .line(let point), .curve(_, _, let point): [point]
                case .close: []
                }
            }
            let (start, end) = (try #require(points.first), try #require(points.last))
            let (from, to) = (plan.boxes[line.from], plan.boxes[line.to])
            #expect(abs(start.y - (placement.centres[line.from].y + from.height / 2)) < 0.6)
            #expect(abs(end.y - (placement.centres[line.to].y - to.height / 2)) < 0.6)
            #expect(abs(start.x - placement.centres[line.from].x) <= from.width / 2)
        }
    }

    @Test("operands keep their order where it matters")
    func order() throws {
        for swapped in [false, true] {
            var plan = plan()
            plan.lines = [.init(from: swapped ? 1 : 0, to: 2), .init(from: swapped ? 0 : 1, to: 2)]
            let centres = try GraphvizPlacer().placement(of: plan).centres
            #expect((centres[0].x < centres[1].x) == !swapped)
        }
    }

    @Test("an empty plan has an empty placement")
    func empty() throws {
        let plan = GraphPlan(direction: .down, boxes: [], lines: [], gap: 1, rankGap: 1)
        #expect(try GraphvizPlacer().placement(of: plan) == GraphPlacement(centres: [], lines: []))
    }

    @Test("what Graphviz refuses is an error that names the package")
    func refusal() {
        let placer = GraphvizPlacer(engine: "nosuch")
        #expect(
            throws: GraphPlacingError(
                "Graphviz cannot lay out graphs with 'nosuch'; install Debian's package libgraphviz-dev")
        ) { try placer.placement(of: plan()) }
        #expect(throws: Never.self) { try GraphvizPlacer().placement(of: plan()) }
    }

    @Test("a placement depends neither on the thread nor on what was placed before")
    func threads() async throws {
        let alone = try GraphvizPlacer().placement(of: plan())
        try await withThrowingTaskGroup(of: GraphPlacement.self) { group in
            for turn in 0..<16 {
                group.addTask {
                    let placer = GraphvizPlacer()
                    if turn % 2 == 0 { _ = try placer.placement(of: self.plan(.right)) }
                    return try placer.placement(of: self.plan())
                }
            }
            for try await placement in group { #expect(placement == alone) }
        }
    }
}
