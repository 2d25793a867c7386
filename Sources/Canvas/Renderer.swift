import Figures

/// Draws display lists and measures their texts; one for each thread.
///
/// ```swift
/// let renderer = try Renderer()
/// let list = try figure.laidOut(measuring: renderer, placing: placer)
/// let picture = try renderer.svg(list, palette: .light)
/// ```
/// The bytes depend on the list and the options alone, not on what was drawn before nor on the thread.
public final class Renderer: TextMeasurer {
    let fonts: FontCase

    /// - Throws: `CanvasError.missingFont` when a face of the book is not installed.
    public convenience init() throws(CanvasError) { try self.init(fontRoot: FontFile.root) }

    init(fontRoot: String) throws(CanvasError) { fonts = try FontCase(root: fontRoot) }

    /// The font files that everything is drawn with.
    public static var fontFiles: [String] { Face.all.map { "\(FontFile.root)/\(FontFile(for: $0).path)" } }

    /// The advance width in points; a guess for a text that cannot be set, which drawing it then reports.
    public func width(of text: String, face: Face, size: Double) -> Double {
        do {
            return try fonts.setting(of: text, in: face).shape.width * size / Font.em
        } catch {
            return Double(text.unicodeScalars.count) * size * 0.6
        }
    }
}
