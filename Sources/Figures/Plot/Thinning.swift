/// Drops points of a line that no picture would show.
enum Thinning {
    /// In each column, at most the first, the lowest, the highest and the last point, in their order.
    ///
    /// The line covers the same part of every column as before, so the picture is the same. Lines with fewer than two
    /// points a column, and lines that run backwards, are left as they are.
    static func thinned(_ points: [Point], column: Double) -> [Point] {
        guard let first = points.first, let last = points.last else { return points }
        guard Double(points.count) > 2 * (last.x - first.x).magnitude / column else { return points }
        var result: [Point] = []
        var start = 0
        var index = 1
        while index <= points.count {
            if index < points.count, points[index].x < points[index - 1].x { return points }
            if index == points.count || cell(points[index], column) != cell(points[start], column) {
                result += extremes(points[start..<index])
                start = index
            }
            index += 1
        }
        return result
    }

    private static func cell(_ point: Point, _ column: Double) -> Int { Int((point.x / column).rounded(.down)) }

    private static func extremes(_ points: ArraySlice<Point>) -> [Point] {
        guard points.count > 4 else { return Array(points) }
        var (low, high) = (points.startIndex, points.startIndex)
        for index in points.indices {
            if points[index].y < points[low].y { low = index }
            if points[index].y > points[high].y { high = index }
        }
        var kept = [points.startIndex]
        for index in [min(low, high), max(low, high), points.endIndex - 1] where index != kept[kept.count - 1] {
            kept.append(index)
        }
        return kept.map { points[$0] }
    }
}
