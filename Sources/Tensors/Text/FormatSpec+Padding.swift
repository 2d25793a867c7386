// How sign, prefix, grouped digits and padding come together, as in CPython's `calc_number_widths` and
// `_PyUnicode_InsertThousandsGrouping`.

extension FormatSpec {
    /// The sign shown.
    func signBytes(isNegative: Bool) -> [UInt8] {
        if isNegative { return [0x2D] }
        return sign == .plus ? [0x2B] : sign == .space ? [0x20] : []
    }

    /// The sign, the digits grouped and the fill.
    func dressed(_ parts: NumberParts, alignedTo standard: Alignment) -> String {
        let before = signBytes(isNegative: parts.isNegative) + parts.prefix
        let rest = parts.rest
        let body = groupedDigits(parts, room: before.count + rest.count) + rest
        return padded(body, count: body.count, before: before, alignedTo: standard)
    }

    /// The digits before the point with their separators; zeros that fill the width are digits and grouped with them.
    ///
    /// `room` is what the rest of the number takes up.
    func groupedDigits(_ parts: NumberParts, room: Int) -> [UInt8] {
        let padsHere = effectiveFill == [0x30] && effectiveAlignment(.right) == .afterSign
        guard let grouping, !parts.whole.isEmpty else {
            let zeros = padsHere ? max(0, (width ?? 0) - room - parts.whole.count) : 0
            return [UInt8](repeating: 0x30, count: zeros) + parts.whole
        }
        let size = type.map { $0 | 0x20 == 0x78 || $0 == 0x62 || $0 == 0x6F } == true ? 4 : 3
        var missing = padsHere ? (width ?? 0) - room : 0
        var remaining = parts.whole[...]
        var reversed: [UInt8] = []
        while true {
            let length = min(size, max(max(remaining.count, missing), 1))
            let taken = min(remaining.count, length)
            reversed += remaining.suffix(taken).reversed()
            reversed += [UInt8](repeating: 0x30, count: length - taken)
            remaining = remaining.dropLast(taken)
            missing -= length
            if remaining.isEmpty && missing <= 0 { return reversed.reversed() }
            missing -= 1
            reversed.append(grouping.rawValue)
        }
    }

    var effectiveFill: [UInt8] { fill ?? (padsWithZeros ? [0x30] : [0x20]) }

    private func effectiveAlignment(_ standard: Alignment) -> Alignment {
        alignment ?? (padsWithZeros && standard == .right ? .afterSign : standard)
    }

    /// `before` (sign and prefix) and `body` filled up to the width; `count` is the number of characters of `body`.
    func padded(_ body: [UInt8], count: Int, before: [UInt8], alignedTo standard: Alignment) -> String {
        let total = max(0, (width ?? 0) - count - before.count)
        func filling(_ n: Int) -> [UInt8] { Array(repeatElement(effectiveFill, count: n).joined()) }
        let bytes: [UInt8]
        switch effectiveAlignment(standard) {
        case .left: bytes = before + body + filling(total)
        case .right: bytes = filling(total) + before + body
        case .afterSign: bytes = before + filling(total) + body
        case .center: bytes = filling(total / 2) + before + body + filling(total - total / 2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
