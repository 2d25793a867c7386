/// Reads the text of a `|` or `>` scalar again, to know where each of its bytes was written.
///
/// Source: YAML 1.1, section 8.1, as libyaml 0.2.5 scans it; the caller holds the result against libyaml's.
struct BlockScalar {
    let bytes: [UInt8]
    let isLiteral: Bool
    let indent: Int
    private var index: Int
    private var text = DecodedText()
    private var trailing: [(LineBreak, place: Int)] = []

    /// The text of the scalar whose `|` or `>` stands at `start` and whose value libyaml gave.
    ///
    /// The first line that is not blank tells the indentation: what it has in the source beyond what it has in the value.
    static func decode(_ bytes: [UInt8], from start: Int, isLiteral: Bool, value: [UInt8]) -> DecodedText? {
        var body = start
        while body < bytes.count, LineBreak(in: bytes, at: body) == nil { body += 1 }
        let header = bytes[start..<body].prefix { $0 != 0x20 && $0 != 0x09 }
        if let one = LineBreak(in: bytes, at: body) { body += one.length }
        let indent = max(firstIndent(bytes, from: body) - firstIndent(value, from: 0), 1)
        var scalar = BlockScalar(bytes: bytes, isLiteral: isLiteral, indent: indent, index: body)
        scalar.run(
            keepsAll: header.contains(UInt8(ascii: "+")), keepsNone: header.contains(UInt8(ascii: "-")))
        return scalar.text.bytes == value ? scalar.text : nil
    }

    private init(bytes: [UInt8], isLiteral: Bool, indent: Int, index: Int) {
        self.bytes = bytes
        self.isLiteral = isLiteral
        self.indent = indent
        self.index = index
    }

    private static func firstIndent(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        var column = 0
        while index < bytes.count {
            if bytes[index] == 0x20 {
                column += 1
                index += 1
            } else if let one = LineBreak(in: bytes, at: index) {
                column = 0
                index += one.length
            } else {
                break
            }
        }
        return column
    }

    private mutating func run(keepsAll: Bool, keepsNone: Bool) {
        var leading: (LineBreak, place: Int)?
        var startedBlank = false
        var column = breaks()
        while column == indent, index < bytes.count {
            let startsBlank = isBlank(bytes[index])
            if let one = leading {
                let folds = !isLiteral && one.0.isFolded && !startedBlank && !startsBlank
                if !folds { append([one]) } else if trailing.isEmpty { text.append(0x20, at: one.place) }
            }
            append(trailing)
            startedBlank = startsBlank
            while index < bytes.count, LineBreak(in: bytes, at: index) == nil {
                text.append(bytes[index], at: index)
                index += 1
            }
            leading = LineBreak(in: bytes, at: index).map { ($0, index) }
            index += leading?.0.length ?? 0
            column = breaks()
        }
        if !keepsNone, let leading { append([leading]) }
        if keepsAll { append(trailing) }
    }

    private mutating func append(_ breaks: [(LineBreak, place: Int)]) {
        for (one, place) in breaks { text.append(one.text, at: place, length: one.length) }
    }

    /// Takes indentation and blank lines; the column reached.
    private mutating func breaks() -> Int {
        trailing = []
        while true {
            var column = 0
            while column < indent, index < bytes.count, bytes[index] == 0x20 {
                column += 1
                index += 1
            }
            guard let one = LineBreak(in: bytes, at: index) else { return column }
            trailing.append((one, index))
            index += one.length
        }
    }
}
