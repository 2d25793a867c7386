/// A plot to draw: series, axes and marks, with nothing said about where.
public struct Plot: Sendable, Equatable {
    public var series: [Series]
    public var x: Axis
    public var y: Axis
    public var marks: [Mark]
    /// Size of the whole figure in points.
    public var width: Double
    public var height: Double

    public init(
        series: [Series], x: Axis = Axis(), y: Axis = Axis(), marks: [Mark] = [], width: Double = 468,
        height: Double = 264
    ) {
        self.series = series
        self.x = x
        self.y = y
        self.marks = marks
        self.width = width
        self.height = height
    }

    public struct Series: Sendable, Equatable {
        public var label: Label?
        public var shape: Shape

        public init(label: Label? = nil, shape: Shape) {
            self.label = label
            self.shape = shape
        }
    }

    public enum Shape: Sendable, Equatable {
        /// A line through the points in order; also a function, given by its samples.
        case line([Point])
        case points([Point])
        /// The line of `slope` through `at`, with a dot where it touches.
        case tangent(at: Point, slope: Double)
        /// Signed bars, one a name.
        case bars([Bar])
    }

    public struct Bar: Sendable, Equatable {
        public var name: Label
        public var value: Double
        /// The value as written at the bar's end.
        public var text: String

        public init(name: Label, value: Double, text: String) {
            self.name = name
            self.value = value
            self.text = text
        }
    }

    public enum Scale: String, Sendable { case linear, log }

    public struct Axis: Sendable, Equatable {
        public var label: Label?
        public var scale: Scale
        /// What the axis shows, lines being cut off at its ends; the data decide when absent.
        ///
        /// Bars are always shown whole.
        public var range: ClosedRange<Double>?

        public init(label: Label? = nil, scale: Scale = .linear, range: ClosedRange<Double>? = nil) {
            self.label = label
            self.scale = scale
            self.range = range
        }
    }

    /// A vertical line at `x` with a text.
    public struct Mark: Sendable, Equatable {
        public var x: Double
        public var text: Label?

        public init(x: Double, text: Label? = nil) {
            self.x = x
            self.text = text
        }
    }
}
