import Diagnostics

/// Cuts an excerpt into tokens; the last one is `.end`.
///
/// An expression is read as Python reads the inside of brackets: line ends and comments are white space. A program has
/// lines and indentation. A mistake becomes an `.invalid` token, and reading goes on behind it.
struct Lexer {
    enum Mode { case expression, program }

    /// How many brackets may stand open; CPython allows 200.
    static let maximumNesting = 100

    let excerpt: Excerpt
    let mode: Mode
    private(set) var tokens: [Token] = []
    /// The mistakes, in the order of their `.invalid` tokens.
    private(set) var faults: [Fault] = []
    /// Where the outermost bracket stands that is not closed as it should be, by the number of the fault that says so.
    private(set) var openBrackets: [Int: Int] = [:]

    let bytes: [UInt8]
    var index = 0
    /// The brackets that stand open.
    var open: [(mark: Mark, range: Range<Int>)] = []
    /// The columns at which the open blocks start, with tabs as wide as 8 and as 1 column.
    var indents: [(column: Int, narrow: Int)] = [(0, 0)]

    init(_ excerpt: Excerpt, mode: Mode = .expression) {
        self.excerpt = excerpt
        self.mode = mode
        self.bytes = excerpt.bytes
        if let place = bytes.firstInvalidUTF8 {
            faults.append(error("this is not UTF-8, in which programs are written", place..<(place + 1)))
            tokens.append(Token(kind: .invalid(0), range: place..<place))
            index = bytes.count
        }
        if mode == .program { startLine() }
        while index < bytes.count { readToken() }
        if !open.isEmpty { failToClose() }
        if mode == .program { endProgram() }
        append(.end, bytes.count..<bytes.count)
    }

    private mutating func readToken() {
        let start = index
        do throws(Fault) {
            try skipBlanks()
            if let token = try next() { tokens.append(token) }
        } catch {
            // Something was read, or the same mistake would be met for ever.
            if index == start { index += 1 }
            fail(error)
        }
    }

    /// The next token, or nil where a line or the text ends.
    private mutating func next() throws(Fault) -> Token? {
        guard let byte = peek() else { return nil }
        let start = index
        let kind: Token.Kind
        if byte == 0x0A || byte == 0x0D {
            endLine()
            return nil
        } else if let string = try string() {
            kind = .string(string)
        } else if startsNumber {
            kind = try number()
        } else if let word = word() {
            kind = Keyword(rawValue: word).map(Token.Kind.keyword) ?? .name
            if let fault = twofoldLetter(in: start..<index) { throw fault }
        } else if let mark = mark() {
            try note(mark, start..<index)
            kind = .mark(mark)
        } else {
            throw strangeCharacter()
        }
        return Token(kind: kind, range: start..<index)
    }

    /// Skips white space, comments and joined line ends; it stops at the end of a line that is not joined to the next.
    private mutating func skipBlanks() throws(Fault) {
        while let byte = peek() {
            if byte == UInt8(ascii: "#") {
                skipComment()
            } else if byte == UInt8(ascii: "\\") {
                try joinLines()
            } else if byte == 0x0A || byte == 0x0D {
                if mode == .program, open.isEmpty { return }
                index += 1
                if mode == .program, startsStatement { closeForgottenBrackets() }
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0C || (byte == 0x0B && mode == .expression) {
                index += 1
            } else {
                return
            }
        }
    }

    mutating func skipComment() {
        while let byte = peek(), byte != 0x0A, byte != 0x0D { index += 1 }
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
            open.append((mark, range))
            if open.count > Lexer.maximumNesting {
                open.removeAll()
                index = bytes.count
                throw Fault(
                    .limit, "brackets nest deeper than \(Lexer.maximumNesting) levels", at: excerpt.range(range))
            }
        } else if mark.isClosing {
            guard let last = open.popLast() else { throw error("unmatched '\(mark.rawValue)'", range) }
            if last.mark.closing != mark {
                let note = Diagnostic.Note("'\(last.mark.rawValue)' is opened here", at: excerpt.range(last.range))
                openBrackets[faults.count] = last.range.lowerBound
                throw Fault(
                    .syntax, "'\(mark.rawValue)' closes '\(last.mark.rawValue)'", at: excerpt.range(range),
                    notes: [note])
            }
        }
    }

    private mutating func strangeCharacter() -> Fault {
        let scalar = scalar(at: index)
        let range = index..<(index + (scalar?.width ?? 1))
        index = range.upperBound
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
            case 0x21: "not"
            case 0x2018, 0x2019: "'"
            default: nil
            }
        let message =
            switch scalar.value {
            case 0x21: "'!' is written 'not'"
            case 0x3F: "'?' is not part of the cell language; a choice is written 'a if test else b'"
            case 0x201C, 0x201D, 0x201E, 0x2018, 0x2019: "a text stands between straight quotes, not '\(scalar)'"
            default: "'\(String(Character(scalar)))' is not part of the cell language"
            }
        return Fault(.syntax, message, at: excerpt.range(range), suggestion: meant)
    }

    // MARK: What is found

    mutating func append(_ kind: Token.Kind, _ range: Range<Int>) { tokens.append(Token(kind: kind, range: range)) }

    /// Notes the innermost bracket as never closed, as CPython does; those around it are named beside.
    mutating func failToClose() {
        guard let (mark, range) = open.last, let outermost = open.first else { return }
        openBrackets[faults.count] = outermost.range.lowerBound
        let notes = open.dropLast().map {
            Diagnostic.Note("'\($0.mark.rawValue)' is open, too", at: excerpt.range($0.range))
        }
        open.removeAll()
        fail(Fault(.syntax, "'\(mark.rawValue)' was never closed", at: excerpt.range(range), notes: notes))
    }

    /// Notes a mistake; reading goes on.
    mutating func fail(_ fault: Fault) {
        append(.invalid(faults.count), index..<index)
        faults.append(fault)
    }

    /// The byte `ahead` of the place reached.
    func peek(_ ahead: Int = 0) -> UInt8? {
        index + ahead < bytes.count ? bytes[index + ahead] : nil
    }

    func error(_ message: String, _ range: Range<Int>) -> Fault {
        Fault(.syntax, message, at: excerpt.range(range))
    }
}

extension [UInt8] {
    /// The place of the first byte that is no part of a character in UTF-8.
    fileprivate var firstInvalidUTF8: Int? {
        var (parser, iterator, place) = (UTF8.ForwardParser(), makeIterator(), 0)
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): place += scalar.count
            case .error: return place
            case .emptyInput: return nil
            }
        }
    }
}
