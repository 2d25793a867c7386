import Cells
import Diagnostics
import Figures

/// `{drawing}`: shapes at the author's places.
public struct DrawingBody: Sendable {
    public typealias Form = Drawing.Form
    public typealias Style = Drawing.Style
    public typealias Alignment = Drawing.Alignment

    /// A part of a text in a drawing.
    public enum Piece: Sendable {
        case words(String)
        case value(FormattedExpression)
        /// A name such as `h_1`.
        case symbol(String, lower: String?, upper: String?)
        case lineBreak
    }

    public enum End: Sendable {
        case point(x: Expression, y: Expression)
        /// The number of a shape.
        case shape(Int)
    }

    public struct Shape: Sendable {
        public var form: Form
        public var name: String?
        public var words: [Piece]
        /// Empty, or x and y.
        public var place: [Expression]
        /// Empty, the diameter, or width and height.
        public var size: [Expression]
        public var ends: [End]
        public var fill: Ink?
        public var paint: Ink?
        public var width: Double?
        public var isDashed: Bool
        public var bend: Expression?
        public var corner: Double?
        public var style: Style
        public var alignment: Alignment

        public init(form: Form, name: String?, words: [Piece]) {
            self.form = form
            self.name = name
            self.words = words
            (place, size, ends) = ([], [], [])
            isDashed = false
            style = .plain
            alignment = .center
        }
    }

    /// What a shape is painted with: tokens, so that it fits light and dark.
    public enum Ink: String, Sendable, CaseIterable {
        case ink, soft, line, panel, ground, positive, negative, gradient
        case positiveTint = "positive-tint"
        case negativeTint = "negative-tint"

        var paint: Paint {
            switch self {
            case .ink: .ink
            case .soft: .softInk
            case .line: .line
            case .panel: .panel
            case .ground: .ground
            case .positive: .positive
            case .negative: .negative
            case .gradient: .gradient
            case .positiveTint: .tint(level: 3)
            case .negativeTint: .tint(level: -3)
            }
        }
    }

    public var shapes: [Shape]
    public var gap: Double?

    public init(shapes: [Shape], gap: Double?) {
        self.shapes = shapes
        self.gap = gap
    }
}
