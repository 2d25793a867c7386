import Cells
import Diagnostics
import Figures
import Tensors

extension Evaluator {
    mutating func series(_ series: PlotBody.Series, _ view: PlotView, _ style: NumberStyle) -> [Plot.Series] {
        let label = series.label.map { self.label($0.value) }
        func named(_ shape: Plot.Shape?) -> [Plot.Series] { shape.map { [Plot.Series(label: label, shape: $0)] } ?? [] }
        switch series.curve {
        case .values(let form, let x, let y):
            return named(
                places(x, y).map { points in
                    switch form {
                    case .line: .line(points)
                    case .steps: .steps(points)
                    case .points: .points(points)
                    }
                })
        case .area(let x, let y, let base): return named(area(x, y, base))
        case .function(let function, let variable, let over):
            return named(samples(function, variable.value, over, view).map { .line($0) })
        case .tangent(let function, let variable, let places):
            var tangents: [Plot.Series] = []
            for place in places {
                // A mistake in the function shows at every place; once is enough.
                guard let shape = tangent(function, variable.value, at: place) else { return [] }
                tangents.append(Plot.Series(label: label, shape: shape))
            }
            return tangents
        case .bars(let expression, let names): return named(bars(expression, names, style).map { .bars($0) })
        case .histogram(let expression, let bins): return named(histogram(expression, bins).map { .bins($0) })
        }
    }

    func points(_ numbers: [Double]) -> [Point] {
        numbers.enumerated().map { Point(Double($0.offset), $0.element) }
    }

    mutating func finite(_ numbers: [Double], _ expression: Expression) -> [Double]? {
        if numbers.isEmpty {
            report(Diagnostic(code: "plot.empty", "there are no values to plot", at: expression.range))
            return nil
        }
        switch Plottable.numbers(numbers) {
        case .success(let placed): return placed
        case .failure(let outside):
            let number = pythonRepr(numbers[outside.index])
            report(
                Diagnostic(
                    code: "plot.non-finite", "value \(outside.index + 1) is \(number) and cannot be plotted",
                    at: expression.range))
            return nil
        }
    }

    /// The values as points over `x`, or over 0, 1, 2, ….
    private mutating func places(_ x: Expression?, _ y: Expression) -> [Point]? {
        guard let heights = numbers(y).flatMap({ finite($0, y) }) else { return nil }
        guard let x else { return points(heights) }
        guard let places = numbers(x).flatMap({ finite($0, x) }) else { return nil }
        guard places.count == heights.count else {
            report(Diagnostic(code: "plot.length", "\(heights.count) values at \(places.count) places", at: x.range))
            return nil
        }
        return zip(places, heights).map { Point($0, $1) }
    }

    private mutating func area(_ x: Expression?, _ y: Expression, _ base: Expression?) -> Plot.Shape? {
        guard let points = places(x, y) else { return nil }
        var bases = [Double](repeating: 0, count: points.count)
        if let base {
            let value = value(base)
            if let number = value.asDouble {
                guard let placed = finite([number], base) else { return nil }
                bases = [Double](repeating: placed[0], count: points.count)
            } else {
                guard let written = value.asDoubles else {
                    refuse(value, wanted: "a number or a list of numbers", base)
                    return nil
                }
                guard let placed = finite(written, base) else { return nil }
                guard placed.count == points.count else {
                    report(
                        Diagnostic(
                            code: "plot.length", "\(placed.count) numbers below \(points.count) values", at: base.range)
                    )
                    return nil
                }
                bases = placed
            }
        }
        return .area(zip(points, bases).map { Plot.Span(x: $0.x, base: $1, y: $0.y) })
    }

    private mutating func bars(
        _ expression: Expression, _ names: [Located<String>], _ style: NumberStyle
    ) -> [Plot.Bar]? {
        guard let heights = numbers(expression).flatMap({ finite($0, expression) }) else { return nil }
        guard names.count == heights.count else {
            report(
                Diagnostic(
                    code: "plot.names", "\(names.count) names for \(heights.count) bars",
                    at: names.first?.range ?? expression.range))
            return nil
        }
        return zip(names, heights).map {
            Plot.Bar(name: label($0.value), value: $1, text: style.text($1))
        }
    }

    // MARK: Histograms

    private mutating func histogram(_ expression: Expression, _ bins: Expression?) -> [Plot.Bin]? {
        guard let numbers = numbers(expression).flatMap({ finite($0, expression) }) else { return nil }
        guard let bins else { return Histogram(numbers).bins }
        let value = value(bins)
        if let number = value.asDouble {
            guard let count = Int(exactly: number), (1...Histogram.limit).contains(count) else {
                report(
                    Diagnostic(
                        code: "plot.bins",
                        "a histogram has from 1 to \(Histogram.limit) bins, not \(pythonRepr(number))", at: bins.range))
                return nil
            }
            return Histogram(numbers, count: count).bins
        }
        guard let edges = value.asDoubles else {
            refuse(value, wanted: "a number of bins or a list of their ends", bins)
            return nil
        }
        let isRising = zip(edges, edges.dropFirst()).allSatisfy { $1 - $0 >= Plottable.least }
        guard (2...(Histogram.limit + 1)).contains(edges.count), isRising, edges.allSatisfy({ $0.isFinite }) else {
            report(
                Diagnostic(
                    code: "plot.bins",
                    "the ends of bins are from 2 to \(Histogram.limit + 1) numbers, each larger than the one before",
                    at: bins.range))
            return nil
        }
        return finite(edges, bins).map { Histogram(numbers, edges: $0).bins }
    }
}
