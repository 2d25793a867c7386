/// How far the outputs `y` of one instance are from its targets `t`.
///
/// | loss | value |
/// |---|---|
/// | `sse` | `Σ (y − t)²` |
/// | `half-sse` | `½ Σ (y − t)²` |
/// | `mse` | `Σ (y − t)² / outputs` |
/// | `bce` | `−Σ (t·ln y + (1 − t)·ln(1 − y))`, on `sigmoid` outputs |
/// | `softmax-ce` | `−Σ t·ln y`, on `softmax` outputs |
public enum Loss: UInt8, Sendable, Hashable, CaseIterable {
    case sse, halfSSE, mse, bce, softmaxCE

    /// The word an author writes, such as `softmax-ce`.
    public var name: String {
        switch self {
        case .sse: "sse"
        case .halfSSE: "half-sse"
        case .mse: "mse"
        case .bce: "bce"
        case .softmaxCE: "softmax-ce"
        }
    }

    /// The loss an author calls `name`, or nil.
    public init?(name: String) {
        guard let found = Loss.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// The activation the output layer must have, or nil when any will do.
    public var requiredActivation: Activation? {
        switch self {
        case .bce: .sigmoid
        case .softmaxCE: .softmax
        case .sse, .halfSSE, .mse: nil
        }
    }
}
