/// Which of several classes leads where, over a rectangle of the plane.
public struct Regions: Sendable, Equatable {
    public var names: [Label]
    public var x: ClosedRange<Double>
    public var y: ClosedRange<Double>
    /// How many nodes the grid has across and up, ends included.
    public var columns: Int
    public var rows: Int
    /// For each class and node, by how much the class leads the best of the others; below zero where it trails.
    ///
    /// Nodes are counted from the lower left corner, row by row.
    public var leads: [[Double]]

    /// - Precondition: at least two names, two columns and two rows, and a lead for every class and node.
    public init(
        names: [Label], x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int, leads: [[Double]]
    ) {
        precondition(names.count >= 2 && columns >= 2 && rows >= 2, "regions divide a rectangle")
        precondition(
            leads.count == names.count && leads.allSatisfy { $0.count == columns * rows },
            "every class has a lead at every node")
        self.names = names
        self.x = x
        self.y = y
        self.columns = columns
        self.rows = rows
        self.leads = leads
    }

    /// The place of a node; fractions lie between nodes.
    func place(_ column: Double, _ row: Double) -> Point {
        Point(
            x.lowerBound + (x.upperBound - x.lowerBound) * column / Double(columns - 1),
            y.lowerBound + (y.upperBound - y.lowerBound) * row / Double(rows - 1))
    }

    /// The class that leads at the node nearest to a place.
    public func leader(near place: Point) -> Int {
        func nearest(_ value: Double, _ range: ClosedRange<Double>, _ count: Int) -> Int {
            let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
            return min(max(Int((part * Double(count - 1)).rounded()), 0), count - 1)
        }
        let node = nearest(place.y, y, rows) * columns + nearest(place.x, x, columns)
        return names.indices.first { leads[$0][node] >= 0 } ?? 0
    }
}
