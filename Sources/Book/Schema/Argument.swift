import Cells
import Diagnostics
import Evaluation

/// A value behind a key, read as its schema says.
indirect enum Argument {
    case expression(Expression)
    case formatted(FormattedExpression)
    /// A name, a choice, or words to be shown.
    case words(Located<String>)
    /// Names joined by `->`.
    case path([Located<String>])
    /// Raw Markdown.
    case markdown(Excerpt)
    case flag(Bool)
    case integer(Int)
    case number(Located<Double>)
    case weights(Located<WeightSource>)
    case rows(TableBody.Rows)
    case list([Argument])
    case mapping([Field], others: [Field])
    case entries([Field])
    case panel(Panel)
    case pieces([DrawingBody.Piece])
}

/// A directive inside another: its kind, what it shows, and the keys of its body.
struct Panel {
    var kind: Located<DirectiveKind>
    /// What stands behind the kind; empty for nothing.
    var argument: Excerpt
    var keys: Arguments
}

/// A key and its value.
struct Field {
    var key: Located<String>
    var value: Argument
}

/// The keys of a mapping and what stands behind them; those with mistakes are left out.
struct Arguments {
    var fields: [Field] = []
    /// Keys that the schema does not list but allows, as the letter of a matrix.
    var others: [Field] = []
    /// Every key that was written, with or without a mistake.
    var mentioned: [String] = []

    func wasMentioned(_ name: String) -> Bool { mentioned.contains(name) }

    var asArgument: Argument { .mapping(fields, others: others) }

    subscript(name: String) -> Argument? {
        fields.first { $0.key.value == name }?.value
    }

    func key(_ name: String) -> Located<String>? {
        fields.first { $0.key.value == name }?.key
    }

    func expression(_ name: String) -> Expression? {
        self[name]?.expression
    }

    func expressions(_ name: String) -> [Expression] {
        self[name]?.list.compactMap(\.expression) ?? []
    }

    func words(_ name: String) -> Located<String>? {
        self[name]?.words
    }

    func allWords(_ name: String) -> [Located<String>] {
        self[name]?.list.compactMap(\.words) ?? []
    }

    func paths(_ name: String) -> [[Located<String>]] {
        self[name]?.list.compactMap { if case .path(let names) = $0 { names } else { nil } } ?? []
    }

    func flag(_ name: String) -> Bool? {
        if case .flag(let value) = self[name] { value } else { nil }
    }

    func integer(_ name: String) -> Int? {
        if case .integer(let value) = self[name] { value } else { nil }
    }

    func number(_ name: String) -> Located<Double>? {
        if case .number(let value) = self[name] { value } else { nil }
    }

    func numbers(_ name: String) -> [Located<Double>] {
        self[name]?.list.compactMap { if case .number(let value) = $0 { value } else { nil } } ?? []
    }

    func mapping(_ name: String) -> Arguments? {
        self[name]?.mapping
    }

    func markdown(_ name: String) -> Excerpt? {
        if case .markdown(let excerpt) = self[name] { excerpt } else { nil }
    }

    func entries(_ name: String) -> [Field] {
        if case .entries(let entries) = self[name] { entries } else { [] }
    }
}

extension Argument {
    var expression: Expression? {
        if case .expression(let expression) = self { expression } else { nil }
    }

    var formatted: FormattedExpression? {
        if case .formatted(let formatted) = self { formatted } else { nil }
    }

    var words: Located<String>? {
        if case .words(let words) = self { words } else { nil }
    }

    var mapping: Arguments? {
        if case .mapping(let fields, let others) = self { Arguments(fields: fields, others: others) } else { nil }
    }

    var pieces: [DrawingBody.Piece] {
        if case .pieces(let pieces) = self { pieces } else { [] }
    }

    var panel: Panel? {
        if case .panel(let panel) = self { panel } else { nil }
    }

    var list: [Argument] {
        if case .list(let items) = self { items } else { [] }
    }

    var weights: Located<WeightSource>? {
        if case .weights(let source) = self { source } else { nil }
    }
}
