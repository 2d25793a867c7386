// The shortest decimal that reads back as the same number, and of those the nearest: what Python's repr and NumPy print.
// A number read back is the nearest one, so the decimals in question lie between the middles to both neighbours.
// Source: Steele and White, "How to print floating-point numbers accurately", PLDI 1990; the search uses that every decimal
// of at most 15 digits survives the way through Double (6 for Float).

extension DecimalDigits {
    /// The shortest digits that read back as `|x|`.
    ///
    /// - Precondition: `x` is finite.
    public init(shortest x: Double) {
        precondition(x.isFinite, "only a finite number has a decimal expansion")
        if x.magnitude < 0x1p53, x.rounded(.towardZero) == x {
            self.init(UInt64(x.magnitude))
            return
        }
        if let digits = DecimalDigits.fewPlaces(x) {
            self = digits
            return
        }
        let (significand, exponent) = DecimalDigits.binaryParts(x)
        self = DecimalDigits.shortest(
            significand, exponent, lowerIsCloser: significand == 1 << 52 && x.exponentBitPattern > 1,
            safeDigits: x.isNormal ? 15 : 0)
    }

    /// The shortest digits that read back as the `Float` `|x|`.
    ///
    /// - Precondition: `x` is finite.
    public init(shortest x: Float) {
        precondition(x.isFinite, "only a finite number has a decimal expansion")
        let isNormal = x.exponentBitPattern > 0
        let significand = UInt64(x.significandBitPattern) | (isNormal ? 1 << 23 : 0)
        self = DecimalDigits.shortest(
            significand, max(Int(x.exponentBitPattern), 1) - 150,
            lowerIsCloser: significand == 1 << 23 && x.exponentBitPattern > 1, safeDigits: isNormal ? 6 : 0)
    }

    private static func shortest(
        _ significand: UInt64, _ exponent: Int, lowerIsCloser: Bool, safeDigits: Int
    ) -> DecimalDigits {
        guard significand > 0 else { return DecimalDigits(digits: [], point: 0) }
        let exact = DecimalDigits(significand: significand, exponent: exponent)
        if exact.digits.count <= safeDigits { return exact }
        let upper = DecimalDigits(significand: 2 * significand + 1, exponent: exponent - 1)
        let lower =
            lowerIsCloser
            ? DecimalDigits(significand: 4 * significand - 1, exponent: exponent - 2)
            : DecimalDigits(significand: 2 * significand - 1, exponent: exponent - 1)
        let isEven = significand % 2 == 0
        func readsBack(_ decimal: DecimalDigits) -> Bool {
            isEven ? lower <= decimal && decimal <= upper : lower < decimal && decimal < upper
        }
        for count in max(safeDigits, 1)..<exact.digits.count {
            let nearest = exact.rounded(toDigits: count)
            if readsBack(nearest) { return nearest }
            let above = exact.increasedPrefix(count)
            if lowerIsCloser, readsBack(above) { return above }
        }
        return exact
    }
}
