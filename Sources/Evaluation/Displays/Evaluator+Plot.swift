import Cells
import Diagnostics
import Figures
import Networks
import Tensors

extension Evaluator {
    /// `{plot}`.
    mutating func plot(_ body: PlotBody, _ directive: Directive) -> Display? {
        let before = values.diagnostics.count
        var series: [Plot.Series] = []
        if let argument = directive.argument {
            series += shownSeries(argument)
        }
        for entry in body.series { series += self.series(entry, figureStyle(of: directive)) }
        let marks = body.marks.compactMap { mark in
            plottable(mark.x).map { Plot.Mark(x: $0, text: mark.text.map(label)) }
        }
        let x = axis(body.x)
        let y = axis(body.y)
        checkPositive(series, marks, body, directive)
        if values.diagnostics.count > before { return nil }
        let plot = Plot(series: series, x: x, y: y, marks: marks)
        return .figure(FigureDisplay(plot, style(of: directive)))
    }

    /// A series named in the header: numbers, or a run, whose loss is meant.
    private mutating func shownSeries(_ expression: Expression) -> [Plot.Series] {
        let value = value(expression)
        if case .run(let run) = value {
            return finite(run.loss, expression).map { [Plot.Series(label: Label("loss"), shape: .line(points($0)))] }
                ?? []
        }
        if let numbers = value.asDoubles {
            return finite(numbers, expression).map { [Plot.Series(shape: .line(points($0)))] } ?? []
        }
        refuse(value, wanted: "a list of numbers or a run", expression)
        return []
    }

    private mutating func series(_ series: PlotBody.Series, _ style: NumberStyle) -> [Plot.Series] {
        let label = series.label.map { self.label($0.value) }
        switch series.curve {
        case .points(let x, let y):
            guard let heights = numbers(y).flatMap({ finite($0, y) }) else { return [] }
            guard let x else { return [Plot.Series(label: label, shape: .line(points(heights)))] }
            guard let places = numbers(x).flatMap({ finite($0, x) }) else { return [] }
            guard places.count == heights.count else {
                report(
                    Diagnostic(code: "plot.length", "\(heights.count) values at \(places.count) places", at: x.range))
                return []
            }
            return [Plot.Series(label: label, shape: .line(zip(places, heights).map { Point($0, $1) }))]
        case .function(let function, let variable, let over):
            guard let from = plottable(over[0]), let to = plottable(over[1]) else { return [] }
            guard to - from >= Plottable.least else {
                report(
                    Diagnostic(
                        code: "plot.over", "'over' runs from the smaller number to the larger",
                        at: over[0].range.union(over[1].range)))
                return []
            }
            return samples(function, variable.value, from: from, to: to).map {
                [Plot.Series(label: label, shape: .line($0))]
            } ?? []
        case .tangent(let function, let variable, let places):
            var tangents: [Plot.Series] = []
            for place in places {
                // A mistake in the function shows at every place; once is enough.
                guard let shape = tangent(function, variable.value, at: place) else { return [] }
                tangents.append(Plot.Series(label: label, shape: shape))
            }
            return tangents
        case .bars(let expression, let names):
            return bars(expression, names, style).map { [Plot.Series(label: label, shape: .bars($0))] } ?? []
        }
    }

    private func points(_ numbers: [Double]) -> [Point] {
        numbers.enumerated().map { Point(Double($0.offset), $0.element) }
    }

    private mutating func finite(_ numbers: [Double], _ expression: Expression) -> [Double]? {
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

    // MARK: Functions

    /// The function at 201 places, ends included; nil after a mistake.
    private mutating func samples(_ function: Expression, _ variable: String, from: Double, to: Double) -> [Point]? {
        var points: [Point] = []
        let count = 200
        for index in 0...count {
            let x = index == count ? to : from + (to - from) * Double(index) / Double(count)
            guard let y = height(function, variable, at: x) else { return nil }
            points.append(Point(x, y))
        }
        return points
    }

    private mutating func height(_ function: Expression, _ variable: String, at x: Double) -> Double? {
        let outer = scope
        scope = Scope(parent: outer)
        defer { scope = outer }
        scope.bind(variable, to: .float(x))
        guard let y = number(function) else { return nil }
        guard let place = Plottable.number(y) else {
            report(
                Diagnostic(
                    code: "plot.non-finite", "the function is \(pythonRepr(y)) at \(variable) = \(pythonRepr(x))",
                    at: function.range))
            return nil
        }
        return place
    }

    /// The slope by a central difference, refined once by Richardson's extrapolation.
    private mutating func tangent(_ function: Expression, _ variable: String, at place: Expression) -> Plot.Shape? {
        guard let x = plottable(place), let y = height(function, variable, at: x) else { return nil }
        let wide = 1e-3 * max(1, abs(x))
        guard let coarse = difference(function, variable, x, wide),
            let fine = difference(function, variable, x, wide / 2)
        else { return nil }
        let slope = (4 * fine - coarse) / 3
        guard Plottable.number(slope) != nil else {
            report(
                Diagnostic(
                    code: "plot.non-finite", "the slope is \(pythonRepr(slope)) at \(variable) = \(pythonRepr(x))",
                    at: function.range))
            return nil
        }
        return .tangent(at: Point(x, y), slope: slope)
    }

    private mutating func difference(_ function: Expression, _ variable: String, _ x: Double, _ step: Double) -> Double?
    {
        guard let right = height(function, variable, at: x + step), let left = height(function, variable, at: x - step)
        else { return nil }
        return (right - left) / (2 * step)
    }

    // MARK: Bars

    private mutating func bars(_ expression: Expression, _ names: [Located<String>], _ style: NumberStyle) -> [Plot
        .Bar]?
    {
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

    // MARK: Axes

    /// A text as it is; one letter with a number, such as `h1`, as the symbol it stands for.
    private func label(_ text: String) -> Label {
        let letter = Letter(name: text)
        return letter.isItalic && !letter.subscripted.isEmpty ? Label(letter) : Label(text)
    }

    private mutating func axis(_ axis: PlotBody.Axis) -> Plot.Axis {
        var range: ClosedRange<Double>?
        if axis.range.count == 2, let low = plottable(axis.range[0]), let high = plottable(axis.range[1]) {
            let place = axis.range[0].range.union(axis.range[1].range)
            if high - low < Plottable.least {
                report(
                    Diagnostic(code: "plot.range", "'range' runs from the smaller number to the larger", at: place))
            } else if axis.isLogarithmic, low < Plottable.least {
                report(
                    Diagnostic(
                        code: "plot.log", "a logarithmic axis cannot start at \(pythonRepr(low))",
                        at: axis.range[0].range))
            } else {
                range = low...high
            }
        }
        return Plot.Axis(label: axis.label.map(label), scale: axis.isLogarithmic ? .log : .linear, range: range)
    }

    /// A logarithmic axis has no place for zero and below.
    private mutating func checkPositive(
        _ series: [Plot.Series], _ marks: [Plot.Mark], _ body: PlotBody, _ directive: Directive
    ) {
        for (isLogarithmic, name, part) in [
            (body.x.isLogarithmic, "x", { (point: Point) in point.x }),
            (body.y.isLogarithmic, "y", { (point: Point) in point.y }),
        ] where isLogarithmic {
            let points = series.flatMap { series -> [Point] in
                switch series.shape {
                case .line(let points), .points(let points): points
                case .tangent(let point, _): [point]
                // A bar starts at zero.
                case .bars: [Point(0, 0)]
                }
            }
            let marks = name == "x" ? marks.map { $0.x } : []
            if let low = (points.map(part) + marks).min(), low < Plottable.least {
                report(
                    Diagnostic(
                        code: "plot.log", "the logarithmic \(name) axis cannot show \(pythonRepr(low))",
                        at: directive.range))
            }
        }
    }

    // MARK: What binding directives plot

    /// The first two inputs of each instance as points, a series for each class.
    func dataPlot(_ data: DataSet, _ style: NumberStyle) -> FigureDisplay? {
        guard data.inputNames.count >= 2 else { return nil }
        var classes: [(name: String, points: [Point])] = []
        for instance in data.instances {
            let best = instance.targets.indices.max { instance.targets[$0] < instance.targets[$1] }
            let name = best.map { data.targetNames[$0] } ?? ""
            let point = Point(instance.inputs[0], instance.inputs[1])
            if let index = classes.firstIndex(where: { $0.name == name }) {
                classes[index].points.append(point)
            } else {
                classes.append((name, [point]))
            }
        }
        let plot = Plot(
            series: classes.map {
                Plot.Series(label: $0.name.isEmpty ? nil : Label(Letter(name: $0.name)), shape: .points($0.points))
            },
            x: Plot.Axis(label: Label(Letter(name: data.inputNames[0]))),
            y: Plot.Axis(label: Label(Letter(name: data.inputNames[1]))))
        let words = classes.map { "\($0.points.count) of class \($0.name.isEmpty ? "one" : $0.name)" }.joined(
            separator: ", ")
        let rows = data.instances.map { instance in
            (instance.inputs + instance.targets).map { FigureTable.Cell.number($0, text: style.text($0)) }
        }
        return FigureDisplay(
            figure: .plot(plot), alt: "\(data.count) instances as points: \(words).",
            tables: [FigureTable(header: data.columns, rows: rows)])
    }
}

/// The loss of a run, epoch by epoch.
struct LossPlot {
    let run: Run
    let style: NumberStyle

    var display: FigureDisplay {
        let points = run.loss.enumerated().map { Point(Double($0.offset), Plottable.number($0.element) ?? 0) }
        let plot = Plot(
            series: [Plot.Series(label: Label("loss"), shape: .line(points))], x: Plot.Axis(label: Label("epoch")),
            y: Plot.Axis(label: Label("loss")))
        return FigureDisplay(plot, style)
    }
}

extension FigureDisplay {
    /// A plot with its words and numbers.
    init(_ plot: Plot, _ style: NumberStyle) {
        self.init(
            figure: .plot(plot), alt: PlotWords(plot: plot, style: style).alt,
            tables: PlotTable(plot: plot, style: style).tables)
    }
}
