import Cells
import Diagnostics
import Figures
import Networks
import Tensors

extension Evaluator {
    /// A text as it is; one letter with a number, such as `h1`, as the symbol it stands for.
    func label(_ text: String) -> Label {
        let letter = Letter(name: text)
        return letter.isItalic && !letter.subscripted.isEmpty ? Label(letter) : Label(text)
    }

    mutating func axis(_ axis: PlotBody.Axis) -> Plot.Axis {
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

    // MARK: Marks

    mutating func marks(_ body: PlotBody, _ directive: Directive) -> [Plot.Mark] {
        let style = style(of: directive)
        return body.marks.compactMap { mark in
            let (x, y) = (mark.x.compactMap { plottable($0) }, mark.y.compactMap { plottable($0) })
            guard x.count == mark.x.count, y.count == mark.y.count, let place = place(x, y, mark) else { return nil }
            let words = [words(x, body.x.label ?? "x", style), words(y, body.y.label ?? "y", style)]
            return Plot.Mark(
                place, text: mark.text.map(label), words: words.filter { !$0.isEmpty }.joined(separator: ", "))
        }
    }

    private mutating func place(_ x: [Double], _ y: [Double], _ mark: PlotBody.Mark) -> Plot.Mark.Place? {
        for (numbers, expressions) in [(x, mark.x), (y, mark.y)] where numbers.count == 2 {
            guard numbers[1] - numbers[0] >= Plottable.least else {
                report(
                    Diagnostic(
                        code: "plot.mark", "an interval runs from the smaller number to the larger",
                        at: expressions[0].range.union(expressions[1].range)))
                return nil
            }
        }
        switch (x.count, y.count) {
        case (2, _): return .columns(x[0]...x[1])
        case (_, 2): return .rows(y[0]...y[1])
        case (1, 1): return .point(Point(x[0], y[0]))
        case (1, _): return .vertical(x[0])
        case (_, 1): return .horizontal(y[0])
        default: return nil
        }
    }

    private func words(_ numbers: [Double], _ name: String, _ style: NumberStyle) -> String {
        let texts = numbers.map { style.text($0) }
        switch texts.count {
        case 1: return "\(name) = \(texts[0])"
        case 2: return "\(name) from \(texts[0]) to \(texts[1])"
        default: return ""
        }
    }
}

// MARK: What a logarithmic axis must show

extension Plot.Shape {
    /// The numbers of one axis that stand in the data.
    func numbers(isX: Bool) -> [Double] {
        switch self {
        case .line(let points), .steps(let points), .points(let points): points.map { isX ? $0.x : $0.y }
        case .area(let spans): isX ? spans.map { $0.x } : spans.flatMap { [$0.base, $0.y] }
        case .tangent(let point, _): [isX ? point.x : point.y]
        // A bar starts at zero.
        case .bars: [0]
        case .bins(let bins): isX ? bins.map { $0.from } : [0]
        }
    }
}

extension Plot.Mark.Place {
    func numbers(isX: Bool) -> [Double] {
        switch self {
        case .vertical(let x): isX ? [x] : []
        case .horizontal(let y): isX ? [] : [y]
        case .point(let point): [isX ? point.x : point.y]
        case .columns(let range): isX ? [range.lowerBound] : []
        case .rows(let range): isX ? [] : [range.lowerBound]
        }
    }
}

extension Plot.Series {
    /// Whether its axes do not measure the same kind of thing.
    var hasUnlikeAxes: Bool {
        switch shape {
        case .bars, .bins: true
        default: false
        }
    }
}

extension [Plot.Series] {
    /// Whether all of them are histograms, so that the heights are counts.
    var countsOnly: Bool { !isEmpty && allSatisfy { if case .bins = $0.shape { true } else { false } } }
}
