import Cells
import Diagnostics
import Figures
import Networks
import Tensors

extension Evaluator {
    /// `{plot}`.
    mutating func plot(_ body: PlotBody, _ directive: Directive) -> Display? {
        let before = values.diagnostics.count
        let display: FigureDisplay?
        if let heat = body.heat {
            display = heatMap(heat, body, directive)
        } else if case .none = body.multiples {
            display = onePlot(body, directive)
        } else {
            display = multiples(body, directive)
        }
        return values.diagnostics.count > before ? nil : display.map(Display.figure)
    }

    private mutating func onePlot(_ body: PlotBody, _ directive: Directive) -> FigureDisplay? {
        var series: [Plot.Series] = []
        var data = body.scatter.flatMap { dataValue($0) }
        var place = body.scatter?.range
        if let argument = directive.argument {
            let value = value(argument)
            if case .dataSet(let named) = value, body.scatter == nil {
                (data, place) = (named, argument.range)
            } else {
                series += shownSeries(argument, value)
            }
        }
        var classes: DataClasses?
        if let data, let place { classes = self.classes(of: data, at: place) }
        series = (classes?.series ?? []) + series
        let view = PlotView(x: axis(body.x), y: axis(body.y))
        for entry in body.series { series += self.series(entry, view, figureStyle(of: directive)) }
        var plot = Plot(series: series, x: view.x, y: view.y, marks: marks(body, directive))
        name(&plot, classes, body)
        if let expression = body.regions { plot.regions = regions(expression, classes, plot) }
        plot.width = body.width.map { Double($0) } ?? plot.width
        plot.height = body.height.map { Double($0) } ?? plot.height
        plot.hasEqualUnits = body.equalUnits?.value ?? false
        check([plot], body, directive)
        let style = style(of: directive)
        let told = classes?.series.count ?? 0
        let words = PlotWords(x: plot.x.label, y: plot.y.label, style: style)
        let sentences = [classes?.words(within: plot.regions) ?? "", words.alt(plot, told: told)]
        var others = plot
        others.series.removeFirst(told)
        let table = told > 0 ? data.map { [dataFigureTable($0, style)] } ?? [] : []
        return FigureDisplay(
            figure: .plot(plot), alt: sentences.filter { !$0.isEmpty }.joined(separator: " "),
            tables: table + PlotTable(plot: others, style: style).tables)
    }

    /// Names that follow from what is plotted, where the author gives none.
    private func name(_ plot: inout Plot, _ classes: DataClasses?, _ body: PlotBody) {
        if let classes {
            plot.x.label = plot.x.label ?? Label(Letter(name: classes.inputNames[0]))
            plot.y.label = plot.y.label ?? Label(Letter(name: classes.inputNames[1]))
        }
        if plot.y.label == nil, plot.series.countsOnly { plot.y.label = Self.countLabel(plot) }
    }

    private static func countLabel(_ plot: Plot) -> Label {
        Label(plot.isPerUnit ? "count to a unit" : "count")
    }

    private mutating func multiples(_ body: PlotBody, _ directive: Directive) -> FigureDisplay? {
        let style = figureStyle(of: directive)
        let view = PlotView(x: axis(body.x), y: axis(body.y))
        var panels: [PlotGrid.Panel] = []
        switch body.multiples {
        case .none: preconditionFailure("a plot without panels is drawn as one")
        case .panels(let written):
            for panel in written {
                let series = panel.series.flatMap { self.series($0, view, style) }
                panels.append(PlotGrid.Panel(title: panel.title.map(label), series: series))
            }
        case .series:
            var all = body.series.flatMap { self.series($0, view, style) }
            if let argument = directive.argument { all = shownSeries(argument, value(argument)) + all }
            panels = all.map { PlotGrid.Panel(title: $0.label, series: [Plot.Series(shape: $0.shape)]) }
        }
        guard !panels.isEmpty else { return nil }
        var grid = PlotGrid(
            panels: panels, columns: body.columns, x: view.x, y: view.y, marks: marks(body, directive))
        let all = Plot(series: panels.flatMap { $0.series })
        if grid.y.label == nil, all.series.countsOnly { grid.y.label = Self.countLabel(all) }
        grid.width = body.width.map { Double($0) } ?? grid.width
        grid.panelHeight = body.height.map { Double($0) } ?? grid.panelHeight
        let plots = panels.map { Plot(series: $0.series, x: grid.x, y: grid.y, marks: grid.marks) }
        check(plots, body, directive)
        let words = PlotWords(x: grid.x.label, y: grid.y.label, style: self.style(of: directive))
        return FigureDisplay(
            figure: .multiples(grid), alt: words.alt(grid),
            tables: plots.indices.flatMap { index in
                PlotTable(plot: plots[index], style: self.style(of: directive), title: panels[index].title).tables
            })
    }

    /// Numbers named in the header, or a run, whose loss is meant.
    private mutating func shownSeries(_ expression: Expression, _ value: Value) -> [Plot.Series] {
        if case .run(let run) = value {
            return finite(run.loss, expression).map { [Plot.Series(label: Label("loss"), shape: .line(points($0)))] }
                ?? []
        }
        if let numbers = value.asDoubles {
            return finite(numbers, expression).map { [Plot.Series(shape: .line(points($0)))] } ?? []
        }
        refuse(value, wanted: "a list of numbers, a run or a data set", expression)
        return []
    }

    // MARK: What does not fit together

    private mutating func check(_ plots: [Plot], _ body: PlotBody, _ directive: Directive) {
        for plot in plots {
            let before = values.diagnostics.count
            checkPositive(plot, directive)
            // One word for all panels.
            if values.diagnostics.count > before { break }
        }
        checkBars(plots, directive)
        checkRanges(plots, body, directive)
        guard let equal = body.equalUnits, equal.value, let plot = plots.first else { return }
        if plot.x.scale == .log || plot.y.scale == .log || plot.series.contains(where: { $0.hasUnlikeAxes }) {
            report(
                Diagnostic(
                    code: "plot.equal", "only linear axes of numbers have units that can be equally long",
                    at: equal.range))
        }
    }

    /// A logarithmic axis has no place for zero and below.
    private mutating func checkPositive(_ plot: Plot, _ directive: Directive) {
        for isX in [true, false] where (isX ? plot.x.scale : plot.y.scale) == .log {
            let numbers = plot.series.flatMap { $0.shape.numbers(isX: isX) }.filter { $0.isFinite }
            let marks = plot.marks.flatMap { $0.place.numbers(isX: isX) }
            guard let low = (numbers + marks).min(), low < Plottable.least else { continue }
            report(
                Diagnostic(
                    code: "plot.log", "the logarithmic \(isX ? "x" : "y") axis cannot show \(pythonRepr(low))",
                    at: directive.range))
        }
    }

    /// Bars over one axis are bars of the same things.
    private mutating func checkBars(_ plots: [Plot], _ directive: Directive) {
        var known: [String]?
        for series in plots.flatMap({ $0.series }) {
            guard case .bars(let bars) = series.shape else { continue }
            let names = bars.map { $0.name.text }
            guard let first = known, first != names else {
                known = names
                continue
            }
            report(
                Diagnostic(
                    code: "plot.names",
                    "bars over one axis have the same names: \(first.joined(separator: ", ")) and \(names.joined(separator: ", "))",
                    at: directive.range))
            return
        }
    }
}
