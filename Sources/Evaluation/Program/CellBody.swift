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
    /// The label of a cell whose program is not shown: something has to be printed that it can stand at.
    public var labelOfOutput: Located<String>?

    public init(
        cell: Cell?, code: Excerpt, names: [Located<String>], wantedFailure: SourceRange? = nil,
        labelOfOutput: Located<String>? = nil
    ) {
        self.cell = cell
        self.code = code
        self.names = names
        self.wantedFailure = wantedFailure
        self.labelOfOutput = labelOfOutput
    }
}
