import Cells
import Diagnostics
import Tensors

/// What a chapter computes, in the order in which it was written.
public struct Program: Sendable {
    public enum Item: Sendable {
        case directive(Directive)
        /// A name whose directive could not be understood at all; nil when not even the name could.
        case unknown(Located<String>?)
        /// An inline value; it changes nothing.
        case value(ValueRequest)
        /// An inline claim.
        case claim(Claim)
        /// A solution begins: names bound from here on end with it.
        case openScope
        case closeScope
    }

    /// Significant digits of numbers without a format.
    public var digits: Int
    /// The marks in shown numbers.
    public var marks: NumberMarks
    public var items: [Item]
    /// Whether a mistake in the front matter may have kept names from being brought in.
    public var lacksImports: Bool

    /// Whether a mistake, reported where it stands, may have kept names from being bound; uses of names that are not there are
    /// then silent.
    public var mayLackNames: Bool {
        lacksImports || items.contains { if case .unknown(nil) = $0 { true } else { false } }
    }

    public init(digits: Int = 4, marks: NumberMarks = .point, items: [Item] = [], lacksImports: Bool = false) {
        self.digits = digits
        self.marks = marks
        self.items = items
        self.lacksImports = lacksImports
    }
}

/// An inline value, in prose or in a formula.
public struct ValueRequest: Sendable {
    /// Counts the chapter's inline values from 0; its result has the same place.
    public var id: Int
    public var formatted: FormattedExpression
    /// Significant digits where the chapter's do not hold, as in the caption of a directive with `digits`.
    public var digits: Int?

    public init(id: Int, formatted: FormattedExpression, digits: Int? = nil) {
        self.id = id
        self.formatted = formatted
        self.digits = digits
    }
}

/// A sentence about numbers that must be true.
public struct Claim: Sendable {
    public var expression: Expression
    /// As the author wrote it.
    public var text: String

    public init(expression: Expression, text: String) {
        self.expression = expression
        self.text = text
    }
}
