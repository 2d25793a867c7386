/// Names of series beside a sample of their line, in rows above the plot.
struct PlotLegend {
    struct Entry {
        var index: Int
        var text: TextLine
        /// Left end of the sample.
        var x: Double
        var row: Int
        var isLine: Bool
    }

    private(set) var entries: [Entry] = []
    private let rowHeight = 18.0
    private let sample = 24.0

    init(_ series: [Plot.Series], width: Double, measurer: any TextMeasurer) {
        for (index, one) in series.enumerated() {
            guard let label = one.label else { continue }
            let text = PlotLayout.seriesLine(label, measurer)
            let isLine =
                switch one.shape {
                case .line, .tangent: true
                case .points, .bars: false
                }
            entries.append(Entry(index: index, text: text, x: 0, row: 0, isLine: isLine))
        }
        // Columns of one width, as many as fit, then no more than the rows need.
        guard let cell = entries.map({ sample + 6 + $0.text.width + 20 }).max() else { return }
        let fitting = max(1, Int((width + 20) / cell))
        let rows = (entries.count + fitting - 1) / fitting
        let columns = (entries.count + rows - 1) / rows
        for index in entries.indices {
            entries[index].row = index / columns
            entries[index].x = Double(index % columns) * cell
        }
    }

    var height: Double { entries.last.map { Double($0.row + 1) * rowHeight + 4 } ?? 0 }

    func items() -> [DisplayList.Item] {
        entries.flatMap { entry -> [DisplayList.Item] in
            let y = 8 + Double(entry.row) * rowHeight
            let role = "legend \(entry.text.text)"
            let text = entry.text.item(
                role: role, x: entry.x + sample + 6, baseline: entry.text.baseline(centredOn: y), anchor: .start,
                paint: .seriesText(entry.index))
            return [mark(entry, role: role, y: y), .text(text)]
        }
    }

    private func mark(_ entry: Entry, role: String, y: Double) -> DisplayList.Item {
        guard entry.isLine else {
            let dot = PlotStyle.marker(entry.index, at: Point(entry.x + sample / 2, y))
            return .fill(FillItem(role: role, path: dot, paint: .series(entry.index)))
        }
        return .stroke(
            StrokeItem(
                role: role, path: .line(Point(entry.x, y), Point(entry.x + sample, y)), width: PlotStyle.lineWidth,
                dash: PlotStyle.dash(entry.index), paint: .series(entry.index)))
    }
}
