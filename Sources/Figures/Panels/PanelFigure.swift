/// Figures side by side: panels (a), (b), … in rows, each with words below it.
public struct PanelFigure: Sendable, Equatable {
    public struct Panel: Sendable, Equatable {
        public var figure: Figure
        /// What stands behind the letter.
        public var caption: String?

        public init(figure: Figure, caption: String? = nil) {
            self.figure = figure
            self.caption = caption
        }
    }

    public var panels: [Panel]
    /// Panels in a row; the last row may have fewer.
    public var columns: Int
    /// Signs between neighbours, such as `+` and `=`; empty for none.
    public var between: [String]

    public init(panels: [Panel], columns: Int, between: [String] = []) {
        precondition(columns > 0, "a row has at least one panel")
        self.panels = panels
        self.columns = columns
        self.between = between
    }

    /// `a` for the first panel, `z` for the last of the most there may be.
    public static func letter(_ index: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % mostPanels)))
    }

    public static let mostPanels = 26
}
