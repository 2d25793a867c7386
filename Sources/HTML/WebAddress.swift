/// The writing of addresses in `href` and `src`. Which addresses a book may have is checked where the book is read.
enum WebAddress {
    /// The address as it stands between the quotes of an attribute, the way cmark writes it: what an address may not
    /// hold is percent-encoded byte by byte, `%` itself is kept, `&` and `'` become entities.
    /// - Source: `houdini_href_e.c` of cmark-gfm. Checked by: WebAddressTests.
    static func escaped(_ address: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(address.utf8.count)
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#x27;".utf8)
            case _ where isPlain(byte): bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            }
        }
        return bytes
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: plainPunctuation.contains(byte)
        }
    }

    private static let plainPunctuation = Array("-_.+!*(),%#@?=;:/$~".utf8)
}
