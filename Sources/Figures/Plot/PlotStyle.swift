/// Sizes and patterns of plots, in points.
enum PlotStyle {
    static let tickSize = 11.0
    static let labelSize = 12.0
    static let lineWidth = 2.0
    static let dotRadius = 3.0
    /// Columns of a picture at 288 dots an inch.
    static let column = 0.25
    static let tickFace = Face.interface(.regular, .upright)
    static let axisFace = Face.interface(.medium, .upright)
    static let seriesFace = Face.interface(.medium, .upright)

    /// Lines differ by pattern as well as by colour.
    static func dash(_ series: Int) -> [Double] {
        let patterns: [[Double]] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [14, 4], [4, 2]]
        return patterns[series % patterns.count]
    }
}
