import Cells
import Diagnostics
import Figures

extension Evaluator {
    /// `{drawing}`: the shapes with their values put in. Its author describes it, so it has no text made from numbers.
    mutating func drawing(_ body: DrawingBody, _ directive: Directive) -> Display? {
        let before = values.diagnostics.count
        let shapes = body.shapes.enumerated().compactMap { shape($1, number: $0 + 1, directive) }
        if values.diagnostics.count > before || shapes.count < body.shapes.count { return nil }
        let drawing = body.gap.map { Drawing(shapes: shapes, gap: $0) } ?? Drawing(shapes: shapes)
        return .figure(FigureDisplay(figure: .drawing(drawing), alt: ""))
    }

    private mutating func shape(_ body: DrawingBody.Shape, number: Int, _ directive: Directive) -> Drawing.Shape? {
        guard let words = lines(body.words, digits: directive.digits ?? program.digits) else { return nil }
        var shape = Drawing.Shape(form: body.form, id: body.name ?? String(number), words: words)
        if !body.place.isEmpty {
            guard let place = point(body.place[0], body.place[1]) else { return nil }
            shape.place = place
        }
        if let first = body.size.first, let last = body.size.last {
            guard let width = length(first), let height = length(last) else { return nil }
            shape.size = Drawing.Size(width: width, height: height)
        }
        for end in body.ends {
            switch end {
            case .shape(let index): shape.ends.append(.shape(index))
            case .point(let x, let y):
                guard let point = point(x, y) else { return nil }
                shape.ends.append(.point(point))
            }
        }
        if let bend = body.bend {
            guard let amount = coordinate(bend) else { return nil }
            shape.bend = amount
        }
        shape.fill = body.fill?.paint
        if let paint = body.paint?.paint { shape.paint = paint }
        if let width = body.width { shape.lineWidth = width }
        if let corner = body.corner { shape.corner = corner }
        shape.isDashed = body.isDashed
        shape.style = body.style
        shape.alignment = body.alignment
        return shape
    }

    // MARK: Places

    private mutating func point(_ x: Expression, _ y: Expression) -> Point? {
        guard let x = coordinate(x), let y = coordinate(y) else { return nil }
        return Point(x, y)
    }

    private mutating func coordinate(_ expression: Expression) -> Double? {
        guard let number = number(expression) else { return nil }
        if number.magnitude <= 1000 { return number }
        report(
            Diagnostic(
                code: "drawing.place", "a drawing reaches to 1000 points on every side; a page is some 470 wide",
                at: expression.range))
        return nil
    }

    private mutating func length(_ expression: Expression) -> Double? {
        guard let number = coordinate(expression) else { return nil }
        if number > 0 { return number }
        report(Diagnostic(code: "drawing.size", "a size is greater than 0", at: expression.range))
        return nil
    }

    // MARK: Words

    private mutating func lines(_ pieces: [DrawingBody.Piece], digits: Int) -> [Label]? {
        var lines = [Label([])]
        for piece in pieces {
            switch piece {
            case .lineBreak: lines.append(Label([]))
            case .words(let words): lines[lines.count - 1].spans.append(Label.Span(words))
            case .symbol(let base, let lower, let upper):
                lines[lines.count - 1].spans += Label.symbol(base, subscript: lower, superscript: upper).spans
            case .value(let formatted):
                do {
                    guard let shown = try Cells.show(formatted, in: scope, digits: digits, marks: program.marks) else {
                        return nil
                    }
                    lines[lines.count - 1].spans.append(Label.Span(shown.plain))
                } catch {
                    report(explaining: error.diagnostic)
                    return nil
                }
            }
        }
        return lines.filter { !$0.spans.isEmpty }
    }
}
