extension Plot {
    /// Something pointed out in a plot, with a text.
    public struct Mark: Sendable, Equatable {
        public enum Place: Sendable, Equatable {
            /// A vertical line at `x`.
            case vertical(Double)
            /// A horizontal line at `y`.
            case horizontal(Double)
            case point(Point)
            /// A shaded interval of the horizontal axis.
            case columns(ClosedRange<Double>)
            /// A shaded interval of the vertical axis.
            case rows(ClosedRange<Double>)
        }

        public var place: Place
        public var text: Label?
        /// The place in words, such as `x = 20`, for a text that finds no room beside its mark.
        public var words: String

        public init(_ place: Place, text: Label? = nil, words: String = "") {
            self.place = place
            self.text = text
            self.words = words
        }

        public init(x: Double, text: Label? = nil) { self.init(.vertical(x), text: text) }
    }
}

extension Plot.Mark.Place {
    /// What the mark asks of the horizontal axis.
    var xs: [Double] {
        switch self {
        case .vertical(let x): [x]
        case .point(let point): [point.x]
        case .columns(let range): [range.lowerBound, range.upperBound]
        case .horizontal, .rows: []
        }
    }

    /// What the mark asks of the vertical axis.
    var ys: [Double] {
        switch self {
        case .horizontal(let y): [y]
        case .point(let point): [point.y]
        case .rows(let range): [range.lowerBound, range.upperBound]
        case .vertical, .columns: []
        }
    }
}
