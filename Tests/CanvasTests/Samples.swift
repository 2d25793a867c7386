import Figures

/// Figures with every kind of item and face.
enum Samples {
    /// A 2-2 net; its numbers differ with `seed`.
    static func network(_ seed: Int = 0) -> Figure {
        func units(_ letter: String) -> [NetworkDiagram.Unit] {
            (1...2).map {
                NetworkDiagram.Unit(
                    id: "\(letter)\($0)", name: .symbol(letter, subscript: "\($0)"), value: .init(0.5, "0.\(seed)5"),
                    gradient: .init(-0.1, "−0.1"), bias: .init(0.1, "0.1"), tint: 0.5)
            }
        }
        let edges = (0..<4).map { index in
            NetworkDiagram.Edge(
                id: "w\(index)", layer: 0, source: index / 2, target: index % 2, weight: index == 1 ? -3 : 2,
                value: index == 1 ? "−3" : "2")
        }
        return .network(NetworkDiagram(layers: [.init(units: units("x")), .init(units: units("h"))], edges: edges))
    }

    static var plot: Figure {
        let points = (0...100).map { Point(Double($0), 1 / (1 + Double($0) * Double($0) / 50)) }
        return .plot(
            Plot(
                series: [.init(label: Label("loss"), shape: .line(points))], x: .init(label: Label("epoch")),
                y: .init(label: Label("loss")), marks: [.init(x: 50, text: Label("half way"))]))
    }

    static var letters: DisplayList {
        let faces: [Face] = [
            .interface(.regular, .upright), .interface(.semibold, .italic), .mathItalic, .mathRoman, .prose(.upright),
            .prose(.italic), .code,
        ]
        let items = faces.enumerated().map { index, face in text("abc 123", face: face, y: Double(index + 1) * 20) }
        return DisplayList(width: 100, height: 160, items: items)
    }

    static func text(_ text: String, face: Face = .interface(.medium, .upright), y: Double = 20) -> DisplayList.Item {
        let run = TextRun(text: text, face: face, size: 12, x: 5, baseline: y)
        return .text(
            TextItem(
                role: "sample", text: text, box: Rectangle(x: 5, y: y - 10, width: 60, height: 12), runs: [run],
                halo: Halo()))
    }
}

/// Stands where none of the figures is a graph.
final class NoGraphs: GraphPlacer {
    func placement(of plan: GraphPlan) throws(GraphPlacingError) -> GraphPlacement {
        throw GraphPlacingError("there are no graphs here")
    }
}
