import Cells
import Diagnostics

/// `{matrix}`: a matrix, or how one comes of others, as blocks of numbers.
public struct MatrixBody: Sendable {
    public enum Layout: String, Sendable, CaseIterable {
        /// Beside each other, as in a formula.
        case line
        /// The product where the rows of one factor meet the columns of the other.
        case cross
    }

    /// The expression as the author wrote it.
    public var text: Excerpt
    /// Names of the blocks from left to right, instead of those made from the expression.
    public var names: Located<[String]>?
    /// Names of the result's rows.
    public var rows: Located<[String]>?
    /// Names of what a product adds up over.
    public var inner: Located<[String]>?
    /// Names of the result's columns.
    public var columns: Located<[String]>?
    /// The entry of the result that is lit; brackets count from 0.
    public var cell: Located<[Int]>?
    /// Where frames are asked for, one for each entry of the result.
    public var frames: SourceRange?
    public var layout: Located<Layout>?

    public init(
        text: Excerpt, names: Located<[String]>? = nil, rows: Located<[String]>? = nil,
        inner: Located<[String]>? = nil, columns: Located<[String]>? = nil, cell: Located<[Int]>? = nil,
        frames: SourceRange? = nil, layout: Located<Layout>? = nil
    ) {
        self.text = text
        self.names = names
        self.rows = rows
        self.inner = inner
        self.columns = columns
        self.cell = cell
        self.frames = frames
        self.layout = layout
    }
}
