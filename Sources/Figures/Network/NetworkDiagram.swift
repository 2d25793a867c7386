/// A layered network to draw: what to show, as numbers and texts, with nothing said about where.
///
/// Only what is present is drawn, so the caller chooses by leaving out: no `value`, no number in the circle. Texts come
/// formatted; the numbers beside them decide sign, width and tint.
public struct NetworkDiagram: Sendable, Equatable {
    public var layers: [Layer]
    public var edges: [Edge]
    /// How the layers follow each other.
    public var direction: Direction
    /// The weight whose line is widest, so that several diagrams can share a scale; nil for the diagram's heaviest.
    public var scale: Quantity?
    /// Whether it is said what colour, dash and width of the lines mean.
    public var hasLegend: Bool
    /// Whether it is drawn small, to stand beside others.
    public var isCompact = false

    public init(
        layers: [Layer], edges: [Edge], direction: Direction = .right, scale: Quantity? = nil, hasLegend: Bool = false
    ) {
        self.layers = layers
        self.edges = edges
        self.direction = direction
        self.scale = scale
        self.hasLegend = hasLegend
    }

    /// `right`: from left to right; `down`: from top to bottom.
    public enum Direction: String, Sendable, CaseIterable { case right, down }

    /// A layer with more units is drawn in part.
    public static let mostUnits = 12

    /// A number and how it is written.
    public struct Quantity: Sendable, Hashable {
        public var number: Double
        public var text: String

        public init(_ number: Double, _ text: String) {
            self.number = number
            self.text = text
        }
    }

    /// Whether a part stands out, stands back, or neither. Where any part stands out, the others stand back.
    public enum Emphasis: Sendable, Hashable { case normal, highlighted, faded }

    /// Which way a number should go for the loss to fall.
    public enum Wish: Sendable, Hashable { case up, down }

    /// `box` for what is no unit of the network, as its loss.
    public enum Shape: Sendable, Hashable { case circle, box }

    public struct Layer: Sendable, Equatable {
        public var title: Label?
        /// The units drawn.
        public var units: [Unit]
        /// Indices of drawn units after which others are left out; dots stand for these.
        public var omissions: [Int]
        /// How many units there are, said where some are left out.
        public var count: String?

        public init(title: Label? = nil, units: [Unit], omissions: [Int] = [], count: String? = nil) {
            self.title = title
            self.units = units
            self.omissions = omissions
            self.count = count
        }
    }
}
