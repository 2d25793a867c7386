import Testing

@testable import Figures

/// Plots of numbers near the ends of what a number can be.
@Suite struct ExtremePlotTests {
    private func list(_ plot: Plot) -> DisplayList { plot.laidOut(measuring: PlainMeasurer()) }

    /// Whether every place of the list is a number not far from the canvas.
    private func isDrawable(_ list: DisplayList) -> Bool {
        list.items.allSatisfy { item in
            guard let box = item.bounds else { return true }
            return [box.x, box.y, box.right, box.bottom].allSatisfy { $0.isFinite && $0.magnitude < 2000 }
        }
    }

    private func ticks(_ list: DisplayList, _ axis: String) -> [String] {
        list.texts.filter { $0.role.hasPrefix("tick \(axis) ") }.map(\.text)
    }

    private static let least = Double.leastNonzeroMagnitude
    private static let columns: [[Double]] = [
        [1.7e308, -1.7e308], [1e308, -1e308], [2 * least], [least], [2e13 * least, 4e13 * least], [1e308], [1.79e308],
        [1.79e308, 1], [1, 1e300], [2000 * least, 1], [1e-200, 1e200], [least, 1.79e308], [least, 2 * least],
        [0, least],
        [1, 1.0000000000000002], [1e300, 1.0000000000000002e300], [-1e308, -1.0000000000000002e308], [0, 0], [-0.0],
    ]

    @Test("numbers of any size are drawn inside the picture, with ticks that differ", arguments: columns)
    func sizes(values: [Double]) {
        let rising = values.enumerated().map { Point(Double($0), $1) }
        let across = values.enumerated().map { Point($1, Double($0)) }
        for scale in [Plot.Scale.linear, .log] {
            for shape in [Plot.Shape.line(rising), .points(rising), .line(across), .points(across)] {
                let axis = Plot.Axis(scale: scale)
                let list = list(Plot(series: [.init(label: Label("a"), shape: shape)], x: axis, y: axis))
                #expect(isDrawable(list), "\(values) \(scale)")
                let texts = ticks(list, "y")
                #expect(texts.count >= 2 && Set(texts).count == texts.count, "\(values) \(scale): \(texts)")
            }
        }
        let bars = values.map { Plot.Bar(name: Label("b"), value: $0, text: "?") }
        for scale in [Plot.Scale.linear, .log] {
            #expect(isDrawable(list(Plot(series: [.init(shape: .bars(bars))], y: .init(scale: scale)))), "\(values)")
        }
    }

    @Test("a line through the largest numbers keeps its form")
    func form() throws {
        let points = [Point(0, 1.6e308), Point(1, -1.6e308), Point(2, 0)]
        let layout = PlotLayout(Plot(series: [.init(shape: .line(points))]), measurer: PlainMeasurer())
        let places = points.map { layout.place($0) }
        #expect(abs((places[0].y + places[1].y) / 2 - places[2].y) < 1e-6)
        #expect(layout.area.height * 0.8 < places[1].y - places[0].y)
    }

    @Test("an axis' own range, marks and tangents may be of any size", arguments: 0..<80)
    func random(seed: UInt64) {
        var generator = Steps(state: seed)
        let points = (0..<(1 + Int(seed % 9))).map { _ in Point(generator.number(), generator.number()) }
        let (x, y) = (generator.axis(), generator.axis())
        let plot = Plot(
            series: [
                .init(label: Label("line"), shape: .line(points)), .init(label: Label("dots"), shape: .points(points)),
                .init(label: Label("t"), shape: .tangent(at: points[0], slope: generator.number())),
            ], x: x, y: y, marks: [.init(x: generator.number(), text: Label("mark"))])
        #expect(isDrawable(list(plot)), "\(plot)")
    }
}

/// Numbers of every magnitude (Knuth's linear congruential generator).
private struct Steps {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func number() -> Double {
        let special = [0, Double.infinity, .nan, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 1, -1]
        if next(below: 4) == 0 { return special[next(below: special.count)] }
        let exponent = next(below: 3) == 0 ? next(below: 7) - 3 : next(below: 2098) - 1074
        let number = Double(sign: .plus, exponent: exponent, significand: 1 + Double(next(below: 1000)) / 1000)
        return next(below: 2) == 0 ? number : -number
    }

    mutating func axis() -> Plot.Axis {
        let ends = [number(), number()].filter { !$0.isNaN }.sorted()
        let range = ends.count == 2 && next(below: 2) == 0 ? ends[0]...ends[1] : nil
        return Plot.Axis(scale: next(below: 2) == 0 ? .linear : .log, range: range)
    }
}
