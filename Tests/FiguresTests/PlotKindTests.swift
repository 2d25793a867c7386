import Testing

@testable import Figures

/// Steps, areas, histograms, clouds, marks, panels and heat maps.
@Suite struct PlotKindTests {
    private func list(_ plot: Plot) -> DisplayList { plot.laidOut(measuring: PlainMeasurer()) }

    private func fills(_ list: DisplayList, _ role: String) -> [FillItem] {
        list.items.compactMap { item in
            if case .fill(let fill) = item, fill.role.hasPrefix(role) { fill } else { nil }
        }
    }

    private func strokes(_ list: DisplayList, _ role: String) -> [StrokeItem] {
        list.items.compactMap { item in
            if case .stroke(let stroke) = item, stroke.role.hasPrefix(role) { stroke } else { nil }
        }
    }

    @Test("a step line keeps each height up to the next point")
    func steps() throws {
        let plot = Plot(series: [.init(shape: .steps([Point(0, 1), Point(1, 3), Point(2, 2)]))])
        let points = try #require(strokes(list(plot), "series").first).path.elements.flatMap(\.points)
        #expect(points.count == 5)
        for (start, end) in zip(points, points.dropFirst()) { #expect(start.x == end.x || start.y == end.y) }
        #expect(points[0].y == points[1].y && points[1].x == points[2].x)
    }

    @Test("an area is cut off where the axis ends")
    func area() throws {
        let spans = (0...10).map { Plot.Span(x: Double($0), base: 0, y: Double($0)) }
        let plot = Plot(series: [.init(shape: .area(spans))], y: .init(range: 0...5))
        let layout = PlotLayout(plot, measurer: PlainMeasurer())
        let fill = try #require(fills(list(plot), "series").first)
        let box = try #require(fill.path.bounds)
        #expect(fill.paint == .seriesTint(0))
        #expect(abs(box.y - layout.area.y) < 0.02 && abs(box.bottom - layout.area.bottom) < 0.02)
    }

    @Test("the bars of a histogram stand on zero, as high as their counts")
    func bins() throws {
        let bins = [3, 1, 0, 6].enumerated().map {
            Plot.Bin(from: Double($0.offset), to: Double($0.offset) + 1, count: $0.element)
        }
        let plot = Plot(series: [.init(shape: .bins(bins))])
        let layout = PlotLayout(plot, measurer: PlainMeasurer())
        #expect(layout.y.ticks.allSatisfy { $0.value.rounded() == $0.value })
        let box = try #require(fills(list(plot), "series").first?.path.bounds)
        #expect(abs(box.bottom - layout.y.position(0)) < 0.02 && abs(box.y - layout.y.position(6)) < 0.02)
    }

    @Test("where intervals differ in length, areas are counts")
    func unlikeBins() throws {
        let bins = [Plot.Bin(from: 0, to: 4, count: 8), Plot.Bin(from: 4, to: 5, count: 6)]
        let plot = Plot(series: [.init(shape: .bins(bins))])
        #expect(plot.isPerUnit)
        let layout = PlotLayout(plot, measurer: PlainMeasurer())
        let box = try #require(fills(list(plot), "series").first?.path.bounds)
        #expect(abs(box.y - layout.y.position(6)) < 0.02)
        let corners = strokes(list(plot), "series").flatMap { $0.path.elements.flatMap(\.points) }
        let height = layout.y.position(2)
        #expect(corners.contains { abs($0.y - height) < 0.02 })
    }

    @Test("panels stand in as many columns as the author wants")
    func wantedColumns() {
        let title = Label("a title that takes a good deal of room")
        let panel = PlotGrid.Panel(title: title, series: [.init(shape: .line([Point(0, 1), Point(1, 2)]))])
        let grid = PlotGrid(panels: [panel, panel, panel], columns: 3)
        let titles = grid.laidOut(measuring: PlainMeasurer()).items.compactMap { item in
            if case .text(let text) = item, text.role.hasPrefix("title") { text.box } else { nil }
        }
        #expect(titles.count == 3)
        #expect(titles.allSatisfy { $0.y == titles[0].y })
        #expect(grid.laidOut(measuring: PlainMeasurer()).legibilityIssues().isEmpty)
    }

    @Test("numbers over bars that are compared have one size")
    func barNumbers() {
        let few = [
            Plot.Bar(name: Label("a"), value: 5, text: "5"), Plot.Bar(name: Label("b"), value: 1, text: "0.001"),
        ]
        let many = [Plot.Bar(name: Label("a"), value: 2, text: "2"), Plot.Bar(name: Label("b"), value: 3, text: "3")]
        let plot = Plot(series: [.init(shape: .bars(few)), .init(shape: .bars(many))], width: 200)
        let sizes = list(plot).items.compactMap { item in
            if case .text(let text) = item, text.role.hasPrefix("bar ") { text.runs.first?.size } else { nil }
        }
        #expect(sizes.count == 4)
        #expect(sizes.allSatisfy { $0 == sizes[0] })
    }

    @Test("of two histograms both outlines are seen")
    func twoHistograms() {
        let bins = [Plot.Bin(from: 0, to: 1, count: 2), Plot.Bin(from: 1, to: 2, count: 5)]
        let plot = Plot(series: [
            .init(label: Label("a"), shape: .bins(bins)), .init(label: Label("b"), shape: .bins(bins)),
        ])
        #expect(strokes(list(plot), "series").map(\.paint) == [.series(0), .series(1)])
        #expect(fills(list(plot), "series").map(\.paint) == [.seriesTint(0), .seriesTint(1)])
    }

    @Test("marks are lines, rings and shades with texts in ink")
    func marks() {
        let plot = Plot(
            series: [.init(shape: .line([Point(0, 0), Point(10, 10)]))],
            marks: [
                .init(.vertical(2), text: Label("v")), .init(.horizontal(3), text: Label("h")),
                .init(.point(Point(8, 1)), text: Label("p")), .init(.columns(4...6), text: Label("c")),
                .init(.rows(7...9), text: Label("r")),
            ])
        let list = list(plot)
        #expect(strokes(list, "mark v").count == 1 && strokes(list, "mark h").count == 1)
        #expect(fills(list, "mark c").map(\.paint) == [.shade] && fills(list, "mark r").map(\.paint) == [.shade])
        #expect(strokes(list, "mark p").count == 1)
        let texts = list.texts.filter { $0.role.hasPrefix("mark") }
        #expect(texts.map(\.text) == ["v", "h", "p", "c", "r"] && texts.allSatisfy { $0.paint == .ink })
    }

    @Test("a mark whose text finds no room is explained below the plot")
    func notes() {
        let mark = Plot.Mark(.vertical(5), text: Label(String(repeating: "long ", count: 30)), words: "x = 5")
        let list = list(Plot(series: [.init(shape: .line([Point(0, 0), Point(10, 10)]))], marks: [mark]))
        #expect(list.texts.filter { $0.role.hasPrefix("note") }.map { $0.text.hasSuffix("(x = 5)") } == [true])
        #expect(list.legibilityIssues() == [])
    }

    @Test("equal units are equally long on both axes")
    func equalUnits() {
        var plot = Plot(series: [.init(shape: .line([Point(0, 0), Point(10, 4)]))])
        plot.hasEqualUnits = true
        let layout = PlotLayout(plot, measurer: PlainMeasurer())
        let (across, up) = (layout.x.position(1) - layout.x.position(0), layout.y.position(0) - layout.y.position(1))
        #expect(abs(across - up) < 1e-9)
    }

    @Test("panels have the same axes, figures at the rims only, and titles")
    func panels() {
        let panels = (1...5).map { index in
            PlotGrid.Panel(
                title: Label("rate \(index)"),
                series: [.init(shape: .line((0...10).map { Point(Double($0), Double($0 * index)) }))])
        }
        let list = PlotGrid(panels: panels, x: .init(label: Label("epoch"))).laidOut(measuring: PlainMeasurer())
        #expect(list.texts.filter { $0.role.hasPrefix("title") }.count == 5)
        #expect(Set(list.texts.filter { $0.role == "label x" }.map(\.text)) == ["epoch"])
        let rows = Set(list.texts.filter { $0.role.hasPrefix("title") }.map(\.box.y))
        #expect(rows.count == 2)
        // Two rows of figures at the left, three columns of them below.
        #expect(list.texts.filter { $0.role == "tick y 0" }.count == 2)
        #expect(list.texts.filter { $0.role == "tick x 0" }.count == 3)
        let heights = strokes(list, "series").compactMap { $0.path.bounds?.height }
        #expect(abs(heights[4] - 5 * heights[0]) < 0.05)
        #expect(list.legibilityIssues() == [])
    }

    private func map(_ rows: Int, _ columns: Int) -> HeatMap {
        let values = (0..<rows).map { row in (0..<columns).map { Double(($0 + row) % 9 - 4) } }
        return HeatMap(
            values: values, texts: values.map { $0.map { "\(Int($0))" } }, rowNames: (0..<rows).map { Label("\($0)") },
            columnNames: (0..<columns).map { Label("\($0)") }, most: 4, mostText: "4", leastText: "−4")
    }

    @Test("cells are tinted by sign and size and hold their numbers")
    func heat() {
        let list = map(2, 3).laidOut(measuring: PlainMeasurer())
        let paints = fills(list, "cell").map(\.paint)
        #expect(paints == [-8, -6, -4, -6, -4, -2].map { Paint.heat(level: $0) })
        #expect(list.texts.filter { $0.role.hasPrefix("cell") }.map(\.text) == ["-4", "-3", "-2", "-3", "-2", "-1"])
        #expect(list.texts.filter { $0.role.hasPrefix("scale") }.map(\.text) == ["−4", "4", "0"])
    }

    @Test("cells too small for numbers show their sign")
    func signs() {
        let list = map(40, 60).laidOut(measuring: PlainMeasurer())
        #expect(!list.texts.contains { $0.role.hasPrefix("cell") })
        let negative = fills(list, "cell").filter { if case .heat(let level) = $0.paint { level < 0 } else { false } }
        #expect(strokes(list, "cell").count == negative.count && !negative.isEmpty)
        #expect(list.texts.contains { $0.text.contains("below zero") })
    }
}

@Suite struct CloudTests {
    /// Which half points of the area the discs cover.
    private func cover(_ places: [Point], radius: Double) -> Set<Int> {
        var covered = Set<Int>()
        for place in places {
            for row in Int((place.y - radius) * 2)...Int((place.y + radius) * 2) {
                for column in Int((place.x - radius) * 2)...Int((place.x + radius) * 2) {
                    let (dx, dy) = (Double(column) / 2 - place.x, Double(row) / 2 - place.y)
                    if dx * dx + dy * dy <= radius * radius { covered.insert(row * 10_000 + column) }
                }
            }
        }
        return covered
    }

    @Test("a dense cloud is thinned, and its picture stays")
    func picture() {
        var state: UInt64 = 7
        func unit() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / 9_007_199_254_740_992
        }
        let places = (0..<20_000).map { _ in Point(20 + 50 * (unit() + unit()), 20 + 40 * (unit() + unit())) }
        let area = Rectangle(x: 10, y: 10, width: 120, height: 100)
        let visible = Cloud(area: area, inner: 3.4, outer: 3.4).visible(places)
        #expect(visible.count < 3000)
        let (all, kept) = (cover(places, radius: 3.4), cover(visible, radius: 3.4))
        // Half a point more or less at the rim.
        #expect(all.subtracting(cover(visible, radius: 3.9)).isEmpty)
        #expect(Double(all.subtracting(kept).count) < 0.01 * Double(all.count))
    }

    @Test("few points all stay")
    func few() {
        let places = (0..<100).map { Point(Double($0), 5) }
        let area = Rectangle(x: 0, y: 0, width: 200, height: 20)
        #expect(Cloud(area: area, inner: 3, outer: 3).visible(places) == places)
    }
}
