import Diagnostics

/// Cuts an excerpt into tokens.
///
/// An expression is read as Python reads the inside of brackets: line ends and comments are white space. Reading stops at the
/// first mistake, which stands in `fault`; the last token is then `.invalid`, otherwise `.end`.
struct Lexer {
    /// How many brackets may stand open; CPython allows 200.
    static let maximumNesting = 100

    let excerpt: Excerpt
    private(set) var tokens: [Token] = []
    private(set) var fault: Fault?

    let bytes: [UInt8]
    var index = 0
    private var open: [(mark: Mark, range: Range<Int>)] = []

    init(_ excerpt: Excerpt) {
        self.excerpt = excerpt
        self.bytes = excerpt.bytes
        do throws(Fault) {
            while let token = try next() { tokens.append(token) }
            if let bracket = open.last {
                throw error("'\(bracket.mark.rawValue)' was never closed", bracket.range)
            }
            tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
        } catch {
            fault = error
            tokens.append(Token(kind: .invalid, range: index..<index))
        }
    }

    /// The next token, or nil at the end.
    private mutating func next() throws(Fault) -> Token? {
        skipBlanks()
        guard index < bytes.count else { return nil }
        let start = index
        let kind: Token.Kind
        if let string = try string() {
            kind = .string(string)
        } else if startsNumber {
            kind = try number()
        } else if let word = word() {
            kind = Keyword(rawValue: word).map(Token.Kind.keyword) ?? .name
        } else if let mark = mark() {
            try note(mark, start..<index)
            kind = .mark(mark)
        } else {
            throw strangeCharacter()
        }
        return Token(kind: kind, range: start..<index)
    }

    private mutating func skipBlanks() {
        while let byte = peek() {
            if byte == UInt8(ascii: "#") {
                while let byte = peek(), byte != 0x0A, byte != 0x0D { index += 1 }
            } else if byte == UInt8(ascii: "\\"), let following = peek(1), following == 0x0A || following == 0x0D {
                index += 2
            } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
                index += 1
            } else {
                return
            }
        }
    }

    private mutating func mark() -> Mark? {
        guard bytes[index] < 0x80 else { return nil }
        for (mark, spelling) in Mark.byFirstByte[Int(bytes[index])] where bytes[index...].starts(with: spelling) {
            index += spelling.count
            return mark
        }
        return nil
    }

    /// Keeps account of the open brackets.
    private mutating func note(_ mark: Mark, _ range: Range<Int>) throws(Fault) {
        if mark.closing != nil {
            if open.count == Lexer.maximumNesting {
                throw error("more than \(Lexer.maximumNesting) brackets are open here", range)
            }
            open.append((mark, range))
        } else if mark.isClosing {
            guard let last = open.popLast() else { throw error("unmatched '\(mark.rawValue)'", range) }
            if last.mark.closing != mark {
                let note = Diagnostic.Note("'\(last.mark.rawValue)' is opened here", at: excerpt.range(last.range))
                throw Fault(
                    .syntax, "'\(mark.rawValue)' closes '\(last.mark.rawValue)'", at: excerpt.range(range),
                    notes: [note])
            }
        }
    }

    private func strangeCharacter() -> Fault {
        let scalar = scalar(at: index)
        let range = index..<(index + (scalar?.width ?? 1))
        guard let scalar = scalar?.scalar else { return error("this is not UTF-8 text", range) }
        let meant: String? =
            switch scalar.value {
            case 0x2212, 0x2013, 0x2014: "-"
            case 0x00D7, 0x00B7, 0x22C5: "*"
            case 0x00F7: "/"
            case 0x2264: "<="
            case 0x2265: ">="
            case 0x2260: "!="
            case 0x201C, 0x201D, 0x201E: "\""
            case 0x2018, 0x2019: "'"
            default: nil
            }
        let message = "'\(String(Character(scalar)))' is not part of the cell language"
        return Fault(.syntax, message, at: excerpt.range(range), suggestion: meant)
    }

    /// The byte `ahead` of the place reached.
    func peek(_ ahead: Int = 0) -> UInt8? {
        index + ahead < bytes.count ? bytes[index + ahead] : nil
    }

    func error(_ message: String, _ range: Range<Int>) -> Fault {
        Fault(.syntax, message, at: excerpt.range(range))
    }
}
