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
    var layerGap: Double
    /// Of the numbers in the circles where they need it; below it the circles grow instead.
    var leastValueSize: Double
    /// Of the texts beside and below a circle.
    var noteSize: Double

    /// Distance between layers one under the other.
    var rowGap: Double { layerGap * 0.62 }
    /// Distance from the outputs to the loss.
    let lossGap = 140.0
    /// Beyond it, before and after go in two lines.
    let widestGap = 270.0
    /// Beyond it, labels must give way: a page's height for columns, its width for rows.
    func room(_ direction: NetworkDiagram.Direction) -> Double { direction == .right ? 720 : 540 }
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
    init(units: Int, crossing: Int, layers: Int, isCompact: Bool = false) {
        switch units {
        case ...2: (radius, pitch, valueSize) = (27, 140, 14)
        case 3: (radius, pitch, valueSize) = (27, 116, 14)
        case 4: (radius, pitch, valueSize) = (25, 100, 13)
        case 5: (radius, pitch, valueSize) = (23, 88, 12)
        case 6...8: (radius, pitch, valueSize) = (21, 78, 11)
        default: (radius, pitch, valueSize) = (16, 56, 9.5)
        }
        switch crossing {
        case ...2: (edgeSize, heaviest) = (13, 5)
        case 3: (edgeSize, heaviest) = (12, 4.5)
        case 4: (edgeSize, heaviest) = (11, 4)
        case 5: (edgeSize, heaviest) = (10, 3.5)
        case 6...8: (edgeSize, heaviest) = (9, 3)
        default: (edgeSize, heaviest) = (9, 2.4)
        }
        layerGap = layers <= 3 ? 210 : layers == 4 ? 180 : 150
        leastValueSize = units > 8 ? 7.5 : 8.5
        noteSize = max(units > 8 ? 8 : 9, valueSize - 2)
        if isCompact { shrink() }
    }

    /// For a picture of half the width, whose letters still have 9 points.
    private mutating func shrink() {
        radius = min(radius, 16)
        pitch = min(pitch, 88)
        valueSize = min(valueSize, 10)
        edgeSize = min(edgeSize, 9.5)
        noteSize = 9
        heaviest = min(heaviest, 3.2)
        layerGap = min(layerGap, 104)
    }

    /// Of the line of a weight.
    func lineWidth(_ weight: Double?, heaviest largest: Double) -> Double {
        guard let weight, weight.isFinite, largest > 0 else { return 1.2 }
        return 1 + (heaviest - 1) * min(1, weight.magnitude / largest)
    }

    var nameSize: Double { valueSize }
    var halo: Halo { halo(edgeSize) }
    func halo(_ size: Double) -> Halo { Halo(width: min(6, size * 0.46)) }
    var valueFace: Face { .interface(.medium, .upright) }
    var weightFace: Face { .interface(.semibold, .upright) }
    var beforeFace: Face { .interface(.regular, .upright) }
    var gradientFace: Face { .interface(.medium, .italic) }
    var noteFace: Face { .interface(.regular, .upright) }
}
