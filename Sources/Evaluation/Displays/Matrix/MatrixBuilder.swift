import Cells
import Diagnostics
import Figures
import Tensors

/// Of more rows or columns, or terms of a sum, not all are written out.
private let lineLimit = 12

/// Builds the figure of a matrix from values, names and what the author asks for.
struct MatrixBuilder {
    let values: MatrixComputation
    let body: MatrixBody
    let names: MatrixNames
    let expression: Expression
    let style: NumberStyle

    var rowCount: Int { values.result.rows }
    var columnCount: Int { values.result.columns }
    /// How many terms a product adds up; nil when it is none.
    var innerCount: Int? { values.form.kind == .product ? values.operands[0].columns : nil }
    var blockCount: Int { values.operands.count + 1 }

    var arrangement: MatrixFigure.Arrangement {
        if let chosen = body.layout { return chosen.value == .cross ? .cross : .line }
        let isOuter = values.form.kind == .outer || innerCount == 1
        // A single number crosses nothing.
        return isOuter && rowCount * columnCount > 1 ? .cross : .line
    }

    /// The entry lit, in rows and columns of the result as it is drawn.
    var cell: (row: Int, column: Int)? {
        if values.result.form == .number { return (0, 0) }
        guard let cell = body.cell?.value else { return nil }
        if cell.count == 2 { return (cell[0], cell[1]) }
        return values.result.rows > 1 ? (cell[0], 0) : (0, cell[0])
    }

    /// The entries lit one after the other.
    var steps: [(row: Int, column: Int)] {
        guard body.frames != nil else { return cell.map { [$0] } ?? [] }
        return (0..<rowCount).flatMap { row in (0..<columnCount).map { (row, $0) } }
    }

    func figure() -> MatrixFigure {
        var axes = [
            axis(rowCount, body.rows, lit: steps.map { $0.row }),
            axis(columnCount, body.columns, lit: steps.map { $0.column }),
            axis(innerCount ?? 1, body.inner, lit: []),
        ]
        var blocks: [MatrixFigure.Block] = []
        for place in values.operands.indices { blocks.append(operand(place, &axes)) }
        blocks.append(result(axes))
        let frames = steps.enumerated().map { index, cell in
            MatrixFigure.Panel(
                lit: lit(cell), sum: values.form.kind == .transpose || values.form.kind == .plain ? nil : sum(cell),
                known: body.frames == nil ? nil : index + 1)
        }
        return MatrixFigure(
            axes: axes, blocks: blocks, signs: signs, arrangement: arrangement,
            panels: frames.isEmpty ? [MatrixFigure.Panel(lit: blocks.map { _ in nil })] : frames)
    }

    // MARK: Axes

    private func axis(_ count: Int, _ names: Located<[String]>?, lit: [Int]) -> MatrixFigure.Axis {
        let shown = MatrixFigure.shown(of: count, limit: lineLimit, keeping: lit)
        return MatrixFigure.Axis(
            count: count, shown: shown,
            names: names.map { names in shown.map { Label.ofLine(names.value[$0]) } } ?? [])
    }

    /// The axes of the result's rows, its columns, and of what a product adds up over.
    private var rowAxis: Int { 0 }
    private var columnAxis: Int { 1 }
    private var innerAxis: Int { 2 }

    // MARK: Blocks

    private func operand(_ place: Int, _ axes: inout [MatrixFigure.Axis]) -> MatrixFigure.Block {
        let value = values.operands[place]
        let id = values.operands.count == 2 ? ["left", "right"][place] : "operand-\(place + 1)"
        var (rows, columns) = (rowAxis, columnAxis)
        switch values.form.kind {
        case .product, .outer: if place == 0 { columns = innerAxis } else { rows = innerAxis }
        case .transpose: (rows, columns) = (columnAxis, rowAxis)
        case .plain, .elementwise:
            // What is stretched over the others has lines of its own.
            if value.rows != rowCount { rows = single(&axes) }
            if value.columns != columnCount { columns = single(&axes) }
        }
        var block = block(value, id: id, rows: rows, columns: columns, axes)
        block.name = name(place) ?? names.label(values.form.operands[place])
        if values.form.kind == .transpose { block.bands = .rows }
        return block
    }

    private func single(_ axes: inout [MatrixFigure.Axis]) -> Int {
        axes.append(MatrixFigure.Axis(count: 1, shown: [0]))
        return axes.count - 1
    }

    private func result(_ axes: [MatrixFigure.Axis]) -> MatrixFigure.Block {
        var block = block(values.result, id: "result", rows: rowAxis, columns: columnAxis, axes)
        block.name = name(blockCount - 1) ?? names.label(expression)
        if values.form.kind == .transpose { block.bands = .columns }
        return block
    }

    private func name(_ place: Int) -> Label? {
        body.names.map { Label(mathematics: $0.value[place]) }
    }

    private func block(
        _ value: MatrixValue, id: String, rows: Int, columns: Int, _ axes: [MatrixFigure.Axis]
    ) -> MatrixFigure.Block {
        MatrixFigure.Block(
            id: id, rows: rows, columns: columns,
            entries: axes[rows].shown.map { row in axes[columns].shown.map { style.text(value[row, $0]) } },
            shape: value.shape, hasBrackets: value.form != .number)
    }

    // MARK: Signs

    private var signs: [String] {
        switch values.form.kind {
        case .plain: []
        case .transpose: ["→"]
        case .product: ["·", relation]
        case .outer: ["·", relation]
        case .elementwise: values.form.operators.map { sign($0) } + [relation]
        }
    }

    private func sign(_ sign: BinaryOperator) -> String {
        switch sign {
        case .add: "+"
        case .subtract: "−"
        default: values.operands.contains { $0.form == .number } ? "·" : "⊙"
        }
    }

    /// Whether the result is shown as it is.
    private var relation: String {
        values.result.numbers.elements.allSatisfy { style.shown($0).isExact } ? "=" : "≈"
    }

    // MARK: What is lit

    private func lit(_ cell: (row: Int, column: Int)) -> [MatrixFigure.Lit?] {
        let result = MatrixFigure.Lit.cell(row: cell.row, column: cell.column)
        switch values.form.kind {
        case .plain: return [result]
        case .product, .outer: return [.row(cell.row), .column(cell.column), result]
        case .transpose: return [.cell(row: cell.column, column: cell.row), result]
        case .elementwise:
            return values.operands.map { operand in
                operand.form == .number
                    ? nil : .cell(row: min(cell.row, operand.rows - 1), column: min(cell.column, operand.columns - 1))
            } + [result]
        }
    }

    /// `3 · 6 + 1 · (−2) = 16`.
    func sum(_ cell: (row: Int, column: Int)) -> MatrixFigure.Sum {
        let numbers = values.terms(cell.row, cell.column)
        let result = values.result[cell.row, cell.column]
        let isExact = (numbers.joined() + [result]).allSatisfy { style.shown($0).isExact }
        var terms: [MatrixFigure.Sum.Term] = []
        for (place, factors) in numbers.enumerated() where place < lineLimit - 1 || place == numbers.count - 1 {
            let texts = factors.enumerated().map { index, number in
                number < 0 && (place > 0 || index > 0) ? "(\(style.text(number)))" : style.text(number)
            }
            let sign = values.form.kind != .elementwise || place == 0 ? "+" : spoken(values.form.operators[place - 1])
            terms.append(MatrixFigure.Sum.Term(sign: sign, text: texts.joined(separator: " · ")))
        }
        return MatrixFigure.Sum(
            terms: terms, isElided: terms.count < numbers.count, relation: isExact ? "=" : "≈",
            result: style.text(result))
    }

    private func spoken(_ sign: BinaryOperator) -> String {
        switch sign {
        case .add: "+"
        case .subtract: "−"
        default: "·"
        }
    }
}
