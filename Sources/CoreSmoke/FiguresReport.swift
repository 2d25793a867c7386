import Figures

/// Every letter two thirds as wide as it is high, so that no font is needed.
final class TypewriterMeasurer: TextMeasurer {
    func width(of text: String, face: Face, size: Double) -> Double {
        Double(text.unicodeScalars.count) * size * 0.625
    }
}

/// One box under the other, and straight lines from middle to middle.
final class ColumnPlacer: GraphPlacer {
    func placement(of plan: GraphPlan) throws(GraphPlacingError) -> GraphPlacement {
        var centres: [Point] = []
        var foot = 0.0
        for box in plan.boxes {
            centres.append(Point(0, foot + box.size.height / 2))
            foot += box.size.height + 30
        }
        let lines = plan.lines.map { line in
            let (start, end) = (centres[line.from], centres[line.to])
            return GraphPlacement.Line(
                parts: [Path([.move(start), .line(end)])],
                label: line.label.map { _ in Point((start.x + end.x) / 2, (start.y + end.y) / 2) })
        }
        return GraphPlacement(centres: centres, lines: lines)
    }
}

func laidOut(_ figure: Figure) -> DisplayList {
    do throws(GraphPlacingError) {
        return try figure.laidOut(measuring: TypewriterMeasurer(), placing: ColumnPlacer())
    } catch {
        return DisplayList(width: 0, height: 0)
    }
}

/// Where the labels of a network diagram, of a logarithmic plot, of a graph, and of a matrix and a drawing side by side
/// stand.
func figuresReport() -> String {
    var report = ""
    for figure in [Figure.network(smokeNetwork()), .plot(smokePlot()), .graph(smokeGraph()), .panels(smokePanels())] {
        let list = laidOut(figure)
        report += "figure of \(list.items.count) items, \(list.legibilityIssues().count) of its labels illegible\n"
        for text in list.texts {
            let box = text.box
            report += "  \(text.role): \(text.text) at \(hundredths(box.x)), \(hundredths(box.y))\n"
        }
        report += "  \(list.json.utf8.count) bytes of JSON\n"
    }
    return report
}

private func hundredths(_ value: Double) -> Int { Int((value * 100 + 0.5).rounded(.down)) }

private func smokeNetwork() -> NetworkDiagram {
    let weights = [[6.0, -3], [-2, 5]]
    let texts = [["6", "−3"], ["−2", "5"]]
    var edges: [NetworkDiagram.Edge] = []
    for source in 0..<2 {
        for target in 0..<2 {
            edges.append(
                NetworkDiagram.Edge(
                    id: "w\(source + 1)\(target + 1)", layer: 0, source: source, target: target,
                    weight: weights[source][target], value: texts[source][target], gradient: "5.344 × 10⁻⁸"))
        }
    }
    let inputs = (1...2).map { NetworkDiagram.Unit(id: "x\($0)", name: .symbol("x", subscript: "\($0)")) }
    let hidden = (1...2).map {
        NetworkDiagram.Unit(
            id: "h\($0)", name: .symbol("h", subscript: "\($0)"), value: .init(0.5, "5.344 × 10⁻⁸"), tint: 0.5)
    }
    return NetworkDiagram(layers: [.init(units: inputs), .init(units: hidden)], edges: edges)
}

private func smokePlot() -> Plot {
    let points = (0...50).map { Point(Double($0), 1 / Double($0 + 1)) }
    return Plot(
        series: [.init(label: Label("loss"), shape: .line(points))], x: .init(label: Label("epoch")),
        y: .init(scale: .log), marks: [.init(x: 25, text: Label("half way"))])
}

private func smokeGraph() -> GraphFigure {
    var graph = GraphFigure()
    let x = graph.add(.init(id: "x", name: .symbol("x"), value: "3", adjoint: "6"))
    let y = graph.add(.init(id: "y", sign: Label("²"), value: "9", adjoint: "1", isResult: true))
    graph.edges.append(.init(from: x, to: y, local: "6"))
    return graph
}

private func smokePanels() -> PanelFigure {
    let matrix = MatrixFigure(
        axes: [2, 2].map { .init(count: $0, shown: [0, 1]) },
        blocks: [
            .init(
                id: "result", rows: 0, columns: 1, entries: [["6", "−3.5"], ["−2", "5.344 × 10⁻⁸"]],
                name: .symbol("W"), shape: "2 × 2")
        ], signs: [], panels: [.init(lit: [.cell(row: 1, column: 1)])])
    let drawing = Drawing(shapes: [
        .init(form: .box, id: "one", words: [Label("one")]), .init(form: .circle, id: "two", words: [Label("two")]),
        .init(form: .arrow, id: "3", ends: [.shape(0), .shape(1)], bend: 20),
    ])
    return PanelFigure(
        panels: [.init(figure: .matrix(matrix), caption: "A matrix."), .init(figure: .drawing(drawing))], columns: 2)
}
