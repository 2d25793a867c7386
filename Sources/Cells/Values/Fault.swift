public import Diagnostics

/// Why a piece of cell language could not be read or run.
///
/// Operations on values throw it without a place; the interpreter adds the range of the innermost expression that failed.
public struct Fault: Error, Sendable {
    /// Python's exceptions, as far as the subset raises them, and the limits of an evaluation.
    public enum Kind: String, Sendable {
        case syntax, name, attribute, type, index, key, value, overflow, format, limit
        case zeroDivision = "zero-division"
        /// A value was used that an earlier, already reported mistake left without content; nothing more is said.
        case unknown
    }

    public var kind: Kind
    public var message: String
    public var range: SourceRange?
    public var notes: [Diagnostic.Note]
    public var suggestion: String?

    public init(
        _ kind: Kind, _ message: String, at range: SourceRange? = nil, notes: [Diagnostic.Note] = [],
        suggestion: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.range = range
        self.notes = notes
        self.suggestion = suggestion
    }

    /// The same fault with a place, unless it has one.
    func located(at place: SourceRange) -> Fault {
        var fault = self
        if range == nil { fault.range = place }
        return fault
    }

    /// The diagnostic with the code `cell.KIND`, or nil for a fault about which nothing is to be said.
    public func diagnostic(at place: SourceRange) -> Diagnostic? {
        if kind == .unknown { return nil }
        return Diagnostic(
            code: "cell.\(kind.rawValue)", message, at: range ?? place, notes: notes, suggestion: suggestion)
    }
}
