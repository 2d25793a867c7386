import Figures
import Testing

@Suite struct NetworkDrawingTests {
    private func list(_ diagram: NetworkDiagram) -> DisplayList { diagram.laidOut(measuring: PlainMeasurer()) }

    private func strokes(_ list: DisplayList, _ prefix: String) -> [StrokeItem] {
        list.items.compactMap { item in
            if case .stroke(let stroke) = item, stroke.role.hasPrefix(prefix) { stroke } else { nil }
        }
    }

    private func toy() -> NetworkDiagram {
        let weights = [[6.0, -3], [-2, 5]]
        let edges = (0..<4).map { index in
            let weight = weights[index / 2][index % 2]
            return NetworkDiagram.Edge(
                id: "w\(index / 2 + 1)\(index % 2 + 1)", layer: 0, source: index / 2, target: index % 2, weight: weight,
                value: SampleNetwork.quantity(weight).text)
        }
        func units(_ letter: String) -> [NetworkDiagram.Unit] {
            (1...2).map {
                NetworkDiagram.Unit(
                    id: "\(letter)\($0)", name: .symbol(letter, subscript: "\($0)"), value: .init(0.5, "0.5"), tint: 0.5
                )
            }
        }
        return NetworkDiagram(layers: [.init(units: units("x")), .init(units: units("h"))], edges: edges)
    }

    @Test("the labels of a gap stand in one column, evenly spaced", arguments: 1...8, 1...8)
    func column(sources: Int, targets: Int) throws {
        var sample = SampleNetwork([sources, targets])
        let labels = list(sample.diagram()).texts.filter { $0.role.hasPrefix("weight ") }
        #expect(labels.count == sources * targets)
        let centres = labels.map { $0.box.x + $0.box.width / 2 }
        #expect(centres.allSatisfy { abs($0 - centres[0]) < 0.02 })
        let heights = labels.map { $0.runs[0].baseline }.sorted()
        let steps = zip(heights.dropFirst(), heights).map { $0 - $1 }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < 0.03 && $0 > 8 })
    }

    @Test("sign shows in paint, dash and print, magnitude in width")
    func sign() throws {
        let list = list(toy())
        let lines = strokes(list, "weight ")
        let texts = list.texts.filter { $0.role.hasPrefix("weight ") }
        for (line, weight) in zip(lines, [6.0, -3, -2, 5]) {
            #expect(line.paint == (weight < 0 ? .negative : .positive))
            #expect(line.dash == (weight < 0 ? [7, 5] : []))
            #expect(abs(line.width - (1 + 4 * abs(weight) / 6)) < 0.01)
        }
        #expect(texts.map(\.text) == ["6", "−3", "−2", "5"])
    }

    @Test("two units stand 140 points apart, layers 210, and the circles have a radius of 27")
    func measures() throws {
        let circles = strokes(list(toy()), "unit ")
        let starts = circles.compactMap { circle -> Point? in
            if case .move(let point) = circle.path.elements.first { point } else { nil }
        }
        #expect(abs(starts[1].y - starts[0].y - 140) < 0.02)
        #expect(abs(starts[2].x - starts[0].x - 210) < 0.02)
        if case .curve(_, _, let foot) = circles[0].path.elements[1] {
            #expect(abs(starts[0].x - foot.x - 27) < 0.02)
        } else {
            Issue.record("a circle is made of curves")
        }
    }

    @Test("the canvas has no empty band")
    func tight() {
        let list = list(toy())
        let top = list.texts.map(\.box.y).min() ?? .infinity
        #expect(top < 5)
        let circles = strokes(list, "unit ").flatMap(\.path.elements).compactMap { element -> Point? in
            if case .curve(_, _, let point) = element { point } else { nil }
        }
        let bottom = circles.map(\.y).max() ?? 0
        let left = circles.map(\.x).min() ?? .infinity
        #expect(list.height - bottom < 6)
        #expect(left < 5)
    }

    @Test("a value and a gradient are never set alike")
    func gradientStyle() {
        var sample = SampleNetwork([2, 2], [.values, .gradients, .biases])
        let texts = list(sample.diagram()).texts
        let gradients = texts.filter { $0.role.hasPrefix("gradient") }
        #expect(gradients.count == 4 + 2 + 2)
        #expect(gradients.allSatisfy { $0.text.hasPrefix("∂") && $0.paint == .gradient })
        #expect(gradients.allSatisfy { $0.runs.allSatisfy { $0.face == .interface(.medium, .italic) } })
        #expect(texts.filter { !$0.role.hasPrefix("gradient") }.allSatisfy { $0.paint != .gradient })
    }

    @Test("where a weight stands out, all but its ends stand back")
    func highlight() {
        var diagram = toy()
        diagram.edges[2].emphasis = .highlighted
        let list = list(diagram)
        let lines = strokes(list, "weight ")
        #expect(lines.filter { $0.paint == .faded }.map(\.role) == ["weight w11", "weight w12", "weight w22"])
        #expect(lines.last?.role == "weight w21")
        let faded = strokes(list, "unit ").filter { $0.paint == .faded }.map(\.role)
        #expect(faded == ["unit x1", "unit h2"])
    }

    @Test("edges at a unit that stands out do not stand back")
    func highlightedUnit() {
        var diagram = toy()
        diagram.layers[1].units[0].emphasis = .highlighted
        let lines = strokes(list(diagram), "weight ")
        #expect(lines.filter { $0.paint == .faded }.map(\.role) == ["weight w12", "weight w22"])
    }

    @Test("a value that stays the same is written once, and one long number leaves the others as they are")
    func unchanged() {
        var diagram = toy()
        diagram.layers[0].units[0].after = diagram.layers[0].units[0].value
        for index in 0..<2 { diagram.layers[1].units[index].after = .init(0.7, "0.7") }
        let before = list(diagram).texts.filter { $0.role.hasPrefix("value") }
        #expect(before.map(\.text) == ["0.5", "0.5", "0.5", "0.7", "0.5", "0.7"])
        diagram.layers[1].units[0].value = .init(8.32e-7, "8.321 × 10⁻⁷")
        let after = list(diagram).texts.filter { $0.role.hasPrefix("value") }
        #expect(after.last?.runs[0].size == before.last?.runs[0].size)
        #expect(after[2].runs[0].size < before[2].runs[0].size)
    }

    @Test("before and after stand on one edge and in one circle")
    func comparison() {
        var diagram = toy()
        diagram.edges[0].after = "6.5"
        diagram.layers[1].units[0].after = .init(0.7, "0.7")
        let texts = list(diagram).texts
        #expect(texts.first { $0.role == "weight w11" }?.text == "6 → 6.5")
        #expect(texts.filter { $0.role.hasPrefix("value h1") }.map(\.text) == ["0.5", "0.7"])
    }

    @Test("a power of ten goes under its factor, inside the circle")
    func powers() {
        var diagram = toy()
        diagram.layers[1].units[0].value = .init(5.344e-8, "5.344 × 10⁻⁸")
        let texts = list(diagram).texts.filter { $0.role.hasPrefix("value h1") }
        #expect(texts.map(\.text) == ["5.344", "× 10⁻⁸"])
    }

    @Test("an edge without a number is drawn plainly")
    func nameOnly() {
        var diagram = toy()
        diagram.edges[0].weight = nil
        diagram.edges[0].value = nil
        diagram.edges[0].name = .symbol("w", subscript: "11")
        let list = list(diagram)
        #expect(strokes(list, "weight w11").map(\.paint) == [.softInk])
        #expect(list.texts.first { $0.role == "weight w11" }?.text == "w11")
    }

    @Test("layers of different sizes are centred on one line")
    func centred() {
        var sample = SampleNetwork([1, 4, 3], [])
        let starts = strokes(list(sample.diagram()), "unit ").compactMap { circle -> Double? in
            if case .move(let point) = circle.path.elements.first { point.y } else { nil }
        }
        let middles = [starts[0], (starts[1] + starts[4]) / 2, (starts[5] + starts[7]) / 2]
        #expect(middles.allSatisfy { abs($0 - middles[0]) < 0.02 })
    }
}
