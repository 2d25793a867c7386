import Canvas
import Figures
import GraphLayout
import Testing

/// Figures of all kinds, drawn in any order by any number of threads.
@Suite struct OrderTests {
    /// Two of every kind, with different numbers.
    private static let figures: [Figure] = (1...2).flatMap { seed in
        [
            Samples.network(seed), Samples.plot(seed), Samples.multiples(seed), Samples.heat(seed),
            Samples.graph(seed), Samples.matrix(seed), Samples.drawing(seed),
            .panels(
                PanelFigure(
                    panels: [
                        .init(figure: Samples.graph(seed), caption: "graph"), .init(figure: Samples.plot(seed)),
                        .init(figure: Samples.matrix(seed), caption: "matrix"),
                    ], columns: 2, between: ["→"])),
        ]
    }

    /// The pictures of one figure, all formats after each other.
    private static func pictures(_ renderer: Renderer, _ index: Int) throws -> [UInt8] {
        let list = try figures[index].laidOut(measuring: renderer, placing: GraphvizPlacer())
        return try renderer.svg(list, palette: .light) + renderer.svg(list, palette: .dark)
            + renderer.png(list, palette: .light, dpi: 72) + renderer.pdf(list, palette: .light)
    }

    /// Each figure by a renderer that has drawn nothing before.
    private static let alone = Result { try figures.indices.map { try pictures(try Renderer(), $0) } }

    @Test("figures differ from each other")
    func differ() throws {
        let alone = try Self.alone.get()
        #expect(Set(alone).count == Self.figures.count)
    }

    @Test("one renderer gives the same bytes in any order", arguments: 1...6)
    func order(seed: UInt64) throws {
        let alone = try Self.alone.get()
        let renderer = try Renderer()
        for index in Self.shuffled(seed) {
            #expect(try Self.pictures(renderer, index) == alone[index], "figure \(index)")
        }
    }

    @Test("any number of threads gives the same bytes", arguments: [2, 3, 8])
    func threads(count: Int) async throws {
        let alone = try Self.alone.get()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for thread in 0..<count {
                group.addTask {
                    let renderer = try Renderer()
                    for index in Self.shuffled(UInt64(100 + thread)) {
                        #expect(try Self.pictures(renderer, index) == alone[index], "figure \(index)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// All places in an order that depends on the seed alone.
    private static func shuffled(_ seed: UInt64) -> [Int] {
        var generator = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        return figures.indices.shuffled(using: &generator)
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }
}

extension Samples {
    static func plot(_ seed: Int) -> Figure {
        let points = (0...40).map { Point(Double($0), Double(($0 * $0 * seed) % 37)) }
        return .plot(
            Plot(
                series: [
                    .init(label: Label("line"), shape: .line(points)),
                    .init(label: Label("dots"), shape: .points(points)),
                ], x: .init(label: Label("epoch")), y: .init(label: Label("loss"))))
    }

    static func multiples(_ seed: Int) -> Figure {
        let panels = (1...3).map { panel in
            PlotGrid.Panel(
                title: .symbol("h", subscript: "\(panel)"),
                series: [.init(shape: .steps((0...9).map { Point(Double($0), Double($0 * panel * seed % 7)) }))])
        }
        return .multiples(PlotGrid(panels: panels))
    }

    static func heat(_ seed: Int) -> Figure {
        let values = (0..<2).map { row in (0..<3).map { Double(row * 3 + $0 - 2 * seed) } }
        return .heat(
            HeatMap(
                values: values, texts: values.map { $0.map { "\(Int($0))" } },
                rowNames: ["a", "b"].map { Label($0) }, columnNames: ["x", "y", "z"].map { Label($0) }, most: 4,
                mostText: "4", leastText: "−4"))
    }

    static func graph(_ seed: Int) -> Figure {
        var graph = GraphFigure()
        let x = graph.add(.init(id: "x", name: .symbol("x"), value: "\(seed)", adjoint: "6"))
        let w = graph.add(.init(id: "w", name: .symbol("w"), value: "3", adjoint: "\(seed)"))
        let product = graph.add(.init(id: "p", sign: Label("×"), value: "\(3 * seed)", adjoint: "1"))
        let sum = graph.add(.init(id: "s", sign: Label("+"), value: "\(4 * seed)", adjoint: "1", isResult: true))
        graph.edges = [
            .init(from: x, to: product, local: "3"), .init(from: w, to: product, local: "\(seed)"),
            .init(from: product, to: sum, local: "1"), .init(from: x, to: sum, local: "1"),
        ]
        return .graph(graph)
    }

    static func matrix(_ seed: Int) -> Figure {
        let axes = [2, 3].map { MatrixFigure.Axis(count: $0, shown: Array(0..<$0)) }
        let entries = (0..<2).map { row in (0..<3).map { "\(row * 3 + $0 + seed)" } }
        let block = MatrixFigure.Block(id: "W", rows: 0, columns: 1, entries: entries, name: .symbol("W"))
        return .matrix(
            MatrixFigure(axes: axes, blocks: [block], signs: [], panels: [MatrixFigure.Panel(lit: [.row(1)])]))
    }

    static func drawing(_ seed: Int) -> Figure {
        .drawing(
            Drawing(shapes: [
                .init(form: .box, id: "a", words: [Label("box \(seed)")]),
                .init(form: .circle, id: "b", words: [.symbol("h", subscript: "\(seed)")]),
                .init(form: .arrow, id: "c", words: [Label("to")], ends: [.shape(0), .shape(1)]),
            ]))
    }
}
