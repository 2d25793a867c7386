/// Sizes of a network diagram, in points; smaller where there is more to show.
struct NetworkStyle: Equatable {
    /// Of the circles; they grow when a number needs it.
    var radius: Double
    /// Least distance between the centres of neighbours in a layer.
    var pitch: Double
    /// Of the numbers in the circles.
    var valueSize: Double
    /// Of the texts on the edges.
    var edgeSize: Double
    /// Width of the heaviest edge.
    var heaviest: Double

    /// Distance between layers where the texts allow it.
    let layerGap = 210.0
    /// Beyond it, before and after go in two lines.
    let widestGap = 270.0
    let outline = 1.6
    let dash = [7.0, 5.0]
    /// Air between a circle and a text of another thing.
    let clearance = 7.0
    /// Air between texts in a column.
    let textSpacing = 4.0
    /// The same where the texts have several lines.
    let blockSpacing = 9.0
    let margin = 3.0

    /// - Parameters:
    ///   - units: in the largest layer.
    ///   - crossing: the most labels of one column that stand between two neighbours of a layer, plus one.
    init(units: Int, crossing: Int) {
        switch units {
        case ...2: (radius, pitch, valueSize) = (27, 140, 14)
        case 3: (radius, pitch, valueSize) = (27, 116, 14)
        case 4: (radius, pitch, valueSize) = (25, 100, 13)
        case 5: (radius, pitch, valueSize) = (23, 88, 12)
        default: (radius, pitch, valueSize) = (21, 78, 11)
        }
        switch crossing {
        case ...2: (edgeSize, heaviest) = (13, 5)
        case 3: (edgeSize, heaviest) = (12, 4.5)
        case 4: (edgeSize, heaviest) = (11, 4)
        case 5: (edgeSize, heaviest) = (10, 3.5)
        default: (edgeSize, heaviest) = (9, 3)
        }
    }

    var nameSize: Double { valueSize }
    /// Of the texts beside and below a circle.
    var noteSize: Double { max(9, valueSize - 2) }
    var halo: Halo { Halo(width: min(6, edgeSize * 0.46)) }
    var valueFace: Face { .interface(.medium, .upright) }
    var weightFace: Face { .interface(.semibold, .upright) }
    var beforeFace: Face { .interface(.regular, .upright) }
    var gradientFace: Face { .interface(.medium, .italic) }
    var noteFace: Face { .interface(.regular, .upright) }
}
