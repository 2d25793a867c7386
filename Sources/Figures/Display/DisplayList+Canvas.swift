extension Rectangle {
    var right: Double { x + width }
    var bottom: Double { y + height }
    var centre: Point { Point(x + width / 2, y + height / 2) }

    /// The rectangle with `margin` more on every side.
    func grown(by margin: Double) -> Rectangle {
        Rectangle(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    /// The smallest rectangle around both.
    func union(_ other: Rectangle) -> Rectangle {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return Rectangle(
            x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
    }

    /// Whether the insides of the two share a point.
    func overlaps(_ other: Rectangle) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}

extension Path {
    /// The smallest rectangle around the path's points, control points included.
    var bounds: Rectangle? {
        var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
        func include(_ point: Point) {
            left = min(left, point.x)
            top = min(top, point.y)
            right = max(right, point.x)
            bottom = max(bottom, point.y)
        }
        for element in elements {
            switch element {
            case .move(let point), .line(let point): include(point)
            case .curve(let a, let b, let c):
                include(a)
                include(b)
                include(c)
            case .close: break
            }
        }
        return left <= right ? Rectangle(x: left, y: top, width: right - left, height: bottom - top) : nil
    }

    func mapped(_ change: (Point) -> Point) -> Path {
        Path(
            elements.map { element in
                switch element {
                case .move(let point): .move(change(point))
                case .line(let point): .line(change(point))
                case .curve(let a, let b, let c): .curve(change(a), change(b), change(c))
                case .close: .close
                }
            })
    }
}

extension Path.Element {
    var points: [Point] {
        switch self {
        case .move(let point), .line(let point): [point]
        case .curve(let a, let b, let c): [a, b, c]
        case .close: []
        }
    }
}

extension DisplayList.Item {
    var role: String {
        switch self {
        case .text(let item): item.role
        case .stroke(let item): item.role
        case .fill(let item): item.role
        }
    }

    /// The smallest rectangle around what the item paints.
    var bounds: Rectangle? {
        switch self {
        case .text(let item): item.box
        case .stroke(let item): item.path.bounds?.grown(by: item.width / 2)
        case .fill(let item): item.path.bounds
        }
    }

    func moved(_ dx: Double, _ dy: Double) -> DisplayList.Item {
        let move = { (point: Point) in Point(rounded(point.x + dx), rounded(point.y + dy)) }
        switch self {
        case .text(var item):
            let corner = move(Point(item.box.x, item.box.y))
            item.box = Rectangle(
                x: corner.x, y: corner.y, width: rounded(item.box.width), height: rounded(item.box.height))
            for index in item.runs.indices {
                item.runs[index].x = rounded(item.runs[index].x + dx)
                item.runs[index].baseline = rounded(item.runs[index].baseline + dy)
                item.runs[index].size = rounded(item.runs[index].size)
            }
            return .text(item)
        case .stroke(var item):
            item.path = item.path.mapped(move)
            item.width = rounded(item.width)
            return .stroke(item)
        case .fill(var item):
            item.path = item.path.mapped(move)
            return .fill(item)
        }
    }
}

/// To a hundredth of a point: finer than any printer, and the same on every machine.
func rounded(_ value: Double) -> Double { (value * 100 + 0.5).rounded(.down) / 100 }

extension DisplayList {
    /// The items on the smallest canvas that holds them, with `margin` around them.
    static func fitting(_ items: [Item], margin: Double) -> DisplayList {
        guard let canvas = bounds(of: items)?.grown(by: margin) else { return DisplayList(width: 0, height: 0) }
        return DisplayList(
            width: canvas.width.rounded(.up), height: canvas.height.rounded(.up),
            items: items.map { $0.moved(-canvas.x, -canvas.y) })
    }

    /// What the items take up; nil when there is nothing to see.
    static func bounds(of items: [Item]) -> Rectangle? {
        var bounds: Rectangle?
        for item in items {
            guard let box = item.bounds else { continue }
            bounds = bounds?.union(box) ?? box
        }
        return bounds
    }
}
