/// What NumPy's `set_printoptions` sets: how arrays are written.
public struct PrintOptions: Hashable, Sendable {
    /// How many decimal places floats have.
    public enum Mode: String, Sendable {
        /// Exactly `precision`.
        case fixed
        /// As many as tell the number from its neighbours.
        case unique
        /// As many as tell it apart, but at most `precision`.
        case maxprec
        /// As `maxprec`, all numbers of an array equally many.
        case maxprecEqual = "maxprec_equal"
    }

    /// What stands in front of a number that is not negative.
    public enum Sign: String, Sendable {
        case minus = "-"
        case plus = "+"
        case space = " "
    }

    public var precision = 8
    /// Arrays with more elements are shortened.
    public var threshold = 1000
    /// How many items a shortened axis shows at each end.
    public var edge = 3
    public var lineWidth = 75
    /// Whether small numbers are written without exponents.
    public var suppressesExponents = false
    public var nan = "nan"
    public var infinity = "inf"
    public var sign = Sign.minus
    public var mode = Mode.maxprec

    public init() {}
}
