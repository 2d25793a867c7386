import Cells
import Diagnostics
import Figures

/// Names expressions: as mathematics for the eye, in words for the ear.
struct MatrixNames {
    /// The text the expressions stand in.
    let text: Excerpt
    let scope: Scope

    /// Nil for what is written out in numbers and needs no name.
    func label(_ expression: Expression) -> Label? {
        isWrittenOut(expression) ? nil : Label(spans(expression))
    }

    // MARK: Mathematics

    private func spans(_ expression: Expression) -> [Label.Span] {
        switch expression.kind {
        case .name(let name): return Label(name: name).spans
        case .int, .float: return roman(source(expression))
        case .unary(.minus, let operand): return roman("−") + grouped(operand, above: 2)
        case .attribute(let base, let name): return attribute(base, name.value)
        case .binary(.matrixMultiply, let leftOperand, let rightOperand):
            let (left, right) = (grouped(leftOperand, above: 1), grouped(rightOperand, above: 2))
            if isVector(leftOperand), isVector(rightOperand) { return left + roman(" · ") + right }
            // Letters and parentheses stand close; words need a sign between them.
            let isClose =
                left.last.map { standsClose($0, ")") } == true && right.first.map { standsClose($0, "(") } == true
            return left + (isClose ? [] : roman(" · ")) + right
        case .binary(.multiply, let left, let right):
            return grouped(left, above: 1) + roman(isNumber(left) || isNumber(right) ? " · " : " ⊙ ")
                + grouped(right, above: 2)
        case .binary(.divide, let left, let right):
            return grouped(left, above: 1) + roman(" / ") + grouped(right, above: 2)
        case .binary(.add, let left, let right): return spans(left) + roman(" + ") + grouped(right, above: 1)
        case .binary(.subtract, let left, let right): return spans(left) + roman(" − ") + grouped(right, above: 1)
        case .call(let function, let arguments) where arguments.allSatisfy({ $0.name == nil && !$0.isNamedRest }):
            return call(function, arguments.map { $0.value })
        case .item(let base, _): return grouped(base, above: 3) + roman(index(base, of: expression))
        default: return roman(source(expression))
        }
    }

    private func attribute(_ base: Expression, _ name: String) -> [Label.Span] {
        switch value(base) {
        case .array? where name == "T", .tensor? where name == "T":
            let base = grouped(base, above: 3)
            let isRaised = base.last?.level == .raised
            return (isRaised ? roman("(") + base + roman(")") : base) + [Label.Span("T", level: .raised)]
        case .gradients?: return Label(mathematics: "∂L/∂").spans + Label(name: name).spans
        default: return Label(name: name).spans
        }
    }

    private func call(_ function: Expression, _ arguments: [Expression]) -> [Label.Span] {
        var name = spans(function)
        if case .name("sigmoid") = function.kind { name = [Label.Span("σ", style: .italic)] }
        if case .attribute(_, let method) = function.kind, isModule(function) {
            if method.value == "outer", arguments.count == 2 {
                return grouped(arguments[0], above: 2) + roman(" ⊗ ") + grouped(arguments[1], above: 2)
            }
            name = roman(method.value)
        } else if case .attribute = function.kind {
            return roman(source(function)) + roman("(…)")
        }
        var spans = name + roman("(")
        for (place, argument) in arguments.enumerated() {
            spans += (place == 0 ? [] : roman(", ")) + self.spans(argument)
        }
        return spans + roman(")")
    }

    /// In parentheses unless it binds more tightly than `strength`: 1 for sums, 2 for products, 3 for signs.
    private func grouped(_ expression: Expression, above strength: Int) -> [Label.Span] {
        self.strength(expression) > strength ? spans(expression) : roman("(") + spans(expression) + roman(")")
    }

    private func strength(_ expression: Expression) -> Int {
        switch expression.kind {
        case .binary(.add, _, _), .binary(.subtract, _, _): 1
        case .binary: 2
        case .unary: 3
        case .attribute(let base, _): if case .gradients? = value(base) { 2 } else { 4 }
        case .name, .item, .call, .int, .float, .list: 4
        default: 0
        }
    }

    private func standsClose(_ span: Label.Span, _ parenthesis: String) -> Bool {
        span.style == .italic || span.level != .line || span.text == parenthesis
    }

    private func roman(_ text: String) -> [Label.Span] { [Label.Span(text, style: .roman)] }

    // MARK: Words

    func words(_ expression: Expression) -> String {
        switch expression.kind {
        case .attribute(let base, let name):
            switch value(base) {
            case .array? where name.value == "T", .tensor? where name.value == "T": "\(words(base)) transposed"
            case .gradients?: "the gradient of \(name.value)"
            default: name.value
            }
        case .binary(.matrixMultiply, let left, let right): "\(words(left)) times \(words(right))"
        case .binary(.add, let left, let right): "\(words(left)) plus \(words(right))"
        case .binary(.subtract, let left, let right): "\(words(left)) minus \(words(right))"
        case .binary(.multiply, let left, let right):
            "\(words(left)) times \(words(right))" + (isNumber(left) || isNumber(right) ? "" : " entry by entry")
        case .call(let function, let arguments) where arguments.count == 2 && isModule(function):
            if case .attribute(_, let method) = function.kind, method.value == "outer" {
                "the outer product of \(words(arguments[0].value)) and \(words(arguments[1].value))"
            } else {
                source(expression)
            }
        default: source(expression)
        }
    }

    // MARK: What the expressions are

    private func isWrittenOut(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .int, .float: true
        case .unary(_, let operand): isWrittenOut(operand)
        case .attribute(let base, let name): name.value == "T" && isWrittenOut(base)
        case .list(let items), .tuple(let items): items.allSatisfy(isWrittenOut)
        // What comes of numbers written out is named neither: the formula in front of it says it all.
        case .binary(let sign, let left, let right)
        where [.matrixMultiply, .add, .subtract, .multiply, .divide].contains(sign):
            isWrittenOut(left) && isWrittenOut(right)
        case .call(let function, let arguments):
            if case .attribute(_, let method) = function.kind, isModule(function),
                ["array", "tensor", "outer", "matmul", "dot"].contains(method.value)
            {
                arguments.allSatisfy { $0.name != nil || isWrittenOut($0.value) }
            } else {
                false
            }
        default: false
        }
    }

    private func isNumber(_ expression: Expression) -> Bool { value(expression)?.matrixValue?.form == .number }

    private func isVector(_ expression: Expression) -> Bool { value(expression)?.matrixValue?.form == .vector }

    private func isModule(_ function: Expression) -> Bool {
        guard case .attribute(let base, _) = function.kind, case .name(let name) = base.kind,
            case .module? = scope.value(of: name)
        else { return false }
        return true
    }

    /// Nil where evaluation fails; the failure of the whole was reported before, and only the look of a name hangs on this.
    private func value(_ expression: Expression) -> Value? {
        do {
            return try Cells.evaluate(expression, in: scope)
        } catch {
            return nil
        }
    }

    private func source(_ expression: Expression) -> String {
        source(expression.range.start, expression.range.end)
    }

    /// What stands behind `base`: `[:1]`.
    private func index(_ base: Expression, of expression: Expression) -> String {
        String(source(base.range.end, expression.range.end).drop { $0 == ")" })
    }

    private func source(_ start: Int, _ end: Int) -> String {
        let offset = text.range.start
        guard start >= offset, start <= end, end - offset <= text.bytes.count else { return text.text }
        return text.excerpt(start - offset..<end - offset).text
    }
}
