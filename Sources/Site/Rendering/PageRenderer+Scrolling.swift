import Book
import HTML

/// Parts of a page that scroll where the screen is too narrow for them. What may scroll is a stop of the keyboard, so
/// that the arrow keys reach all of it; where there are scripts, only while it does scroll.
extension PageRenderer {
    /// The attributes of a part that may scroll, under the name a screen reader gives it.
    func stop(_ name: String) -> [HTMLAttribute] {
        [HTMLAttribute("role", "group"), .label(name), HTMLAttribute("tabindex", "0")]
    }

    /// A picture in a frame that scrolls when the screen is narrower than the least width at which it is shown.
    func framed(_ picture: HTMLNode, _ directive: DirectiveContent, _ size: FigureSize) -> HTMLNode {
        let mayScroll = directive.width == nil && size.width * Room.figureScale > Room.points
        let name = directive.label.map(numbered) ?? words.figure
        return .div(class: "figure-scroll", with: mayScroll ? stop(name) : [], picture)
    }

    /// Whether a text of a listing may be wider than its panel, or higher than it is let be.
    func mayScroll(_ text: String, isOutput: Bool) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return isOutput && lines.count > Room.lines || lines.contains { $0.count > Room.columns || $0.contains("\t") }
    }

    /// What the style sheet leaves free on a screen of 320 points.
    private enum Room {
        /// The width of the text.
        static let points = 280.0
        /// An image is shown at this scale at least.
        static let figureScale = 0.58
        /// The columns of a listing.
        static let columns = 33
        /// The lines of an output that is as high as it may be.
        static let lines = 26
    }
}
