/// Sizes of a computational graph, in points.
struct GraphStyle {
    let signSize = 13.0
    let valueSize = 10.5
    let adjointSize = 10.0
    let localSize = 8.5
    let legendSize = 9.0
    /// A name and a value that are wider together stand in two lines.
    let widestLine = 84.0
    /// Least size of a node.
    let least = 26.0
    let padding = (across: 6.5, along: 4.5)
    /// Between the lines in a node.
    let leading = 3.6
    let gap = 10.0
    let rankGap = 17.0
    /// The same where labels stand on the lines, which have ranks of their own.
    let labelledRankGap = 10.0
    let arrow = (length: 5.5, width: 4.6)
    let lineWidth = 1.0
    /// Of lines that stand out, and of the outlines of cards that do.
    let heavyWidth = 2.2
    let margin = 3.0

    var valueFace: Face { .interface(.medium, .upright) }
    var signFace: Face { .interface(.semibold, .upright) }
    var adjointFace: Face { .interface(.medium, .italic) }
    var litFace: Face { .interface(.semibold, .upright) }
    var localFace: Face { .interface(.regular, .upright) }
}
