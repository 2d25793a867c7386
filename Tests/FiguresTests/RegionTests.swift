import Testing

@testable import Figures

@Suite struct RegionTests {
    private func grid(_ columns: Int, _ rows: Int, _ height: (Double, Double) -> Double) -> Contour {
        let values = (0..<(columns * rows)).map { height(Double($0 % columns), Double($0 / columns)) }
        return Contour(columns: columns, rows: rows, values: values)
    }

    /// Twice the area, positive where it turns left.
    private func doubleArea(_ polygon: [Point]) -> Double {
        polygon.indices.reduce(0) { sum, index in
            let (a, b) = (polygon[index], polygon[(index + 1) % polygon.count])
            return sum + a.x * b.y - b.x * a.y
        }
    }

    @Test("the border of a linear function is one straight line, met exactly")
    func straight() throws {
        let contour = grid(9, 7) { $0 + 0.5 * $1 - 4.25 }
        let lines = contour.lines
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        #expect(line.count > 7)
        for point in line { #expect(abs(point.x + 0.5 * point.y - 4.25) < 1e-12) }
        let ends = [line[0], line[line.count - 1]]
        #expect(ends.allSatisfy { $0.y == 0 || $0.y == 6 })
    }

    @Test("a circle has one closed border, and its inside has the circle's area")
    func circle() throws {
        let contour = grid(61, 61) { x, y in 400 - (x - 30) * (x - 30) - (y - 30) * (y - 30) }
        #expect(contour.lines.count == 1)
        let line = try #require(contour.lines.first)
        #expect(line.first == line.last)
        for point in line {
            let radius = ((point.x - 30) * (point.x - 30) + (point.y - 30) * (point.y - 30)).squareRoot()
            #expect(abs(radius - 20) < 0.02)
        }
        let areas = contour.polygons.map(doubleArea)
        #expect(areas.allSatisfy { $0 > -1e-9 })
        let whole = areas.reduce(0) { $0 + $1 / 2 }
        #expect(abs(whole - 400 * 3.14159) < 3)
    }

    @Test("inside and outside together are the whole grid, cells with alternating corners too", arguments: 0..<60)
    func halves(seed: Int) {
        let values = (0..<(12 * 9)).map { Double(($0 * 7919 + seed * 104_729) % 201) - 100.5 }
        let inside = Contour(columns: 12, rows: 9, values: values).polygons
        let outside = Contour(columns: 12, rows: 9, values: values.map { -$0 }).polygons
        let area = (inside + outside).reduce(0) { $0 + doubleArea($1) / 2 }
        #expect(abs(area - 11 * 8) < 1e-9)
    }

    @Test("no border where one class leads everywhere")
    func none() {
        let contour = grid(5, 5) { _, _ in 1 }
        #expect(contour.lines.isEmpty)
        #expect(contour.polygons.count == 4)
    }

    @Test("points stand on the tint of their class, with the border between")
    func drawing() throws {
        let leads = (0..<25).map { Double($0 % 5) - 1.5 }
        let regions = Regions(
            names: [Label("a"), Label("b")], x: 0...4, y: 0...4, columns: 5, rows: 5, leads: [leads.map { -$0 }, leads])
        let plot = Plot(
            series: [
                .init(label: Label("a"), shape: .points([Point(1, 1)])),
                .init(label: Label("b"), shape: .points([Point(3, 3)])),
            ], regions: regions)
        let list = plot.laidOut(measuring: PlainMeasurer())
        let layout = PlotLayout(plot, measurer: PlainMeasurer())
        let fills = list.items.compactMap { if case .fill(let fill) = $0 { fill } else { nil } }
        let second = try #require(fills.first { $0.role == "region b" })
        let box = try #require(second.path.bounds)
        #expect(second.paint == .seriesTint(1))
        #expect(abs(box.x - layout.x.position(1.5)) < 0.02 && abs(box.right - layout.area.right) < 0.02)
        #expect(list.items.filter { $0.role == "border" }.count == 1)
        #expect(Set(list.texts.map(\.role)).isSuperset(of: ["region a", "region b", "legend a", "legend b"]))
        #expect(list.legibilityIssues() == [])
    }
}
