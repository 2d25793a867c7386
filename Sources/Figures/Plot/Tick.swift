import Tensors

/// A labelled place on an axis.
struct Tick: Equatable {
    var value: Double
    var text: String

    /// `mantissa · 10^exponent`, correctly rounded while both factors are exact; infinite beyond the largest number.
    static func value(_ mantissa: Int64, exponent: Int) -> Double {
        if mantissa == 0 { return 0 }
        if exponent >= 0 { return Double(mantissa) * Double.pow(10, Double(exponent)) }
        let part = max(exponent, -300)
        return Double(mantissa) / Double.pow(10, Double(-part)) / Double.pow(10, Double(part - exponent))
    }

    /// `value · 10^power`, also where the power alone is no number.
    static func scaled(_ value: Double, byPower power: Int) -> Double {
        if power == 0 { return value }
        let half = power / 2
        return value * Double.pow(10, Double(half)) * Double.pow(10, Double(power - half))
    }

    /// Ticks at `mantissas · 10^exponent`, all with the digits that tell them apart and no more.
    static func series(_ mantissas: [Int64], exponent: Int) -> [Tick] {
        var mantissas = mantissas
        var exponent = exponent
        while mantissas.allSatisfy({ $0 % 10 == 0 }), mantissas.contains(where: { $0 != 0 }) {
            mantissas = mantissas.map { $0 / 10 }
            exponent += 1
        }
        let values = distinct(mantissas.map { value($0, exponent: exponent) })
        let digits = mantissas.reduce(1) { max($0, decimalPlaces($1.magnitude)) }
        if isPlain(digits: digits, exponent: exponent) {
            return values.map { Tick(value: $0, text: fixed($0, places: max(0, -exponent))) }
        }
        return values.map { Tick(value: $0, text: shown($0, digits: digits)) }
    }

    /// Whether numbers of so many digits, the last of them worth `10^exponent`, are written without a power of ten.
    private static func isPlain(digits: Int, exponent: Int) -> Bool {
        // From 0.00001 up to a million; beyond, where it is shorter than `1.000002 × 10⁶`.
        if exponent >= -5, digits + exponent <= 6 { return true }
        let whole = max(1, digits + exponent)
        let plain = exponent < 0 ? whole + 1 - exponent : whole
        return digits > 4 && plain <= digits + 5
    }

    private static func decimalPlaces(_ number: UInt64) -> Int {
        var (rest, count) = (number, 0)
        while rest > 0 { (rest, count) = (rest / 10, count + 1) }
        return count
    }

    /// The finite values, those once that are neighbours and equal: the smallest numbers have few digits.
    static func distinct(_ values: [Double]) -> [Double] {
        var kept: [Double] = []
        for value in values where value.isFinite && value != kept.last { kept.append(value) }
        return kept
    }

    static func shown(_ value: Double, digits: Int) -> String { ShownNumber(value, digits: digits)?.plain ?? "" }

    private static func fixed(_ value: Double, places: Int) -> String {
        var format = FormatSpec()
        format.precision = places
        format.type = UInt8(ascii: "f")
        do {
            return try ShownNumber(value, format: format)?.plain ?? ""
        } catch {
            preconditionFailure("a fixed number of places is a format for floats")
        }
    }
}
