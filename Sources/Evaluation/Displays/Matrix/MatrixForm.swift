import Cells
import Diagnostics
import Tensors

/// How a matrix comes of others, as far as a figure can show it.
struct MatrixForm {
    enum Kind { case plain, product, outer, elementwise, transpose }

    var kind: Kind
    /// What it is made of, from left to right.
    var operands: [Expression] = []
    /// Between the operands.
    var operators: [BinaryOperator] = []

    static let plain = MatrixForm(kind: .plain)
}

extension Evaluator {
    /// The form of an expression whose evaluation went well.
    mutating func matrixForm(_ expression: Expression) -> MatrixForm {
        switch expression.kind {
        case .binary(.matrixMultiply, let left, let right): return MatrixForm(kind: .product, operands: [left, right])
        case .binary(let sign, _, _) where [.add, .subtract, .multiply].contains(sign):
            let chain = chain(expression, of: sign == .multiply ? [.multiply] : [.add, .subtract])
            for operand in chain.operands where !value(operand).isElementwise { return .plain }
            return chain
        case .attribute(let base, let name) where name.value == "T":
            return isMatrix(base) ? MatrixForm(kind: .transpose, operands: [base]) : .plain
        case .call(let function, let arguments):
            guard case .attribute(let base, let name) = function.kind,
                arguments.allSatisfy({ $0.name == nil && !$0.isNamedRest })
            else { return .plain }
            return form(base, name.value, arguments.map { $0.value })
        default: return .plain
        }
    }

    /// `np.outer(a, b)`, `torch.mm(a, b)`, `a.dot(b)`, `a.transpose()`, `a.t()` and the like.
    private mutating func form(_ base: Expression, _ name: String, _ arguments: [Expression]) -> MatrixForm {
        let isModule = isModule(base)
        switch (name, arguments.count, isModule) {
        case ("outer", 2, true): return MatrixForm(kind: .outer, operands: arguments)
        case ("matmul", 2, true), ("dot", 2, true), ("mm", 2, true), ("mv", 2, true): return product(arguments)
        case ("transpose", 1, true), ("t", 1, true): return transpose(arguments[0])
        case ("dot", 1, false), ("matmul", 1, false), ("mm", 1, false), ("mv", 1, false):
            return value(base).isElementwise ? product([base] + arguments) : .plain
        case ("outer", 1, false) where value(base).isElementwise:
            return MatrixForm(kind: .outer, operands: [base] + arguments)
        case ("transpose", 0, false), ("t", 0, false): return transpose(base)
        default: return .plain
        }
    }

    /// `np` needs no import in an expression.
    private func isModule(_ expression: Expression) -> Bool {
        guard case .name(let word) = expression.kind else { return false }
        guard let value = scope.value(of: word) else { return word == "np" }
        return if case .module = value { true } else { false }
    }

    /// `np.dot` with a number multiplies element by element.
    private mutating func product(_ operands: [Expression]) -> MatrixForm {
        for operand in operands where value(operand).matrixValue?.form == .number { return .plain }
        return MatrixForm(kind: .product, operands: operands)
    }

    private mutating func transpose(_ base: Expression) -> MatrixForm {
        isMatrix(base) ? MatrixForm(kind: .transpose, operands: [base]) : .plain
    }

    private mutating func isMatrix(_ expression: Expression) -> Bool {
        (value(expression).arrayValues?.shape.rank ?? 0) > 0
    }

    /// `a + b − c`: what operators of one kind join from left to right.
    private func chain(_ expression: Expression, of signs: [BinaryOperator]) -> MatrixForm {
        guard case .binary(let sign, let left, let right) = expression.kind, signs.contains(sign) else {
            return MatrixForm(kind: .elementwise, operands: [expression])
        }
        var chain = chain(left, of: signs)
        chain.operands.append(right)
        chain.operators.append(sign)
        return chain
    }
}
