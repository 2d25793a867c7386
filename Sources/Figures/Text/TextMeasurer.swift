/// What can tell the width of a text.
///
/// A class, so that Embedded Swift can pass it as `any TextMeasurer`; the shell's conformer asks Pango, a browser's would
/// ask its canvas, tests have one of their own.
public protocol TextMeasurer: AnyObject {
    /// The advance width in points.
    func width(of text: String, face: Face, size: Double) -> Double
}
