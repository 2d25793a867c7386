import Tensors

extension ElementType {
    /// PyTorch's name: `torch.float32`.
    var torchName: String { "torch." + name }

    /// `torch.FloatTensor`, as PyTorch's messages call tensors.
    var tensorName: String {
        switch self {
        case .bool: "torch.BoolTensor"
        case .int64: "torch.LongTensor"
        case .float32: "torch.FloatTensor"
        case .float64: "torch.DoubleTensor"
        }
    }

    /// `Float`, as PyTorch's messages call element types.
    var scalarTypeName: String {
        switch self {
        case .bool: "Bool"
        case .int64: "Long"
        case .float32: "Float"
        case .float64: "Double"
        }
    }

    var isFloat: Bool { self == .float32 || self == .float64 }

    /// The names of element types in `torch`.
    static func torchType(_ name: String) -> ElementType? {
        switch name {
        case "bool": .bool
        case "int64", "long": .int64
        case "float32", "float": .float32
        case "float64", "double": .float64
        default: nil
        }
    }

    /// The type in which PyTorch combines two tensors: bool < int64 < float32 < float64.
    func torchPromoted(with other: ElementType) -> ElementType { rawValue < other.rawValue ? other : self }

    /// The type of `higher` unless `lower` is of a higher kind (bool, whole number, float).
    fileprivate static func combined(_ higher: ElementType?, _ lower: ElementType?) -> ElementType? {
        guard let higher else { return lower }
        guard let lower else { return higher }
        if higher.isFloat { return higher }
        return higher == .bool || lower.isFloat ? higher.torchPromoted(with: lower) : higher
    }
}

/// The type of a result: tensors with axes go before tensors without, and these before Python's numbers.
///
/// - Source: PyTorch 2, `result_type` in `TypeProperties.cpp`.
func torchResultType(_ operands: [TensorOperand]) -> ElementType {
    var (axes, scalars, numbers) = (ElementType?.none, ElementType?.none, ElementType?.none)
    func merge(_ found: inout ElementType?, _ type: ElementType) { found = found?.torchPromoted(with: type) ?? type }
    for operand in operands {
        if operand.isNumber {
            merge(&numbers, operand.tensor.type)
        } else if operand.tensor.shape.rank == 0 {
            merge(&scalars, operand.tensor.type)
        } else {
            merge(&axes, operand.tensor.type)
        }
    }
    return ElementType.combined(axes, ElementType.combined(scalars, numbers)) ?? .float32
}

/// An operand of a tensor operation: a tensor, or a Python number made into one.
struct TensorOperand {
    let tensor: TensorObject
    /// Whether it was a Python number, whose type gives way.
    let isNumber: Bool
    /// The number itself; a float is not rounded yet.
    let number: Number?
}

extension Shape {
    /// `[2, 3]`, as PyTorch's messages write a shape.
    var listText: String { "[" + sizes.map { decimal($0) }.joined(separator: ", ") + "]" }
}
