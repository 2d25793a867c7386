public enum UnaryOperator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case invert = "~"
    case not
}

public enum BinaryOperator: String, Sendable, CaseIterable {
    case bitOr = "|"
    case bitXor = "^"
    case bitAnd = "&"
    case leftShift = "<<"
    case rightShift = ">>"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case matrixMultiply = "@"
    case divide = "/"
    case floorDivide = "//"
    case remainder = "%"
    case power = "**"

    /// How tightly the left-associative operators bind, from 1 for `|` up; `**` has its own rule.
    var precedence: Int? {
        switch self {
        case .bitOr: 1
        case .bitXor: 2
        case .bitAnd: 3
        case .leftShift, .rightShift: 4
        case .add, .subtract: 5
        case .multiply, .matrixMultiply, .divide, .floorDivide, .remainder: 6
        case .power: nil
        }
    }
}

public enum LogicOperator: String, Sendable {
    case and, or
}

/// What a step of a comparison chain asks.
public enum Relation: String, Sendable {
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case isIn = "in"
    case isNotIn = "not in"
    case isSame = "is"
    case isNotSame = "is not"
}
