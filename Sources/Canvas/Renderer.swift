import Figures

/// Draws display lists and measures their texts; one for each thread.
///
/// ```swift
/// let renderer = try Renderer()
/// let list = figure.laidOut(measuring: renderer)
/// let picture = try renderer.svg(list, palette: .light)
/// ```
/// The bytes depend on the list and the options alone, not on what was drawn before or on the thread.
public final class Renderer: TextMeasurer {
    /// - Throws: `CanvasError.missingFont` when a face of the book is not installed.
    public init() throws(CanvasError) {}

    public func width(of text: String, face: Face, size: Double) -> Double { 0 }

    /// An SVG document with text as outlines; every id in it starts with `prefix`.
    public func svg(_ list: DisplayList, palette: Palette, prefix: String = "") throws(CanvasError) -> [UInt8] { [] }

    /// A PNG picture of `list.width` × `list.height` points, or `width` points wide, at `dpi` dots an inch.
    ///
    /// - Parameter ground: whether the palette's ground is painted first; else the picture is transparent.
    public func png(
        _ list: DisplayList, palette: Palette, dpi: Double = 192, width: Double? = nil, ground: Bool = true
    ) throws(CanvasError) -> [UInt8] { [] }

    /// A PDF document of one page, with text as text.
    public func pdf(_ list: DisplayList, palette: Palette, width: Double? = nil) throws(CanvasError) -> [UInt8] { [] }
}
