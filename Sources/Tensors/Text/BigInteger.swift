/// A natural number of any size, just enough of it for exact decimal expansions.
struct BigInteger {
    /// 64-bit digits, the least significant first, without zeros at the top.
    private(set) var words: [UInt64]

    init(_ n: UInt64) { words = n == 0 ? [] : [n] }

    var isZero: Bool { words.isEmpty }

    mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for i in words.indices {
            let product = words[i].multipliedFullWidth(by: factor)
            let (low, overflow) = product.low.addingReportingOverflow(carry)
            words[i] = low
            carry = product.high + (overflow ? 1 : 0)
        }
        if carry > 0 { words.append(carry) }
    }

    mutating func multiply(byFiveToThe power: Int) {
        var rest = power
        while rest >= 27 {
            multiply(by: 7_450_580_596_923_828_125)  // 5²⁷
            rest -= 27
        }
        var factor: UInt64 = 1
        for _ in 0..<rest { factor *= 5 }
        multiply(by: factor)
    }

    mutating func shiftLeft(by count: Int) {
        guard !isZero, count > 0 else { return }
        multiply(by: 1 << UInt64(count % 64))
        words.insert(contentsOf: [UInt64](repeating: 0, count: count / 64), at: 0)
    }

    /// Divides and gives the remainder.
    mutating func divide(by divisor: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        for i in words.indices.reversed() {
            (words[i], remainder) = divisor.dividingFullWidth((remainder, words[i]))
        }
        while words.last == 0 { words.removeLast() }
        return remainder
    }

    /// The decimal digits, none for 0; uses the number up.
    consuming func decimalDigits() -> [UInt8] {
        var reversed: [UInt8] = []
        reversed.reserveCapacity(20 * words.count)
        while !isZero {
            var chunk = divide(by: 10_000_000_000_000_000_000)
            for _ in 0..<19 where !isZero || chunk > 0 {
                reversed.append(UInt8(chunk % 10))
                chunk /= 10
            }
        }
        return reversed.reversed()
    }
}
