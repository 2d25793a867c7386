import Cells
import Diagnostics

/// `{table}`: one formatted expression a column, one row a value of `rows`.
public struct TableBody: Sendable {
    public struct Rows: Sendable {
        public var variable: Located<String>
        public var values: Expression

        public init(variable: Located<String>, values: Expression) {
            self.variable = variable
            self.values = values
        }
    }

    public var columns: [FormattedExpression]
    public var rows: Rows?

    public init(columns: [FormattedExpression], rows: Rows?) {
        self.columns = columns
        self.rows = rows
    }
}
