/// A small drawing: boxes, circles, words, lines and arrows, in the author's order and at the author's places.
///
/// Lengths are points, x to the right, y downwards; the canvas is the smallest that holds everything.
public struct Drawing: Sendable, Equatable {
    public var shapes: [Shape]
    /// Between a shape without a place and the one to its left.
    public var gap: Double

    public init(shapes: [Shape], gap: Double = 100) {
        self.shapes = shapes
        self.gap = gap
    }

    public struct Size: Sendable, Equatable {
        public var width: Double
        public var height: Double

        public init(width: Double, height: Double) {
            self.width = width
            self.height = height
        }
    }

    public enum Form: String, Sendable, CaseIterable { case box, circle, text, line, arrow }

    /// Where a line begins, bends or ends.
    public enum End: Sendable, Equatable {
        case point(Point)
        /// At the edge of the shape of this number.
        case shape(Int)
    }

    public enum Style: String, Sendable, CaseIterable { case plain, strong, soft, large }

    public enum Alignment: String, Sendable, CaseIterable { case left, center, right }

    public struct Shape: Sendable, Equatable {
        public var form: Form
        /// Name in roles.
        public var id: String
        /// Lines in a box or a circle, beside a line, or alone.
        public var words: [Label]
        /// The middle of a box, a circle or words; nil for right of the one before.
        public var place: Point?
        /// Width and height; nil for what the words need.
        public var size: Size?
        public var ends: [End]
        public var fill: Paint?
        public var paint: Paint
        public var lineWidth: Double
        public var isDashed: Bool
        /// How far the middle of a line is pushed to the left of its direction.
        public var bend: Double
        /// Of a box.
        public var corner: Double
        public var style: Style
        public var alignment: Alignment

        public init(
            form: Form, id: String, words: [Label] = [], place: Point? = nil,
            size: Size? = nil, ends: [End] = [], fill: Paint? = nil, paint: Paint = .ink,
            lineWidth: Double = 1.6, isDashed: Bool = false, bend: Double = 0, corner: Double = 6,
            style: Style = .plain, alignment: Alignment = .center
        ) {
            self.form = form
            self.id = id
            self.words = words
            self.place = place
            self.size = size
            self.ends = ends
            self.fill = fill
            self.paint = paint
            self.lineWidth = lineWidth
            self.isDashed = isDashed
            self.bend = bend
            self.corner = corner
            self.style = style
            self.alignment = alignment
        }
    }
}
