/// Sizes and patterns of plots, in points.
enum PlotStyle {
    static let tickSize = 11.0
    static let labelSize = 12.0
    static let lineWidth = 2.0
    /// Of the bars of a histogram.
    static let outlineWidth = 1.25
    static let dotRadius = 3.0
    /// Columns of a picture at 288 dots an inch.
    static let column = 0.25
    static let tickFace = Face.interface(.regular, .upright)
    static let axisFace = Face.interface(.medium, .upright)
    static let seriesFace = Face.interface(.medium, .upright)

    /// Lines differ by pattern as well as by colour; from the seventh on the six colours come back with other patterns.
    static func dash(_ series: Int) -> [Double] {
        let patterns: [[Double]] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [14, 4], [4, 2]]
        return patterns[(series + series / patterns.count) % patterns.count]
    }

    /// Points differ by shape as well as by colour: disc, square, triangle, diamond, all of one area.
    static func marker(_ series: Int, at place: Point, scale: Double = 1) -> Path {
        func polygon(_ corners: [(Double, Double)]) -> Path {
            var path = Path()
            path.append(polygon: corners.map { Point(place.x + $0.0 * scale, place.y + $0.1 * scale) })
            return path
        }
        switch form(series) {
        case 0: return .circle(place, radius: 3.4 * scale)
        case 1: return polygon([(-3, -3), (3, -3), (3, 3), (-3, 3)])
        case 2: return polygon([(0, -5.2), (4.5, 2.6), (-4.5, 2.6)])
        default: return polygon([(0, -4.3), (4.3, 0), (0, 4.3), (-4.3, 0)])
        }
    }

    /// The radius of a disc inside a series' marker, and of one around it.
    static func markerForm(_ series: Int) -> (inner: Double, outer: Double) {
        switch form(series) {
        case 0: (3.4, 3.4)
        case 1: (3, 4.3)
        case 2: (2.6, 5.2)
        default: (3, 4.3)
        }
    }

    /// Six colours and four shapes pair up anew after twelve.
    private static func form(_ series: Int) -> Int { (series + series / 12) % 4 }
}
