/// A colour, each part from 0 to 255.
public struct RGB: Sendable, Hashable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(_ hex: UInt32) {
        red = UInt8(truncatingIfNeeded: hex >> 16)
        green = UInt8(truncatingIfNeeded: hex >> 8)
        blue = UInt8(truncatingIfNeeded: hex)
    }
}

/// The colours that the tokens stand for, in light or in dark.
public enum Palette: String, Sendable, CaseIterable {
    case light, dark
}
