/// What a layer does to its weighted sums.
public enum Activation: UInt8, Sendable, Hashable, CaseIterable {
    case sigmoid, tanh, relu, leakyRelu, softplus, linear, softmax

    /// The word an author writes, such as `leaky-relu`.
    public var name: String {
        switch self {
        case .sigmoid: "sigmoid"
        case .tanh: "tanh"
        case .relu: "relu"
        case .leakyRelu: "leaky-relu"
        case .softplus: "softplus"
        case .linear: "linear"
        case .softmax: "softmax"
        }
    }

    /// The activation an author calls `name`, or nil.
    public init?(name: String) {
        guard let found = Activation.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// The slope of `leaky-relu` left of zero.
    public static let leakySlope = 0.01
}
