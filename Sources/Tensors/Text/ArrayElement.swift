/// An element whose arrays print as NumPy's do: `Double`, `Float`, `Int64` and `Bool`.
public protocol ArrayElement: Sendable {
    /// NumPy's name of the type.
    static var typeName: String { get }
    /// Whether NumPy leaves the type's name out of `repr`.
    static var isImplied: Bool { get }
    /// The texts of elements that are printed together, in ASCII and of one length.
    static func aligned(_ elements: [Self], _ options: PrintOptions) -> [[UInt8]]
    /// The text of a single number.
    var scalarText: String { get }
}

extension Double: ArrayElement {
    public static var typeName: String { "float64" }
    public static var isImplied: Bool { true }
    public var scalarText: String { pythonRepr(self) }

    public static func aligned(_ elements: [Double], _ options: PrintOptions) -> [[UInt8]] {
        FloatColumn(elements, plainBelow: 1e8, options, shortest: DecimalDigits.init(shortest:)).texts
    }
}

extension Float: ArrayElement {
    public static var typeName: String { "float32" }
    public static var isImplied: Bool { false }
    public var scalarText: String { numpyText(self) }

    public static func aligned(_ elements: [Float], _ options: PrintOptions) -> [[UInt8]] {
        FloatColumn(elements, plainBelow: 1e6, options, shortest: DecimalDigits.init(shortest:)).texts
    }
}

extension Int64: ArrayElement {
    public static var typeName: String { "int64" }
    public static var isImplied: Bool { true }
    public var scalarText: String { decimal(self) }

    public static func aligned(_ elements: [Int64], _ options: PrintOptions) -> [[UInt8]] {
        let hasNegative = elements.contains { $0 < 0 }
        let texts = elements.map { element in
            let sign: [UInt8] = options.sign == .plus && element >= 0 ? [0x2B] : []
            return sign + Array(decimal(element).utf8)
        }
        let width = texts.reduce(0) { Swift.max($0, $1.count) }
        return alignedRight(texts, width: width + (options.sign == .space && !hasNegative ? 1 : 0))
    }
}

extension Bool: ArrayElement {
    public static var typeName: String { "bool" }
    public static var isImplied: Bool { true }
    public var scalarText: String { self ? "True" : "False" }

    public static func aligned(_ elements: [Bool], _ options: PrintOptions) -> [[UInt8]] {
        elements.map { Array(($0 ? " True" : "False").utf8) }
    }
}

/// Texts filled with spaces in front to a width, or to the length of the longest.
func alignedRight(_ texts: [[UInt8]], width: Int) -> [[UInt8]] {
    let width = texts.reduce(width) { max($0, $1.count) }
    return texts.map { spaces(width - $0.count) + $0 }
}

func spaces(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x20, count: max(0, count)) }
