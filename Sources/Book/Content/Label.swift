import Diagnostics

/// A name by which the book can refer to something.
public struct Label: Sendable, Hashable {
    public enum Prefix: String, Sendable, CaseIterable {
        case figure = "fig"
        case table = "tbl"
        case equation = "eq"
        case section = "sec"
        case listing = "lst"
    }

    /// As written, with its prefix: `fig-toy`.
    public var name: String
    public var prefix: Prefix
    public var range: SourceRange
}
