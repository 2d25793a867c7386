// Short ways to the digits most numbers of a book need; each gives nil where it does not apply, and the exact expansion
// serves.

extension DecimalDigits {
    /// The shortest digits of a number with few decimal places.
    ///
    /// A whole number below 2⁵³ over a power of ten, divided and rounded once, that gives `x` reads back as `x`; with at most
    /// 15 digits no other decimal of that length does.
    static func fewPlaces(_ x: Double) -> DecimalDigits? {
        guard x.magnitude < 1e9 else { return nil }
        var power: UInt64 = 1
        for places in 1...5 {
            power *= 10
            let whole = UInt64(x.magnitude * Double(power) + 0.5)
            if Double(whole) / Double(power) == x.magnitude { return DecimalDigits(whole, places: places) }
        }
        return nil
    }

    /// `|x|` rounded to a number of decimal places, ties to even: the product with the power of ten is exact as a sum of two
    /// doubles.
    static func rounding(_ x: Double, toPlaces places: Int) -> DecimalDigits? {
        guard places <= 12, x.magnitude < 1e3, x.magnitude > 1e-100 else { return nil }
        var power = 1.0
        for _ in 0..<places { power *= 10 }
        let product = DoubleDouble.product(x.magnitude, power)
        var whole = UInt64(product.high)
        let beyondHalf = (product.high - Double(whole)) - 0.5
        let isTie = beyondHalf == 0 && product.low == 0
        if beyondHalf > 0 || (beyondHalf == 0 && product.low > 0) || (isTie && whole % 2 == 1) { whole += 1 }
        return DecimalDigits(whole, places: places)
    }

    /// `whole / 10^places`.
    private init(_ whole: UInt64, places: Int) {
        let digits = DecimalDigits(whole)
        self.init(digits: digits.digits, point: digits.point - places)
    }
}
