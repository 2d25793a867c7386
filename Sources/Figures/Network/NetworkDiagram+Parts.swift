extension NetworkDiagram {
    public struct Unit: Sendable, Equatable {
        /// Name in roles, as `h1`.
        public var id: String
        /// Name above the circle.
        public var name: Label?
        /// What the unit adds up, below the circle.
        public var sum: Quantity?
        /// The sum by name, before its number.
        public var sumName: Label?
        /// Number in the circle.
        public var value: Quantity?
        /// What `value` became: a second number in the circle.
        public var after: Quantity?
        /// By how much `value` changed, where too little for the digits shown; below the circle.
        public var change: String?
        /// Derivative of the loss by the unit's sum, below the circle.
        public var sumGradient: Quantity?
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
        /// An arrow beside the name.
        public var wish: Wish?
        /// An arrow behind the bias.
        public var biasWish: Wish?
        public var shape: Shape

        public init(
            id: String, name: Label? = nil, sum: Quantity? = nil, sumName: Label? = nil, value: Quantity? = nil,
            after: Quantity? = nil, change: String? = nil, sumGradient: Quantity? = nil, gradient: Quantity? = nil,
            target: Quantity? = nil, error: Quantity? = nil, bias: Quantity? = nil, biasName: Label? = nil,
            biasGradient: Quantity? = nil, tint: Double? = nil, emphasis: Emphasis = .normal,
            wish: Wish? = nil, biasWish: Wish? = nil, shape: Shape = .circle
        ) {
            self.id = id
            self.name = name
            self.sum = sum
            self.sumName = sumName
            self.value = value
            self.after = after
            self.change = change
            self.sumGradient = sumGradient
            self.gradient = gradient
            self.target = target
            self.error = error
            self.bias = bias
            self.biasName = biasName
            self.biasGradient = biasGradient
            self.tint = tint
            self.emphasis = emphasis
            self.wish = wish
            self.biasWish = biasWish
            self.shape = shape
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
        /// Sign and magnitude choose colour, dash and width; nil for a weight known by name only, and for no weight.
        public var weight: Double?
        /// What `weight` became: the line ends as it says.
        public var weightAfter: Double?
        public var name: Label?
        public var value: String?
        /// What `value` became.
        public var after: String?
        /// By how much `value` changed, where too little for the digits shown.
        public var change: String?
        /// Derivative of the loss by the weight.
        public var gradient: String?
        public var emphasis: Emphasis
        /// An arrow behind the value.
        public var wish: Wish?

        public init(
            id: String, layer: Int, source: Int, target: Int, weight: Double?, name: Label? = nil,
            value: String? = nil, after: String? = nil, change: String? = nil, gradient: String? = nil,
            emphasis: Emphasis = .normal, wish: Wish? = nil
        ) {
            self.id = id
            self.layer = layer
            self.source = source
            self.target = target
            self.weight = weight
            self.name = name
            self.value = value
            self.after = after
            self.change = change
            self.gradient = gradient
            self.emphasis = emphasis
            self.wish = wish
        }
    }
}
