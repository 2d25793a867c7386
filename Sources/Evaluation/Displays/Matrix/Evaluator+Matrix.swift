import Cells
import Diagnostics
import Figures
import Tensors

/// Of more entries no frames are made.
private let frameLimit = 12
/// How far a result may be from what its operands give, for the rounding of 32-bit numbers.
private let tolerance = 1e-4

extension Evaluator {
    /// `{matrix}`: a matrix, or how one comes of others.
    mutating func matrix(_ body: MatrixBody, _ directive: Directive) -> Display? {
        guard let expression = directive.argument, let result = matrixValue(expression) else { return nil }
        let form = matrixForm(expression)
        if form.kind == .plain, result.form == .number {
            refuse(.float(result[0, 0]), wanted: "a matrix or a vector", expression)
            return nil
        }
        var operands: [MatrixValue] = []
        for operand in form.operands {
            guard let value = matrixValue(operand) else { return nil }
            operands.append(value)
        }
        let values = MatrixComputation(form: form, operands: operands, result: result)
        guard canDraw(values, expression) else { return nil }
        let builder = MatrixBuilder(
            values: values, body: body, names: MatrixNames(text: body.text, scope: scope), expression: expression,
            style: figureStyle(of: directive))
        guard check(body, builder) else { return nil }
        let figure = builder.figure()
        let words = MatrixWords(builder: builder)
        let frames = zip(figure.frames.indices, figure.frames).map { index, frame in
            FigureDisplay(figure: .matrix(frame), alt: words.frame(index))
        }
        return .figure(FigureDisplay(figure: .matrix(figure), alt: words.alt, tables: builder.tables, frames: frames))
    }

    /// Reports what is not a matrix, a vector or a number, and what has no entries.
    private mutating func matrixValue(_ expression: Expression) -> MatrixValue? {
        let value = value(expression)
        if let shape = value.arrayValues?.shape, shape.rank > 2 {
            report(
                Diagnostic(
                    code: "matrix.axes",
                    "\(value.typeName == "Tensor" ? "a tensor" : "an array") with \(shape.rank) axes; a matrix has two, a vector one",
                    at: expression.range))
            return nil
        }
        guard let matrix = value.matrixValue else {
            refuse(value, wanted: "a matrix or a vector", expression)
            return nil
        }
        if matrix.numbers.count == 0 {
            report(
                Diagnostic(
                    code: "matrix.empty", "there is nothing to draw in a matrix without entries", at: expression.range))
            return nil
        }
        return matrix
    }

    // MARK: Values that cannot be drawn

    private mutating func canDraw(_ values: MatrixComputation, _ expression: Expression) -> Bool {
        let before = self.values.diagnostics.count
        for (operand, value) in zip(values.form.operands, values.operands) {
            if let number = value.numbers.elements.first(where: { !$0.isFinite }) {
                return canShow(NonFiniteValue("an entry of the matrix", number), at: operand.range)
            }
        }
        if let number = values.result.numbers.elements.first(where: { !$0.isFinite }) {
            return canShow(NonFiniteValue("an entry of the result", number), at: expression.range)
        }
        if values.form.kind == .transpose, values.operands[0].form == .vector {
            report(
                Diagnostic(
                    code: "matrix.transpose",
                    "the transpose of a vector is the same vector, as it has but one axis; a row is a matrix, such as 'h.reshape(1, -1)'",
                    at: expression.range))
        } else if !values.agree(within: tolerance) {
            report(
                Diagnostic(
                    code: "matrix.changing",
                    "this expression has another value each time it is evaluated; give it a name in a cell first",
                    at: expression.range))
        }
        return self.values.diagnostics.count == before
    }

    // MARK: Keys that do not fit

    private mutating func check(_ body: MatrixBody, _ builder: MatrixBuilder) -> Bool {
        let before = values.diagnostics.count
        let kind = builder.values.form.kind
        check(body.rows, builder.rowCount, "row")
        check(body.columns, builder.columnCount, "column")
        if let inner = body.inner {
            if let count = builder.innerCount {
                check(inner, count, "inner index", many: "inner indices")
            } else {
                reportMatrix("inner", "'inner' names what a product adds up over; this is no product", at: inner.range)
            }
        }
        if let names = body.names, names.value.count != builder.blockCount {
            reportMatrix(
                "names", "\(count(names.value.count, "name")) for \(count(builder.blockCount, "block"))",
                at: names.range)
        }
        if let layout = body.layout, layout.value == .cross, kind != .product && kind != .outer {
            reportMatrix("layout", "only the factors of a product cross; this is no product", at: layout.range)
        }
        check(cell: body.cell, builder)
        check(frames: body.frames, body, builder)
        return values.diagnostics.count == before
    }

    private mutating func check(_ names: Located<[String]>?, _ size: Int, _ one: String, many: String? = nil) {
        guard let names, names.value.count != size else { return }
        let things = size == 1 ? "1 \(one)" : "\(size) \(many ?? one + "s")"
        reportMatrix("names", "\(count(names.value.count, "name")) for \(things)", at: names.range)
    }

    private mutating func check(cell: Located<[Int]>?, _ builder: MatrixBuilder) {
        guard let cell else { return }
        let result = builder.values.result
        let axes =
            switch result.form {
            case .number: 0
            case .vector: 1
            case .matrix: 2
            }
        guard cell.value.count == axes else {
            let rule =
                switch axes {
                case 0: "the result is a single number; it has no cells to choose from"
                case 1: "the result is a vector; its cells have one index, '[i]'"
                default: "a cell is given by its row and its column, '[i, j]'"
                }
            return reportMatrix("cell", rule, at: cell.range)
        }
        let sizes = result.form == .vector ? [result.numbers.count] : [result.rows, result.columns]
        for (index, (size, what)) in zip(cell.value, zip(sizes, axes == 1 ? ["entry"] : ["row", "column"]))
        where index >= size {
            let shape = result.shape ?? ""
            reportMatrix(
                "cell",
                "\(what) \(index) is outside: brackets count from 0, and the result (\(shape)) ends at \(size - 1)",
                at: cell.range)
        }
    }

    private mutating func check(frames: SourceRange?, _ body: MatrixBody, _ builder: MatrixBuilder) {
        guard let frames else { return }
        let cells = builder.rowCount * builder.columnCount
        if body.cell != nil {
            reportMatrix("frames", "'cell' lights one entry, 'frames' all of them in turn; choose one", at: frames)
        } else if ![.product, .outer, .elementwise].contains(builder.values.form.kind) {
            reportMatrix("frames", "frames follow a computation, such as 'X @ W'; there is none here", at: frames)
        } else if cells > frameLimit {
            reportMatrix("frames", "a result of \(cells) entries; frames are made of at most \(frameLimit)", at: frames)
        }
    }

    private mutating func reportMatrix(_ code: String, _ message: String, at range: SourceRange) {
        report(Diagnostic(code: "matrix.\(code)", message, at: range))
    }

    private func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
}
