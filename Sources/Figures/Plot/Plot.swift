public import Tensors

/// A plot to draw: series, axes and marks, with nothing said about where.
public struct Plot: Sendable, Equatable {
    public var series: [Series]
    public var x: Axis
    public var y: Axis
    public var marks: [Mark]
    /// Regions of the plane behind the series; class `i` has the colour of series `i`.
    public var regions: Regions?
    /// Size of the whole figure in points; a picture whose texts need more has more.
    public var width: Double
    public var height: Double
    /// Whether a unit is as long on one axis as on the other; of linear axes only.
    public var hasEqualUnits = false

    public init(
        series: [Series], x: Axis = Axis(), y: Axis = Axis(), marks: [Mark] = [], regions: Regions? = nil,
        width: Double = 468, height: Double = 264
    ) {
        self.series = series
        self.x = x
        self.y = y
        self.marks = marks
        self.regions = regions
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
        /// A line that keeps each height up to the next point.
        case steps([Point])
        /// What lies between two lines, the upper of which is drawn.
        case area([Span])
        case points([Point])
        /// The line of `slope` through `at`, with a dot where it touches.
        case tangent(at: Point, slope: Double)
        /// Signed bars, one a name.
        case bars([Bar])
        /// A histogram: how many values lie in each of neighbouring intervals.
        case bins([Bin])
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

    /// The vertical extent of an area at `x`, from `base` to `y`.
    public struct Span: Sendable, Equatable {
        public var x: Double
        public var base: Double
        public var y: Double

        public init(x: Double, base: Double, y: Double) {
            self.x = x
            self.base = base
            self.y = y
        }
    }

    /// Whether histograms show how many values there are to a unit of the axis, since their intervals differ in length: only
    /// then is an area as large as its share of the values.
    public var isPerUnit: Bool {
        let lengths = series.flatMap { series -> [Double] in
            guard case .bins(let bins) = series.shape else { return [] }
            return bins.map { $0.to - $0.from }
        }
        guard let least = lengths.min(), let most = lengths.max() else { return false }
        return most - least > 1e-6 * most
    }

    /// An interval of a histogram.
    public struct Bin: Sendable, Equatable {
        public var from: Double
        public var to: Double
        public var count: Int

        public init(from: Double, to: Double, count: Int) {
            self.from = from
            self.to = to
            self.count = count
        }

        func height(isPerUnit: Bool) -> Double { isPerUnit ? Double(count) / (to - from) : Double(count) }
    }

    public enum Scale: String, Sendable { case linear, log }

    public struct Axis: Sendable, Equatable {
        public var label: Label?
        public var scale: Scale
        /// What the axis shows, lines being cut off at its ends; the data decide when absent.
        ///
        /// Bars are always shown whole.
        public var range: ClosedRange<Double>?

        /// How its numbers are written.
        public var marks = NumberMarks.point

        public init(label: Label? = nil, scale: Scale = .linear, range: ClosedRange<Double>? = nil) {
            self.label = label
            self.scale = scale
            self.range = range
        }
    }
}
