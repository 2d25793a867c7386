import Figures

/// The parts of a drawn network by their roles.
extension DisplayList {
    func strokes(_ prefix: String) -> [StrokeItem] {
        items.compactMap { item in
            if case .stroke(let stroke) = item, stroke.role.hasPrefix(prefix) { stroke } else { nil }
        }
    }

    func fills(_ prefix: String) -> [FillItem] {
        items.compactMap { item in
            if case .fill(let fill) = item, fill.role.hasPrefix(prefix) { fill } else { nil }
        }
    }

    func texts(_ prefix: String) -> [TextItem] { texts.filter { $0.role.hasPrefix(prefix) } }

    /// Centres and radii of the units, by id.
    var circles: [(id: String, centre: Point, radius: Double)] {
        fills("unit ").map { fill in
            let points = fill.path.points
            let (left, right) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0)
            let (top, bottom) = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
            return (String(fill.role.dropFirst(5)), Point((left + right) / 2, (top + bottom) / 2), (right - left) / 2)
        }
    }
}

extension Path {
    var points: [Point] {
        elements.flatMap { element -> [Point] in
            switch element {
            case .move(let point), .line(let point): [point]
            case .curve(let a, let b, let c): [a, b, c]
            case .close: []
            }
        }
    }
}
