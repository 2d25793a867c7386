/// Finds a free place for a text among lines and other texts.
struct LabelPlacer {
    var area: Rectangle
    var lines: [[Point]] = []
    var boxes: [Rectangle] = []

    /// The candidate that covers least, the first of equals; it is then taken.
    mutating func place(_ candidates: [Rectangle]) -> Rectangle {
        var best = candidates[0]
        var least = Double.infinity
        for candidate in candidates {
            let cost = cost(of: candidate)
            if cost < least { (best, least) = (candidate, cost) }
        }
        boxes.append(best)
        return best
    }

    /// The first candidate that covers nothing, which is then taken.
    mutating func free(_ candidates: [Rectangle]) -> Rectangle? {
        guard let box = candidates.first(where: { cost(of: $0) == 0 }) else { return nil }
        boxes.append(box)
        return box
    }

    private func cost(of box: Rectangle) -> Double {
        var cost = 0.0
        for other in boxes where box.grown(by: 2).overlaps(other) { cost += 100 }
        if box.x < area.x || box.right > area.right || box.y < area.y || box.bottom > area.bottom { cost += 1000 }
        let reach = box.grown(by: 3)
        for line in lines {
            for (start, end) in zip(line, line.dropFirst()) where Self.crosses(reach, start, end) { cost += 1 }
        }
        return cost
    }

    /// Whether the segment has a point inside the box (Liang and Barsky).
    static func crosses(_ box: Rectangle, _ start: Point, _ end: Point) -> Bool {
        clipped(start, end, to: box) != nil
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
