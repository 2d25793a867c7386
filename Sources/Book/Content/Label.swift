import Diagnostics

/// A name by which the book can refer to something.
public struct Label: Sendable, Hashable {
    public enum Prefix: String, Sendable, CaseIterable {
        case figure = "fig"
        case table = "tbl"
        case equation = "eq"
        case section = "sec"
        case listing = "lst"

        /// The prefix of `fig-toy`; nil for a word that has none of these.
        init?(of label: String) {
            self.init(rawValue: String(label.prefix { $0 != "-" }))
        }
    }

    /// As written, with its prefix: `fig-toy`.
    public var name: String
    public var prefix: Prefix
    public var range: SourceRange
}
