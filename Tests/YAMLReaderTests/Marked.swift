import Diagnostics

/// A source in which `«` and `»` stand around the place where a diagnostic belongs.
struct Marked {
    let source: SourceText
    let ranges: [SourceRange]

    init(_ text: String) {
        var bytes = [UInt8]()
        var open = [Int]()
        var ranges = [SourceRange]()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "«": open.append(bytes.count)
            case "»": ranges.append(SourceRange(file: "a.yml", start: open.popLast() ?? 0, end: bytes.count))
            default: bytes.append(contentsOf: Array(String(scalar).utf8))
            }
        }
        source = SourceText(path: "a.yml", bytes: bytes)
        self.ranges = ranges
    }

    var excerpt: Excerpt { Excerpt(of: source, 0..<source.bytes.count) }
}

/// Text by text the way back into a file.
func slice(_ range: SourceRange, of source: SourceText) -> String {
    String(decoding: source.bytes[range.start..<range.end], as: UTF8.self)
}
