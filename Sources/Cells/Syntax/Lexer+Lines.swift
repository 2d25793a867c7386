import Diagnostics

/// Python's lines: where they end, how they are joined, how far they are indented.
extension Lexer {
    /// How many blocks may stand inside one another, as in CPython.
    static let maximumIndents = 100

    /// The end of a line that is not joined to the next: in an expression white space, in a program a token.
    mutating func endLine() {
        let start = index
        skipLineEnd()
        guard mode == .program, open.isEmpty else { return }
        append(.newline, start..<index)
        startLine()
    }

    /// The end of a program ends its last line and all its blocks.
    mutating func endProgram() {
        let end = bytes.count..<bytes.count
        switch tokens.last?.kind {
        case nil, .newline, .dedent: break
        default: append(.newline, end)
        }
        for _ in indents.dropFirst() { append(.dedent, end) }
    }

    private mutating func skipLineEnd() {
        index += peek() == 0x0D && peek(1) == 0x0A ? 2 : 1
    }

    /// Reads the indentation of the next line that holds something.
    mutating func startLine() {
        while true {
            let (column, narrow) = indentation()
            switch peek() {
            case nil: return
            case 0x0A, 0x0D: skipLineEnd()
            case UInt8(ascii: "#"): skipComment()
            default: return indent(to: column, narrow)
            }
        }
    }

    /// The columns of white space; where `\` joins lines, the first of them counts.
    private mutating func indentation() -> (column: Int, narrow: Int) {
        var (column, narrow) = (0, 0)
        var joined: (column: Int, narrow: Int)?
        while let byte = peek() {
            switch byte {
            case 0x20: (column, narrow) = (column + 1, narrow + 1)
            case 0x09: (column, narrow) = ((column / 8 + 1) * 8, narrow + 1)
            case 0x0C: (column, narrow) = (0, 0)
            case UInt8(ascii: "\\") where peek(1) == 0x0A || peek(1) == 0x0D:
                if column > 0, joined == nil { joined = (column, narrow) }
                index += 1
                skipLineEnd()
                if index == bytes.count { fail(nothingToJoin(index - 1)) }
                continue
            default: return joined ?? (column, narrow)
            }
            index += 1
        }
        return joined ?? (column, narrow)
    }

    private mutating func indent(to column: Int, _ narrow: Int) {
        let start = lineStart
        guard let current = indents.last else { return }
        if column > current.column {
            if indents.count == Lexer.maximumIndents {
                let message = "blocks nest deeper than \(Lexer.maximumIndents - 1) levels"
                let statement = index..<endOfWord(from: index + 1)
                index = bytes.count
                return fail(Fault(.limit, message, at: excerpt.range(statement)))
            }
            indents.append((column, narrow))
            append(.indent, start..<index)
        }
        while indents.count > 1, indents[indents.count - 2].column >= column {
            indents.removeLast()
            append(.dedent, index..<index)
        }
        guard let reached = indents.last else { return }
        if reached.column != column {
            // The line is taken for one of the block that it leaves half, so that this is the only mistake.
            indents[indents.count - 1] = (column, narrow)
            fail(error("this indentation matches no block around it", start..<index))
        } else if reached.narrow != narrow || (column > current.column && narrow <= current.narrow) {
            fail(error("tabs and spaces are mixed in this indentation; use spaces alone", start..<index))
        }
    }

    private var lineStart: Int {
        var start = index
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        return start
    }

    /// `'\' line end`
    mutating func joinLines() throws(Fault) {
        let start = index
        index += 1
        if let byte = peek(), byte != 0x0A, byte != 0x0D {
            throw error("'\\' joins a line to the next; nothing may follow it", start..<index)
        }
        if index < bytes.count { skipLineEnd() }
        if index == bytes.count { throw nothingToJoin(start) }
    }

    private func nothingToJoin(_ place: Int) -> Fault {
        error("'\\' joins a line to the next, but the text ends here", place..<(place + 1))
    }

    // MARK: A bracket that is never closed

    /// Whether the line that begins here starts with a word that no expression holds.
    var startsStatement: Bool {
        var start = index
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        let end = endOfWord(from: start)
        guard end > start, let word = Keyword(rawValue: text(start..<end)), word.startsStatement else { return false }
        return end == bytes.count || bytes[end] == 0x20 || bytes[end] == UInt8(ascii: ":") || bytes[end] == 0x0A
    }

    private func endOfWord(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] | 0x20 >= UInt8(ascii: "a"), bytes[end] | 0x20 <= UInt8(ascii: "z") {
            end += 1
        }
        return end
    }

    /// A statement begins although brackets are open: the innermost, at least, was never closed.
    mutating func closeForgottenBrackets() {
        if open.isEmpty { return }
        failToClose()
        append(.newline, index..<index)
        startLine()
    }
}

extension Keyword {
    /// Whether this word begins a statement and stands in no expression.
    var startsStatement: Bool {
        switch self {
        case .assert, .break, .class, .continue, .def, .del, .global, .import, .nonlocal, .pass, .raise, .return, .try,
            .while, .with:
            true
        default: false
        }
    }
}
