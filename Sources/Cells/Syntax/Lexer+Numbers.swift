extension Lexer {
    var startsNumber: Bool {
        guard let byte = peek() else { return false }
        return isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(isDigit) ?? false)
    }

    /// `number: ("0x" hex | "0o" octal | "0b" binary | digits ["." [digits]] [exponent] | "." digits [exponent])`,
    /// with single underscores between digits.
    mutating func number() throws(Fault) -> Token.Kind {
        let start = index
        if peek() == UInt8(ascii: "0"), let radix = radix(of: peek(1)) {
            index += 2
            let digits = try digits(radix: radix, start: start, leadingUnderscore: true)
            try endNumber(start)
            return .integer(try integer(digits, radix: radix, start: start))
        }
        let whole = try digits(radix: 10, start: start)
        let hasFraction = peek() == UInt8(ascii: ".")
        if hasFraction {
            index += 1
            _ = try digits(radix: 10, start: start)
        }
        let hasExponent = try exponent(start)
        try endNumber(start)
        if hasFraction || hasExponent { return .float }
        if whole.count > 1, whole[0] == 0, whole.contains(where: { $0 != 0 }) {
            throw error("a whole number does not start with 0 (octal numbers are written 0o…)", start..<index)
        }
        return .integer(try integer(whole, radix: 10, start: start))
    }

    private func radix(of byte: UInt8?) -> Int? {
        switch byte {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
        case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
        case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
        default: nil
        }
    }

    private mutating func exponent(_ start: Int) throws(Fault) -> Bool {
        guard let byte = peek(), byte | 0x20 == UInt8(ascii: "e") else { return false }
        let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
        guard let digit = peek(1 + sign), isDigit(digit) else { return false }
        index += 1 + sign
        _ = try digits(radix: 10, start: start)
        return true
    }

    private mutating func digits(radix: Int, start: Int, leadingUnderscore: Bool = false) throws(Fault) -> [Int] {
        var found: [Int] = []
        while let byte = peek() {
            if byte == UInt8(ascii: "_"), !found.isEmpty || leadingUnderscore {
                guard let following = peek(1), let _ = digitValue(following, radix: radix) else {
                    throw error("'_' in a number stands between digits", start..<(index + 1))
                }
            } else if let value = digitValue(byte, radix: radix) {
                found.append(value)
            } else {
                break
            }
            index += 1
        }
        return found
    }

    static let numberTooLarge = "whole numbers go up to 9223372036854775807; write a float, such as 1e20"

    private func integer(_ digits: [Int], radix: Int, start: Int) throws(Fault) -> Int64 {
        if digits.isEmpty { throw error("digits are missing after '\(text(start..<index))'", start..<index) }
        var value: UInt64 = 0
        for digit in digits {
            let (product, overflow) = value.multipliedReportingOverflow(by: UInt64(radix))
            let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
            if overflow || carry || sum > Int64.min.magnitude {
                throw error(Lexer.numberTooLarge, start..<index)
            }
            value = sum
        }
        // The parser looks for the sign that the least number needs.
        return Int64(truncatingIfNeeded: value)
    }

    /// A number ends where no letter or digit follows.
    private mutating func endNumber(_ start: Int) throws(Fault) {
        let end = index
        guard let next = peek() else { return }
        let isSecondPoint = next == UInt8(ascii: ".") && peek(1).map(isDigit) ?? false
        guard isDigit(next) || isSecondPoint || word() != nil else { return }
        let rest = text(end..<index)
        index = max(index, end + 1)
        if rest == "j" || rest == "J" {
            throw error("complex numbers are not part of the cell language", start..<index)
        }
        if endsWithWordOperator(rest) { return index = end }
        throw error("'\(text(start..<index))' is not a number", start..<index)
    }

    /// `1if x else 2` and `0or 1` are Python, if ugly.
    private func endsWithWordOperator(_ rest: String) -> Bool {
        ["and", "or", "if", "else", "in", "is", "for", "not"].contains(rest)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private func digitValue(_ byte: UInt8, radix: Int) -> Int? {
        let value =
            switch byte {
            case 0x30...0x39: Int(byte) - 0x30
            case 0x41...0x46: Int(byte) - 0x41 + 10
            case 0x61...0x66: Int(byte) - 0x61 + 10
            default: 99
            }
        return value < radix ? value : nil
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
