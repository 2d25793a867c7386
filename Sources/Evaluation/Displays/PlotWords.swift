import Figures

/// A plot in a sentence with its numbers.
struct PlotWords {
    let plot: Plot
    let style: NumberStyle

    var alt: String {
        plot.series.map(sentence).joined(separator: " ")
    }

    private func sentence(_ series: Plot.Series) -> String {
        let name = series.label?.text ?? plot.y.label?.text ?? "A series"
        switch series.shape {
        case .line(let points): return line(name, points)
        case .points(let points): return "\(name): \(points.count) points."
        case .tangent(let point, let slope):
            return "A tangent at \(style.text(point.x)) with slope \(style.text(slope))."
        case .bars(let bars):
            return "Bars: \(bars.map { "\($0.name.text) \($0.text)" }.joined(separator: ", "))."
        }
    }

    /// Where a line starts and ends, how it goes between, and where half of a fall is done.
    private func line(_ name: String, _ points: [Point]) -> String {
        guard let first = points.first, let last = points.last else { return "\(name): no points." }
        let x = plot.x.label?.text ?? "x"
        let from = "\(style.text(first.y)) at \(x) \(style.text(first.x))"
        let to = "\(style.text(last.y)) at \(x) \(style.text(last.x))"
        let heights = points.map { $0.y }
        let isFalling = zip(heights, heights.dropFirst()).allSatisfy { $0 >= $1 }
        let isRising = zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 }
        if isFalling, last.y < first.y { return "\(capitalised(name)) falls from \(from) to \(to)\(half(points, x))." }
        if isRising, last.y > first.y { return "\(capitalised(name)) rises from \(from) to \(to)." }
        guard let low = heights.min(), let high = heights.max() else { return "" }
        return "\(capitalised(name)) goes from \(from) to \(to), between \(style.text(low)) and \(style.text(high))."
    }

    private func half(_ points: [Point], _ x: String) -> String {
        guard points.count > 20, let first = points.first, let last = points.last else { return "" }
        let middle = (first.y + last.y) / 2
        guard let point = points.first(where: { $0.y <= middle }) else { return "" }
        return ", half of it by \(x) \(style.text(point.x))"
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
