extension Path {
    static func line(_ start: Point, _ end: Point) -> Path { Path([.move(start), .line(end)]) }

    static func polyline(_ points: [Point]) -> Path {
        var path = Path()
        for (index, point) in points.enumerated() { path.elements.append(index == 0 ? .move(point) : .line(point)) }
        return path
    }

    /// A circle of four Bézier curves, off by less than 0.03 % of its radius.
    static func circle(_ centre: Point, radius r: Double) -> Path {
        let k = 0.5522847498 * r
        let (x, y) = (centre.x, centre.y)
        return Path([
            .move(Point(x + r, y)),
            .curve(Point(x + r, y + k), Point(x + k, y + r), Point(x, y + r)),
            .curve(Point(x - k, y + r), Point(x - r, y + k), Point(x - r, y)),
            .curve(Point(x - r, y - k), Point(x - k, y - r), Point(x, y - r)),
            .curve(Point(x + k, y - r), Point(x + r, y - k), Point(x + r, y)),
            .close,
        ])
    }

    static func rectangle(_ box: Rectangle) -> Path {
        Path([
            .move(Point(box.x, box.y)), .line(Point(box.right, box.y)), .line(Point(box.right, box.bottom)),
            .line(Point(box.x, box.bottom)), .close,
        ])
    }

    /// A rectangle with round ends.
    static func pill(_ box: Rectangle) -> Path { rounded(box, radius: min(box.height, box.width) / 2) }

    /// A rectangle with round corners.
    static func rounded(_ box: Rectangle, radius r: Double) -> Path {
        let k = r * (1 - 0.5522847498)
        let (left, right, top, bottom) = (box.x, box.right, box.y, box.bottom)
        return Path([
            .move(Point(left + r, top)), .line(Point(right - r, top)),
            .curve(Point(right - k, top), Point(right, top + k), Point(right, top + r)),
            .line(Point(right, bottom - r)),
            .curve(Point(right, bottom - k), Point(right - k, bottom), Point(right - r, bottom)),
            .line(Point(left + r, bottom)),
            .curve(Point(left + k, bottom), Point(left, bottom - k), Point(left, bottom - r)),
            .line(Point(left, top + r)),
            .curve(Point(left, top + k), Point(left + k, top), Point(left + r, top)),
            .close,
        ])
    }
}
