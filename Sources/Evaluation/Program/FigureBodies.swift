import Cells
import Diagnostics

/// `{plot}`: series over common axes.
public struct PlotBody: Sendable {
    public enum Curve: Sendable {
        /// Points; without `x` at 0, 1, 2, …
        case points(x: Expression?, y: Expression)
        /// A function of a variable over an interval.
        case function(Expression, of: Located<String>, over: [Expression])
        /// A function's tangents at points.
        case tangent(Expression, of: Located<String>, at: [Expression])
        /// Signed bars with names.
        case bars(Expression, names: [Located<String>])
    }

    public struct Series: Sendable {
        public var curve: Curve
        public var label: Located<String>?

        public init(curve: Curve, label: Located<String>?) {
            self.curve = curve
            self.label = label
        }
    }

    public struct Axis: Sendable {
        public var label: String?
        public var isLogarithmic: Bool
        /// Least and greatest value, or nothing.
        public var range: [Expression]

        public init(label: String? = nil, isLogarithmic: Bool = false, range: [Expression] = []) {
            self.label = label
            self.isLogarithmic = isLogarithmic
            self.range = range
        }
    }

    public struct Mark: Sendable {
        public var x: Expression
        public var text: String?

        public init(x: Expression, text: String?) {
            self.x = x
            self.text = text
        }
    }

    public var series: [Series]
    public var x: Axis
    public var y: Axis
    public var marks: [Mark]

    public init(series: [Series], x: Axis = Axis(), y: Axis = Axis(), marks: [Mark] = []) {
        self.series = series
        self.x = x
        self.y = y
        self.marks = marks
    }
}

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
