import Tensors

/// A Python number: exact as an int, rounded as a float.
enum Number {
    case int(Int64)
    case float(Double)

    var double: Double {
        switch self {
        case .int(let value): Double(value)
        case .float(let value): value
        }
    }
}

extension Number {
    /// The three-way comparison of Python, exact between ints and floats; nil when either is not a number.
    static func order(_ left: Number, _ right: Number) -> Int? {
        switch (left, right) {
        case (.int(let a), .int(let b)): a < b ? -1 : (a == b ? 0 : 1)
        case (.float(let a), .float(let b)): a < b ? -1 : (a == b ? 0 : (a > b ? 1 : nil))
        case (.int(let a), .float(let b)): order(a, b)
        case (.float(let a), .int(let b)): order(b, a).map { -$0 }
        }
    }

    private static func order(_ a: Int64, _ b: Double) -> Int? {
        if b.isNaN { return nil }
        if b >= 0x1p63 { return -1 }
        if b < -0x1p63 { return 1 }
        let whole = b.rounded(.down)
        let floor = Int64(whole)
        if a != floor { return a < floor ? -1 : 1 }
        return b > whole ? -1 : 0
    }
}

/// Arithmetic on two numbers, as Python does it.
enum Arithmetic {
    static func apply(_ symbol: BinaryOperator, _ left: Number, _ right: Number) throws(Fault) -> Number {
        if case .int(let a) = left, case .int(let b) = right { return try integers(symbol, a, b) }
        return .float(try floats(symbol, left.double, right.double))
    }

    // MARK: Ints

    private static func integers(_ symbol: BinaryOperator, _ a: Int64, _ b: Int64) throws(Fault) -> Number {
        switch symbol {
        case .add: return .int(try checked(a.addingReportingOverflow(b)))
        case .subtract: return .int(try checked(a.subtractingReportingOverflow(b)))
        case .multiply: return .int(try checked(a.multipliedReportingOverflow(by: b)))
        case .divide: return .float(try trueQuotient(a, b))
        case .floorDivide:
            if b == 0 { throw zeroDivision("integer division or modulo by zero") }
            return .int(try floorDivision(a, b).quotient)
        case .remainder:
            if b == 0 { throw zeroDivision("integer modulo by zero") }
            return .int(try floorDivision(a, b).remainder)
        case .power: return try power(a, b)
        case .bitAnd: return .int(a & b)
        case .bitOr: return .int(a | b)
        case .bitXor: return .int(a ^ b)
        case .leftShift: return .int(try shiftLeft(a, b))
        case .rightShift:
            if b < 0 { throw Fault.python(.value, "negative shift count") }
            return .int(b > 63 ? (a < 0 ? -1 : 0) : a >> b)
        case .matrixMultiply: throw Fault(.type, "'@' multiplies arrays; 'int' and 'int' are numbers")
        }
    }

    private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(Fault) -> Int64 {
        if result.overflow { throw tooLarge }
        return result.partialValue
    }

    static var tooLarge: Fault {
        Fault.outside(
            .overflow, "the result does not fit in a whole number of 64 bits; start from a float, such as 2.0")
    }

    static var zeroDivision: Fault { .python(.zeroDivision, "division by zero") }

    /// The words of CPython about floats and about remainders are others.
    static func zeroDivision(_ python: String) -> Fault { Fault(.zeroDivision, "division by zero", python: python) }

    /// The quotient of two ints, rounded once.
    ///
    /// Both convert exactly below 2⁵³, and then one division is right; larger ones are divided as whole numbers with 64 extra bits.
    static func trueQuotient(_ a: Int64, _ b: Int64) throws(Fault) -> Double {
        if b == 0 { throw zeroDivision }
        let limit: UInt64 = 1 << 53
        if a.magnitude <= limit, b.magnitude <= limit { return Double(a) / Double(b) }
        let magnitude = quotient(a.magnitude, b.magnitude)
        return (a < 0) == (b < 0) ? magnitude : -magnitude
    }

    private static func quotient(_ a: UInt64, _ b: UInt64) -> Double {
        if a == 0 { return 0 }
        // Normalised so that the quotient of the 128-bit dividend has 63 or 64 bits, whose lowest takes the remainder as a sticky bit.
        let divisorShift = b.leadingZeroBitCount
        let dividendShift = a.leadingZeroBitCount
        let high = (a << dividendShift) >> 1
        let low = (a << dividendShift) << 63
        let (quotient, remainder) = (b << divisorShift).dividingFullWidth((high, low))
        let sticky = remainder == 0 ? quotient : quotient | 1
        let scale = divisorShift - dividendShift - 63
        return Double(sign: .plus, exponent: scale, significand: Double(sticky))
    }

    /// Quotient rounded down, remainder with the divisor's sign.
    static func floorDivision(_ a: Int64, _ b: Int64) throws(Fault) -> (quotient: Int64, remainder: Int64) {
        if b == 0 { throw zeroDivision }
        if a == Int64.min, b == -1 { throw tooLarge }
        let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
        return remainder != 0 && (remainder < 0) != (b < 0) ? (quotient - 1, remainder + b) : (quotient, remainder)
    }

    private static func power(_ base: Int64, _ exponent: Int64) throws(Fault) -> Number {
        if exponent < 0 {
            if base == 0 { throw Fault.python(.zeroDivision, "0.0 cannot be raised to a negative power") }
            return .float(try floats(.power, Double(base), Double(exponent)))
        }
        var (result, factor, rest) = (Int64(1), base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = try checked(result.multipliedReportingOverflow(by: factor)) }
            rest >>= 1
            // 0, 1 and −1 stay small for ever; all else overflows within 63 squarings.
            if rest > 0 { factor = try checked(factor.multipliedReportingOverflow(by: factor)) }
        }
        return .int(result)
    }

    private static func shiftLeft(_ a: Int64, _ b: Int64) throws(Fault) -> Int64 {
        if b < 0 { throw Fault.python(.value, "negative shift count") }
        if a == 0 { return 0 }
        if b > 62 { throw tooLarge }
        let shifted = a << b
        if shifted >> b != a { throw tooLarge }
        return shifted
    }

    // MARK: Floats

    private static func floats(_ symbol: BinaryOperator, _ a: Double, _ b: Double) throws(Fault) -> Double {
        switch symbol {
        case .add: return a + b
        case .subtract: return a - b
        case .multiply: return a * b
        case .divide:
            if b == 0 { throw zeroDivision("float division by zero") }
            return a / b
        case .floorDivide:
            if b == 0 { throw zeroDivision("float floor division by zero") }
            return floored(a, b).quotient
        case .remainder:
            if b == 0 { throw zeroDivision("float modulo") }
            return floored(a, b).remainder
        case .power: return try power(a, b)
        case .matrixMultiply: throw Fault(.type, "'@' multiplies arrays; here stand numbers")
        case .bitOr, .bitXor, .bitAnd, .leftShift, .rightShift:
            let hint = symbol == .bitXor ? "; a power is written '**'" : ""
            throw Fault(.type, "'\(symbol.rawValue)' works on the bits of whole numbers, not on floats\(hint)")
        }
    }

    private static func power(_ base: Double, _ exponent: Double) throws(Fault) -> Double {
        if base == 0, exponent < 0 { throw Fault.python(.zeroDivision, "0.0 cannot be raised to a negative power") }
        if base < 0, base.isFinite, exponent.isFinite, exponent.rounded(.down) != exponent {
            throw Fault.outside(
                .value,
                "a negative number to a broken power is complex, and complex numbers are not part of the cell language")
        }
        let result = Double.pow(base, exponent)
        if result.isInfinite, base.isFinite, exponent.isFinite {
            throw Fault(
                .overflow, "the result is too large for a float", python: "(34, 'Numerical result out of range')")
        }
        return result
    }
}

/// The quotient rounded down and the remainder with the divisor's sign, as CPython and NumPy compute them for floats.
func floored<T: Real>(_ a: T, _ b: T) -> (quotient: T, remainder: T) {
    var remainder = T.remainder(a, b)
    var quotient = (a - remainder) / b
    if remainder != 0 {
        if (b < 0) != (remainder < 0) {
            remainder += b
            quotient -= 1
        }
    } else {
        remainder = T(signOf: b, magnitudeOf: 0)
    }
    if quotient == 0 { return (T(signOf: a / b, magnitudeOf: 0), remainder) }
    let whole = quotient.rounded(.down)
    return (quotient - whole > 0.5 ? whole + 1 : whole, remainder)
}
