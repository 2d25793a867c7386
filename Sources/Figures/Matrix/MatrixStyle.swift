/// Sizes of a figure of matrices, in points.
struct MatrixStyle {
    /// Of the numbers.
    var size: Double
    /// More rows or columns are elided.
    var limit: Int

    /// From what is wanted to what still fits; the last is taken whether it fits or not.
    static let ladder = [(14.0, 8), (13, 8), (12, 8), (11, 6), (10, 5), (9, 4), (9, 3)].map {
        MatrixStyle(size: $0.0, limit: $0.1)
    }
    /// From one row's middle to the next.
    var pitch: Double { (size * 1.8).rounded() }
    /// Between columns.
    var columnGap: Double { size * 1.2 }
    /// How far what is lit reaches beyond the numbers.
    var reach: Double { size * 0.42 }
    /// From the outermost numbers to the bracket.
    var padding: Double { size * 0.95 }
    /// Between a block and a sign.
    var signGap: Double { size * 0.62 }
    var serif: Double { size * 0.34 }
    let bracketWidth = 1.2
    var nameSize: Double { size * 1.05 }
    var noteSize: Double { max(8.5, size * 0.78) }
    let panelGap = 34.0
    let margin = 4.0

    let face = Face.interface(.regular, .upright)
    let litFace = Face.interface(.semibold, .upright)

    /// Lines that belong together differ by pattern as well as by colour.
    static func dash(_ index: Int) -> [Double] {
        let patterns: [[Double]] = [[], [4, 2.4], [1.3, 2], [7, 2, 1.3, 2]]
        return patterns[index % patterns.count]
    }

    /// Square corners and round ones take turns.
    static func radius(_ index: Int) -> Double { index % 2 == 0 ? 4 : 0.5 }
}
