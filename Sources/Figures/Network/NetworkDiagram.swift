/// A layered network to draw: what to show, as numbers and texts, with nothing said about where.
///
/// Only what is present is drawn, so the caller chooses by leaving out: no `value`, no number in the circle. Texts come
/// formatted; the numbers beside them decide sign, width and tint.
public struct NetworkDiagram: Sendable, Equatable {
    public var layers: [Layer]
    public var edges: [Edge]

    public init(layers: [Layer], edges: [Edge]) {
        self.layers = layers
        self.edges = edges
    }

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

    public struct Layer: Sendable, Equatable {
        public var title: Label?
        public var units: [Unit]

        public init(title: Label? = nil, units: [Unit]) {
            self.title = title
            self.units = units
        }
    }

    public struct Unit: Sendable, Equatable {
        /// Name in roles, as `h1`.
        public var id: String
        /// Name above the circle.
        public var name: Label?
        /// Number in the circle.
        public var value: Quantity?
        /// What `value` became: a second number in the circle.
        public var after: Quantity?
        /// Derivative of the loss by the unit's output, below the circle.
        public var gradient: Quantity?
        /// Right of the circle, as `want 1`.
        public var target: Quantity?
        /// Right of the circle, under the target; the text carries its sign.
        public var error: Quantity?
        /// A badge at the circle's foot: what the unit adds to its sum.
        public var bias: Quantity?
        /// The bias by name, before its number or in its place.
        public var biasName: Label?
        public var biasGradient: Quantity?
        /// How strongly the circle is filled, −1 to 1; nil for not at all (inputs).
        public var tint: Double?
        public var emphasis: Emphasis

        public init(
            id: String, name: Label? = nil, value: Quantity? = nil, after: Quantity? = nil, gradient: Quantity? = nil,
            target: Quantity? = nil, error: Quantity? = nil, bias: Quantity? = nil, biasName: Label? = nil,
            biasGradient: Quantity? = nil, tint: Double? = nil, emphasis: Emphasis = .normal
        ) {
            self.id = id
            self.name = name
            self.value = value
            self.after = after
            self.gradient = gradient
            self.target = target
            self.error = error
            self.bias = bias
            self.biasName = biasName
            self.biasGradient = biasGradient
            self.tint = tint
            self.emphasis = emphasis
        }
    }

    /// The weight from a unit of one layer to a unit of the next.
    public struct Edge: Sendable, Equatable {
        /// Name in roles, as `w21`.
        public var id: String
        /// Index of the source's layer; the target is in the next.
        public var layer: Int
        /// Indices within their layers.
        public var source: Int
        public var target: Int
        /// Sign and magnitude choose colour, dash and width; nil for a weight known by name only.
        public var weight: Double?
        public var name: Label?
        public var value: String?
        /// What `value` became.
        public var after: String?
        /// Derivative of the loss by the weight.
        public var gradient: String?
        public var emphasis: Emphasis

        public init(
            id: String, layer: Int, source: Int, target: Int, weight: Double?, name: Label? = nil,
            value: String? = nil, after: String? = nil, gradient: String? = nil, emphasis: Emphasis = .normal
        ) {
            self.id = id
            self.layer = layer
            self.source = source
            self.target = target
            self.weight = weight
            self.name = name
            self.value = value
            self.after = after
            self.gradient = gradient
            self.emphasis = emphasis
        }
    }
}
