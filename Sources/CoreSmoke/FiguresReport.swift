import Figures

/// Every letter two thirds as wide as it is high, so that no font is needed.
final class TypewriterMeasurer: TextMeasurer {
    func width(of text: String, face: Face, size: Double) -> Double {
        Double(text.unicodeScalars.count) * size * 0.625
    }
}

/// Where the labels of a network diagram and of a logarithmic plot stand.
func figuresReport() -> String {
    var report = ""
    for figure in [Figure.network(smokeNetwork()), .plot(smokePlot())] {
        let list = figure.laidOut(measuring: TypewriterMeasurer())
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
