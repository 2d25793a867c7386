import Tensors
import Testing

@testable import Figures

@Suite struct PlotTests {
    private func list(_ plot: Plot) -> DisplayList { plot.laidOut(measuring: PlainMeasurer()) }

    private func losses(_ count: Int, scale: Plot.Scale = .linear) -> Plot {
        let series = (0..<count).map { index in
            Plot.Series(
                label: Label("rate \(index)"),
                shape: .line((0...200).map { Point(Double($0), Double.exp(-Double($0 * (index + 1)) / 40) + 0.01) }))
        }
        return Plot(series: series, x: .init(label: Label("epoch")), y: .init(label: Label("loss"), scale: scale))
    }

    private func parabola() -> Plot {
        Plot(series: [
            .init(
                label: Label("L"),
                shape: .line(
                    (0...40).map {
                        let w = Double($0) / 10
                        return Point(w, (4 * w - 8) * (4 * w - 8))
                    })),
            .init(label: Label("slope 32"), shape: .tangent(at: Point(3, 16), slope: 32)),
            .init(label: Label("slope −16"), shape: .tangent(at: Point(1.5, 4), slope: -16)),
        ])
    }

    private func bars(_ values: [Double]) -> Plot {
        let bars = values.enumerated().map { index, value in
            Plot.Bar(
                name: .symbol("v", subscript: "\(index)"), value: value, text: ShownNumber(value)?.plain ?? "?")
        }
        return Plot(series: [.init(shape: .bars(bars))], y: .init(label: Label("gradient")))
    }

    @Test("plots are legible")
    func legible() {
        for count in 1...8 {
            #expect(list(losses(count)).legibilityIssues() == [], "\(count) lines")
            #expect(list(losses(count, scale: .log)).legibilityIssues() == [], "\(count) lines, logarithmic")
        }
        #expect(list(parabola()).legibilityIssues() == [])
        for count in [1, 2, 4, 8, 20] {
            let values = (0..<count).map { Double($0 * 37 % 11 - 5) / 50 }
            #expect(list(bars(values)).legibilityIssues() == [], "\(count) bars")
        }
    }

    @Test("four lines carry their names, five have a legend")
    func legend() {
        #expect(!list(losses(4)).items.contains { $0.role.hasPrefix("legend") })
        #expect(list(losses(5)).texts.filter { $0.role.hasPrefix("legend") }.count == 5)
    }

    @Test("lines differ by pattern, names by the darkened colour of their line")
    func patterns() {
        let list = list(losses(4))
        let dashes = list.items.compactMap { item -> [Double]? in
            if case .stroke(let stroke) = item, stroke.role.hasPrefix("series"), stroke.width == 2 {
                stroke.dash
            } else {
                nil
            }
        }
        #expect(Set(dashes).count == 4)
        let names = list.texts.filter { $0.role.hasPrefix("series") }
        #expect(Set(names.map(\.paint)) == Set((0..<4).map { Paint.seriesText($0) }))
    }

    @Test("24 lines, and 24 clouds of points, differ in colour or in form")
    func manySeries() {
        let lines = (0..<24).map { "\($0 % 6) \(PlotStyle.dash($0))" }
        let clouds = (0..<24).map { "\($0 % 6) \(PlotStyle.marker($0, at: Point(0, 0)))" }
        #expect(Set(lines).count == 24 && Set(clouds).count == 24)
    }

    @Test("the name of a line that ends early stands beside its end, without a thread")
    func earlyEnd() throws {
        let short = [Point(0, 1), Point(1, 3), Point(2, 2)]
        let long = (0...5).map { Point(Double($0), 4 - Double($0) / 2) }
        let plot = Plot(series: [
            .init(label: Label("short"), shape: .line(short)), .init(label: Label("long"), shape: .line(long)),
        ])
        let list = list(plot)
        let end = PlotLayout(plot, measurer: PlainMeasurer()).place(short[2])
        let name = try #require(list.texts.first { $0.text == "short" })
        #expect((name.box.x - end.x).magnitude < 12 && (name.box.centre.y - end.y).magnitude < 20)
        #expect(!list.items.contains { $0.role.hasPrefix("thread") })
        #expect(list.legibilityIssues() == [])
    }

    @Test("an axis over whole numbers has whole ticks", arguments: [2, 3, 4, 5, 7, 10, 30, 200])
    func wholeTicks(last: Int) {
        let points = (0...last).map { Point(Double($0), 1 / Double($0 + 1)) }
        for shape in [Plot.Shape.line(points), .points(points)] {
            let ticks = PlotLayout(Plot(series: [.init(shape: shape)]), measurer: PlainMeasurer()).x.ticks
            #expect(ticks.count >= 3 && ticks.allSatisfy { $0.value.rounded() == $0.value && !$0.text.contains(".") })
        }
    }

    @Test("bars go up and down from zero in the colours of their signs")
    func signedBars() throws {
        let fills = list(bars([2, -1])).items.compactMap { item -> FillItem? in
            if case .fill(let fill) = item { fill } else { nil }
        }
        let up = try #require(fills[0].path.bounds)
        let down = try #require(fills[1].path.bounds)
        #expect(fills.map(\.paint) == [.positive, .negative])
        #expect(abs(up.bottom - down.y) < 0.02)
        #expect(abs(up.height - 2 * down.height) < 0.03)
    }

    @Test("a tangent lies on its line and inside the area")
    func tangent() throws {
        let layout = PlotLayout(parabola(), measurer: PlainMeasurer())
        let strokes = list(parabola()).items.compactMap { item -> StrokeItem? in
            if case .stroke(let stroke) = item, stroke.role == "series slope 32" { stroke } else { nil }
        }
        let path = try #require(strokes.first?.path)
        let bounds = try #require(path.bounds)
        #expect(bounds.y >= layout.area.y - 0.01 && bounds.bottom <= layout.area.bottom + 0.01)
        let far = layout.place(Point(2.8, 16 - 0.2 * 32))
        let near = layout.place(Point(3, 16))
        let slope = (near.y - far.y) / (near.x - far.x)
        guard case .move(let start) = path.elements[0], case .line(let end) = path.elements[1] else {
            Issue.record("a tangent is one line")
            return
        }
        #expect(abs((end.y - start.y) / (end.x - start.x) - slope) < 0.01)
    }

    @Test("a value a logarithmic axis cannot show interrupts the line")
    func gaps() {
        let points = [Point(0, 1), Point(1, 0), Point(2, 0.1), Point(3, 0.01)]
        let plot = Plot(series: [.init(shape: .line(points))], y: .init(scale: .log))
        let layout = PlotLayout(plot, measurer: PlainMeasurer())
        #expect(layout.polylines(points).map(\.count) == [1, 2])
    }

    @Test(
        "plots without data, with one point or one value have axes",
        arguments: [[], [Point(1, 2)], [Point(0, 0), Point(5, 0)]])
    func degenerate(points: [Point]) {
        for scale in [Plot.Scale.linear, .log] {
            let plot = Plot(series: [.init(label: Label("a"), shape: .line(points))], y: .init(scale: scale))
            #expect(list(plot).texts.filter { $0.role.hasPrefix("tick") }.count >= 4)
        }
    }
}

@Suite struct ThinningTests {
    private func wave(_ count: Int) -> [Point] {
        (0..<count).map {
            Point(400 * Double($0) / Double(count), 100 * Double.sin(Double($0) * 0.7) + Double($0 % 17))
        }
    }

    @Test("every column keeps its first, lowest, highest and last point")
    func columns() {
        let points = wave(100_000)
        let thinned = Thinning.thinned(points, column: 0.25)
        #expect(thinned.count <= 4 * 1601)
        func columns(_ points: [Point]) -> [Int: [Double]] {
            Dictionary(grouping: points) { Int(($0.x / 0.25).rounded(.down)) }
                .mapValues { group in
                    let heights = group.map(\.y)
                    return [heights[0], heights[heights.count - 1], heights.min() ?? 0, heights.max() ?? 0]
                }
        }
        #expect(columns(points) == columns(thinned))
    }

    @Test("few points and lines that run backwards stay as they are")
    func untouched() {
        let few = wave(300)
        #expect(Thinning.thinned(few, column: 0.25) == few)
        let loop = wave(50_000) + wave(50_000)
        #expect(Thinning.thinned(loop, column: 0.25) == loop)
    }
}

@Suite struct SpreadingTests {
    @Test(
        "labels move apart as little as they can",
        arguments: [
            ([10.0, 50, 90], [10.0, 50, 90]),
            ([50, 50], [45, 55]),
            ([50, 52, 54], [42, 52, 62]),
            ([1, 2], [0, 10]),
            ([99, 98], [100, 90]),
        ])
    func examples(wanted: [Double], expected: [Double]) {
        #expect(Spreading.spread(wanted, distance: 10, within: 0...100) == expected)
    }

    @Test("labels never come closer than the distance", arguments: 1...40)
    func distance(seed: Int) {
        let wanted = (0..<8).map { Double((seed * 31 + $0 * $0 * 17) % 100) }
        let places = Spreading.spread(wanted, distance: 12, within: 0...100).sorted()
        #expect(zip(places.dropFirst(), places).allSatisfy { $0 - $1 >= 12 - 1e-9 })
        #expect(places[0] >= 0 && places[7] <= 100)
    }
}
