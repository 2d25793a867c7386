/// A matrix of numbers as cells tinted by sign and size.
public struct HeatMap: Sendable, Equatable {
    /// Row by row, all rows as long as the first.
    public var values: [[Double]]
    /// The values as written in the cells.
    public var texts: [[String]]
    public var rowNames: [Label]
    public var columnNames: [Label]
    public var xLabel: Label?
    public var yLabel: Label?
    /// The size whose tints are the strongest, and how it and its opposite are written.
    public var most: Double
    public var mostText: String
    public var leastText: String
    public var width: Double

    /// - Precondition: a name for every row and column, at least one of each; `most` is above zero.
    public init(
        values: [[Double]], texts: [[String]], rowNames: [Label], columnNames: [Label], most: Double,
        mostText: String, leastText: String, width: Double = 468
    ) {
        precondition(!values.isEmpty && !values[0].isEmpty && most > 0, "a heat map has cells and a scale")
        precondition(
            values.count == rowNames.count && texts.count == values.count
                && values.allSatisfy { $0.count == columnNames.count }
                && texts.allSatisfy { $0.count == columnNames.count }, "a heat map is a rectangle with names")
        self.values = values
        self.texts = texts
        self.rowNames = rowNames
        self.columnNames = columnNames
        self.most = most
        self.mostText = mostText
        self.leastText = leastText
        self.width = width
    }

    /// The tint of a number: −8 to 8, and 0 only for what is nearly zero.
    func level(_ value: Double) -> Int {
        Int((8 * min(max(value / most, -1), 1)).rounded())
    }
}

extension HeatMap {
    /// The map laid out: names above and left, cells with their numbers, and the scale below.
    public func laidOut(measuring measurer: any TextMeasurer) -> DisplayList {
        var drawing = HeatDrawing(self, measurer: measurer)
        drawing.draw()
        return DisplayList.fitting(drawing.items, margin: 1)
    }
}
