import Figures
import Testing

@testable import GraphLayout

@Suite struct PlacementTests {
    /// Two boxes above a third, and a label on one of the lines.
    private func plan(_ direction: GraphPlan.Direction = .down) -> GraphPlan {
        GraphPlan(
            direction: direction,
            boxes: [
                .init(GraphSize(width: 40, height: 20)), .init(GraphSize(width: 60, height: 30)),
                .init(GraphSize(width: 50, height: 24), keepsOrder: true),
            ],
            lines: [.init(from: 0, to: 2, label: GraphSize(width: 20, height: 10)), .init(from: 1, to: 2)],
            gap: 12, rankGap: 10)
    }

    @Test("lines lead downwards or to the right", arguments: GraphPlan.Direction.allCases)
    func direction(_ direction: GraphPlan.Direction) throws {
        let placement = try GraphvizPlacer().placement(of: plan(direction))
        let along = placement.centres.map { direction == .down ? $0.y : $0.x }
        let label = try #require(placement.lines[0].label)
        let labelAlong = direction == .down ? label.y : label.x
        #expect(along[0] < labelAlong && labelAlong < along[2] && along[1] < along[2])
        let least = direction == .down ? 10.0 + 10 + 10 + 10 + 12 : 20.0 + 10 + 20 + 10 + 25
        #expect(along[2] - along[0] >= least - 1)
    }

    @Test("a line begins and ends at the edges of its boxes")
    func edges() throws {
        let plan = plan()
        let placement = try GraphvizPlacer().placement(of: plan)
        #expect(placement.lines.map { $0.parts.count } == [2, 1])
        for (line, placed) in zip(plan.lines, placement.lines) {
            let points = placed.parts.flatMap { $0.elements }.flatMap { element -> [Point] in
                switch element {
                case .move(let point), .line(let point), .curve(_, _, let point): [point]
                case .close: []
                }
            }
            let (start, end) = (try #require(points.first), try #require(points.last))
            let (from, to) = (plan.boxes[line.from].size, plan.boxes[line.to].size)
            #expect(abs(start.y - (placement.centres[line.from].y + from.height / 2)) < 0.6)
            #expect(abs(end.y - (placement.centres[line.to].y - to.height / 2)) < 0.6)
            #expect(abs(start.x - placement.centres[line.from].x) <= from.width / 2)
        }
    }

    @Test("two sums of crossed products cross once, labels or none", arguments: [false, true])
    func crossings(_ isLabelled: Bool) throws {
        // 0, 1 are given; 2…5 are products of 0, 0, 1, 1; 6 = 2 + 4; 7 = 3 + 5.
        let pairs = [(0, 2), (0, 3), (1, 4), (1, 5), (2, 6), (4, 6), (3, 7), (5, 7)]
        let size = GraphSize(width: 40, height: 20)
        let plan = GraphPlan(
            direction: .down, boxes: (0..<8).map { _ in .init(size) },
            lines: pairs.map {
                .init(from: $0, to: $1, label: isLabelled ? GraphSize(width: 12, height: 8) : nil)
            }, gap: 12, rankGap: 10)
        let centres = try GraphvizPlacer().placement(of: plan).centres
        var crossings = 0
        for (index, one) in pairs.enumerated() {
            for other in pairs[(index + 1)...] where (one.0 < 2) == (other.0 < 2) {
                let above = centres[one.0].x - centres[other.0].x
                let below = centres[one.1].x - centres[other.1].x
                if above * below < 0 { crossings += 1 }
            }
        }
        #expect(crossings == 1)
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
