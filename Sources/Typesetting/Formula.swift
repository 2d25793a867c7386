/// A piece of TeX to be set, in a line of text or displayed on lines of its own.
public struct Formula: Sendable, Hashable {
    public let tex: String
    public let isDisplay: Bool

    public init(_ tex: String, isDisplay: Bool = false) {
        self.tex = tex
        self.isDisplay = isDisplay
    }
}

/// A TeX command of the book's own, `\name` standing for `body`, in which `#1` to `#9` are its arguments.
public struct TeXMacro: Sendable, Hashable {
    /// With its backslash.
    public let name: String
    public let body: String

    public init(name: String, body: String) {
        self.name = name
        self.body = body
    }
}

/// What is wrong with a formula, in KaTeX's words, and where.
public struct FormulaError: Error, Sendable, Hashable {
    /// KaTeX's message without its position, as `Undefined control sequence: \foo`.
    public let message: String
    /// The piece of the TeX that KaTeX names, in UTF-8 bytes; nil when it lies in a macro's body or KaTeX names none.
    public let range: Range<Int>?
    /// The command of KaTeX or of the book that was likely meant, when `message` names an unknown one.
    public let suggestion: String?

    public init(message: String, range: Range<Int>?, suggestion: String? = nil) {
        self.message = message
        self.range = range
        self.suggestion = suggestion
    }
}
