/// Names of series beside a sample of their line, in rows above the plot.
struct PlotLegend {
    struct Entry {
        enum Sample { case line, marker, box, signedBox, tintedLine, tintedMarker }

        var index: Int
        var text: TextLine
        /// Left end of the sample.
        var x: Double
        var row: Int
        var sample: Sample
    }

    private(set) var entries: [Entry] = []
    private let rowHeight = 18.0
    private let sample = 24.0

    /// - Parameter onTints: whether points stand on the tint of their class.
    init(_ series: [Plot.Series], onTints: Bool = false, width: Double, measurer: any TextMeasurer) {
        for (index, one) in series.enumerated() {
            guard let label = one.label else { continue }
            let text = PlotLayout.seriesLine(label, measurer)
            let sample: Entry.Sample =
                switch one.shape {
                case .line, .steps, .tangent: .line
                case .points: onTints ? .tintedMarker : .marker
                case .area, .bins: .tintedLine
                // Bars of one series are coloured by their signs.
                case .bars(let bars):
                    series.count == 1 && bars.contains { $0.value < 0 } ? .signedBox : .box
                }
            entries.append(Entry(index: index, text: text, x: 0, row: 0, sample: sample))
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
            return marks(entry, role: role, y: y) + [.text(text)]
        }
    }

    private func marks(_ entry: Entry, role: String, y: Double) -> [DisplayList.Item] {
        let box = Path.rectangle(Rectangle(x: entry.x + 4, y: y - 6, width: sample - 8, height: 12))
        let line = StrokeItem(
            role: role, path: .line(Point(entry.x, y), Point(entry.x + sample, y)), width: PlotStyle.lineWidth,
            dash: PlotStyle.dash(entry.index), paint: .series(entry.index))
        let dot = FillItem(
            role: role, path: PlotStyle.marker(entry.index, at: Point(entry.x + sample / 2, y)),
            paint: .series(entry.index))
        let tint = FillItem(role: role, path: box, paint: .seriesTint(entry.index))
        switch entry.sample {
        case .line: return [.stroke(line)]
        case .marker: return [.fill(dot)]
        case .tintedLine: return [.fill(tint), .stroke(line)]
        case .tintedMarker: return [.fill(tint), .fill(dot)]
        case .signedBox:
            return [(Paint.positive, 4.0), (.negative, sample / 2)].map { paint, left in
                let half = Rectangle(x: entry.x + left, y: y - 6, width: sample / 2 - 4, height: 12)
                return .fill(FillItem(role: role, path: .rectangle(half), paint: paint))
            }
        case .box: return [.fill(FillItem(role: role, path: box, paint: .series(entry.index)))]
        }
    }
}
