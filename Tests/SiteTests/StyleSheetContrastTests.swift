import Glibc
import Testing

/// The colours of `longhand.css`, held against the contrast WCAG 2 asks for.
@Suite struct StyleSheetContrastTests {
    static let text = ["ink", "soft", "number", "string", "note", "tip", "important", "warning", "caution"]
    static let strokes = ["accent", "rule"]

    @Test(arguments: ["light", "dark"])
    func textAndStrokesStandOutFromGroundAndPanel(scheme: String) throws {
        let colours = try palette(scheme)
        for ground in ["ground", "panel"] {
            let below = try #require(colours[ground])
            for (names, least) in [(Self.text, 4.5), (Self.strokes, 3.0)] {
                for name in names {
                    let ratio = contrast(try #require(colours[name]), below)
                    #expect(ratio >= least, "--\(name) on --\(ground), \(scheme): \(ratio)")
                }
            }
        }
    }

    /// The `--name: light-dark(#rrggbb, #rrggbb)` of one scheme, by name, as relative luminance.
    private func palette(_ scheme: String) throws -> [String: Double] {
        var colours: [String: Double] = [:]
        for match in try styleSheet().matches(of: #/--([a-z]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\);/#) {
            let colour = scheme == "light" ? match.2 : match.3
            colours[String(match.1)] = luminance(try #require(UInt32(colour, radix: 16)))
        }
        return colours
    }

    /// Relative luminance as WCAG 2 defines it.
    private func luminance(_ colour: UInt32) -> Double {
        func channel(_ shift: UInt32) -> Double {
            let value = Double((colour >> shift) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    private func contrast(_ a: Double, _ b: Double) -> Double {
        (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private func styleSheet(file: String = #filePath) throws -> String {
        let root = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let handle = try #require(fopen("\(root)/Sources/Site/Assets/longhand.css", "r"))
        defer { fclose(handle) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, handle)
        try #require(count < bytes.count)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
