import Diagnostics

/// The bytes of a text with every byte that is not UTF-8, and every NUL, replaced by `?`, and a diagnostic for each place.
///
/// cmark-gfm would put U+FFFD there, which is longer; this way every offset stays.
func checkedBytes(_ excerpt: Excerpt) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    var bytes = excerpt.bytes
    var diagnostics = [Diagnostic]()
    for stretch in faults(in: bytes) {
        let isNul = bytes[stretch.lowerBound] == 0
        let values = bytes[stretch].map { "0x" + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
        let message = isNul ? "a NUL byte cannot stand in a text" : "not UTF-8: \(values); save the file as UTF-8"
        diagnostics.append(Diagnostic(code: "markdown.encoding", message, at: excerpt.range(stretch)))
        for index in stretch { bytes[index] = UInt8(ascii: "?") }
    }
    return (bytes, diagnostics)
}

private func faults(in bytes: [UInt8]) -> [Range<Int>] {
    var found = [Range<Int>]()
    var index = 0
    while index < bytes.count {
        if bytes[index] != 0, bytes[index] < 0x80 {
            index += 1
        } else if let length = sequenceLength(bytes, at: index) {
            index += length
        } else {
            if let last = found.last, last.upperBound == index, bytes[index] != 0, bytes[last.lowerBound] != 0 {
                found[found.count - 1] = last.lowerBound..<(index + 1)
            } else {
                found.append(index..<(index + 1))
            }
            index += 1
        }
    }
    return found
}

/// The length of the well-formed sequence at `index`, nil when there is none.
///
/// Source: The Unicode Standard, table 3-7.
private func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int? {
    let lead = bytes[index]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    return bytes[(index + 2)..<(index + length)].allSatisfy { $0 >= 0x80 && $0 <= 0xBF } ? length : nil
}
