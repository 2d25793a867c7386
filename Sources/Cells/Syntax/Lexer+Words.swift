extension Lexer {
    /// `name: XID_Start XID_Continue*`, where `_` counts as a letter.
    mutating func word() -> String? {
        let start = index
        while let next = scalar(at: index), isLetter(next.scalar, first: index == start) { index += next.width }
        return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
    }

    private func isLetter(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
        switch scalar.value {
        case 0x30...0x39: !first
        case 0x41...0x5A, 0x5F, 0x61...0x7A: true
        case 0..<0x80: false
        default: first ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
        }
    }

    /// The scalar whose UTF-8 form starts at `offset`; nil at the end and where the bytes are not UTF-8.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, width: Int)? {
        guard offset < bytes.count else { return nil }
        if bytes[offset] < 0x80 { return (Unicode.Scalar(bytes[offset]), 1) }
        var decoder = UTF8()
        var iterator = bytes[offset..<min(bytes.count, offset + 4)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar, UTF8.width(scalar))
    }
}
