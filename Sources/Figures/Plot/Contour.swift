/// Where numbers on a grid are not below zero, and the line where they are zero: marching squares.
///
/// Between neighbouring nodes the numbers change linearly. Where a cell's corners alternate in sign, the mean of the four
/// decides which two are joined. Places are in steps of the grid, `x` across and `y` up.
/// - Source: Lorensen and Cline, "Marching Cubes", 1987, in two dimensions.
struct Contour {
    let columns: Int
    let rows: Int
    let values: [Double]

    private func value(_ column: Int, _ row: Int) -> Double { values[row * columns + column] }

    private func isInside(_ column: Int, _ row: Int) -> Bool { value(column, row) >= 0 }

    // MARK: The inside

    /// Polygons that cover the inside without overlap, all turning the same way.
    var polygons: [[Point]] {
        var polygons: [[Point]] = []
        for row in 0..<(rows - 1) {
            var start: Int?
            for column in 0..<columns {
                let corners = column < columns - 1 ? insideCorners(column, row) : 0
                if corners == 4 {
                    if start == nil { start = column }
                    continue
                }
                if let first = start { polygons.append(Self.strip(from: first, to: column, row: row)) }
                start = nil
                if corners > 0 { polygons += pieces(column, row) }
            }
        }
        return polygons
    }

    private static func strip(from first: Int, to last: Int, row: Int) -> [Point] {
        let (left, right, low) = (Double(first), Double(last), Double(row))
        return [Point(left, low), Point(right, low), Point(right, low + 1), Point(left, low + 1)]
    }

    private func insideCorners(_ column: Int, _ row: Int) -> Int {
        corners(column, row).reduce(0) { $0 + (isInside($1.0, $1.1) ? 1 : 0) }
    }

    /// The corners of a cell, from the lower left one round.
    private func corners(_ column: Int, _ row: Int) -> [(Int, Int)] {
        [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
    }

    /// The inside of a cell: one polygon, or two where opposite corners are inside and the middle is not.
    private func pieces(_ column: Int, _ row: Int) -> [[Point]] {
        let corners = corners(column, row)
        let inside = corners.map { isInside($0.0, $0.1) }
        if isSaddle(inside), !middleIsInside(corners) {
            return (0..<4).filter { inside[$0] }.map { corner in
                let here = corners[corner]
                return [
                    Point(Double(here.0), Double(here.1)), crossing(here, corners[(corner + 1) % 4]),
                    crossing(corners[(corner + 3) % 4], here),
                ]
            }
        }
        var polygon: [Point] = []
        for corner in 0..<4 {
            let (here, next) = (corners[corner], corners[(corner + 1) % 4])
            if inside[corner] { polygon.append(Point(Double(here.0), Double(here.1))) }
            if inside[corner] != inside[(corner + 1) % 4] { polygon.append(crossing(here, next)) }
        }
        return [polygon]
    }

    private func isSaddle(_ inside: [Bool]) -> Bool {
        inside[0] == inside[2] && inside[1] == inside[3] && inside[0] != inside[1]
    }

    private func middleIsInside(_ corners: [(Int, Int)]) -> Bool {
        corners.reduce(0) { $0 + value($1.0, $1.1) / 4 } >= 0
    }

    /// Where the line passes between two neighbouring nodes.
    private func crossing(_ one: (Int, Int), _ other: (Int, Int)) -> Point {
        // From the lower or left node always, so that neighbouring cells agree to the last bit.
        let (from, to) = one.0 + one.1 < other.0 + other.1 ? (one, other) : (other, one)
        let (a, b) = (value(from.0, from.1), value(to.0, to.1))
        let part = min(max(a / (a - b), 0), 1)
        return Point(
            Double(from.0) + Double(to.0 - from.0) * part, Double(from.1) + Double(to.1 - from.1) * part)
    }

    // MARK: The line

    /// The line between inside and outside, as long as it goes.
    var lines: [[Point]] {
        var links = Links(count: 2 * columns * rows)
        for row in 0..<(rows - 1) {
            for column in 0..<(columns - 1) { join(column, row, &links) }
        }
        return links.chains.map { chain in chain.map { point(onEdge: $0) } }
    }

    /// Joins the crossed edges of a cell in pairs.
    private func join(_ column: Int, _ row: Int, _ links: inout Links) {
        let corners = corners(column, row)
        let inside = corners.map { isInside($0.0, $0.1) }
        let edges = [
            edge(column, row, isUpright: false), edge(column + 1, row, isUpright: true),
            edge(column, row + 1, isUpright: false), edge(column, row, isUpright: true),
        ]
        let crossed = (0..<4).filter { inside[$0] != inside[($0 + 1) % 4] }
        if crossed.count == 2 { links.join(edges[crossed[0]], edges[crossed[1]]) }
        guard crossed.count == 4 else { return }
        // Cut off the corners that differ from the middle: corner 0 lies between edges 3 and 0.
        if inside[0] != middleIsInside(corners) {
            links.join(edges[3], edges[0])
            links.join(edges[1], edges[2])
        } else {
            links.join(edges[0], edges[1])
            links.join(edges[2], edges[3])
        }
    }

    /// The number of the edge that goes right or up from a node.
    private func edge(_ column: Int, _ row: Int, isUpright: Bool) -> Int {
        2 * (row * columns + column) + (isUpright ? 1 : 0)
    }

    private func point(onEdge edge: Int) -> Point {
        let (column, row) = (edge / 2 % columns, edge / 2 / columns)
        return crossing((column, row), edge % 2 == 1 ? (column, row + 1) : (column + 1, row))
    }
}

/// Things joined to at most two others each: open chains and rings.
private struct Links {
    /// The neighbours of each thing; −1 for none.
    private var neighbours: [(Int, Int)]

    init(count: Int) { neighbours = Array(repeating: (-1, -1), count: count) }

    mutating func join(_ one: Int, _ other: Int) {
        add(other, to: one)
        add(one, to: other)
    }

    private mutating func add(_ neighbour: Int, to one: Int) {
        if neighbours[one].0 < 0 { neighbours[one].0 = neighbour } else { neighbours[one].1 = neighbour }
    }

    /// Open chains from their ends, then rings, which end where they begin.
    var chains: [[Int]] {
        var seen = [Bool](repeating: false, count: neighbours.count)
        var chains: [[Int]] = []
        for ringsToo in [false, true] {
            for start in neighbours.indices where !seen[start] && neighbours[start].0 >= 0 {
                guard ringsToo || neighbours[start].1 < 0 else { continue }
                var chain = [start]
                seen[start] = true
                while let last = chain.last, let next = next(after: last, seen) {
                    seen[next] = true
                    chain.append(next)
                }
                if ringsToo { chain.append(start) }
                chains.append(chain)
            }
        }
        return chains
    }

    private func next(after one: Int, _ seen: [Bool]) -> Int? {
        [neighbours[one].0, neighbours[one].1].first { $0 >= 0 && !seen[$0] }
    }
}
