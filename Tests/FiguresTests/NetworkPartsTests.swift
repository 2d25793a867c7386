import Testing

@testable import Figures

/// Parts of a network's drawing beside its values: directions, arrows, the loss, sums, changes, the legend.
@Suite struct NetworkPartsTests {
    private func list(_ diagram: NetworkDiagram) -> DisplayList { diagram.laidOut(measuring: PlainMeasurer()) }

    private func diagram(_ sizes: [Int] = [2, 2], _ parts: SampleNetwork.Parts = [.values]) -> NetworkDiagram {
        var sample = SampleNetwork(sizes, parts)
        return sample.diagram()
    }

    @Test("from top to bottom layers are rows, and labels of a gap stand in one row, evenly spaced")
    func down() {
        var diagram = diagram([3, 4])
        diagram.direction = .down
        let list = list(diagram)
        let heights = list.circles.map(\.centre.y)
        #expect(heights.prefix(3).allSatisfy { $0 == heights[0] } && heights[3] > heights[0])
        #expect(heights.suffix(4).allSatisfy { $0 == heights[3] })
        let labels = list.texts("weight ")
        #expect(
            labels.count == 12 && labels.allSatisfy { abs($0.runs[0].baseline - labels[0].runs[0].baseline) < 0.03 })
        let centres = labels.map { $0.box.x + $0.box.width / 2 }.sorted()
        let steps = zip(centres.dropFirst(), centres).map { $0 - $1 }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < 0.05 })
        // Lines arrive from above, so names stand at the side.
        for (name, circle) in zip(list.texts("name "), list.circles) {
            #expect(name.box.x + name.box.width < circle.centre.x - circle.radius)
        }
    }

    @Test("the line of a weight that changes its sign begins as it was and ends as it became")
    func signs() throws {
        var diagram = diagram()
        for index in diagram.edges.indices {
            (diagram.edges[index].weight, diagram.edges[index].weightAfter) = (3, 3.01)
            (diagram.edges[index].value, diagram.edges[index].after) = ("3", "3.01")
        }
        let calm = list(diagram)
        #expect(calm.strokes("weight ").count == diagram.edges.count)
        #expect(calm.texts("note").isEmpty)
        diagram.edges[1].weightAfter = -2
        diagram.edges[1].after = "−2"
        let list = list(diagram)
        let halves = list.strokes("weight \(diagram.edges[1].id)")
        #expect(halves.map(\.paint) == [.positive, .negative])
        #expect(halves.map(\.dash.isEmpty) == [true, false])
        #expect(halves[0].width > halves[1].width)
        #expect(halves[0].path.elements.last?.points == halves[1].path.elements.first?.points)
        #expect(list.texts("note").map(\.text) == ["A line begins as its weight was and ends as it became."])
    }

    @Test("where many labels would fade, only what stands out has one")
    func focusInACrowd() {
        var diagram = diagram([5, 5])
        for index in diagram.edges.indices { diagram.edges[index].emphasis = .faded }
        diagram.edges[7].emphasis = .highlighted
        let list = list(diagram)
        #expect(list.texts("weight ").map(\.role) == ["weight \(diagram.edges[7].id)"])
        #expect(list.texts("note").map(\.text) == ["Of 25 weights only those that stand out are labelled."])
    }

    @Test("wanted changes are arrows behind the value and beside the name, none where nothing is wanted")
    func wishes() {
        var diagram = diagram()
        diagram.edges[0].wish = .up
        diagram.edges[1].wish = .down
        diagram.layers[1].units[0].wish = .down
        diagram.layers[1].units[0].bias = .init(0.5, "0.5")
        diagram.layers[1].units[0].biasWish = .up
        let list = list(diagram)
        let arrows = list.texts("weight ").map { $0.text.last.map(String.init) ?? "" }
        #expect(arrows[0] == "↑" && arrows[1] == "↓" && !["↑", "↓"].contains(arrows[2]))
        #expect(list.texts("wanted ").map { [$0.role, $0.text] } == [["wanted y1", "↓"]])
        #expect(list.texts("bias ").map(\.text) == ["+0.5 ↑"])
        #expect(list.texts.filter { $0.text.contains("↑") || $0.text.contains("↓") }.allSatisfy { $0.paint == .ink })
    }

    @Test("what stands back carries no arrow")
    func fadedWishes() {
        var diagram = diagram()
        for index in diagram.edges.indices { diagram.edges[index].wish = .up }
        diagram.edges[0].emphasis = .highlighted
        #expect(list(diagram).texts("weight ").filter { $0.text.hasSuffix("↑") }.map(\.role) == ["weight w11"])
    }

    @Test("an arrow alone labels a weight without a number")
    func arrowAlone() {
        var diagram = diagram([2, 2], [.bare])
        diagram.edges[2].wish = .down
        #expect(list(diagram).texts("wanted ").map(\.text) == ["↓"])
    }

    @Test("the loss is a box at which the outputs' lines end, and what is wanted moves out of their way")
    func loss() throws {
        let diagram = diagram([2, 2], [.values, .targets, .loss])
        let list = list(diagram)
        let box = try #require(list.circles.last)
        #expect(box.id == "loss")
        let lines = list.strokes("weight ").filter { $0.role.hasSuffix(" loss") }
        #expect(lines.count == 2)
        for line in lines {
            let end = line.path.points[1]
            let reach = max(abs(end.x - box.centre.x), abs(end.y - box.centre.y))
            #expect(abs(reach - box.radius) < 0.05 && line.dash.isEmpty)
        }
        let output = try #require(list.circles.first { $0.id == "h1" || $0.id == "y1" })
        let target = try #require(list.texts("target y1").first)
        #expect(target.box.y > output.centre.y + output.radius)
    }

    @Test("sums and changes stand below, the gradient of a sum is marked as such")
    func below() throws {
        var diagram = diagram()
        diagram.layers[1].units[0].sum = .init(16, "16")
        diagram.layers[1].units[0].sumName = .symbol("h", subscript: "1", superscript: "in")
        diagram.layers[1].units[0].sumGradient = .init(-0.1, "−0.1")
        diagram.layers[1].units[0].change = "−1.6 × 10⁻⁷"
        diagram.edges[0].change = "+2.7 × 10⁻⁸"
        let list = list(diagram)
        #expect(list.texts("sum ").map(\.text) == ["h1in = 16"])
        #expect(list.texts("change ").map(\.text) == ["Δ ≈ +2.7 × 10⁻⁸", "Δ ≈ −1.6 × 10⁻⁷"])
        let gradient = try #require(list.texts("gradient of sum").first)
        #expect(gradient.text == "∂in −0.1" && gradient.paint == .gradient)
    }

    @Test("the legend explains only what occurs")
    func legend() {
        var diagram = diagram([2, 2], [.bare])
        diagram.hasLegend = true
        diagram.scale = .init(-8, "−8")
        for (index, weight) in [1.0, 2, 3, 8].enumerated() { diagram.edges[index].weight = weight }
        #expect(list(diagram).texts("legend").map(\.text) == ["positive weight", "0", "8"])
        diagram.edges[0].weight = -1
        #expect(list(diagram).texts("legend").map(\.text) == ["positive weight", "negative weight", "0", "8"])
        diagram.hasLegend = false
        #expect(list(diagram).texts("legend").isEmpty)
    }

    @Test("diagrams with one scale draw equal weights equally wide")
    func scale() {
        var diagram = diagram([2, 2], [.bare])
        for (index, weight) in [1.0, 2, 3, 4].enumerated() { diagram.edges[index].weight = weight }
        diagram.scale = nil
        let alone = list(diagram).strokes("weight ").map(\.width)
        diagram.scale = .init(8, "8")
        let shared = list(diagram).strokes("weight ").map(\.width)
        #expect(abs(alone[3] - 5) < 0.01 && abs(shared[3] - 3) < 0.01 && abs(shared[1] - alone[0]) < 0.01)
    }
}
