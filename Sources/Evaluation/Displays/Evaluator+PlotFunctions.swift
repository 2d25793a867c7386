import Cells
import Diagnostics
import Figures
import Tensors

/// Functions over an interval, and their tangents.
extension Evaluator {
    /// The function at 201 places of its interval, ends included; nil after a mistake.
    mutating func samples(_ function: Expression, _ variable: String, _ over: [Expression]) -> [Point]? {
        guard let from = plottable(over[0]), let to = plottable(over[1]) else { return nil }
        guard to - from >= Plottable.least else {
            report(
                Diagnostic(
                    code: "plot.over", "'over' runs from the smaller number to the larger",
                    at: over[0].range.union(over[1].range)))
            return nil
        }
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
    mutating func tangent(_ function: Expression, _ variable: String, at place: Expression) -> Plot.Shape? {
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

    private mutating func difference(
        _ function: Expression, _ variable: String, _ x: Double, _ step: Double
    ) -> Double? {
        guard let right = height(function, variable, at: x + step), let left = height(function, variable, at: x - step)
        else { return nil }
        return (right - left) / (2 * step)
    }
}
