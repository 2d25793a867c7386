import Diagnostics
import Figures

/// `{panels}`: figures side by side.
public struct PanelsBody: Sendable {
    public struct Panel: Sendable {
        /// A showing directive like any other, with the number of the one it stands in.
        public var directive: Directive
        /// Markdown for the page.
        public var caption: Excerpt?
        public var alt: Excerpt?

        public init(directive: Directive, caption: Excerpt?, alt: Excerpt?) {
            self.directive = directive
            self.caption = caption
            self.alt = alt
        }
    }

    public static let mostPanels = PanelFigure.mostPanels

    public var panels: [Panel]
    public var columns: Int
    /// Whether the widths of all networks' weights mean the same.
    public var sharesScale: Bool
    public var between: [String]

    public init(panels: [Panel], columns: Int, sharesScale: Bool, between: [String]) {
        self.panels = panels
        self.columns = columns
        self.sharesScale = sharesScale
        self.between = between
    }
}
