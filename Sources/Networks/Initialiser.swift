import Tensors

/// Where the first values of weights come from, when no matrix is given.
public enum Initialiser: Sendable, Hashable {
    /// normal(0, √(2 / fan_in)); He and others 2015.
    case he
    /// uniform ±√(6 / (fan_in + fan_out)); Glorot and Bengio 2010.
    case xavier
    case uniform(Double, Double)
    /// normal around zero with the standard deviation given.
    case normal(Double)
    case zeros
}
