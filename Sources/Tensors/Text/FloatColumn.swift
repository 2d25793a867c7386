/// Floats that are printed together: NumPy's choice of notation and widths for them.
///
/// Scientific when the largest is 10⁸ or more (10⁶ for float32), the smallest below 10⁻⁴, or their ratio above 1000; at most
/// `precision` decimal places; points and exponents aligned.
/// - Source: NumPy 2.4, `FloatingFormat` in `arrayprint.py`.
struct FloatColumn<T: Real> {
    private let options: PrintOptions
    private(set) var texts: [[UInt8]] = []

    init(_ values: [T], plainBelow largest: T, _ options: PrintOptions, shortest: (T) -> DecimalDigits) {
        self.options = options
        let isScientific = FloatColumn.wantsExponents(values, plainBelow: largest, options)
        let digits = values.map { x in
            x.isFinite ? shortened(shortest(x), of: x, isScientific) : DecimalDigits(digits: [], point: 0)
        }
        let numbers = Array(zip(values, digits))
        let finite = isScientific ? scientific(numbers) : positional(numbers)
        texts = alignedRight(finite, width: leastWidth(values, finite))
    }

    private static func wantsExponents(_ values: [T], plainBelow limit: T, _ options: PrintOptions) -> Bool {
        let magnitudes = values.filter { $0.isFinite && $0 != 0 }.map { T($0.magnitude) }
        guard let largest = magnitudes.max(), let smallest = magnitudes.min() else { return false }
        if largest >= limit { return true }
        return !options.suppressesExponents && (smallest < T(rounding: 0.0001) || largest / smallest > 1000)
    }

    /// The shortest digits, or those of the exact value rounded to the precision when they are fewer.
    private func shortened(_ shortest: DecimalDigits, of x: T, _ isScientific: Bool) -> DecimalDigits {
        if options.mode == .unique { return shortest }
        let surplus = shortest.digits.count - (isScientific ? 1 : shortest.point) - options.precision
        guard surplus > 0 || (options.mode == .fixed && !isScientific) else { return shortest }
        let exact = DecimalDigits(exactly: x.asDouble)
        return isScientific
            ? exact.rounded(toDigits: options.precision + 1) : exact.rounded(toPlaces: options.precision)
    }

    /// The width that signs and special values ask for.
    private func leastWidth(_ values: [T], _ texts: [[UInt8]]) -> Int {
        var width = 0
        for (x, text) in zip(values, texts) where x.isFinite { width = max(width, text.count) }
        if options.sign == .space, !values.contains(where: { $0.isFinite && $0.sign == .minus }) { width += 1 }
        if values.contains(where: { !$0.isFinite }) {
            let hasSign = options.sign != .minus || values.contains { $0.isInfinite && $0 < 0 }
            width = max(width, options.nan.utf8.count, options.infinity.utf8.count + (hasSign ? 1 : 0))
        }
        return width
    }

    /// Further digits of the exact value fill the decimals, zeros the exponents.
    private func scientific(_ numbers: [(T, DecimalDigits)]) -> [[UInt8]] {
        var places = numbers.reduce(0) { max($0, $1.1.digits.count - 1) }
        if options.mode == .fixed { places = options.precision }
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
            return plus(x) + parts.bytes + [0x65, exponent < 0 ? 0x2D : 0x2B] + zeros + power
        }
    }

    /// Spaces fill what lies behind the last decimal, or digits where all numbers have equally many.
    private func positional(_ numbers: [(T, DecimalDigits)]) -> [[UInt8]] {
        var places = numbers.reduce(0) { max($0, $1.1.digits.count - $1.1.point) }
        if options.mode == .fixed { places = options.precision }
        let isEven = options.mode == .fixed || options.mode == .maxprecEqual
        return numbers.map { x, digits in
            guard x.isFinite else { return special(x) }
            var parts = NumberParts(isNegative: x.sign == .minus)
            let ownPlaces = isEven ? places : max(digits.digits.count - digits.point, 0)
            let isShort = digits.digits.count - digits.point < ownPlaces
            parts.setFixed(
                isEven && isShort ? DecimalDigits(exactly: x.asDouble) : digits, places: ownPlaces, keepsPoint: true)
            return plus(x) + parts.bytes + spaces(places - ownPlaces)
        }
    }

    private func plus(_ x: T) -> [UInt8] { options.sign == .plus && x.sign == .plus ? [0x2B] : [] }

    private func special(_ x: T) -> [UInt8] {
        let sign: [UInt8] = !x.isNaN && x < 0 ? [0x2D] : options.sign == .plus ? [0x2B] : []
        return sign + Array((x.isNaN ? options.nan : options.infinity).utf8)
    }
}
