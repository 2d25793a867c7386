/// Something in a figure that cannot be read as it should.
public enum LegibilityIssue: Sendable, Equatable, CustomStringConvertible {
    /// Two labels share a place.
    case overlap(String, String)
    /// A label reaches over the edge of the canvas.
    case outside(String)
    /// A label lies on the circle of a unit it does not belong to.
    case onUnit(String, unit: String)
    /// A label is set smaller than `LegibilityIssue.leastSize`.
    case small(String, size: Double)

    /// In points.
    public static let leastSize = 7.0

    public var description: String {
        switch self {
        case .overlap(let one, let other): "'\(one)' and '\(other)' overlap"
        case .outside(let label): "'\(label)' leaves the picture"
        case .onUnit(let label, let unit): "'\(label)' lies on the circle of '\(unit)'"
        case .small(let label, _): "'\(label)' is smaller than 7 points"
        }
    }
}

extension DisplayList {
    /// What cannot be read, in drawing order; empty for a figure as it should be.
    public func legibilityIssues() -> [LegibilityIssue] {
        let texts = texts
        let units = unitCircles
        var issues: [LegibilityIssue] = []
        for (index, text) in texts.enumerated() {
            // Boxes are rounded to hundredths; touching is not overlapping.
            let box = text.box.grown(by: -0.02)
            for other in texts[(index + 1)...] where box.overlaps(other.box) {
                issues.append(.overlap(text.role, other.role))
            }
            if box.x < 0 || box.y < 0 || box.right > width || box.bottom > height { issues.append(.outside(text.role)) }
            for unit in units where !text.role.belongs(to: unit.id) && unit.meets(box) {
                issues.append(.onUnit(text.role, unit: unit.id))
            }
            let smallest = text.runs.reduce(Double.infinity) { min($0, $1.size) }
            if smallest < LegibilityIssue.leastSize { issues.append(.small(text.role, size: smallest)) }
        }
        return issues
    }

    /// The circles of a network's units.
    private var unitCircles: [UnitCircle] {
        items.compactMap { item in
            guard case .fill(let fill) = item, fill.role.hasPrefix("unit "), let box = fill.path.bounds else {
                return nil
            }
            return UnitCircle(id: String(fill.role.dropFirst(5)), centre: box.centre, radius: box.width / 2)
        }
    }
}

private struct UnitCircle {
    var id: String
    var centre: Point
    var radius: Double

    /// Whether the circle and the box share a point.
    func meets(_ box: Rectangle) -> Bool {
        let dx = max(box.x - centre.x, 0, centre.x - box.right)
        let dy = max(box.y - centre.y, 0, centre.y - box.bottom)
        return dx * dx + dy * dy < radius * radius
    }
}

extension String {
    /// Whether a role such as `value h1 after` speaks of the unit `h1`.
    fileprivate func belongs(to unit: String) -> Bool {
        hasSuffix(" " + unit) || hasSuffix(" " + unit + " after") || hasSuffix(" " + unit + " power")
    }
}
