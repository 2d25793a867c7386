import Tensors

/// Ticks of a logarithmic axis, at least three of them whatever its length.
enum LogTicks {
    /// - Precondition: 0 < `low` < `high`.
    static func ticks(from low: Double, to high: Double, wanted: Int) -> [Tick] {
        precondition(low > 0 && low < high, "a logarithmic axis runs over positive numbers")
        let decades = powers([1], from: low, to: high)
        if decades.count >= 3 {
            let least = (decades.count + wanted - 1) / wanted
            let stride = [1, 2, 3, 5, 10, 20, 30, 50, 100, 150, 200].first { $0 >= least } ?? least
            let round = decades.filter { $0.exponent % stride == 0 }
            let kept =
                round.count >= 3 ? round : decades.enumerated().filter { $0.offset % least == 0 }.map { $0.element }
            return alike(kept.map { tick(1, $0.exponent) })
        }
        for digits in [[1, 3], [1, 2, 5], [1, 2, 3, 5], Array(1...9)] as [[Int64]] {
            let places = powers(digits, from: low, to: high)
            if places.count >= 4 { return places.map { tick($0.digit, $0.exponent) } }
        }
        // Less than a factor of two or so: as on a linear axis.
        return LinearTicks.ticks(from: low, to: high, wanted: wanted, loose: false).filter { $0.value > 0 }
    }

    /// Powers of ten all written alike: where one has an exponent, all have.
    private static func alike(_ ticks: [Tick]) -> [Tick] {
        guard ticks.contains(where: { $0.text.hasPrefix("10") && !$0.text.utf8.allSatisfy { $0 < 128 } }) else {
            return ticks
        }
        return ticks.map { tick in
            let exponent = Int(Double.log10(tick.value).rounded())
            return Tick(value: tick.value, text: exponent == 0 ? "1" : "10" + superscript(exponent))
        }
    }

    private static func superscript(_ number: Int) -> String {
        let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        var text = ""
        var rest = number.magnitude
        repeat {
            text = digits[Int(rest % 10)] + text
            rest /= 10
        } while rest > 0
        return (number < 0 ? "⁻" : "") + text
    }

    private static func powers(
        _ digits: [Int64], from low: Double, to high: Double
    ) -> [(digit: Int64, exponent: Int)] {
        let first = Int(Double.log10(low).rounded(.down))
        let last = Int(Double.log10(high).rounded(.up))
        var places: [(digit: Int64, exponent: Int)] = []
        var previous = 0.0
        for exponent in first...last {
            for digit in digits {
                let value = Tick.value(digit, exponent: exponent)
                // Among the smallest numbers, neighbours are equal.
                guard (low...high).contains(value), value != previous else { continue }
                places.append((digit, exponent))
                previous = value
            }
        }
        return places
    }

    /// `0.01`, or `10⁻⁸` where that would be long.
    private static func tick(_ digit: Int64, _ exponent: Int) -> Tick {
        let value = Tick.value(digit, exponent: exponent)
        // One digit, whatever the power's last bit makes of the others.
        let text = Tick.shown(value, digits: 1)
        return Tick(value: value, text: text.hasPrefix("1 × ") ? String(text.dropFirst(4)) : text)
    }
}
