/// The run of a line through its points, straight from one to the next or, between two points, bent.
struct DrawnLine {
    /// What a line stops at.
    struct Edge {
        var frame: Rectangle
        var isRound: Bool

        /// Where the way from the middle towards a point leaves the shape.
        func exit(towards point: Point) -> Point {
            let centre = frame.centre
            let (dx, dy) = (point.x - centre.x, point.y - centre.y)
            let length = (dx * dx + dy * dy).squareRoot()
            guard length > 0 else { return centre }
            let part =
                isRound
                ? frame.width / 2 / length
                : min(
                    dx == 0 ? .infinity : frame.width / 2 / dx.magnitude,
                    dy == 0 ? .infinity : frame.height / 2 / dy.magnitude)
            return Point(centre.x + dx * part, centre.y + dy * part)
        }
    }

    private var points: [Point]
    /// The control point of a bent line.
    private var control: Point?

    init(points: [Point], bend: Double) {
        precondition(points.count >= 2, "a line has two ends")
        self.points = points
        guard bend != 0, points.count == 2 else { return }
        let way = points[1] - points[0]
        let length = max(way.length, 0.01)
        // A curve comes half as far as its control point.
        let push = 2 * bend / length
        control = Point(
            (points[0].x + points[1].x) / 2 + way.y * push, (points[0].y + points[1].y) / 2 - way.x * push)
    }

    mutating func clip(start: Edge?, end: Edge?) {
        let last = points.count - 1
        if let start { points[0] = start.exit(towards: control ?? points[1]) }
        if let end { points[last] = end.exit(towards: control ?? points[last - 1]) }
    }

    /// The middle of the line, or of its longest part, and which way it runs there.
    var middle: (place: Point, direction: Point) {
        if let control {
            let place = Point(
                (points[0].x + 2 * control.x + points[1].x) / 4, (points[0].y + 2 * control.y + points[1].y) / 4)
            return (place, points[1] - points[0])
        }
        var longest = (from: points[0], to: points[1])
        for (from, to) in zip(points, points.dropFirst()) where (to - from).length > (longest.to - longest.from).length
        {
            longest = (from, to)
        }
        let (from, to) = longest
        return (Point((from.x + to.x) / 2, (from.y + to.y) / 2), to - from)
    }

    /// The head of an arrow, by which the line becomes shorter.
    mutating func takeHead(width: Double) -> Path {
        let last = points.count - 1
        let tip = points[last]
        let way = tip - (control ?? points[last - 1])
        let length = max(way.length, 0.01)
        let unit = Point(way.x / length, way.y / length)
        let (long, wide) = (5 + 2.6 * width, 2.4 + 1.3 * width)
        let foot = Point(tip.x - unit.x * long, tip.y - unit.y * long)
        points[last] = Point(tip.x - unit.x * long * 0.8, tip.y - unit.y * long * 0.8)
        return Path([
            .move(tip), .line(Point(foot.x - unit.y * wide, foot.y + unit.x * wide)),
            .line(Point(foot.x + unit.y * wide, foot.y - unit.x * wide)), .close,
        ])
    }

    /// The line with its corners rounded.
    func path(corner: Double) -> Path {
        if let control {
            let third = { (end: Point) in
                Point(end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3)
            }
            return Path([.move(points[0]), .curve(third(points[0]), third(points[1]), points[1])])
        }
        var path = Path([.move(points[0])])
        for index in points.indices.dropFirst().dropLast() {
            let (before, here, after) = (points[index - 1], points[index], points[index + 1])
            let radius = min(corner, (here - before).length / 2, (after - here).length / 2)
            let (start, end) = (here.stepped(radius, towards: before), here.stepped(radius, towards: after))
            path.elements += [
                .line(start),
                .curve(
                    here.stepped(radius * 0.45, towards: before), here.stepped(radius * 0.45, towards: after), end),
            ]
        }
        path.elements.append(.line(points[points.count - 1]))
        return path
    }

    /// The surface between the points.
    var closed: Path {
        var path = Path.polyline(points)
        path.elements.append(.close)
        return path
    }
}

extension Point {
    fileprivate static func - (one: Point, other: Point) -> Point { Point(one.x - other.x, one.y - other.y) }

    fileprivate var length: Double { (x * x + y * y).squareRoot() }

    fileprivate func stepped(_ distance: Double, towards other: Point) -> Point {
        let way = other - self
        let part = distance / max(way.length, 0.01)
        return Point(x + way.x * part, y + way.y * part)
    }
}
