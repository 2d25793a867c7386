import Cells
import Diagnostics
import Figures
import Tensors

/// What an axis whose range the author gives would leave out without a word.
extension Evaluator {
    mutating func checkRanges(_ plots: [Plot], _ body: PlotBody, _ directive: Directive) {
        for plot in plots {
            let known = values.diagnostics.count
            checkBase(plot, body)
            checkSeries(plot, body)
            if values.diagnostics.count > known { return }
        }
        if let plot = plots.first { checkMarks(plot, body) }
    }

    /// Bars stand on zero and are seen whole.
    private mutating func checkBase(_ plot: Plot, _ body: PlotBody) {
        guard let range = plot.y.range, body.y.range.count == 2 else { return }
        let place = body.y.range[0].range.union(body.y.range[1].range)
        let heights = plot.series.flatMap { $0.shape.barHeights }
        guard !heights.isEmpty else { return }
        if !range.contains(0) {
            report(
                Diagnostic(
                    code: "plot.range", "bars stand on zero, which is not in the axis's range: their lengths would lie",
                    at: place))
        } else if let long = heights.first(where: { !range.contains($0) }) {
            report(
                Diagnostic(
                    code: "plot.range", "a bar reaches \(pythonRepr(long)), which is beyond the axis's range", at: place
                ))
        }
    }

    /// A series of which nothing is in sight.
    private mutating func checkSeries(_ plot: Plot, _ body: PlotBody) {
        for (range, expressions, isX) in [(plot.x.range, body.x.range, true), (plot.y.range, body.y.range, false)] {
            guard let range, expressions.count == 2 else { continue }
            for series in plot.series where series.shape.barHeights.isEmpty {
                let numbers = series.shape.numbers(isX: isX).filter { $0.isFinite }
                guard let low = numbers.min(), let high = numbers.max(),
                    high < range.lowerBound || low > range.upperBound
                else { continue }
                let name = series.label.map { "'\($0.text)'" } ?? "a series"
                report(
                    Diagnostic(
                        code: "plot.range", "nothing of \(name) lies in the range of the \(isX ? "x" : "y") axis",
                        at: expressions[0].range.union(expressions[1].range)))
                return
            }
        }
    }

    /// Marks beside the picture.
    private mutating func checkMarks(_ plot: Plot, _ body: PlotBody) {
        guard plot.marks.count == body.marks.count else { return }
        let bars = plot.series.reduce(0) {
            if case .bars(let bars) = $1.shape { max($0, bars.count) } else { $0 }
        }
        let slots = bars > 0 ? -0.5...(Double(bars) - 0.5) : nil
        let x = slots ?? plot.regions?.x ?? plot.x.range
        let y = plot.regions?.y ?? plot.y.range
        for (mark, written) in zip(plot.marks, body.marks) {
            let (xs, ys) = mark.place.ends
            if let x { checkMark(xs, in: x, "x", written.x) }
            if let y { checkMark(ys, in: y, "y", written.y) }
        }
    }

    private mutating func checkMark(
        _ ends: ClosedRange<Double>?, in range: ClosedRange<Double>, _ axis: String, _ written: [Expression]
    ) {
        guard let ends, !range.overlaps(ends), let first = written.first, let last = written.last else { return }
        let style = NumberStyle(digits: 4)
        report(
            Diagnostic(
                code: "plot.mark",
                "this mark lies outside of the \(axis) axis, which goes from \(style.text(range.lowerBound)) to \(style.text(range.upperBound))",
                at: first.range.union(last.range)))
    }
}

extension Plot.Shape {
    /// The numbers that bars stand for, or the counts of a histogram's.
    fileprivate var barHeights: [Double] {
        switch self {
        case .bars(let bars): bars.map { $0.value }
        case .bins(let bins): bins.map { Double($0.count) }
        case .line, .steps, .area, .points, .tangent: []
        }
    }
}

extension Plot.Mark.Place {
    /// What the mark takes up of both axes.
    fileprivate var ends: (x: ClosedRange<Double>?, y: ClosedRange<Double>?) {
        switch self {
        case .vertical(let x): (x...x, nil)
        case .horizontal(let y): (nil, y...y)
        case .point(let point): (point.x...point.x, point.y...point.y)
        case .columns(let range): (range, nil)
        case .rows(let range): (nil, range)
        }
    }
}
