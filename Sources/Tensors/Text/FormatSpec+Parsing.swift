extension FormatSpec {
    /// Reads a format.
    ///
    /// - Throws: `FormatError` with the place and, where one fix suggests itself, the format as it was likely meant.
    public init(_ text: String) throws(FormatError) { try self.init(bytes: Array(text.utf8)) }

    /// Reads a format from UTF-8.
    public init(bytes: [UInt8]) throws(FormatError) {
        self.init()
        var reader = FormatReader(bytes, looksForFixes: true)
        try reader.read(into: &self)
    }
}

private struct FormatReader {
    let bytes: [UInt8]
    var position = 0

    /// Off while a fix is tried.
    let looksForFixes: Bool

    init(_ bytes: [UInt8], looksForFixes: Bool) { (self.bytes, self.looksForFixes) = (bytes, looksForFixes) }

    mutating func read(into spec: inout FormatSpec) throws(FormatError) {
        readAlignment(into: &spec)
        spec.sign = take(as: FormatSpec.Sign.self)
        spec.avoidsNegativeZero = take(0x7A)
        spec.isAlternate = take(0x23)
        spec.padsWithZeros = spec.fill == nil && take(0x30)
        spec.width = try readSize("width")
        try readGrouping(into: &spec)
        let point = position
        if take(0x2E) {
            spec.precision = try readSize("precision")
            if spec.precision == nil { throw missingPrecision(at: point) }
        }
        try readType(into: &spec)
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    mutating func take<Choice: RawRepresentable<UInt8>>(as: Choice.Type) -> Choice? {
        guard let choice = next.flatMap(Choice.init(rawValue:)) else { return nil }
        position += 1
        return choice
    }

    mutating func readAlignment(into spec: inout FormatSpec) {
        let character = characterLength
        if character > 0, position + character < bytes.count,
            let alignment = FormatSpec.Alignment(rawValue: bytes[position + character])
        {
            spec.fill = Array(bytes[position..<(position + character)])
            spec.alignment = alignment
            position += character + 1
        } else {
            spec.alignment = take(as: FormatSpec.Alignment.self)
        }
    }

    /// The number of bytes of the next character.
    var characterLength: Int {
        guard next != nil else { return 0 }
        var end = position + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return end - position
    }

    mutating func readSize(_ name: String) throws(FormatError) -> Int? {
        let start = position
        var value = 0
        while let digit = next, digit >= 0x30, digit <= 0x39 {
            value = min(value * 10 + Int(digit - 0x30), FormatSpec.largestSize + 1)
            position += 1
        }
        guard value <= FormatSpec.largestSize else {
            let largest = decimal(FormatSpec.largestSize)
            throw FormatError(
                offset: start, length: position - start, message: "the \(name) of a format is at most \(largest)")
        }
        return position > start ? value : nil
    }

    mutating func readGrouping(into spec: inout FormatSpec) throws(FormatError) {
        spec.grouping = take(as: FormatSpec.Grouping.self)
        guard spec.grouping != nil, next.flatMap(FormatSpec.Grouping.init(rawValue:)) != nil else { return }
        throw FormatError(
            offset: position, length: 1, message: "digits are grouped by ',' or by '_', once",
            suggestion: text(bytes[..<position] + bytes[(position + 1)...]))
    }

    func missingPrecision(at point: Int) -> FormatError {
        FormatError(
            offset: point, length: 1, message: "the '.' of a format is followed by the number of digits",
            suggestion: text(bytes[...point] + [0x32] + bytes[(point + 1)...]))
    }

    mutating func readType(into spec: inout FormatSpec) throws(FormatError) {
        guard let type = next else { return }
        let length = characterLength
        let types = Array("bcdeEfFgGnosxX%".utf8)
        guard length == 1, types.contains(type) else { throw unknownType(length, types) }
        position += 1
        guard position == bytes.count else { throw surplus(after: type) }
        spec.type = type
        guard let grouping = spec.grouping else { return }
        let allowed = Array((grouping == .comma ? "deEfFgG%" : "bdeEfFgGoxX%").utf8)
        guard allowed.contains(type) else {
            throw FormatError(
                offset: position - 1, length: 1,
                message: "format type '\(text([type]))' cannot group digits by '\(text([grouping.rawValue]))'")
        }
    }

    private func unknownType(_ length: Int, _ types: [UInt8]) -> FormatError {
        let written = bytes[position..<(position + length)]
        var suggestion: String?
        if length == 1, types.contains(written.first.map { $0 ^ 0x20 } ?? 0), position + 1 == bytes.count {
            suggestion = text(bytes[..<position] + [bytes[position] ^ 0x20])
        }
        let rule = "the types are e, f, g and % for numbers, d, b, o, x and c for whole ones, s for text"
        return FormatError(
            offset: position, length: length, message: "unknown format type '\(text(written))'; \(rule)",
            suggestion: suggestion)
    }

    /// Something behind the type: a printf format (`%.2f`), or parts out of order (`f.2`, `e3`).
    private func surplus(after type: UInt8) -> FormatError {
        let rest = bytes[position...]
        let before = bytes[..<(position - 1)]
        let areDigits = rest.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        let candidate = type == 0x25 ? Array(rest) : before + (areDigits ? [0x2E] : []) + rest + [type]
        return FormatError(
            offset: position, length: rest.count,
            message: "'\(text(rest))' stands behind the type '\(text([type]))', which ends a format",
            suggestion: looksForFixes && isFormat(candidate) ? text(candidate) : nil)
    }

    private func isFormat(_ bytes: [UInt8]) -> Bool {
        var spec = FormatSpec()
        var reader = FormatReader(bytes, looksForFixes: false)
        do throws(FormatError) {
            try reader.read(into: &spec)
            return true
        } catch { return false }
    }

    private func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
