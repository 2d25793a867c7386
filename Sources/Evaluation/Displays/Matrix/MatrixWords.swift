import Cells
import Diagnostics
import Figures
import Tensors

/// A figure of matrices in words and numbers, for those who cannot see it.
struct MatrixWords {
    let builder: MatrixBuilder

    private var values: MatrixComputation { builder.values }

    var alt: String {
        var sentences = [sentence]
        if builder.body.frames == nil, let cell = builder.cell, let story = story(cell) {
            sentences.append("\(place(cell)): \(story).")
        } else if builder.body.frames != nil {
            let stories = builder.steps.compactMap { story($0) }
            sentences.append("One entry after the other: \(stories.joined(separator: "; ")).")
        }
        return sentences.joined(separator: " ")
    }

    /// One frame of several.
    func frame(_ index: Int) -> String {
        let cell = builder.steps[index]
        return "Step \(index + 1) of \(builder.steps.count). \(place(cell)): \(story(cell) ?? "")."
    }

    /// `X times W: (3 1) times (6 −3; −2 5) = (16 −4). The shapes are 1 × 2, 2 × 2 and 1 × 2.`
    private var sentence: String {
        let result = matrix(values.result)
        let shapes = (values.operands + [values.result]).compactMap { $0.shape }
        let all =
            shapes.count < 2
            ? shapes.joined() : shapes.dropLast().joined(separator: ", ") + " and " + shapes[shapes.count - 1]
        switch values.form.kind {
        case .plain: return "\(name), \(all): \(result)."
        case .transpose:
            return "\(name), rows for columns: \(matrix(values.operands[0])) becomes \(result). The shapes are \(all)."
        case .product, .outer:
            return "\(name): \(joined([" times "])) \(relation) \(result). The shapes are \(all)."
        case .elementwise:
            let signs = values.form.operators.map { sign in
                switch sign {
                case .add: " plus "
                case .subtract: " minus "
                default: " times "
                }
            }
            return "\(name): \(joined(signs)) \(relation) \(result). The shapes are \(all)."
        }
    }

    private var relation: String { builder.figure().signs.last ?? "=" }

    private var name: String {
        let words: String
        if let names = builder.body.names?.value {
            switch values.form.kind {
            case .plain: words = names[0]
            case .transpose: words = "\(names[0]) transposed"
            default: words = "\(names[names.count - 1]) from \(names.dropLast().joined(separator: " and "))"
            }
        } else {
            words = builder.names.words(builder.expression)
        }
        return words.prefix(1) == "t" && words.hasPrefix("the ") ? "T" + words.dropFirst() : words
    }

    private func joined(_ signs: [String]) -> String {
        var text = matrix(values.operands[0])
        for (operand, sign) in zip(values.operands.dropFirst(), signs) { text += sign + matrix(operand) }
        return text
    }

    /// `(16 −4; −14 23)`, rows between semicolons; of a large matrix only its first and its last entry.
    private func matrix(_ value: MatrixValue) -> String {
        if value.form == .number { return builder.style.text(value[0, 0]) }
        if value.numbers.count > 16 {
            let last = value[value.rows - 1, value.columns - 1]
            return "(\(builder.style.text(value[0, 0])) … \(builder.style.text(last)))"
        }
        let rows = (0..<value.rows).map { row in
            (0..<value.columns).map { builder.style.text(value[row, $0]) }.joined(separator: " ")
        }
        return "(\(rows.joined(separator: "; ")))"
    }

    private func place(_ cell: (row: Int, column: Int)) -> String {
        switch values.result.form {
        case .number: "The result"
        case .vector: "Entry \(max(cell.row, cell.column) + 1)"
        case .matrix: "Row \(cell.row + 1), column \(cell.column + 1)"
        }
    }

    private func story(_ cell: (row: Int, column: Int)) -> String? {
        if values.form.kind == .plain { return builder.style.text(values.result[cell.row, cell.column]) }
        if values.form.kind == .transpose {
            return
                "\(builder.style.text(values.result[cell.row, cell.column])), from row \(cell.column + 1), column \(cell.row + 1)"
        }
        let sum = builder.sum(cell)
        var text = ""
        for (index, term) in sum.terms.enumerated() {
            if index == sum.terms.count - 1, sum.isElided { text += " \(term.sign) …" }
            text += index == 0 ? term.text : " \(term.sign) \(term.text)"
        }
        return "\(text) \(sum.relation) \(sum.result)"
    }
}
