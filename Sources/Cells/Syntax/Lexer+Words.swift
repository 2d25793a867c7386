extension Lexer {
    /// `name: XID_Start XID_Continue*`, where `_` counts as a letter.
    mutating func word() -> String? {
        let start = index
        while let next = scalar(at: index), isLetter(next.scalar, first: index == start) { index += next.width }
        return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
    }

    /// A letter that Python takes for another one, as `ϕ` for `φ`: the same name could be written in two ways.
    func twofoldLetter(in word: Range<Int>) -> Fault? {
        var place = word.lowerBound
        while place < word.upperBound, let next = scalar(at: place) {
            let range = place..<(place + next.width)
            if isTwofold(next.scalar.value) {
                let letter = String(Character(next.scalar))
                return error(
                    "'\(letter)' is not part of the cell language, since Python takes it for another letter", range)
            }
            place += next.width
        }
        return nil
    }

    /// Letters that Unicode's compatibility decomposition changes (NFKC, with which Python reads names), where they are
    /// likely to be written: Greek and Latin variants, superscript and subscript letters, mathematical alphabets, ligatures,
    /// full-width forms.
    private func isTwofold(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0xAA: false
        case 0xAA, 0xB5, 0xBA, 0x132...0x133, 0x13F...0x140, 0x17F, 0x1C4...0x1CC, 0x1F1...0x1F3, 0x2B0...0x2B8,
            0x2E0...0x2E4, 0x3D0...0x3D6, 0x3F0...0x3F2, 0x3F4...0x3F5, 0x3F9, 0x1D2C...0x1D6A, 0x1D78,
            0x1D9B...0x1DBF, 0x2071, 0x207F, 0x2090...0x209C, 0x2102...0x2149, 0x2160...0x217F, 0x2C7C...0x2C7D,
            0xFB00...0xFB06, 0xFF10...0xFFDC, 0x1D400...0x1D7FF:
            true
        default: false
        }
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
