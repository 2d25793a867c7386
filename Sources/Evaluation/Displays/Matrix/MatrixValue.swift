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
        if let values = arrayValues {
            let numbers = values.decimals
            switch numbers.shape.rank {
            case 0: return MatrixValue(form: .number, numbers: Tensor(rows: [numbers.elements]))
            case 1: return MatrixValue(form: .vector, numbers: Tensor(rows: [numbers.elements]))
            case 2: return MatrixValue(form: .matrix, numbers: numbers)
            default: return nil
            }
        }
        if let vector = asDoubles { return MatrixValue(form: .vector, numbers: Tensor(rows: [vector])) }
        return asMatrix.map { MatrixValue(form: .matrix, numbers: $0) }
    }

    /// The elements of a NumPy array or a PyTorch tensor.
    var arrayValues: ArrayValues? {
        switch self {
        case .array(let array): array.values
        case .tensor(let tensor): tensor.values
        default: nil
        }
    }

    /// Whether operators go through it element by element.
    var isElementwise: Bool { arrayValues != nil || asDouble != nil }
}

extension ArrayValues {
    /// The elements as they are written: a 32-bit 0.1 is 0.1, not 0.10000000149.
    fileprivate var decimals: Tensor<Double> {
        guard case .float32(let numbers) = self else { return doubles }
        return numbers.map { $0.isFinite ? Double(decimal: numpyText($0)) ?? Double($0) : Double($0) }
    }
}
