/// A format of Python's format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
///
///     try FormatSpec("+.2f").format(3.14159)     // "+3.14"
///     try FormatSpec(",").format(1234567)        // "1,234,567"
///
/// - Source: the Python language reference, "Format Specification Mini-Language"; CPython 3.11, `formatter_unicode.c`.
public struct FormatSpec: Hashable, Sendable {
    public enum Alignment: UInt8, Hashable, Sendable { case left = 0x3C, right = 0x3E, afterSign = 0x3D, center = 0x5E }
    public enum Sign: UInt8, Hashable, Sendable { case minus = 0x2D, plus = 0x2B, space = 0x20 }
    public enum Grouping: UInt8, Hashable, Sendable { case comma = 0x2C, underscore = 0x5F }

    /// One character in UTF-8.
    public var fill: [UInt8]?
    public var alignment: Alignment?
    public var sign: Sign?
    /// `z`: a negative number that rounds to 0 has no sign.
    public var avoidsNegativeZero = false
    /// `#`.
    public var isAlternate = false
    /// `0` in front of the width.
    public var padsWithZeros = false
    public var width: Int?
    public var grouping: Grouping?
    public var precision: Int?
    /// One of `bcdeEfFgGnosxX%`, in ASCII.
    public var type: UInt8?

    public init() {}

    /// No width or precision may be larger.
    public static let largestSize = 4096
}

/// Why a format cannot be read, or cannot be used for a value.
public struct FormatError: Error, Hashable, Sendable {
    /// Where in the format, in bytes.
    public var offset: Int
    /// How many bytes are at fault.
    public var length: Int
    /// A sentence without a full stop.
    public var message: String
    /// The whole format as it was likely meant, when one fix suggests itself.
    public var suggestion: String?

    public init(offset: Int, length: Int, message: String, suggestion: String? = nil) {
        self.offset = offset
        self.length = length
        self.message = message
        self.suggestion = suggestion
    }
}
