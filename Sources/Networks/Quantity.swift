/// One thing a network, a pass or gradients can be asked for. All counts are from zero.
public enum Quantity: Sendable, Hashable {
    case input(Int)
    case target(Int)
    case error(Int)
    case unitIn(layer: Int, unit: Int)
    case unitOut(layer: Int, unit: Int)
    case weight(layer: Int, source: Int, unit: Int)
    case bias(layer: Int, unit: Int)
    case loss
    case inputs, targets, outputs, errors
    case layerIn(Int)
    case layerOut(Int)
    case weights(layer: Int)
    case biases(layer: Int)

    /// True for a weight, a bias, and the matrices and vectors of them: what belongs to the network itself.
    public var isParameter: Bool {
        switch self {
        case .weight, .bias, .weights, .biases: true
        default: false
        }
    }

    /// True for a single number.
    public var isScalar: Bool {
        switch self {
        case .inputs, .targets, .outputs, .errors, .layerIn, .layerOut, .weights, .biases: false
        default: true
        }
    }
}

/// What a declared name stands for, to name both sides of a collision.
public enum Role: Sendable, Hashable {
    case input(index: Int)
    case target(index: Int)
    case layer(index: Int)
    case unit(layer: Int, index: Int)
    case matrix(layer: Int)
    case weight(layer: Int, source: Int, unit: Int)
    /// A name nobody wrote, made from others (`b_h1`, `w21`).
    case derived(Quantity)
}
