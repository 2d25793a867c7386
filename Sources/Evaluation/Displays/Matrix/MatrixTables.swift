import Cells
import Diagnostics
import Tensors

/// The numbers behind a figure of matrices, with every digit and nothing elided.
extension MatrixBuilder {
    /// A table for each matrix; its first heading says which.
    var tables: [FigureTable] {
        var tables: [FigureTable] = []
        for (place, value) in values.operands.enumerated() where value.form != .number {
            tables.append(table(value, title(place) ?? names.words(values.form.operands[place])))
        }
        let result = values.result
        if result.form != .number { tables.append(table(result, title(blockCount - 1) ?? names.words(expression))) }
        return tables
    }

    private func title(_ place: Int) -> String? { body.names?.value[place] }

    private func table(_ value: MatrixValue, _ title: String) -> FigureTable {
        FigureTable(
            header: [title] + (0..<value.columns).map { "column \($0 + 1)" },
            rows: (0..<value.rows).map { row in
                [.text("row \(row + 1)")]
                    + (0..<value.columns).map { column in
                        .number(value[row, column], text: style.text(value[row, column]))
                    }
            })
    }
}
