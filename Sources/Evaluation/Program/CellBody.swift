import Cells
import Diagnostics

/// `{python}`: a program in the cell language.
public struct CellBody: Sendable {
    /// nil after a mistake that was reported.
    public var cell: Cell?
    public var code: Excerpt
    /// The names the program binds, or seems to bind when it has mistakes.
    public var names: [Located<String>]
    /// Where `error: true` asks for a failure; nil when the program is to run to its end.
    public var wantedFailure: SourceRange?

    public init(cell: Cell?, code: Excerpt, names: [Located<String>], wantedFailure: SourceRange? = nil) {
        self.cell = cell
        self.code = code
        self.names = names
        self.wantedFailure = wantedFailure
    }
}
