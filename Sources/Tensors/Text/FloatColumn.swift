/// Floats that are printed together: NumPy's choice of notation and widths for them.
///
/// Scientific when the largest is 10⁸ or more (10⁶ for float32), the smallest below 10⁻⁴, or their ratio above 1000; at most
/// 8 decimal places; points and exponents aligned.
/// - Source: NumPy 2.4, `FloatingFormat` in `arrayprint.py` with the standard print options.
struct FloatColumn<T: Real> {
    private(set) var texts: [[UInt8]] = []

    init(_ values: [T], plainBelow largest: T, shortest: (T) -> DecimalDigits) {
        let isScientific = FloatColumn.wantsExponents(values, plainBelow: largest)
        let digits = values.map { x in
            x.isFinite ? FloatColumn.shortened(shortest(x), of: x, isScientific) : DecimalDigits(digits: [], point: 0)
        }
        let numbers = Array(zip(values, digits))
        texts = alignedRight(isScientific ? FloatColumn.scientific(numbers) : FloatColumn.positional(numbers))
    }

    private static func wantsExponents(_ values: [T], plainBelow limit: T) -> Bool {
        let magnitudes = values.filter { $0.isFinite && $0 != 0 }.map { T($0.magnitude) }
        guard let largest = magnitudes.max(), let smallest = magnitudes.min() else { return false }
        return largest >= limit || smallest < T(rounding: 0.0001) || largest / smallest > 1000
    }

    /// The shortest digits, or those of the exact value rounded to 8 decimal places when they are fewer.
    private static func shortened(_ shortest: DecimalDigits, of x: T, _ isScientific: Bool) -> DecimalDigits {
        let surplus = shortest.digits.count - (isScientific ? 1 : shortest.point) - 8
        guard surplus > 0 else { return shortest }
        let exact = DecimalDigits(exactly: x.asDouble)
        return isScientific ? exact.rounded(toDigits: 9) : exact.rounded(toPlaces: 8)
    }

    /// Further digits of the exact value fill the decimals, zeros the exponents.
    private static func scientific(_ numbers: [(T, DecimalDigits)]) -> [[UInt8]] {
        let places = numbers.reduce(0) { max($0, $1.1.digits.count - 1) }
        let exponentSize = numbers.reduce(2) { max($0, decimalBytes($1.1.exponent.magnitude).count) }
        return numbers.map { x, digits in
            guard x.isFinite else { return special(x) }
            var parts = NumberParts(isNegative: x.sign == .minus)
            let isShort = digits.digits.count < places + 1
            parts.setScientific(isShort ? DecimalDigits(exactly: x.asDouble) : digits, places: places, keepsPoint: true)
            let exponent = parts.exponent ?? 0
            parts.exponent = nil
            let power = decimalBytes(exponent.magnitude)
            let zeros = [UInt8](repeating: 0x30, count: exponentSize - power.count)
            return parts.bytes + [0x65, exponent < 0 ? 0x2D : 0x2B] + zeros + power
        }
    }

    /// Spaces fill what lies behind the last decimal.
    private static func positional(_ numbers: [(T, DecimalDigits)]) -> [[UInt8]] {
        let places = numbers.reduce(0) { max($0, $1.1.digits.count - $1.1.point) }
        return numbers.map { x, digits in
            guard x.isFinite else { return special(x) }
            var parts = NumberParts(isNegative: x.sign == .minus)
            let ownPlaces = max(digits.digits.count - digits.point, 0)
            parts.setFixed(digits, places: ownPlaces, keepsPoint: true)
            return parts.bytes + spaces(places - ownPlaces)
        }
    }

    private static func special(_ x: T) -> [UInt8] { Array((x.isNaN ? "nan" : x < 0 ? "-inf" : "inf").utf8) }
}
