import Book
import Evaluation
import HTML

/// Figures in steps. The style sheet shows one step after the other where the reader has nothing against motion; else,
/// and on paper, they stand side by side.
extension PageRenderer {
    /// The steps as a list of pictures, each described by itself, and a box that shows all of them at once.
    ///
    /// - Parameters:
    ///   - name: Of the image that holds all steps.
    ///   - alt: The author's words, if any.
    func film(
        _ display: FigureDisplay, _ directive: DirectiveContent, name image: String, alt: [Span]?
    ) -> [HTMLNode] {
        let steps = display.frames.enumerated().map { index, frame in
            HTMLNode.li(picture(frameName(image, index), alt: frame.alt, directive))
        }
        let width = Int(sources.size(ofFigure: frameName(image, 0)).width.rounded())
        let list = HTMLNode.ol(
            class: "film",
            with: [
                HTMLAttribute("style", "--frames: \(steps.count); --frame: \(width)px")
            ], steps)
        // Hidden until the style sheet finds that there is something to stop.
        let choice = HTMLTag("label")(
            class: "film-choice", with: [.present("hidden")], .input(with: [HTMLAttribute("type", "checkbox")]),
            .text(" \(words.showAllSteps)"))
        let name = directive.label.map(numbered) ?? words.figure
        let words = "\(name). \(alt.map(text) ?? display.alt)"
        return [.div(class: "film-window", with: stop(words), list), choice]
    }
}
