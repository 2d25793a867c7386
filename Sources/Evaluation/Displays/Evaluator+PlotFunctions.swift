import Cells
import Diagnostics
import Figures
import Tensors

/// Functions over an interval, and their tangents.
extension Evaluator {
    /// The function over its interval, as finely as a picture shows it; nil after a mistake.
    mutating func samples(
        _ function: Expression, _ variable: String, _ over: [Expression], _ view: PlotView
    ) -> [Point]? {
        guard let from = plottable(over[0]), let to = plottable(over[1]) else { return nil }
        guard to - from >= Plottable.least else {
            report(
                Diagnostic(
                    code: "plot.over", "'over' runs from the smaller number to the larger",
                    at: over[0].range.union(over[1].range)))
            return nil
        }
        var curve = CurveSampling(
            from: from, to: to, isLogX: view.x.scale == .log, isLogY: view.y.scale == .log, shown: view.y.range)
        var heights: [Double] = []
        for index in 0...CurveSampling.count {
            let x = curve.place(Double(index) / Double(CurveSampling.count))
            guard let y = height(function, variable, at: x) else { return nil }
            heights.append(y)
        }
        curve.refine(heights) { quietHeight(function, variable, at: $0) }
        guard let pole = curve.pole, view.y.range == nil else { return curve.points }
        report(
            Diagnostic(
                code: "plot.unbounded",
                "the function has no bound near \(variable) = \(NumberStyle(digits: 4).text(pole)); say what is shown: 'y: {range: [FROM, TO]}'",
                at: function.range))
        return nil
    }

    /// The height between two places where the function has one, without a word where it has none.
    private mutating func quietHeight(_ function: Expression, _ variable: String, at x: Double) -> Double? {
        let known = values.diagnostics.count
        let y = height(function, variable, at: x)
        values.diagnostics.removeSubrange(known...)
        return y
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

    /// The slope as the tape derives it, for what a tape can record; else by a central difference, refined once by
    /// Richardson's extrapolation, which leaves it about nine digits. Where the function has a corner there is none.
    mutating func tangent(_ function: Expression, _ variable: String, at place: Expression) -> Plot.Shape? {
        guard let x = plottable(place), let y = height(function, variable, at: x) else { return nil }
        let exact = derivative(of: function, by: variable, at: x)
        var slope = exact?.slope ?? 0
        if exact?.isSmooth != true {
            guard let sides = slopes(function, variable, x) else { return nil }
            if sides.isCorner {
                let style = NumberStyle(digits: 4)
                report(
                    Diagnostic(
                        code: "plot.tangent",
                        "the function has a corner at \(variable) = \(style.text(x)) and no tangent there: its slope is \(style.text(sides.left)) before it and \(style.text(sides.right)) behind",
                        at: place.range))
                return nil
            }
            if exact == nil { slope = NumberStyle(digits: 9).shown(sides.middle).rounded ?? sides.middle }
        }
        guard Plottable.number(slope) != nil else {
            report(
                Diagnostic(
                    code: "plot.non-finite", "the slope is \(pythonRepr(slope)) at \(variable) = \(pythonRepr(x))",
                    at: function.range))
            return nil
        }
        return .tangent(at: Point(x, y), slope: slope)
    }

    private struct Slopes {
        var left: Double
        var right: Double
        var middle: Double
        /// Whether left and right stay apart as the steps shrink.
        var isCorner: Bool
    }

    private mutating func slopes(_ function: Expression, _ variable: String, _ x: Double) -> Slopes? {
        let wide = 1e-3 * max(1, abs(x))
        guard let coarse = difference(function, variable, x - wide, x + wide),
            let fine = difference(function, variable, x - wide / 2, x + wide / 2)
        else { return nil }
        var sides: [(left: Double, right: Double)] = []
        for step in [wide / 250, wide / 500] {
            guard let left = difference(function, variable, x - step, x),
                let right = difference(function, variable, x, x + step)
            else { return nil }
            sides.append((left, right))
        }
        let middle = (4 * fine - coarse) / 3
        let gaps = sides.map { ($0.right - $0.left).magnitude }
        let size = max(sides[1].left.magnitude, sides[1].right.magnitude)
        guard middle.isFinite, size.isFinite else { return Slopes(left: 0, right: 0, middle: middle, isCorner: false) }
        return Slopes(
            left: sides[1].left, right: sides[1].right, middle: middle,
            isCorner: gaps[1] > 1e-3 * size && gaps[1] > 0.75 * gaps[0])
    }

    private mutating func difference(
        _ function: Expression, _ variable: String, _ from: Double, _ to: Double
    ) -> Double? {
        guard let right = height(function, variable, at: to), let left = height(function, variable, at: from)
        else { return nil }
        return (right - left) / (to - from)
    }
}

/// The axes that a series is to be drawn over.
struct PlotView {
    var x: Plot.Axis
    var y: Plot.Axis
}
