import Evaluation

/// What an author may write in one kind of directive.
///
/// One table of these (`DirectiveSchema.all`) is what checking, the suggestions of misspelt keys and the reference page in
/// `docs/` are made from.
public struct DirectiveSchema: Sendable {
    public enum Argument: String, Sendable {
        case freshName, expression, none
    }

    public enum BodyForm: String, Sendable {
        /// Keys and values.
        case yaml
        /// Numbers under the names of their columns.
        case csv
        /// One expression a line.
        case expressions
        /// A program in the cell language.
        case code
    }

    public var kind: DirectiveKind
    public var summary: String
    public var argument: Argument
    public var bodyForm: BodyForm
    /// What `display:` may be, the default first; one entry means there is no choice.
    public var displays: [DisplayMode]
    /// Keys of `#|` lines beside those every directive has.
    public var options: [KeySchema]
    /// Keys of a YAML body.
    public var keys: [KeySchema]

    init(
        _ kind: DirectiveKind, _ summary: String, argument: Argument, body: BodyForm, displays: [DisplayMode],
        options: [KeySchema] = [], keys: [KeySchema] = []
    ) {
        self.kind = kind
        self.summary = summary
        self.argument = argument
        self.bodyForm = body
        self.displays = displays
        self.options = options
        self.keys = keys
    }
}

/// A key, what may stand behind it and what it is for.
public struct KeySchema: Sendable {
    public var name: String
    public var type: ValueType
    public var isRequired: Bool
    public var summary: String

    init(_ name: String, _ type: ValueType, required: Bool = false, _ summary: String) {
        self.name = name
        self.type = type
        self.isRequired = required
        self.summary = summary
    }
}

/// What may stand behind a key.
public indirect enum ValueType: Sendable {
    /// An expression of the cell language.
    case expression
    /// An expression with an optional format, as in an inline value.
    case formatted
    /// A name that need not exist yet.
    case name
    /// Names joined by `->`, or one alone.
    case path
    /// Words to be shown as they are.
    case text
    /// Words with values, names such as `$h_1$` and line breaks in them.
    case pieces
    /// Raw Markdown to the end of the line.
    case markdown
    case flag
    case integer(ClosedRange<Int>)
    /// A finite number as it stands, no expression.
    case number
    /// A part of the column, such as `60%`.
    case width
    case choice([String])
    /// A matrix: a list of rows, an expression, or the name of an initialiser.
    case weights
    /// `NAME in EXPRESSION`.
    case rows
    /// A list of a type; a single one stands for a list of one.
    case list(ValueType)
    /// Any of the types, the first that fits the form of what is written.
    case either(ValueType, ValueType)
    /// A mapping with the keys of a table; `others` is the type of keys it does not list.
    case mapping([KeySchema], others: ValueType? = nil)
    /// A mapping whose keys the author chooses.
    case entries(ValueType)
    /// A directive that shows a figure, its kind and what it shows as the first key: `diagram: first`.
    case panel([KeySchema])
    /// A list of mappings of one entry, `- h: {…}`: things with a name, in order.
    case named(ValueType)
}
