/// The functions of `math` that are about whole numbers; what does not fit in 64 bits is an error.
enum WholeMathematics {
    static func call(_ name: String, _ call: Call) throws(Fault) -> Int64 {
        try call.refuseNames()
        var numbers: [Int64] = []
        for (place, value) in call.placed.enumerated() {
            if name == "perm", place == 1, value.isNone { continue }
            numbers.append(try call.index(value))
        }
        switch name {
        case "gcd": return try signed(numbers.reduce(0) { commonDivisor($0, $1.magnitude) })
        case "lcm": return try leastMultiple(numbers)
        case "comb":
            _ = try call.exactly(2)
            return try combinations(numbers[0], numbers[1])
        case "perm":
            _ = try call.positional(["n", "k"], required: 1)
            return try permutations(numbers[0], numbers.count > 1 ? numbers[1] : numbers[0])
        case "factorial":
            _ = try call.exactly(1)
            if numbers[0] < 0 { throw Fault.python(.value, "factorial() not defined for negative values") }
            return try permutations(numbers[0], numbers[0])
        default:
            _ = try call.exactly(1)
            if numbers[0] < 0 { throw Fault.python(.value, "isqrt() argument must be nonnegative") }
            return squareRoot(numbers[0])
        }
    }

    private static func signed(_ number: UInt64) throws(Fault) -> Int64 {
        guard let value = Int64(exactly: number) else { throw Arithmetic.tooLarge }
        return value
    }

    private static func commonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    private static func leastMultiple(_ numbers: [Int64]) throws(Fault) -> Int64 {
        var result: UInt64 = 1
        for number in numbers {
            if number == 0 { return 0 }
            let factor = number.magnitude / commonDivisor(result, number.magnitude)
            let (product, overflow) = result.multipliedReportingOverflow(by: factor)
            if overflow { throw Arithmetic.tooLarge }
            result = product
        }
        return try signed(result)
    }

    /// The number of ways to choose k of n things.
    private static func combinations(_ n: Int64, _ k: Int64) throws(Fault) -> Int64 {
        if n < 0 { throw Fault.python(.value, "n must be a non-negative integer") }
        if k < 0 { throw Fault.python(.value, "k must be a non-negative integer") }
        if k > n { return 0 }
        var result: UInt64 = 1
        var place: Int64 = 0
        while place < min(k, n - k) {
            // The product of consecutive numbers is divisible, and exact in 128 bits.
            let (high, low) = result.multipliedFullWidth(by: UInt64(n - place))
            let divisor = UInt64(place + 1)
            if high >= divisor { throw Arithmetic.tooLarge }
            result = divisor.dividingFullWidth((high, low)).quotient
            if result > Int64.max { throw Arithmetic.tooLarge }
            place += 1
        }
        return try signed(result)
    }

    /// `n · (n − 1) · …` with k factors.
    private static func permutations(_ n: Int64, _ k: Int64) throws(Fault) -> Int64 {
        if n < 0 { throw Fault.python(.value, "n must be a non-negative integer") }
        if k < 0 { throw Fault.python(.value, "k must be a non-negative integer") }
        if k > n { return 0 }
        var result: Int64 = 1
        var factor = n
        while factor > n - k, factor > 1 {
            let (product, overflow) = result.multipliedReportingOverflow(by: factor)
            if overflow { throw Arithmetic.tooLarge }
            result = product
            factor -= 1
        }
        return result
    }

    /// The largest number whose square is not above n.
    private static func squareRoot(_ n: Int64) -> Int64 {
        var root = Int64(Double(n).squareRoot())
        while root > 3_037_000_499 || root * root > n { root -= 1 }
        while root < 3_037_000_499, (root + 1) * (root + 1) <= n { root += 1 }
        return root
    }
}
