/// A number as Python's `repr` writes it: `16.0`, `1e-07`, `1e+16`, `-0.0`, `inf`, `nan`.
public func pythonRepr(_ x: Double) -> String {
    guard x.isFinite else { return specialText(x) }
    return pythonRepr(DecimalDigits(shortest: x), isNegative: x.sign == .minus)
}

/// A `Float` as NumPy's `str` writes it: the shortest digits that read back as the same `Float`, scientific below 10⁻⁴ and from
/// 10⁶ on.
public func numpyText(_ x: Float) -> String {
    guard x.isFinite else { return specialText(Double(x)) }
    let digits = DecimalDigits(shortest: x)
    if x == 0 || (Double(x.magnitude) >= 1e-4 && x.magnitude < 1e6) {
        return pythonRepr(digits, isNegative: x.sign == .minus)
    }
    var parts = NumberParts(isNegative: x.sign == .minus)
    parts.setScientific(digits, places: max(digits.digits.count - 1, 0), keepsPoint: false)
    return String(decoding: parts.bytes, as: UTF8.self)
}

/// An integer in decimal digits, `-` in front of a negative one.
public func decimal(_ n: Int64) -> String {
    (n < 0 ? "-" : "") + String(decoding: decimalBytes(n.magnitude), as: UTF8.self)
}

public func decimal(_ n: Int) -> String { decimal(Int64(n)) }

/// A whole number in ASCII digits.
func decimalBytes(_ n: some UnsignedInteger) -> [UInt8] {
    DecimalDigits(UInt64(n)).plain(places: 0).whole
}

private func specialText(_ x: Double) -> String {
    x.isNaN ? "nan" : x < 0 ? "-inf" : "inf"
}

private func pythonRepr(_ digits: DecimalDigits, isNegative: Bool) -> String {
    var parts = NumberParts(isNegative: isNegative)
    parts.setShortest(digits, keepsPoint: false)
    return String(decoding: parts.bytes, as: UTF8.self)
}
