import Cells
import Diagnostics
import Figures
import Tensors

extension Evaluator {
    /// More rows or columns are not told apart.
    private static var heatLimit: Int { 100 }

    /// A matrix, or a list of numbers as a single row, in tinted cells.
    mutating func heatMap(_ heat: PlotBody.Heat, _ body: PlotBody, _ directive: Directive) -> FigureDisplay? {
        let value = value(heat.matrix)
        guard let rows = value.asRows else {
            refuse(value, wanted: "a matrix", heat.matrix)
            return nil
        }
        let (height, width) = (rows.count, rows.first?.count ?? 0)
        guard height > 0, width > 0 else {
            report(Diagnostic(code: "plot.empty", "there are no values to plot", at: heat.matrix.range))
            return nil
        }
        guard max(height, width) <= Self.heatLimit else {
            report(
                Diagnostic(
                    code: "plot.size",
                    "\(height) rows and \(width) columns are too many for cells; \(Self.heatLimit) are the most",
                    at: heat.matrix.range))
            return nil
        }
        guard finite(rows.flatMap { $0 }, heat.matrix) != nil else { return nil }
        let rowNames = names(heat.rows, count: height, "row")
        let columnNames = names(heat.columns, count: width, "column")
        guard let rowNames, let columnNames else { return nil }
        let style = figureStyle(of: directive)
        let most = rows.joined().reduce(0) { max($0, abs($1)) }
        var map = HeatMap(
            values: rows, texts: rows.map { $0.map(style.text) }, rowNames: rowNames, columnNames: columnNames,
            most: most > 0 ? most : 1, mostText: style.text(most > 0 ? most : 1),
            leastText: style.text(most > 0 ? -most : -1))
        map.xLabel = body.x.label.map(label)
        map.yLabel = body.y.label.map(label)
        map.width = body.width.map { Double($0) } ?? map.width
        return FigureDisplay(
            figure: .heat(map), alt: PlotWords(style: self.style(of: directive)).alt(map),
            tables: [Self.table(of: map)])
    }

    private static func table(of map: HeatMap) -> FigureTable {
        FigureTable(
            header: ["row"] + map.columnNames.map { $0.text },
            rows: map.rowNames.indices.map { row in
                [.text(map.rowNames[row].text)] + zip(map.values[row], map.texts[row]).map { .number($0, text: $1) }
            })
    }

    private mutating func names(_ names: [Located<String>], count: Int, _ what: String) -> [Label]? {
        guard let first = names.first else { return (1...count).map { Label("\($0)") } }
        if names.count == count { return names.map { label($0.value) } }
        let things = count == 1 ? what : what + "s"
        report(Diagnostic(code: "plot.names", "\(names.count) names for \(count) \(things)", at: first.range))
        return nil
    }
}

extension Value {
    /// The rows of a matrix, or a list of numbers as one row; nil for anything else.
    fileprivate var asRows: [[Double]]? {
        if let numbers = asDoubles { return [numbers] }
        guard let matrix = asMatrix else { return nil }
        let width = matrix.shape.sizes[1]
        return (0..<matrix.shape.sizes[0]).map { Array(matrix.elements[($0 * width)..<(($0 + 1) * width)]) }
    }
}
