import Figures
import Tensors

/// A plot in sentences with its numbers.
struct PlotWords {
    var x: Label?
    var y: Label?
    let style: NumberStyle

    init(x: Label? = nil, y: Label? = nil, style: NumberStyle) {
        self.x = x
        self.y = y
        self.style = style
    }

    /// - Parameter told: how many series at the start are described already.
    func alt(_ plot: Plot, told: Int = 0) -> String {
        (plot.series.dropFirst(told).map(sentence) + regionSentences(plot.regions) + markSentences(plot.marks))
            .joined(separator: " ")
    }

    func alt(_ grid: PlotGrid) -> String {
        let panels = grid.panels.enumerated().map { index, panel in
            let title = panel.title?.text ?? "Panel \(index + 1)"
            return "\(title): \(panel.series.map(sentence).joined(separator: " "))"
        }
        let count = grid.panels.count
        let opening = count == 1 ? "One panel." : "\(count) panels with the same axes."
        return ([opening] + panels + markSentences(grid.marks)).joined(separator: " ")
    }

    // MARK: Series

    private func sentence(_ series: Plot.Series) -> String {
        let name = series.label?.text ?? y?.text ?? "A series"
        switch series.shape {
        case .line(let points), .steps(let points): return line(name, points)
        case .area(let spans): return area(name, spans)
        case .points(let points): return cloud(name, points)
        case .tangent(let point, let slope):
            return "A tangent at \(style.text(point.x)) with slope \(style.text(slope))."
        case .bars(let bars):
            return "Bars: \(bars.map { "\($0.name.text) \($0.text)" }.joined(separator: ", "))."
        case .bins(let bins): return histogram(series.label?.text ?? x?.text, bins)
        }
    }

    /// Where a line starts and ends, how it goes between, and where half of a fall is done.
    private func line(_ name: String, _ drawn: [Point]) -> String {
        let points = drawn.filter { $0.y.isFinite }
        guard let first = points.first, let last = points.last else { return "\(name): no points." }
        let x = x?.text ?? "x"
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

    private func area(_ name: String, _ spans: [Plot.Span]) -> String {
        let line = line(name, spans.map { Point($0.x, $0.y) })
        guard let first = spans.first, spans.allSatisfy({ $0.base == first.base }) else {
            return line + " The area below it ends at a second line."
        }
        return line + " The area is filled down to \(style.text(first.base))."
    }

    private func cloud(_ name: String, _ points: [Point]) -> String {
        let (xs, ys) = (points.map { $0.x }, points.map { $0.y })
        guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max(), points.count > 1
        else { return "\(capitalised(name)): \(points.count == 1 ? "1 point" : "\(points.count) points")." }
        let across = "\(x?.text ?? "x") from \(style.text(left)) to \(style.text(right))"
        return
            "\(capitalised(name)): \(points.count) points, \(across), \(y?.text ?? "y") from \(style.text(low)) to \(style.text(high))."
    }

    /// How many values there are, over what reach, and where most of them lie.
    private func histogram(_ name: String?, _ bins: [Plot.Bin]) -> String {
        let total = bins.reduce(0) { $0 + $1.count }
        guard let first = bins.first, let last = bins.last,
            let fullest = bins.first(where: { bin in bins.allSatisfy { $0.count <= bin.count } })
        else { return "A histogram without values." }
        let what = name.map { "A histogram of \($0)" } ?? "A histogram"
        let intervals = bins.count == 1 ? "1 interval" : "\(bins.count) intervals"
        let most =
            "the fullest, from \(style.text(fullest.from)) to \(style.text(fullest.to)), holds \(fullest.count)"
        return
            "\(what): \(total) values in \(intervals) from \(style.text(first.from)) to \(style.text(last.to)); \(most)."
    }

    // MARK: Regions and marks

    /// The share of the picture that each class has.
    private func regionSentences(_ regions: Regions?) -> [String] {
        guard let regions else { return [] }
        let nodes = regions.columns * regions.rows
        let shares = regions.names.indices.map { index in
            let count = regions.leads[index].reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
            let percent = Int((100 * Double(count) / Double(nodes)).rounded())
            return "\(regions.names[index].text) \(percent) %"
        }
        return ["The network's regions take up, of the picture: \(shares.joined(separator: ", "))."]
    }

    private func markSentences(_ marks: [Plot.Mark]) -> [String] {
        let marked = marks.map { mark in mark.text.map { "\($0.text) (\(mark.words))" } ?? mark.words }
        return marked.isEmpty ? [] : ["Marked: \(marked.joined(separator: ", "))."]
    }

    // MARK: Heat maps

    /// The extremes and where they stand; all numbers of a small matrix.
    func alt(_ map: HeatMap) -> String {
        let (rows, columns) = (map.rowNames.count, map.columnNames.count)
        let opening = "A heat map of \(rows) by \(columns) numbers"
        if rows * columns <= 12 {
            let lines = zip(map.rowNames, map.texts).map {
                "\($0.text): \($1.joined(separator: style.marks.separator))"
            }
            return "\(opening). \(lines.joined(separator: "; "))."
        }
        var (low, high) = ((0, 0), (0, 0))
        for row in 0..<rows {
            for column in 0..<columns {
                if map.values[row][column] < map.values[low.0][low.1] { low = (row, column) }
                if map.values[row][column] > map.values[high.0][high.1] { high = (row, column) }
            }
        }
        func place(_ cell: (Int, Int)) -> String {
            "\(map.texts[cell.0][cell.1]) (row \(map.rowNames[cell.0].text), column \(map.columnNames[cell.1].text))"
        }
        return "\(opening), from \(place(low)) to \(place(high))."
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
