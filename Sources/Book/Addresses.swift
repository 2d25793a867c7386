/// Whether an address leads out of the book: it starts with a scheme or with `//`.
public func isExternal(_ address: String) -> Bool {
    if address.hasPrefix("//") { return true }
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = address.utf8[..<colon]
    guard let first = scheme.first, isLetter(first) else { return false }
    return scheme.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

func isHarmlessScheme(_ address: String) -> Bool {
    let lower = address.lowercased()
    return ["http:", "https:", "mailto:", "//"].contains { lower.hasPrefix($0) }
}

/// The path of the file that an address inside the book names: without its fragment, and `%20` read as a blank.
public func filePath(ofAddress address: String) -> String {
    decoded(address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0])
}

/// The text with its percent-encoded bytes decoded; a `%` without two digits stays.
func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
            let low = hexValue(bytes[index + 2])
        {
            out.append(high << 4 | low)
            index += 3
        } else {
            out.append(bytes[index])
            index += 1
        }
    }
    return String(decoding: out, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte & 0xDF) - 0x37
    default: nil
    }
}
