import Diagnostics

/// Walks over bytes, skipping string literals and counting brackets.
struct NestingScanner {
    private let bytes: [UInt8]
    private var index: Int
    /// How many brackets are open before the byte last returned; a closing bracket at depth 0 stays at 0.
    private(set) var depth = 0
    private var pending = 0

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        self.index = start
    }

    /// The place of the next byte outside quotes.
    mutating func next() -> Int? {
        depth = max(0, depth + pending)
        pending = 0
        while index < bytes.count {
            let place = index
            let byte = bytes[place]
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                skipString(byte)
                continue
            }
            index += 1
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): pending = 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): pending = -1
            default: break
            }
            return place
        }
        return nil
    }

    mutating func skip(_ count: Int) { index += count }

    private mutating func skipString(_ quote: UInt8) {
        let width = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote ? 3 : 1
        index += width
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if bytes[index...].starts(with: repeatElement(quote, count: width)) {
                index += width
                return
            } else {
                index += 1
            }
        }
    }
}

/// Cuts `EXPR[!CONVERSION][:FORMAT]` where f-strings cut it: outside brackets and quotes, at the first `:` and the first `!` that does not
/// begin `!=`.
struct FormattedSplit {
    var expression: Range<Int>
    /// The letter after `!`, with the white space around it.
    private var letter: Range<Int>?
    private(set) var format: Range<Int>?
    private let excerpt: Excerpt

    init(_ excerpt: Excerpt) {
        self.excerpt = excerpt
        let bytes = excerpt.bytes
        var scanner = NestingScanner(bytes, from: 0)
        var end = bytes.count
        var bang: Int?
        while let place = scanner.next() {
            if scanner.depth > 0 { continue }
            if bytes[place] == UInt8(ascii: ":") {
                format = (place + 1)..<bytes.count
                end = place
                break
            }
            let isBang =
                bytes[place] == UInt8(ascii: "!") && !(place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "="))
            if isBang, bang == nil { bang = place }
        }
        expression = 0..<(bang ?? end)
        letter = bang.map { ($0 + 1)..<end }
    }

    func conversion() throws(Fault) -> FormattedExpression.Conversion {
        guard let letter else { return .none }
        let written = excerpt.bytes[letter].filter { $0 != 0x20 }
        if written.count == 1, let conversion = FormattedExpression.Conversion(letter: written[0]) { return conversion }
        let range = letter.isEmpty ? (letter.lowerBound - 1)..<letter.lowerBound : letter
        throw Fault(.syntax, "after '!' stands 'r', 's' or 'a'", at: excerpt.range(range))
    }
}
