/// The writing of addresses in `href` and `src`, and which of them run code.
public enum WebAddress {
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

    /// The address's scheme in lower case (`https`, `mailto`, `javascript`), nil for a relative address.
    ///
    /// Read as a browser reads it: white space and control characters before it, and tabs and line ends within, do not count.
    public static func scheme(of address: String) -> String? {
        var scheme: [UInt8] = []
        for byte in address.utf8 {
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case 0x00...0x20 where scheme.isEmpty: continue
            case UInt8(ascii: ":"): return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
            case 0x41...0x5A: scheme.append(byte | 0x20)
            case 0x61...0x7A: scheme.append(byte)
            case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if scheme.isEmpty { return nil }
                scheme.append(byte)
            default: return nil
            }
        }
        return nil
    }

    /// Whether following the address stays a harmless thing: it is relative, or its scheme is `http`, `https`, `mailto`, `tel` or `ftp`.
    public static func isHarmless(_ address: String) -> Bool {
        guard let scheme = scheme(of: address) else { return true }
        return ["http", "https", "mailto", "tel", "ftp"].contains(scheme)
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
