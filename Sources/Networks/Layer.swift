/// The fixed part of a layer: everything but the numbers in its weights and biases.
public struct Layer: Sendable, Hashable {
    /// The layer's name, such as `h`.
    public let name: String
    /// The names of its units, such as `h1`, `h2`.
    public let units: [String]
    /// The name of its weight matrix: a letter the author chose, or `W1`, `W2`, ….
    public let matrix: String
    /// True when the author gave the matrix its letter, so that the letter counts as declared.
    public let isLettered: Bool
    public let activation: Activation
    public let hasBias: Bool
    /// How many values enter the layer: the rows of its matrix.
    public let sourceCount: Int
    /// The names of the single weights, row by row.
    public let weightNames: [String]
    /// True when `names:` renamed the single weights.
    public let isRenamed: Bool

    /// How many units the layer has: the columns of its matrix.
    public var unitCount: Int { units.count }
    /// The name of the bias vector, such as `b_h`.
    public var biasName: String { "b_" + name }
    /// The name of one weight, from source `source` to unit `unit`, counted from zero.
    public func weightName(source: Int, unit: Int) -> String { weightNames[source * units.count + unit] }
    /// The name of one bias, such as `b_h1`.
    public func biasName(unit: Int) -> String { "b_" + units[unit] }
}

/// The name of a weight nobody named: `w21` from source 2 to unit 1, `w_10_3` past nine, and `w1_2_1` when the matrix is
/// numbered. `source` and `unit` count from zero.
func defaultWeightName(matrix: String, source: Int, unit: Int) -> String {
    let stem = String(decoding: matrix.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }, as: UTF8.self)
    if endsInDigit(matrix) || source > 8 || unit > 8 { return "\(stem)_\(source + 1)_\(unit + 1)" }
    return "\(stem)\(source + 1)\(unit + 1)"
}

/// The names of units nobody named: `h1`, `h2`; and `h1_1` when the layer's own name ends in a digit.
func defaultUnitNames(layer: String, count: Int) -> [String] {
    (0..<count).map { endsInDigit(layer) ? "\(layer)_\($0 + 1)" : "\(layer)\($0 + 1)" }
}

private func endsInDigit(_ name: String) -> Bool { name.utf8.last.map(isDigit) ?? false }
