/// A display list sorted by what keeps its labels from being read.
struct Reading {
    struct Text {
        /// Where in drawing order.
        var order: Int
        var item: TextItem
        /// Boxes are rounded to hundredths; touching is not overlapping.
        var box: Rectangle
    }

    struct Surface {
        var order: Int
        var role: String
        var outline: Outline
        var paint: Paint
    }

    struct Line {
        var order: Int
        var item: StrokeItem
        var bounds: Rectangle
    }

    var texts: [Text] = []
    private var surfaces: [Surface] = []
    private var lines: [Line] = []
    private var contrasts = Contrasts()

    init(_ list: DisplayList) {
        for (order, item) in list.items.enumerated() {
            switch item {
            case .text(let text): texts.append(Text(order: order, item: text, box: text.box.grown(by: -0.02)))
            case .fill(let fill):
                guard let outline = Outline(fill.path) else { continue }
                surfaces.append(Surface(order: order, role: fill.role, outline: outline, paint: fill.paint))
            case .stroke(let stroke):
                guard let bounds = stroke.path.bounds else { continue }
                lines.append(Line(order: order, item: stroke, bounds: bounds.grown(by: stroke.width / 2)))
            }
        }
    }

    /// For each text the later texts that share a place with it.
    func overlaps() -> [[Int]] {
        var found = [[Int]](repeating: [], count: texts.count)
        let byHeight = texts.indices.sorted { (texts[$0].box.y, $0) < (texts[$1].box.y, $1) }
        for (place, index) in byHeight.enumerated() {
            let box = texts[index].box
            for other in byHeight[(place + 1)...] {
                if texts[other].box.y >= box.bottom { break }
                if box.overlaps(texts[other].box) { found[min(index, other)].append(max(index, other)) }
            }
        }
        return found.map { $0.sorted() }
    }

    /// What surfaces and lines do to one text.
    mutating func issues(with text: Text) -> [LegibilityIssue] {
        var issues: [LegibilityIssue] = []
        /// The last surface that is behind all of the text, and those above it that are behind a part.
        var behind: [Surface] = []
        for surface in surfaces where surface.outline.meets(text.box) {
            if surface.order > text.order {
                issues.append(.covered(text.item.role, by: surface.role))
            } else if surface.outline.holds(text.box) {
                behind = [surface]
            } else {
                behind.append(surface)
            }
            if let unit = surface.role.dropping("unit ") ?? surface.role.dropping("node "),
                !text.item.role.belongs(to: unit)
            {
                issues.append(.onUnit(text.item.role, unit: unit))
            }
            if let unit = surface.role.dropping("bias "), !text.item.role.belongs(to: unit) {
                issues.append(.onBadge(text.item.role, unit: unit))
            }
        }
        let holder = behind.first.flatMap { $0.outline.holds(text.box) ? $0 : nil }
        let isSetOff = text.item.halo != nil
        for line in lines where line.order > (isSetOff ? text.order : holder?.order ?? -1) {
            if line.bounds.overlaps(text.box), isForeign(line, to: text), crosses(line, text.letters) {
                issues.append(.crossed(text.item.role, by: line.item.role))
            }
        }
        var grounds = behind.map { $0.paint }
        if let halo = text.item.halo { grounds.append(halo.paint) } else if holder == nil { grounds.append(.ground) }
        return issues + contrasts.issues(text.item.role, text.item.paint, on: grounds, least: .text)
    }

    private func isForeign(_ line: Line, to text: Text) -> Bool {
        if line.item.role == text.item.role { return false }
        guard let space = line.item.role.firstIndex(of: " ") else { return true }
        return !text.item.role.belongs(to: String(line.item.role[line.item.role.index(after: space)...]))
    }

    private func crosses(_ line: Line, _ letters: Rectangle) -> Bool {
        let box = letters.grown(by: line.item.width / 2)
        return line.item.path.segments.contains { box.meets(from: $0.0, to: $0.1) }
    }

    /// Lines that what is behind them does not set off. Hair lines only lead the eye and may be fainter; a line in the
    /// colour of the ground is a gap, not a line.
    mutating func faintLines() -> [LegibilityIssue] {
        var issues: [LegibilityIssue] = []
        for line in lines where line.item.paint != .line && line.item.paint != .ground {
            var ground = Paint.ground
            for surface in surfaces where surface.order < line.order && surface.outline.holds(line.bounds) {
                ground = surface.paint
            }
            issues += contrasts.issues(line.item.role, line.item.paint, on: [ground], least: .stroke)
        }
        return issues
    }
}

extension Reading.Text {
    /// The box without the air above and below that most letters leave.
    var letters: Rectangle {
        Rectangle(x: box.x, y: box.y + box.height * 0.1, width: box.width, height: box.height * 0.8)
    }
}

extension String {
    /// Whether a role such as `value h1 after` speaks of the unit `h1`.
    func belongs(to unit: String) -> Bool {
        hasSuffix(" " + unit) || hasSuffix(" " + unit + " after") || hasSuffix(" " + unit + " power")
    }

    /// What follows a beginning, or nil when the text begins otherwise.
    func dropping(_ beginning: String) -> String? {
        hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
    }
}
