import Figures
import Testing

/// What gives way where a page has no room for every label.
@Suite struct NetworkLadderTests {
    private func list(_ diagram: NetworkDiagram) -> DisplayList { diagram.laidOut(measuring: PlainMeasurer()) }

    private func sizes(_ texts: [TextItem]) -> [Double] { texts.flatMap { $0.runs.map(\.size) } }

    @Test("labels grow smaller, down to seven points, before any is left out")
    func smaller() throws {
        var roomy = SampleNetwork([5, 5], [.values])
        var dense = SampleNetwork([8, 8], [.values])
        let large = sizes(list(roomy.diagram()).texts("weight "))
        let small = sizes(list(dense.diagram()).texts("weight "))
        #expect(large.count == 25 && small.count == 64)
        #expect(try #require(small.min()) < #require(large.min()))
        #expect(small.allSatisfy { $0 >= 7 })
    }

    @Test("labels of several lines become numbers, and the key keeps every text")
    func keyed() {
        var sample = SampleNetwork([6, 6, 6], [.values, .comparison, .gradients])
        let diagram = sample.diagram()
        let list = list(diagram)
        #expect(list.texts("number ").map(\.text) == (1...72).map(String.init))
        #expect(list.texts("key ").map(\.text) == (1...72).map(String.init))
        let foot = list.texts("number ").map(\.box.y).max() ?? .infinity
        let weights = list.texts("weight ")
        #expect(weights.map(\.text) == diagram.edges.map { "\($0.value ?? "") → \($0.after ?? "")" })
        #expect(weights.allSatisfy { $0.box.y > foot })
        #expect(list.texts("gradient w").map(\.text) == diagram.edges.prefix(36).map { "∂ " + ($0.gradient ?? "") })
    }

    @Test("where not even numbers fit, the heaviest weights are labelled, and it is said how many")
    func largest() {
        var sample = SampleNetwork([12, 12, 12, 12], [.values])
        let diagram = sample.diagram()
        let list = list(diagram)
        let labelled = list.texts("weight ").map(\.role)
        let heaviest = diagram.edges.sorted { abs($0.weight ?? 0) > abs($1.weight ?? 0) }.prefix(labelled.count)
        #expect(labelled.count > 20)
        #expect(Set(labelled) == Set(heaviest.map { "weight " + $0.id }))
        #expect(list.texts("note").map(\.text) == ["The \(labelled.count) largest of 432 weights are labelled."])
        #expect(list.texts("legend").map(\.text).prefix(2) == ["positive weight", "negative weight"])
    }

    @Test("of a dense net in which something stands out, that is labelled")
    func focused() {
        var sample = SampleNetwork([12, 12], [.values])
        var diagram = sample.diagram()
        for index in [3, 70] { diagram.edges[index].emphasis = .highlighted }
        let list = list(diagram)
        #expect(list.texts("weight ").map(\.role) == [3, 70].map { "weight " + diagram.edges[$0].id })
        #expect(list.texts("note").map(\.text) == ["Of 144 weights only those that stand out are labelled."])
    }

    @Test("names without numbers have no largest")
    func names() {
        var sample = SampleNetwork([12, 12], [.weightNames])
        var diagram = sample.diagram()
        for index in diagram.edges.indices {
            diagram.edges[index].weight = nil
            diagram.edges[index].value = nil
        }
        let list = list(diagram)
        #expect(list.texts("note").map(\.text) == ["\(list.texts("weight ").count) of 144 weights are labelled."])
        #expect(list.texts("legend").isEmpty)
    }

    @Test("dots stand where units are left out, and their number under the layer")
    func elided() throws {
        var sample = SampleNetwork([2, 5, 2], [.values])
        var diagram = sample.diagram()
        diagram.layers[1].omissions = [3]
        diagram.layers[1].count = "128 units"
        for direction in NetworkDiagram.Direction.allCases {
            diagram.direction = direction
            let list = list(diagram)
            #expect(list.legibilityIssues() == [])
            let dots = list.fills("omission 2").flatMap(\.path.points)
            #expect(list.fills("omission 2").count == 3)
            let across = { (point: Point) in direction == .right ? point.y : point.x }
            let units = list.circles.filter { $0.id.hasPrefix("h") }.map { across($0.centre) }
            #expect(dots.allSatisfy { units[3] < across($0) && across($0) < units[4] })
            let pitch = units[1] - units[0]
            #expect(abs(units[4] - units[3] - 2 * pitch) < 0.05)
            let count = try #require(list.texts("count 2").first)
            #expect(count.text == "128 units")
            #expect((direction == .right ? count.box.y : count.box.x) > units[4])
        }
    }

    @Test(
        "no line passes under the circle of a unit it does not join",
        arguments: [[12, 12], [1, 12], [12, 2, 12], [6, 3, 9], [12, 12, 12, 12]], NetworkDiagram.Direction.allCases)
    func clearLines(sizes: [Int], direction: NetworkDiagram.Direction) {
        var sample = SampleNetwork(sizes, [.values, .gradients])
        var diagram = sample.diagram()
        diagram.direction = direction
        let list = list(diagram)
        let circles = list.circles
        for line in list.strokes("weight ") {
            let (start, end) = (line.path.points[0], line.path.points[1])
            for circle in circles {
                let distance = circle.centre.distance(from: start, to: end)
                // The ends touch the circles they join.
                let joins = [start, end].contains { abs($0.distance(to: circle.centre) - circle.radius) < 0.1 }
                #expect(joins || distance > circle.radius, "\(line.role) under \(circle.id)")
            }
        }
    }
}

extension Point {
    fileprivate func distance(to other: Point) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    /// From the nearest point of a straight line.
    fileprivate func distance(from start: Point, to end: Point) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let part = ((x - start.x) * dx + (y - start.y) * dy) / (dx * dx + dy * dy)
        let t = min(1, max(0, part))
        return distance(to: Point(start.x + t * dx, start.y + t * dy))
    }
}
