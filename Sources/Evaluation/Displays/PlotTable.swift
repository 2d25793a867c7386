import Figures

/// The numbers of a plot as tables.
struct PlotTable {
    let plot: Plot
    let style: NumberStyle
    /// The panel whose series these are.
    var title: Label?

    /// Lines and clouds over the same places side by side, others one below the other; then areas, tangents, bars and histograms.
    var tables: [FigureTable] {
        var tables: [FigureTable] = []
        var lines: [(name: String, points: [Point])] = []
        for (index, series) in plot.series.enumerated() {
            let name =
                series.label?.text ?? (plot.series.count == 1 ? (title ?? plot.y.label)?.text : nil)
                ?? "series \(index + 1)"
            switch series.shape {
            case .line(let points), .steps(let points), .points(let points):
                lines.append((name, points.filter { $0.y.isFinite }))
            case .area(let spans):
                tables.append(
                    FigureTable(
                        header: [x, "base", name], rows: spans.map { [cell($0.x), cell($0.base), cell($0.y)] }))
            case .bins(let bins):
                tables.append(
                    FigureTable(
                        header: ["from", "to", "count"],
                        rows: bins.map { [cell($0.from), cell($0.to), cell(Double($0.count))] }))
            case .tangent(let point, let slope):
                tables.append(
                    FigureTable(
                        header: ["tangent", x, "y", "slope"],
                        rows: [[.text(name), cell(point.x), cell(point.y), cell(slope)]]))
            case .bars(let bars):
                tables.append(
                    FigureTable(
                        header: ["bar", name],
                        rows: bars.map { [.text($0.name.text), .number($0.value, text: $0.text)] }))
            }
        }
        return lineTables(lines) + tables
    }

    private var x: String { plot.x.label?.text ?? "x" }

    private func lineTables(_ lines: [(name: String, points: [Point])]) -> [FigureTable] {
        guard let first = lines.first, !first.points.isEmpty else { return [] }
        let places = first.points.map { $0.x }
        if lines.allSatisfy({ $0.points.map { $0.x } == places }) {
            return [
                FigureTable(
                    header: [x] + lines.map { $0.name },
                    rows: places.indices.map { row in
                        [cell(places[row])] + lines.map { cell($0.points[row].y) }
                    })
            ]
        }
        return lines.map { line in
            FigureTable(header: [x, line.name], rows: line.points.map { [cell($0.x), cell($0.y)] })
        }
    }

    private func cell(_ number: Double) -> FigureTable.Cell {
        number.isFinite ? .number(number, text: style.text(number)) : .empty
    }
}
