import Tensors

/// A labelled place on an axis.
struct Tick: Equatable {
    var value: Double
    var text: String

    /// `mantissa · 10^exponent`, correctly rounded for every axis one can draw.
    static func value(_ mantissa: Int, exponent: Int) -> Double {
        exponent >= 0
            ? Double(mantissa) * Double.pow(10, Double(exponent)) : Double(mantissa) / Double.pow(10, Double(-exponent))
    }

    /// Ticks at `mantissas · 10^exponent`, all with the same number of decimals.
    static func series(_ mantissas: [Int], exponent: Int) -> [Tick] {
        var mantissas = mantissas
        var exponent = exponent
        while exponent < 0, mantissas.allSatisfy({ $0 % 10 == 0 }), mantissas.contains(where: { $0 != 0 }) {
            mantissas = mantissas.map { $0 / 10 }
            exponent += 1
        }
        let values = mantissas.map { value($0, exponent: exponent) }
        let largest = values.reduce(0) { max($0, $1.magnitude) }
        let plain = exponent >= -5 && largest < 1e6
        return values.map { Tick(value: $0, text: plain ? fixed($0, places: max(0, -exponent)) : shown($0)) }
    }

    static func shown(_ value: Double) -> String { ShownNumber(value)?.plain ?? "" }

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
