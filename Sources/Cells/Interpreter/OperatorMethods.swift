// The special methods that operators call.

extension UnaryOperator {
    var methodName: String {
        switch self {
        case .plus: "__pos__"
        case .minus: "__neg__"
        case .invert: "__invert__"
        case .not: "__bool__"
        }
    }
}

extension BinaryOperator {
    /// What stands between the underscores of its method.
    var methodName: String { String(specialName.dropFirst(2).dropLast(2)) }

    /// The method of the left operand.
    var specialName: String {
        switch self {
        case .add: "__add__"
        case .subtract: "__sub__"
        case .multiply: "__mul__"
        case .divide: "__truediv__"
        case .floorDivide: "__floordiv__"
        case .remainder: "__mod__"
        case .power: "__pow__"
        case .matrixMultiply: "__matmul__"
        case .bitAnd: "__and__"
        case .bitOr: "__or__"
        case .bitXor: "__xor__"
        case .leftShift: "__lshift__"
        case .rightShift: "__rshift__"
        }
    }

    /// The method of the right operand, which is asked when that of the left one gives nothing.
    var reflectedName: String {
        switch self {
        case .add: "__radd__"
        case .subtract: "__rsub__"
        case .multiply: "__rmul__"
        case .divide: "__rtruediv__"
        case .floorDivide: "__rfloordiv__"
        case .remainder: "__rmod__"
        case .power: "__rpow__"
        case .matrixMultiply: "__rmatmul__"
        case .bitAnd: "__rand__"
        case .bitOr: "__ror__"
        case .bitXor: "__rxor__"
        case .leftShift: "__rlshift__"
        case .rightShift: "__rrshift__"
        }
    }
}
