/// A word of the cell language with its place in the excerpt.
struct Token: Sendable {
    enum Kind: Equatable, Sendable {
        case name
        case keyword(Keyword)
        case integer(Int64)
        /// A decimal fraction or exponent; its bytes are its value.
        case float
        case string(StringToken)
        case mark(Mark)
        /// The end of a line that is not joined to the next; only programs have lines.
        case newline
        /// The indentation grows; it is the place before the first word of the line.
        case indent
        /// The indentation goes back by one level.
        case dedent
        case end
        /// What could not be read, as the number of its fault in ``Lexer/faults``.
        case invalid(Int)
    }

    var kind: Kind
    /// Byte offsets in the excerpt.
    var range: Range<Int>
}

/// The outside of a string literal: what its prefix says and where its content stands.
struct StringToken: Equatable, Sendable {
    var isRaw: Bool
    var isFormatted: Bool
    var content: Range<Int>
}

/// The reserved words of Python 3.
enum Keyword: String, Sendable, CaseIterable {
    case `False`, `None`, `True`
    case and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`, except, finally, `for`,
        from
    case global, `if`, `import`, `in`, `is`, lambda, nonlocal, not, or, pass, raise, `return`, `try`, `while`, with,
        yield
}

/// Operators and brackets, longest first where one begins with another.
enum Mark: String, Sendable, CaseIterable {
    case starStarEqual = "**="
    case slashSlashEqual = "//="
    case leftShiftEqual = "<<="
    case rightShiftEqual = ">>="
    case ellipsis = "..."
    case starStar = "**"
    case slashSlash = "//"
    case leftShift = "<<"
    case rightShift = ">>"
    case lessEqual = "<="
    case greaterEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case walrus = ":="
    case arrow = "->"
    case plusEqual = "+="
    case minusEqual = "-="
    case starEqual = "*="
    case slashEqual = "/="
    case percentEqual = "%="
    case atEqual = "@="
    case ampersandEqual = "&="
    case barEqual = "|="
    case caretEqual = "^="
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case at = "@"
    case ampersand = "&"
    case bar = "|"
    case caret = "^"
    case tilde = "~"
    case less = "<"
    case greater = ">"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case comma = ","
    case colon = ":"
    case dot = "."
    case semicolon = ";"
    case assign = "="

    /// The marks that begin with each ASCII byte, longest first, with their bytes.
    static let byFirstByte: [[(mark: Mark, spelling: [UInt8])]] = {
        var table = [[(mark: Mark, spelling: [UInt8])]](repeating: [], count: 128)
        for mark in allCases {
            let spelling = Array(mark.rawValue.utf8)
            table[Int(spelling[0])].append((mark, spelling))
        }
        return table
    }()

    /// The bracket that closes this one.
    var closing: Mark? {
        switch self {
        case .openParenthesis: .closeParenthesis
        case .openBracket: .closeBracket
        case .openBrace: .closeBrace
        default: nil
        }
    }

    var isClosing: Bool { self == .closeParenthesis || self == .closeBracket || self == .closeBrace }
}
