extension FormatSpec {
    /// A number as Python's `format(x, spec)` writes it.
    ///
    /// - Throws: `FormatError` for the types that want an integer or text.
    public func format(_ x: Double) throws(FormatError) -> String {
        dressed(try parts(x), alignedTo: .right)
    }

    /// An integer as Python's `format(n, spec)` writes it.
    ///
    /// - Throws: `FormatError` for a precision with an integer type, and the like.
    public func format(_ n: Int64) throws(FormatError) -> String {
        if type == 0x63 { return try formatCharacter(n) }
        return dressed(try parts(n), alignedTo: .right)
    }

    public func format(_ n: Int) throws(FormatError) -> String { try format(Int64(n)) }

    /// A text as Python's `format(s, spec)` writes it; the precision cuts it after so many characters.
    ///
    /// - Throws: `FormatError` for what only numbers have.
    public func format(_ text: String) throws(FormatError) -> String {
        try require(type == nil || type == 0x73, "format type '\(typeText)' wants a number, not text")
        try require(sign == nil, "a sign belongs to numbers, not to text")
        try require(!avoidsNegativeZero, "'z' belongs to numbers, not to text")
        try require(!isAlternate, "'#' belongs to numbers, not to text")
        try require(grouping == nil, "grouped digits belong to numbers, not to text")
        try require(alignment != .afterSign, "'=' aligns numbers, not text")
        var scalars = Array(text.unicodeScalars)
        if let precision { scalars = Array(scalars.prefix(precision)) }
        var bytes: [UInt8] = []
        for scalar in scalars { bytes += Array(UTF8.encode(scalar).map(Array.init) ?? []) }
        return padded(bytes, count: scalars.count, before: [], alignedTo: .left)
    }

    /// The digits of a number under this format.
    func parts(_ x: Double) throws(FormatError) -> NumberParts {
        let code = type.map { $0 | 0x20 }
        switch type.map({ $0 | 0x20 }) {
        case nil, 0x65, 0x66, 0x67, 0x6E, 0x25: break
        default: throw error("format type '\(typeText)' wants \(code == 0x73 ? "text" : "an integer"), not a float")
        }
        var parts = NumberParts(isNegative: x.sign == .minus)
        parts.isUppercase = type.map { $0 < 0x60 && $0 != 0x25 } ?? false
        let value = type == 0x25 ? x * 100 : x
        if value.isFinite {
            setDigits(&parts, value)
        } else {
            parts.isNegative = value < 0
            let name = value.isNaN ? "nan" : "inf"
            parts.suffix = name.utf8.map { parts.isUppercase ? $0 - 0x20 : $0 }
        }
        if type == 0x25 { parts.suffix.append(0x25) }
        if avoidsNegativeZero, parts.isZero { parts.isNegative = false }
        return parts
    }

    private func setDigits(_ parts: inout NumberParts, _ value: Double) {
        switch type.map({ $0 | 0x20 }) {
        case nil where precision == nil:
            parts.setShortest(DecimalDigits(shortest: value), keepsPoint: isAlternate)
        case 0x65:
            parts.setScientific(DecimalDigits(exactly: value), places: precision ?? 6, keepsPoint: isAlternate)
        case 0x66, 0x25:
            let places = precision ?? 6
            let digits = DecimalDigits.rounding(value, toPlaces: places) ?? DecimalDigits(exactly: value)
            parts.setFixed(digits, places: places, keepsPoint: isAlternate)
        case let code:
            parts.setGeneral(
                DecimalDigits(exactly: value), count: precision ?? 6, keepsPoint: isAlternate, addsZero: code == nil)
        }
    }

    /// The digits of an integer under this format.
    func parts(_ n: Int64) throws(FormatError) -> NumberParts {
        let radix: Int
        switch type {
        case nil, 0x64, 0x6E: radix = 10
        case 0x62: radix = 2
        case 0x6F: radix = 8
        case 0x78, 0x58: radix = 16
        case 0x73: throw error("format type 's' wants text, not an integer")
        default: return try parts(Double(n))
        }
        try require(precision == nil, "an integer has no precision; for decimal places use type 'f'")
        try require(!avoidsNegativeZero, "'z' belongs to floats, not to integers")
        var parts = NumberParts(isNegative: n < 0)
        parts.whole = Array(String(n.magnitude, radix: radix, uppercase: type == 0x58).utf8)
        if isAlternate, let type, radix != 10 { parts.prefix = [0x30, type] }
        return parts
    }

    private func formatCharacter(_ n: Int64) throws(FormatError) -> String {
        try require(precision == nil, "a character has no precision")
        try require(sign == nil, "a sign does not go with format type 'c'")
        try require(!isAlternate, "'#' does not go with format type 'c'")
        try require(!avoidsNegativeZero, "'z' belongs to floats, not to integers")
        guard let scalar = UInt32(exactly: n).flatMap(Unicode.Scalar.init), let bytes = UTF8.encode(scalar) else {
            throw error("\(decimal(n)) is not the number of a character")
        }
        return padded(Array(bytes), count: 1, before: [], alignedTo: .right)
    }

    func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(FormatError) {
        if !condition { throw error(message()) }
    }

    /// A mistake that lies in the format as a whole, whose length only its writer knows.
    private func error(_ message: String) -> FormatError { FormatError(offset: 0, length: 0, message: message) }

    private var typeText: String { String(decoding: type.map { [$0] } ?? [], as: UTF8.self) }
}
