import Tensors

/// What a name of a network, a pass or gradients stands for.
public enum NamedValue: Sendable {
    case scalar(Double)
    case vector([Double])
    case matrix(Tensor<Double>)
}
