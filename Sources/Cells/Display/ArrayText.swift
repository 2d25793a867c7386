import Tensors

extension Interpreter {
    /// NumPy's `repr` of an array.
    func repr(_ values: ArrayValues) throws(Fault) -> String {
        try step(values.shape.count)
        return switch values {
        case .bool(let tensor): tensor.numpyRepr
        case .int64(let tensor): tensor.numpyRepr
        case .float32(let tensor): tensor.numpyRepr
        case .float64(let tensor): tensor.numpyRepr
        }
    }

    /// NumPy's `str` of an array.
    func text(of values: ArrayValues) throws(Fault) -> String {
        try step(values.shape.count)
        return switch values {
        case .bool(let tensor): tensor.numpyText
        case .int64(let tensor): tensor.numpyText
        case .float32(let tensor): tensor.numpyText
        case .float64(let tensor): tensor.numpyText
        }
    }
}
