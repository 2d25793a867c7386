// Reading decimals: the nearest double (or Float), ties to even, from any number of digits.
// Source: Clinger, "How to read floating point numbers accurately", PLDI 1990: an estimate, then exact comparison with the
// middles to its neighbours.

extension DecimalDigits {
    /// Digits with an optional fraction and exponent, such as `12`, `.5`, `1e-07`; nil for anything else. No sign.
    public init?(reading text: some Sequence<UInt8>) {
        var digits: [UInt8] = []
        var (point, hasPoint, count) = (0, false, 0)
        var exponent = 0
        var iterator = text.makeIterator()
        reading: while let byte = iterator.next() {
            switch byte {
            case 0x30...0x39:
                digits.append(byte - 0x30)
                count += 1
                if !hasPoint { point += 1 }
            case 0x2E where !hasPoint: hasPoint = true
            case 0x65, 0x45:
                guard let value = DecimalDigits.readExponent(&iterator) else { return nil }
                exponent = value
                break reading
            default: return nil
            }
        }
        guard count > 0 else { return nil }
        self.init(digits: digits, point: point + exponent)
    }

    private static func readExponent(_ iterator: inout some IteratorProtocol<UInt8>) -> Int? {
        var byte = iterator.next()
        let isNegative = byte == 0x2D
        if byte == 0x2D || byte == 0x2B { byte = iterator.next() }
        guard byte != nil else { return nil }
        var value = 0
        while let digit = byte {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            value = min(value * 10 + Int(digit - 0x30), 1_000_000)
            byte = iterator.next()
        }
        return isNegative ? -value : value
    }

    /// The nearest double; infinity beyond the largest.
    public var nearestDouble: Double {
        if let exact = simpleDouble { return exact }
        if isZero || point < -330 { return 0 }
        if point > 310 { return .infinity }
        var guess = estimate
        while guess < .greatestFiniteMagnitude, !guess.coversDecimal(self) { guess = guess.nextUp }
        while guess > 0, guess.nextDown.coversDecimal(self) { guess = guess.nextDown }
        if guess == .greatestFiniteMagnitude, !guess.coversDecimal(self) { return .infinity }
        return guess
    }

    /// The nearest `Float`, from the decimal in one step.
    public var nearestFloat: Float {
        let double = nearestDouble
        let candidate = Float(double)
        guard candidate.isFinite else { return candidate }
        let exact = DecimalDigits(exactly: double)
        if exact == self { return candidate }
        // Only a double in the middle of two floats may have hidden on which side the decimal lies.
        let (down, up) = (candidate.nextDown, candidate.nextUp)
        if up.isFinite, double == (Double(candidate) + Double(up)) / 2 { return self > exact ? up : candidate }
        if double == (Double(candidate) + Double(down)) / 2 { return self < exact ? down : candidate }
        return candidate
    }

    /// At most 15 digits and a power of ten up to 10²²: one exact multiplication or division.
    private var simpleDouble: Double? {
        let shift = point - digits.count
        guard digits.count <= 15, shift.magnitude <= 22 else { return nil }
        var whole: UInt64 = 0
        for digit in digits { whole = whole &* 10 &+ UInt64(digit) }
        var power = 1.0
        for _ in 0..<shift.magnitude { power *= 10 }
        return shift < 0 ? Double(whole) / power : Double(whole) * power
    }

    /// A double near the value, mostly the nearest.
    private var estimate: Double {
        var whole = DoubleDouble(0)
        for digit in digits.prefix(30) { whole = whole * 10 + Double(digit) }
        var shift = point - min(digits.count, 30)
        if shift < -290 {  // stay clear of the subnormal numbers until the last step
            whole = whole / DecimalDigits.powerOfTen(shift.magnitude / 2)
            shift += Int(shift.magnitude / 2)
        }
        if shift > 250 {
            return (whole * DecimalDigits.powerOfTen(UInt(shift) - 200)).scaled(by: 0x1p-500).rounded * 0x1p500 * 1e200
        }
        let power = DecimalDigits.powerOfTen(shift.magnitude)
        return shift < 0 ? (whole / power).rounded : (whole * power).rounded
    }

    private static func powerOfTen(_ n: UInt) -> DoubleDouble {
        var (result, square, rest) = (DoubleDouble(1), DoubleDouble(10), n)
        while rest > 0 {
            if rest & 1 == 1 { result = result * square }
            rest >>= 1
            if rest > 0 { square = square * square }
        }
        return result
    }
}

extension Double {
    /// The middle between this number and the next above.
    private var upperMiddle: DecimalDigits {
        let (significand, exponent) = DecimalDigits.binaryParts(self)
        return DecimalDigits(significand: 2 * significand + 1, exponent: exponent - 1)
    }

    /// Whether a decimal lies below the middle to the next number, or on it when this number is even.
    fileprivate func coversDecimal(_ decimal: DecimalDigits) -> Bool {
        let middle = upperMiddle
        return significandBitPattern % 2 == 0 ? decimal <= middle : decimal < middle
    }

    /// The nearest double to a decimal such as `-12`, `.5` or `1e-07`; nil when the text is not one.
    public init?(decimal text: some Sequence<UInt8>) {
        guard let (isNegative, digits) = signedDecimal(text) else { return nil }
        self = isNegative ? -digits.nearestDouble : digits.nearestDouble
    }

    /// The nearest double to a decimal such as `-12`, `.5` or `1e-07`; nil when the text is not one.
    public init?(decimal text: String) { self.init(decimal: text.utf8) }
}

extension Float {
    /// The nearest `Float` to a decimal such as `-12`, `.5` or `1e-07`; nil when the text is not one.
    public init?(decimal text: some Sequence<UInt8>) {
        guard let (isNegative, digits) = signedDecimal(text) else { return nil }
        self = isNegative ? -digits.nearestFloat : digits.nearestFloat
    }
}

private func signedDecimal(_ text: some Sequence<UInt8>) -> (isNegative: Bool, digits: DecimalDigits)? {
    var bytes = Array(text)
    let sign = bytes.first
    if sign == 0x2D || sign == 0x2B { bytes.removeFirst() }
    return DecimalDigits(reading: bytes).map { (sign == 0x2D, $0) }
}
