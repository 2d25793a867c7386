import Cells
import Diagnostics
import Figures
import Networks
import Tensors

extension Evaluator {
    /// The classes of a data set that can be plotted; says why others cannot.
    mutating func classes(of data: DataSet, at range: SourceRange) -> DataClasses? {
        if data.inputNames.count < 2 {
            report(Diagnostic(code: "data.plot", "a plot needs two inputs; these data have one", at: range))
            return nil
        }
        if let large = data.instances.flatMap({ $0.inputs[..<2] }).first(where: {
            $0 != 0 && (Plottable.number($0) ?? 0) == 0
        }) {
            report(Diagnostic(code: "plot.non-finite", "\(pythonRepr(large)) cannot be plotted", at: range))
            return nil
        }
        if let classes = DataClasses(data, marks: program.marks) { return classes }
        report(
            Diagnostic(
                code: "plot.classes",
                "'\(data.targetNames[0])' has more than \(DataClasses.limit) values, too many for classes", at: range))
        return nil
    }

    /// The first two inputs of each instance as points, a series for each class.
    func dataPlot(_ data: DataSet, _ style: NumberStyle) -> FigureDisplay? {
        guard let classes = DataClasses(data, marks: program.marks) else { return nil }
        let plot = Plot(
            series: classes.series, x: Plot.Axis(label: Label(Letter(name: classes.inputNames[0]))),
            y: Plot.Axis(label: Label(Letter(name: classes.inputNames[1]))))
        return FigureDisplay(
            figure: .plot(plot), alt: classes.words(within: nil), tables: [dataFigureTable(data, style)])
    }

    /// All columns of a data set.
    func dataFigureTable(_ data: DataSet, _ style: NumberStyle) -> FigureTable {
        let rows = data.instances.map { instance in
            (instance.inputs + instance.targets).map { FigureTable.Cell.number($0, text: style.text($0)) }
        }
        return FigureTable(header: data.columns, rows: rows)
    }

    // MARK: Regions

    /// Where each output of a network, or each side of its single one, leads.
    mutating func regions(_ expression: Expression, _ classes: DataClasses?, _ plot: Plot) -> Regions? {
        guard let network = networkValue(expression) else { return nil }
        if let refusal = refusal(network, classes, plot) {
            report(Diagnostic(code: "plot.regions", refusal, at: expression.range))
            return nil
        }
        guard let x = plot.x.range ?? classes.map({ $0.reach { $0.x } }),
            let y = plot.y.range ?? classes.map({ $0.reach { $0.y } })
        else { return nil }
        let decision = Decision(network, threshold: classes?.threshold)
        let (columns, rows) = decision.grid
        var leads = [[Double]](repeating: [], count: decision.classCount)
        for row in 0..<rows {
            for column in 0..<columns {
                let place = [
                    Self.node(column, of: columns, x), Self.node(row, of: rows, y),
                ]
                let pass = attempt(at: expression.range) { () throws(NetworkError) in try network.forward(place) }
                guard let pass else { return nil }
                for (index, lead) in decision.leads(pass).enumerated() { leads[index].append(lead) }
            }
        }
        let names =
            classes.map { $0.names } ?? decision.names(style: NumberStyle(digits: program.digits, marks: program.marks))
        return Regions(names: names, x: x, y: y, columns: columns, rows: rows, leads: leads)
    }

    private static func node(_ index: Int, of count: Int, _ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(index) / Double(count - 1)
    }

    /// Why a network's decisions cannot be drawn here; nil when they can.
    private func refusal(_ network: Network, _ classes: DataClasses?, _ plot: Plot) -> String? {
        if network.inputs.count != 2 {
            return "regions need a network of two inputs; this one has \(network.inputs.count)"
        }
        if plot.x.scale == .log || plot.y.scale == .log { return "regions need linear axes" }
        guard let classes else {
            let isBounded = plot.x.range != nil && plot.y.range != nil
            return isBounded ? nil : "regions without 'scatter' need a 'range' on both axes"
        }
        if classes.inputCount != 2 { return "the data have \(classes.inputCount) inputs, the network 2" }
        if classes.inputNames != network.inputs {
            return
                "the data's inputs are \(classes.inputNames.joined(separator: " and ")), the network's \(network.inputs.joined(separator: " and "))"
        }
        let outputs = network.outputs.count
        if classes.targetCount > 0, classes.targetCount != outputs {
            return "the network has \(outputs) outputs, the data \(classes.targetCount) targets"
        }
        if outputs == 1, classes.threshold == nil {
            return "a network of one output tells two classes apart; the data have \(classes.names.count)"
        }
        return classes.names.isEmpty ? "the data have no targets, so no classes" : nil
    }
}

/// How a network's outputs become a class.
///
/// With several outputs, the largest decides; a single one decides by a threshold, halfway between the two values of the
/// target, or 0.5 without data (0 for `tanh`).
private struct Decision {
    let network: Network
    let threshold: Double

    init(_ network: Network, threshold: Double?) {
        self.network = network
        self.threshold = threshold ?? (network.layers[network.layers.count - 1].activation == .tanh ? 0 : 0.5)
    }

    private var last: Int { network.layers.count - 1 }
    var classCount: Int { max(2, network.outputs.count) }

    /// Nodes across and up: many for a small network, fewer where a pass takes long.
    var grid: (columns: Int, rows: Int) {
        let work = max(1, network.parameterCount)
        let columns = max(25, min(121, Int((15_000_000 / Double(work)).squareRoot())))
        return (columns, columns * 2 / 3)
    }

    func names(style: NumberStyle) -> [Label] {
        if network.outputs.count > 1 { return network.outputs.map { Label(Letter(name: $0)) } }
        let letter = Label(Letter(name: network.outputs[0]))
        return ["<", "≥"].map { Label(letter.spans + [Label.Span(" \($0) \(style.text(threshold))")]) }
    }

    /// By how much each class leads the best of the others; the sums tell outputs apart that are both nearly 1.
    func leads(_ pass: Pass) -> [Double] {
        guard network.outputs.count > 1 else {
            let activation = network.layers[last].activation
            let isMiddle = activation == .sigmoid && threshold == 0.5 || activation == .tanh && threshold == 0
            let lead = isMiddle ? pass.sums(layer: last)[0] : pass.outputs[0] - threshold
            return [-lead, lead]
        }
        // Of these the larger sum gives the larger output.
        let isMonotonic =
            switch network.layers[last].activation {
            case .sigmoid, .tanh, .softplus, .linear, .softmax, .leakyRelu: true
            case .relu: false
            }
        let scores = isMonotonic ? pass.sums(layer: last) : pass.outputs
        return scores.indices.map { one in
            var best = -Double.infinity
            for other in scores.indices where other != one { best = max(best, scores[other]) }
            return scores[one] - best
        }
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
        let words = PlotWords(x: plot.x.label, y: plot.y.label, style: style)
        return FigureDisplay(
            figure: .plot(plot), alt: words.alt(plot), tables: PlotTable(plot: plot, style: style).tables)
    }
}
