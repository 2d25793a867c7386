/// A formatted number before it is put together: the digits are Python's, the dress is open.
struct NumberParts {
    var isNegative = false
    /// `0x` and the like.
    var prefix: [UInt8] = []
    /// The digits before the point.
    var whole: [UInt8] = []
    var hasPoint = false
    /// The digits after the point.
    var fraction: [UInt8] = []
    var exponent: Int?
    var isUppercase = false
    /// `%`, or `inf` and `nan`, which have no digits.
    var suffix: [UInt8] = []

    /// Whether every digit shown is 0.
    var isZero: Bool {
        !whole.isEmpty && whole.allSatisfy { $0 == 0x30 } && fraction.allSatisfy { $0 == 0x30 }
    }

    /// Everything after the digits before the point, as Python writes it.
    var rest: [UInt8] {
        var bytes: [UInt8] = hasPoint ? [0x2E] : []
        bytes += fraction
        if let exponent {
            bytes.append(isUppercase ? 0x45 : 0x65)
            bytes.append(exponent < 0 ? 0x2D : 0x2B)
            if exponent.magnitude < 10 { bytes.append(0x30) }
            bytes += decimalBytes(exponent.magnitude)
        }
        return bytes + suffix
    }

    var bytes: [UInt8] { (isNegative ? [0x2D] : []) + prefix + whole + rest }

    /// Digits with a given number of decimal places.
    mutating func setFixed(_ digits: DecimalDigits, places: Int, keepsPoint: Bool) {
        (whole, fraction) = digits.rounded(toPlaces: places).plain(places: places)
        hasPoint = places > 0 || keepsPoint
    }

    /// One digit, the point, `places` digits and the exponent.
    mutating func setScientific(_ digits: DecimalDigits, places: Int, keepsPoint: Bool) {
        let rounded = digits.rounded(toDigits: places + 1)
        exponent = rounded.exponent
        whole = [rounded.digit(0) + 0x30]
        fraction = (0..<places).map { rounded.digit($0 + 1) + 0x30 }
        hasPoint = places > 0 || keepsPoint
    }

    /// `%g`: `count` significant digits, scientific when the exponent is below −4 or not below `limit`; zeros at the end go
    /// unless `keepsPoint`. `addsZero` is Python's habit of giving floats at least one decimal place.
    mutating func setGeneral(_ digits: DecimalDigits, count: Int, keepsPoint: Bool, addsZero: Bool) {
        let count = max(count, 1)
        let rounded = digits.rounded(toDigits: count)
        let point = rounded.isZero ? 1 : rounded.point
        let shown = keepsPoint ? count : rounded.digits.count
        if point <= -4 || point > count - (addsZero ? 1 : 0) {
            setScientific(rounded, places: max(shown - 1, 0), keepsPoint: keepsPoint)
        } else {
            let places = max(shown - point, 0)
            setFixed(rounded, places: addsZero ? max(places, 1) : places, keepsPoint: keepsPoint)
        }
    }

    /// Python's repr: plain for exponents from −4 to 15, with at least one decimal place.
    mutating func setShortest(_ digits: DecimalDigits, keepsPoint: Bool) {
        let point = digits.isZero ? 1 : digits.point
        if point <= -4 || point > 16 {
            setScientific(digits, places: max(digits.digits.count - 1, 0), keepsPoint: keepsPoint)
        } else {
            setFixed(digits, places: max(digits.digits.count - point, 1), keepsPoint: true)
        }
    }
}
