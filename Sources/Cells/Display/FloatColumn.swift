import Tensors

/// The common form NumPy gives to the floats of one array: decimal or scientific, aligned at the point.
///
/// Source: NumPy 2, `numpy/_core/arrayprint.py`, class `FloatingFormat`, with the standard print options.
struct FloatColumn {
    /// The most digits behind the point.
    static let precision = 8

    private let isScientific: Bool
    private var leftWidth = 0
    private var rightWidth = 0
    private var exponentWidth = 2

    /// - Parameter samples: the elements that are printed.
    init(_ samples: [FloatSample]) {
        let sizes = samples.filter { $0.value.isFinite && $0.value != 0 }.map { $0.value.magnitude }
        let (least, most) = (sizes.min() ?? 1, sizes.max() ?? 1)
        isScientific = most >= 1e8 || least < 1e-4 || most / least > 1000
        let finite = samples.filter { $0.value.isFinite }
        for sample in finite {
            let parts = isScientific ? sample.scientific : sample.positional
            leftWidth = max(leftWidth, parts.whole.utf8.count + (sample.isNegative ? 1 : 0))
            rightWidth = max(rightWidth, parts.fraction.utf8.count)
            if let exponent = parts.exponent { exponentWidth = max(exponentWidth, decimal(abs(exponent)).utf8.count) }
        }
        for sample in samples where !sample.value.isFinite {
            let behind = isScientific ? rightWidth + exponentWidth + 3 : rightWidth + 1
            leftWidth = max(leftWidth, sample.special.utf8.count - behind)
        }
    }

    func text(of sample: FloatSample) -> String {
        let tail = isScientific ? exponentWidth + 2 : 0
        guard sample.value.isFinite else { return padded(sample.special, leftWidth + 1 + rightWidth + tail) }
        let parts = isScientific ? sample.scientific : sample.positional
        let missing = rightWidth - parts.fraction.utf8.count
        let left = padded((sample.isNegative ? "-" : "") + parts.whole, leftWidth)
        let filled = left + "." + parts.fraction + String(repeating: isScientific ? "0" : " ", count: max(0, missing))
        guard let exponent = parts.exponent else { return filled }
        let digits = decimal(abs(exponent))
        let zeros = String(repeating: "0", count: max(0, exponentWidth - digits.utf8.count))
        return filled + "e" + (exponent < 0 ? "-" : "+") + zeros + digits
    }
}

/// A float with the digits that tell it from its neighbours in its own type.
struct FloatSample {
    let value: Double
    private let shortest: DecimalDigits

    init(_ value: Double) {
        self.value = value
        self.shortest = DecimalDigits(shortest: value.isFinite ? value : 0)
    }

    init(_ value: Float) {
        self.value = Double(value)
        self.shortest = DecimalDigits(shortest: value.isFinite ? value : 0)
    }

    var isNegative: Bool { value.sign == .minus && !value.isNaN }

    var special: String { value.isNaN ? "nan" : isNegative ? "-inf" : "inf" }

    struct Parts {
        var whole: String
        var fraction: String
        var exponent: Int?
    }

    /// At most 8 places, without zeros at the end.
    var positional: Parts {
        var digits = shortest
        if digits.digits.count - digits.point > FloatColumn.precision {
            digits = DecimalDigits(exactly: value).rounded(toPlaces: FloatColumn.precision)
        }
        if digits.isZero { return Parts(whole: "0", fraction: "", exponent: nil) }
        let point = digits.point
        let wholeDigits = point > 0 ? (0..<point).map { digit(digits, $0) } : [0x30]
        let places = max(0, digits.digits.count - point)
        let fractionDigits = (0..<places).map { digit(digits, point + $0) }
        return Parts(whole: text(wholeDigits), fraction: text(fractionDigits), exponent: nil)
    }

    /// One digit before the point and at most 8 behind it.
    var scientific: Parts {
        var digits = shortest
        if digits.digits.count > FloatColumn.precision + 1 {
            digits = DecimalDigits(exactly: value).rounded(toDigits: FloatColumn.precision + 1)
        }
        if digits.isZero { return Parts(whole: "0", fraction: "", exponent: 0) }
        let fraction = digits.digits.dropFirst().map { $0 + 0x30 }
        return Parts(whole: text([digits.digits[0] + 0x30]), fraction: text(fraction), exponent: digits.point - 1)
    }

    private func digit(_ digits: DecimalDigits, _ place: Int) -> UInt8 {
        place >= 0 && place < digits.digits.count ? digits.digits[place] + 0x30 : 0x30
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// A text set to the right of a column.
func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}
