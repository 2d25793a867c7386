import Cells
import Tensors

/// A value with at most two axes, in the rows and columns in which it is drawn.
struct MatrixValue {
    enum Form: Equatable { case number, vector, matrix }

    var form: Form
    /// With two axes.
    var numbers: Tensor<Double>

    var rows: Int { numbers.rows }
    var columns: Int { numbers.columns }

    subscript(row: Int, column: Int) -> Double { numbers[row, column] }

    /// What has no axes or two stays; a vector, drawn as a row, becomes a column.
    var upright: MatrixValue {
        form == .vector ? MatrixValue(form: form, numbers: numbers.transposed) : self
    }

    /// The size as NumPy knows it.
    var shape: String? {
        switch form {
        case .number: nil
        case .vector: "vector of \(rows * columns)"
        case .matrix: "\(rows) × \(columns)"
        }
    }
}

extension Value {
    /// Nil for what is not a number, a vector or a matrix.
    var matrixValue: MatrixValue? {
        if let number = asDouble { return MatrixValue(form: .number, numbers: Tensor(rows: [[number]])) }
        if case .array(let array) = self, array.values.shape.rank == 0 {
            return MatrixValue(form: .number, numbers: Tensor(rows: [array.values.doubles.elements]))
        }
        if let vector = asDoubles { return MatrixValue(form: .vector, numbers: Tensor(rows: [vector])) }
        return asMatrix.map { MatrixValue(form: .matrix, numbers: $0) }
    }

    /// Whether operators go through it element by element.
    var isElementwise: Bool {
        if case .array = self { return true }
        return asDouble != nil
    }
}
