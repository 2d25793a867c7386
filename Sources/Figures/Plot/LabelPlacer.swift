/// Finds a free place for a text among lines, dots and other texts.
struct LabelPlacer {
    var area: Rectangle
    var lines: [[Point]] = []
    /// Texts and bars, which no other text may cover.
    var boxes: [Rectangle] = []
    /// Points of clouds, which no text may cover either.
    var dots: [Point] = []

    private enum Cost {
        static let line = 1
        static let box = 100_000
    }

    /// The candidate that covers least, the first of equals, if it covers no other text; it is then taken.
    mutating func place(_ candidates: [Rectangle]) -> Rectangle? {
        var best: Rectangle?
        var least = Cost.box
        for candidate in candidates {
            let cost = cost(of: candidate)
            if cost < least { (best, least) = (candidate, cost) }
        }
        if let best { boxes.append(best) }
        return best
    }

    /// The first candidate that covers nothing, which is then taken.
    mutating func free(_ candidates: [Rectangle]) -> Rectangle? {
        guard let box = candidates.first(where: { cost(of: $0) == 0 }) else { return nil }
        boxes.append(box)
        return box
    }

    private func cost(of box: Rectangle) -> Int {
        if box.x < area.x || box.right > area.right || box.y < area.y || box.bottom > area.bottom { return Cost.box }
        let wide = box.grown(by: 2)
        if boxes.contains(where: { wide.overlaps($0) }) { return Cost.box }
        let clear = box.grown(by: 6)
        if dots.contains(where: { clear.contains($0) }) { return Cost.box }
        let reach = box.grown(by: 3)
        var cost = 0
        for line in lines {
            for index in line.indices.dropLast() where Self.crosses(reach, line[index], line[index + 1]) {
                cost += Cost.line
            }
        }
        return min(cost, Cost.box - 1)
    }

    /// Whether the segment has a point inside the box (Liang and Barsky).
    static func crosses(_ box: Rectangle, _ start: Point, _ end: Point) -> Bool {
        if max(start.x, end.x) < box.x || min(start.x, end.x) > box.right { return false }
        return clipped(start, end, to: box) != nil
    }

    /// The part of the segment inside the box.
    static func clipped(_ start: Point, _ end: Point, to box: Rectangle) -> (Point, Point)? {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        var (from, to) = (0.0, 1.0)
        let sides = [
            (-dx, start.x - box.x), (dx, box.right - start.x), (-dy, start.y - box.y), (dy, box.bottom - start.y),
        ]
        for (step, room) in sides {
            if step == 0 {
                if room < 0 { return nil }
            } else if step < 0 {
                from = max(from, room / step)
            } else {
                to = min(to, room / step)
            }
        }
        guard from <= to else { return nil }
        return (
            Point(start.x + dx * from, start.y + dy * from), Point(start.x + dx * to, start.y + dy * to)
        )
    }
}

extension Rectangle {
    fileprivate func contains(_ point: Point) -> Bool {
        point.x > x && point.x < right && point.y > y && point.y < bottom
    }
}
