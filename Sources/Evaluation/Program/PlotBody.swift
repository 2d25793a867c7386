import Cells
import Diagnostics

/// `{plot}`: series over common axes, panels of them, a data set with regions, or a heat map.
public struct PlotBody: Sendable {
    public enum Curve: Sendable {
        /// Values at `x`, or at 0, 1, 2, …
        case values(Form, x: Expression?, y: Expression)
        /// What lies between values and a base, a number or a list of them; zero when absent.
        case area(x: Expression?, y: Expression, base: Expression?)
        /// A function of a variable over an interval.
        case function(Expression, of: Located<String>, over: [Expression])
        /// A function's tangents at points.
        case tangent(Expression, of: Located<String>, at: [Expression])
        /// Signed bars with names.
        case bars(Expression, names: [Located<String>])
        /// How many of the values lie in each of `bins`: their number or their ends, a rule when absent.
        case histogram(Expression, bins: Expression?)
    }

    /// How values are drawn.
    public enum Form: Sendable { case line, steps, points }

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

    /// A line at `x` or at `y`, a point with both, or an interval from one number to another.
    public struct Mark: Sendable {
        public var x: [Expression]
        public var y: [Expression]
        public var text: String?

        public init(x: [Expression], y: [Expression], text: String?) {
            self.x = x
            self.y = y
            self.text = text
        }
    }

    public struct Panel: Sendable {
        public var title: String?
        public var series: [Series]

        public init(title: String?, series: [Series]) {
            self.title = title
            self.series = series
        }
    }

    public enum Multiples: Sendable {
        case none
        /// A panel for each series, under its name.
        case series
        case panels([Panel])
    }

    /// A matrix as tinted cells.
    public struct Heat: Sendable {
        public var matrix: Expression
        public var rows: [Located<String>]
        public var columns: [Located<String>]

        public init(matrix: Expression, rows: [Located<String>], columns: [Located<String>]) {
            self.matrix = matrix
            self.rows = rows
            self.columns = columns
        }
    }

    public var series: [Series]
    public var x = Axis()
    public var y = Axis()
    public var marks: [Mark] = []
    public var multiples = Multiples.none
    /// How many panels stand side by side.
    public var columns: Int?
    /// A data set, its first two inputs as points.
    public var scatter: Expression?
    /// A network of two inputs, whose decisions are drawn.
    public var regions: Expression?
    public var heat: Heat?
    /// Size in points; of panels, `height` is that of one.
    public var width: Int?
    public var height: Int?
    /// Where a unit is to be as long on one axis as on the other.
    public var equalUnits: Located<Bool>?

    public init(series: [Series]) { self.series = series }
}
