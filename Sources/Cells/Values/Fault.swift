public import Diagnostics

/// Why a piece of cell language could not be read or run.
///
/// Operations on values throw it without a place; the interpreter adds the range of the innermost expression that failed.
///
/// It is an object so that the many frames of a deep recursion pass one word.
public final class Fault: Error, Sendable {
    /// Python's exceptions, as far as the subset raises them, and the limits of an evaluation.
    public enum Kind: String, Sendable {
        case syntax, name, attribute, type, index, key, value, overflow, format, limit
        case assertion, runtime, recursion, `import`
        case stopIteration = "stop-iteration"
        case notImplemented = "not-implemented"
        /// A name of a function before it has a value.
        case unboundLocal = "unbound-local"
        /// An exception that the program raised itself.
        case raised
        case zeroDivision = "zero-division"
        /// An axis that an array does not have.
        case axis
        /// Elements of a type that the array to be changed does not take.
        case casting
        /// A value was used that an earlier, already reported mistake left without content; nothing more is said.
        case unknown
    }

    public let kind: Kind
    public let message: String
    public let range: SourceRange?
    public let notes: [Diagnostic.Note]
    public let suggestion: String?
    /// What CPython says, where that is known: the text of the exception for a program that catches it.
    public let python: String?
    /// Whether Python, or a library of its, has what is missing here, so that no program may take note and go on.
    let isOutside: Bool

    public convenience init(
        _ kind: Kind, _ message: String, at range: SourceRange? = nil, notes: [Diagnostic.Note] = [],
        suggestion: String? = nil, python: String? = nil
    ) {
        self.init(kind, message, at: range, notes: notes, suggestion: suggestion, python: python, isOutside: false)
    }

    init(
        _ kind: Kind, _ message: String, at range: SourceRange? = nil, notes: [Diagnostic.Note] = [],
        suggestion: String? = nil, python: String? = nil, isOutside: Bool
    ) {
        self.kind = kind
        self.message = message
        self.range = range
        self.notes = notes
        self.suggestion = suggestion
        self.python = python
        self.isOutside = isOutside
    }

    /// A mistake of which CPython's own words say enough.
    static func python(_ kind: Kind, _ message: String) -> Fault { Fault(kind, message, python: message) }

    /// A refusal of what Python, or a library of its, has or does: no program takes it for Python's word.
    static func outside(
        _ kind: Kind, _ message: String, at range: SourceRange? = nil, suggestion: String? = nil
    ) -> Fault {
        Fault(kind, message, at: range, suggestion: suggestion, isOutside: true)
    }

    /// The same fault with a place, unless it has one.
    func located(at place: SourceRange) -> Fault {
        if range != nil { return self }
        return Fault(
            kind, message, at: place, notes: notes, suggestion: suggestion, python: python, isOutside: isOutside)
    }

    /// The diagnostic with the code `cell.KIND`, or nil for a fault about which nothing is to be said.
    public func diagnostic(at place: SourceRange) -> Diagnostic? {
        if kind == .unknown { return nil }
        return Diagnostic(
            code: "cell.\(kind.rawValue)", message, at: range ?? place, notes: notes, suggestion: suggestion)
    }
}
