import Cells
import Tensors

/// A result with the values it comes of, turned as they are drawn.
struct MatrixComputation {
    let form: MatrixForm
    let operands: [MatrixValue]
    let result: MatrixValue

    init(form: MatrixForm, operands: [MatrixValue], result: MatrixValue) {
        self.form = form
        var operands = operands
        var result = result
        switch form.kind {
        case .product:
            // A vector at the right is a column; then so is the product of a matrix with it.
            operands[1] = operands[1].upright
            if operands[0].form == .matrix { result = result.upright }
        case .outer:
            operands = operands.map { MatrixValue(form: .vector, numbers: Tensor(rows: [$0.numbers.elements])) }
            operands[0] = operands[0].upright
        case .plain, .elementwise, .transpose: break
        }
        self.operands = operands
        self.result = result
    }

    /// The numbers that give one entry of the result, in pairs for products.
    func terms(_ row: Int, _ column: Int) -> [[Double]] {
        switch form.kind {
        case .plain: []
        case .product: (0..<operands[0].columns).map { [operands[0][row, $0], operands[1][$0, column]] }
        case .outer: [[operands[0][row, 0], operands[1][0, column]]]
        case .elementwise: operands.map { [$0.stretched(row, column)] }
        case .transpose: [[operands[0][column, row]]]
        }
    }

    /// Whether the operands give the result, up to rounding. They do not where evaluation draws new random numbers.
    func agree(within tolerance: Double) -> Bool {
        if form.kind == .plain { return true }
        for row in 0..<result.rows {
            for column in 0..<result.columns {
                let (value, size) = combined(terms(row, column))
                if abs(value - result[row, column]) > tolerance * size { return false }
            }
        }
        return true
    }

    /// The value of the terms, and how large it could be if their signs were all the same.
    private func combined(_ terms: [[Double]]) -> (value: Double, size: Double) {
        var value = 0.0
        var size = 1e-30
        if form.operators.first == .multiply {
            let product = terms.reduce(1) { $0 * $1[0] }
            return (product, abs(product) + size)
        }
        for (place, term) in terms.enumerated() {
            let part = term.reduce(1, *)
            let isTakenAway = place > 0 && place <= form.operators.count && form.operators[place - 1] == .subtract
            value += isTakenAway ? -part : part
            size += abs(part)
        }
        return (value, size)
    }
}

extension MatrixValue {
    /// The entry that meets one of a larger matrix: a single row or column counts for all.
    func stretched(_ row: Int, _ column: Int) -> Double { self[min(row, rows - 1), min(column, columns - 1)] }
}
