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

    /// True when values can be drawn: finite numbers, no negative spread, no range from high to low.
    var isValid: Bool {
        switch self {
        case .he, .xavier, .zeros: true
        case .uniform(let low, let high): low.isFinite && high.isFinite && low <= high && (high - low).isFinite
        case .normal(let deviation): deviation.isFinite && deviation >= 0
        }
    }

    /// Draws `count` values for a layer with `sources` rows and `units` columns.
    func draw(_ count: Int, sources: Int, units: Int, from generator: inout Generator) -> [Double] {
        switch self {
        case .he:
            let deviation = (2 / Double(sources)).squareRoot()
            return (0..<count).map { _ in generator.normal(scale: deviation) }
        case .xavier:
            let bound = (6 / Double(sources + units)).squareRoot()
            return (0..<count).map { _ in generator.uniform(-bound, bound) }
        case .uniform(let low, let high): return (0..<count).map { _ in generator.uniform(low, high) }
        case .normal(let deviation): return (0..<count).map { _ in generator.normal(scale: deviation) }
        case .zeros: return [Double](repeating: 0, count: count)
        }
    }
}
