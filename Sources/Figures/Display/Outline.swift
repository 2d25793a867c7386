/// The place a surface takes: discs and upright rectangles, one around each part of its path.
struct Outline {
    fileprivate struct Part {
        var bounds: Rectangle
        /// A path of curves alone, as wide as it is high.
        var isDisc: Bool
    }

    private var parts: [Part] = []
    let bounds: Rectangle

    init?(_ path: Path) {
        guard let bounds = path.bounds else { return nil }
        self.bounds = bounds
        var elements: [Path.Element] = []
        for element in path.elements {
            if case .move = element {
                append(elements)
                elements = []
            }
            elements.append(element)
        }
        append(elements)
    }

    private mutating func append(_ elements: [Path.Element]) {
        guard let bounds = Path(elements).bounds else { return }
        let isRound = !elements.contains { if case .line = $0 { true } else { false } }
        parts.append(Part(bounds: bounds, isDisc: isRound && abs(bounds.width - bounds.height) < 0.05))
    }

    /// Whether the insides of the two share a point.
    func meets(_ box: Rectangle) -> Bool { bounds.overlaps(box) && parts.contains { $0.meets(box) } }

    /// Whether all of the box is inside of one part.
    func holds(_ box: Rectangle) -> Bool { bounds.holds(box) && parts.contains { $0.holds(box) } }
}

extension Outline.Part {
    fileprivate func meets(_ box: Rectangle) -> Bool {
        guard bounds.overlaps(box) else { return false }
        if !isDisc { return true }
        let centre = bounds.centre
        let dx = max(box.x - centre.x, 0, centre.x - box.right)
        let dy = max(box.y - centre.y, 0, centre.y - box.bottom)
        return dx * dx + dy * dy < bounds.width * bounds.width / 4
    }

    fileprivate func holds(_ box: Rectangle) -> Bool {
        guard bounds.holds(box) else { return false }
        if !isDisc { return true }
        let centre = bounds.centre
        let dx = max(centre.x - box.x, box.right - centre.x)
        let dy = max(centre.y - box.y, box.bottom - centre.y)
        return dx * dx + dy * dy <= bounds.width * bounds.width / 4
    }
}

extension Rectangle {
    func holds(_ other: Rectangle) -> Bool {
        x <= other.x && y <= other.y && other.right <= right && other.bottom <= bottom
    }

    /// Whether a straight line between two points has a point inside.
    func meets(from start: Point, to end: Point) -> Bool {
        var (first, last) = (0.0, 1.0)
        let sides = [(start.x, end.x - start.x, x, right), (start.y, end.y - start.y, y, bottom)]
        for (origin, step, low, high) in sides {
            if step == 0 {
                if origin <= low || origin >= high { return false }
                continue
            }
            let (a, b) = ((low - origin) / step, (high - origin) / step)
            first = max(first, min(a, b))
            last = min(last, max(a, b))
        }
        return first < last
    }
}

extension Path {
    /// The path as straight lines; a curve as eight.
    var segments: [(Point, Point)] {
        var lines: [(Point, Point)] = []
        var (start, here) = (Point(0, 0), Point(0, 0))
        func draw(to point: Point) {
            lines.append((here, point))
            here = point
        }
        for element in elements {
            switch element {
            case .move(let point): (start, here) = (point, point)
            case .line(let point): draw(to: point)
            case .close: draw(to: start)
            case .curve(let a, let b, let c):
                let origin = here
                for step in 1...8 { draw(to: Self.point(at: Double(step) / 8, origin, a, b, c)) }
            }
        }
        return lines
    }

    /// A point of a cubic Bézier curve.
    private static func point(at t: Double, _ p: Point, _ a: Point, _ b: Point, _ c: Point) -> Point {
        let s = 1 - t
        let (w0, w1, w2, w3) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        return Point(
            w0 * p.x + w1 * a.x + w2 * b.x + w3 * c.x, w0 * p.y + w1 * a.y + w2 * b.y + w3 * c.y)
    }
}
