/// The opcode of each operator.
extension UnaryOperator {
    var opcode: Opcode {
        switch self {
        case .plus: .positive
        case .minus: .negative
        case .invert: .invert
        case .not: .not
        }
    }
}

extension BinaryOperator {
    var opcode: Opcode {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .floorDivide: .floorDivide
        case .remainder: .remainder
        case .power: .power
        case .matrixMultiply: .matrixMultiply
        case .bitAnd: .bitAnd
        case .bitOr: .bitOr
        case .bitXor: .bitXor
        case .leftShift: .leftShift
        case .rightShift: .rightShift
        }
    }

    var inPlaceOpcode: Opcode {
        switch self {
        case .add: .inPlaceAdd
        case .subtract: .inPlaceSubtract
        case .multiply: .inPlaceMultiply
        case .divide: .inPlaceDivide
        case .floorDivide: .inPlaceFloorDivide
        case .remainder: .inPlaceRemainder
        case .power: .inPlacePower
        case .matrixMultiply: .inPlaceMatrixMultiply
        case .bitAnd: .inPlaceBitAnd
        case .bitOr: .inPlaceBitOr
        case .bitXor: .inPlaceBitXor
        case .leftShift: .inPlaceLeftShift
        case .rightShift: .inPlaceRightShift
        }
    }
}

extension Relation {
    var opcode: Opcode {
        switch self {
        case .less: .less
        case .lessEqual: .lessEqual
        case .greater: .greater
        case .greaterEqual: .greaterEqual
        case .equal: .equal
        case .notEqual: .notEqual
        case .isIn: .isIn
        case .isNotIn: .isNotIn
        case .isSame: .isSame
        case .isNotSame: .isNotSame
        }
    }

    /// The jump that is taken when the relation does not hold.
    var jump: Opcode? {
        switch self {
        case .less: .jumpUnlessLess
        case .lessEqual: .jumpUnlessLessEqual
        case .greater: .jumpUnlessGreater
        case .greaterEqual: .jumpUnlessGreaterEqual
        case .equal: .jumpUnlessEqual
        case .notEqual: .jumpUnlessNotEqual
        case .isIn, .isNotIn, .isSame, .isNotSame: nil
        }
    }
}

extension FormattedExpression.Conversion {
    var number: Int {
        switch self {
        case .none: 0
        case .repr: 1
        case .string: 2
        case .ascii: 3
        }
    }
}
