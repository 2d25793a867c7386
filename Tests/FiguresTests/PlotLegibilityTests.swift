import Tensors
import Testing

@testable import Figures

/// Random plots of every kind, with numbers of any size, can be read.
@Suite struct PlotLegibilityTests {
    @Test("300 random plots are legible", arguments: 0..<300)
    func plots(seed: UInt64) {
        var maker = PlotMaker(seed: seed)
        let plot = maker.plot()
        let list = plot.laidOut(measuring: PlainMeasurer())
        #expect(list.legibilityIssues() == [], "\(plot)")
        #expect(list.width < 1000 && list.height < 1000)
    }

    @Test("100 random grids of panels are legible", arguments: 0..<100)
    func grids(seed: UInt64) {
        var maker = PlotMaker(seed: seed)
        let grid = maker.grid()
        #expect(grid.laidOut(measuring: PlainMeasurer()).legibilityIssues() == [], "\(grid)")
    }

    @Test("100 random heat maps are legible", arguments: 0..<100)
    func maps(seed: UInt64) {
        var maker = PlotMaker(seed: seed)
        let map = maker.map()
        let list = map.laidOut(measuring: PlainMeasurer())
        #expect(list.legibilityIssues() == [], "\(map.rowNames.count) by \(map.columnNames.count)")
        #expect(list.width < 600)
    }
}

/// Makes plots with numbers from 1e-9 to 1e9 (Knuth's linear congruential generator).
private struct PlotMaker {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 7919 &+ 3 }

    private mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func unit() -> Double { Double(next(below: 100_001)) / 100_000 }

    /// An interval about which all numbers of one plot lie.
    private struct Numbers {
        var low: Double
        var length: Double
    }

    private mutating func numbers(isPositive: Bool) -> Numbers {
        let length = Double.pow(10, Double(next(below: 19) - 9))
        let offset = next(below: 2) == 0 ? 0 : Double.pow(10, Double(next(below: 19) - 9))
        return Numbers(low: isPositive ? length * 1e-3 + offset : (unit() - 0.7) * length - offset, length: length)
    }

    private mutating func number(_ numbers: Numbers) -> Double { numbers.low + unit() * unit() * numbers.length }

    private mutating func words() -> Label {
        let words = ["loss", "instance 1", "far too large", "σ(z)", "x", "a name that is rather long", "epoch 20"]
        return next(below: 4) == 0
            ? .symbol("h", subscript: "\(next(below: 20))") : Label(words[next(below: words.count)])
    }

    private mutating func points(_ x: Numbers, _ y: Numbers, isOrdered: Bool) -> [Point] {
        let points = (0..<[1, 2, 3, 12, 60, 900][next(below: 6)]).map { _ in Point(number(x), number(y)) }
        return isOrdered ? points.sorted { $0.x < $1.x } : points
    }

    private mutating func shape(_ x: Numbers, _ y: Numbers) -> Plot.Shape {
        switch next(below: 6) {
        case 0: return .line(points(x, y, isOrdered: true))
        case 1: return .steps(points(x, y, isOrdered: true))
        case 2:
            let points = points(x, y, isOrdered: true)
            return .area(points.map { Plot.Span(x: $0.x, base: y.low, y: $0.y) })
        case 3: return .points(points(x, y, isOrdered: false))
        case 4: return .tangent(at: Point(number(x), number(y)), slope: (unit() - 0.5) * y.length / x.length)
        default:
            let count = 1 + next(below: 30)
            return .bins(
                (0..<count).map { index in
                    Plot.Bin(
                        from: x.low + x.length * Double(index) / Double(count),
                        to: x.low + x.length * Double(index + 1) / Double(count), count: next(below: 40))
                })
        }
    }

    private mutating func bars(_ y: Numbers) -> Plot.Shape {
        .bars(
            (0..<(1 + next(below: 16))).map { _ in
                let value = number(y)
                return Plot.Bar(name: words(), value: value, text: ShownNumber(value, digits: 3)?.plain ?? "?")
            })
    }

    private mutating func mark(_ x: Numbers, _ y: Numbers) -> Plot.Mark {
        let (a, b) = (number(x), number(y))
        let place: Plot.Mark.Place =
            switch next(below: 5) {
            case 0: .vertical(a)
            case 1: .horizontal(b)
            case 2: .point(Point(a, b))
            case 3: .columns(a...(a + unit() * x.length))
            default: .rows(b...(b + unit() * y.length))
            }
        return Plot.Mark(place, text: words(), words: "x = 20")
    }

    private mutating func axis(_ numbers: Numbers, isLogarithmic: Bool) -> Plot.Axis {
        let range = next(below: 4) == 0 ? numbers.low...(numbers.low + numbers.length) : nil
        return Plot.Axis(
            label: next(below: 2) == 0 ? words() : nil, scale: isLogarithmic ? .log : .linear, range: range)
    }

    mutating func plot() -> Plot {
        let (logX, logY) = (next(below: 4) == 0, next(below: 4) == 0)
        let (x, y) = (numbers(isPositive: logX), numbers(isPositive: logY))
        let isBars = next(below: 5) == 0
        let series = (0..<(1 + next(below: isBars ? 3 : 7))).map { _ in
            Plot.Series(label: next(below: 4) > 0 ? words() : nil, shape: isBars ? bars(y) : shape(x, y))
        }
        var plot = Plot(
            series: series, x: axis(x, isLogarithmic: logX), y: axis(y, isLogarithmic: logY),
            marks: (0..<next(below: 6)).map { _ in mark(x, y) }, width: Double(160 + next(below: 400)),
            height: Double(90 + next(below: 300)))
        if !isBars, !logX, !logY, next(below: 3) == 0 { plot.regions = regions(x, y) }
        plot.hasEqualUnits = !isBars && !logX && !logY && next(below: 4) == 0
        return plot
    }

    private mutating func regions(_ x: Numbers, _ y: Numbers) -> Regions {
        let classes = 2 + next(below: 3)
        var outputs: [[Double]] = []
        for _ in 0..<classes {
            let (across, up, constant) = (unit() - 0.5, unit() - 0.5, unit() - 0.5)
            var numbers: [Double] = []
            for node in 0..<(25 * 19) {
                let (column, row) = (Double(node % 25 - 12), Double(node / 25 - 9))
                numbers.append(across * column + up * row + constant)
            }
            outputs.append(numbers)
        }
        var leads = outputs
        for node in 0..<(25 * 19) {
            for one in 0..<classes {
                let others = (0..<classes).filter { $0 != one }.map { outputs[$0][node] }
                leads[one][node] = outputs[one][node] - (others.max() ?? 0)
            }
        }
        return Regions(
            names: (0..<classes).map { .symbol("t", subscript: "\($0 + 1)") }, x: x.low...(x.low + x.length),
            y: y.low...(y.low + y.length), columns: 25, rows: 19, leads: leads)
    }

    mutating func grid() -> PlotGrid {
        let (logX, logY) = (next(below: 4) == 0, next(below: 4) == 0)
        let (x, y) = (numbers(isPositive: logX), numbers(isPositive: logY))
        let isBars = next(below: 5) == 0
        let panels = (0..<(1 + next(below: 9))).map { _ in
            PlotGrid.Panel(
                title: next(below: 4) > 0 ? words() : nil,
                series: (0..<(1 + next(below: 3))).map { _ in
                    Plot.Series(label: words(), shape: isBars ? bars(y) : shape(x, y))
                })
        }
        return PlotGrid(
            panels: panels, columns: next(below: 2) == 0 ? nil : 1 + next(below: 4),
            x: axis(x, isLogarithmic: logX), y: axis(y, isLogarithmic: logY),
            marks: (0..<next(below: 3)).map { _ in mark(x, y) }, width: Double(200 + next(below: 400)),
            panelHeight: Double(80 + next(below: 100)))
    }

    mutating func map() -> HeatMap {
        let sizes = [1, 2, 3, 5, 12, 40, 100]
        let (rows, columns) = (sizes[next(below: sizes.count)], sizes[next(below: sizes.count)])
        let numbers = numbers(isPositive: false)
        let values = (0..<rows).map { _ in (0..<columns).map { _ in number(numbers) } }
        let most = values.joined().reduce(1e-12) { max($0, abs($1)) }
        func text(_ value: Double) -> String { ShownNumber(value, digits: 3)?.plain ?? "?" }
        var map = HeatMap(
            values: values, texts: values.map { $0.map(text) }, rowNames: (0..<rows).map { _ in words() },
            columnNames: (0..<columns).map { _ in words() }, most: most, mostText: text(most), leastText: text(-most))
        if next(below: 2) == 0 { map.xLabel = words() }
        if next(below: 2) == 0 { map.yLabel = words() }
        return map
    }
}
