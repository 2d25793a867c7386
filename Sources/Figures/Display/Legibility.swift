/// Something in a figure that cannot be read as it should.
public enum LegibilityIssue: Sendable, Equatable, CustomStringConvertible {
    /// Two labels share a place.
    case overlap(String, String)
    /// A label reaches over the edge of the canvas.
    case outside(String)
    /// A label lies on the shape of a unit it does not belong to.
    case onUnit(String, unit: String)
    /// A label lies on the badge of a unit it does not belong to.
    case onBadge(String, unit: String)
    /// A line of something else runs through a label's letters, with no halo and no patch of ground between them.
    case crossed(String, by: String)
    /// A surface painted later hides a part of a label.
    case covered(String, by: String)
    /// A label or a line that its ground does not set off: less than 4.5:1 for letters, 3:1 for lines.
    case faint(String, paint: String, on: String, palette: Palette)
    /// A label is set smaller than `LegibilityIssue.leastSize`.
    case small(String, size: Double)

    /// In points.
    public static let leastSize = 7.0
    /// Of letters against what is behind them (WCAG 2.2, 1.4.3).
    public static let leastTextContrast = 4.5
    /// Of lines against what is behind them (WCAG 2.2, 1.4.11).
    public static let leastStrokeContrast = 3.0

    public var description: String {
        switch self {
        case .overlap(let one, let other): "'\(one)' and '\(other)' overlap"
        case .outside(let label): "'\(label)' leaves the picture"
        case .onUnit(let label, let unit): "'\(label)' lies on the shape of '\(unit)'"
        case .onBadge(let label, let unit): "'\(label)' lies on the badge of '\(unit)'"
        case .crossed(let label, let line): "'\(label)' is crossed by the line of '\(line)'"
        case .covered(let label, let surface): "'\(label)' is covered by '\(surface)'"
        case .faint(let item, let paint, let ground, let palette):
            "'\(item)' hardly shows: \(paint) on \(ground) in \(palette.rawValue)"
        case .small(let label, _): "'\(label)' is smaller than 7 points"
        }
    }
}

extension DisplayList {
    /// What cannot be read, in drawing order; empty for a figure as it should be.
    ///
    /// - Parameter scale: how much larger than drawn the figure will be seen, for the least size of letters.
    /// - Complexity: sorts the texts by height, then compares each with the texts at its height, with the shapes of units
    ///   and with the lines that nothing keeps away from it.
    public func legibilityIssues(scale: Double = 1) -> [LegibilityIssue] {
        var reading = Reading(self)
        var issues: [LegibilityIssue] = []
        let neighbours = reading.overlaps()
        for (index, text) in reading.texts.enumerated() {
            issues += neighbours[index].map { .overlap(text.item.role, reading.texts[$0].item.role) }
            let box = text.box
            if box.x < 0 || box.y < 0 || box.right > width || box.bottom > height {
                issues.append(.outside(text.item.role))
            }
            issues += reading.issues(with: text)
            let smallest = text.item.runs.reduce(Double.infinity) { min($0, $1.size) } * scale
            if smallest < LegibilityIssue.leastSize { issues.append(.small(text.item.role, size: smallest)) }
        }
        return issues + reading.faintLines()
    }
}
