/// Places the texts around one circle after the other.
struct UnitNotesPlacer {
    var style: NetworkStyle
    var radius: Double
    var direction: NetworkDiagram.Direction
    var measurer: any TextMeasurer

    private struct Row {
        var text: TextLine
        var role: String
        var paint: Paint
    }

    private let nameGap = 7.0
    private var badgeHeight: Double { style.noteSize + 5 }
    private var foot: Double { radius + style.outline / 2 }

    /// - Parameter isLast: whether nothing follows the unit's layer, so that there is room behind it.
    func notes(of unit: NetworkDiagram.Unit, faded: Bool, isLast: Bool) -> UnitNotes {
        var notes = UnitNotes(bounds: Rectangle(x: -foot, y: -foot, width: 2 * foot, height: 2 * foot))
        addName(of: unit, faded: faded, to: &notes)
        let wanted = wanted(of: unit, faded: faded)
        let rows = (isLast ? [] : wanted) + derived(of: unit, faded: faded)
        if direction == .right {
            addBelow(rows, bias(of: unit, faded: faded), unit, faded, &notes)
            if isLast { addBehind(wanted, &notes) }
        } else {
            addBeside(rows, bias(of: unit, faded: faded), unit, faded, &notes)
            let column = notes.notes.reduce(notes.badge?.box.bottom ?? 0) { max($0, $1.box.bottom) }
            if isLast { addBelow(wanted, nil, unit, faded, &notes, from: column) }
        }
        for note in notes.notes { notes.bounds = notes.bounds.union(note.box) }
        if let badge = notes.badge { notes.bounds = notes.bounds.union(badge.box) }
        return notes
    }

    // MARK: What is written

    private func line(_ text: String, _ face: Face, _ size: Double) -> TextLine {
        TextLine(text, face: face, size: size, measurer: measurer)
    }

    /// `want 1` and the error.
    private func wanted(of unit: NetworkDiagram.Unit, faded: Bool) -> [Row] {
        var rows: [Row] = []
        if let target = unit.target {
            let text = line("want " + target.text, style.noteFace, style.noteSize)
            rows.append(Row(text: text, role: "target \(unit.id)", paint: .softInk))
        }
        if let error = unit.error {
            let text = line(error.text, style.weightFace, style.noteSize + 1)
            rows.append(Row(text: text, role: "error \(unit.id)", paint: faded ? .softInk : .ink))
        }
        return rows
    }

    /// The sum, the change and the gradients.
    private func derived(of unit: NetworkDiagram.Unit, faded: Bool) -> [Row] {
        let size = style.noteSize
        var rows: [Row] = []
        if let sum = unit.sum {
            var text = line(sum.text, style.noteFace, size)
            if let name = unit.sumName {
                text = TextLine(name, face: style.noteFace, size: size, measurer: measurer)
                    .followed(by: line(" = " + sum.text, style.noteFace, size))
            }
            rows.append(Row(text: text, role: "sum \(unit.id)", paint: faded ? .softInk : .ink))
        }
        if let change = unit.change {
            rows.append(
                Row(
                    text: line(changeSign + change, style.noteFace, size), role: "change \(unit.id)", paint: .softInk))
        }
        let inner = Label([.init("∂"), .init("in", style: .roman, level: .raised), .init(" ")])
        let gradients: [(String, Label, NetworkDiagram.Quantity?)] = [
            ("gradient of bias \(unit.id)", Label("∂b "), unit.biasGradient),
            ("gradient of sum \(unit.id)", inner, unit.sumGradient),
            ("gradient \(unit.id)", Label("∂ "), unit.gradient),
        ]
        for (role, sign, gradient) in gradients {
            guard let gradient else { continue }
            let text = TextLine(sign, face: style.gradientFace, size: size, measurer: measurer)
                .followed(by: line(gradient.text, style.gradientFace, size))
            rows.append(Row(text: text, role: role, paint: faded ? .softInk : .gradient))
        }
        return rows
    }

    /// `b₁`, `+0.5` or `b₁ = 0.5`, with an arrow where it should change.
    private func bias(of unit: NetworkDiagram.Unit, faded: Bool) -> TextLine? {
        let size = max(7, style.noteSize - 1)
        let wish = faded ? nil : unit.biasWish.map { line($0.arrow, style.weightFace, size) }
        let name = unit.biasName.map { TextLine($0, face: style.valueFace, size: size, measurer: measurer) }
        guard let bias = unit.bias else { return name?.followed(byArrow: wish) }
        if let name {
            return name.followed(by: line(" = " + bias.text, style.valueFace, size)).followed(byArrow: wish)
        }
        let isSigned = bias.text.hasPrefix("−") || bias.text.hasPrefix("+")
        return line((isSigned ? "" : "+") + bias.text, style.valueFace, size).followed(byArrow: wish)
    }

    // MARK: Where it stands

    /// Above the circle, or left of it; the arrow behind the name, or before it.
    private func addName(of unit: NetworkDiagram.Unit, faded: Bool, to notes: inout UnitNotes) {
        let paint: Paint = faded ? .softInk : .ink
        let isDown = direction == .down
        // The name's own line, not the foot of its subscript, keeps the distance.
        var place = Point(0, -radius - nameGap)
        var arrowX = 0.0
        if isDown { place.x = -radius - nameGap }
        if let name = unit.name.map({ TextLine($0, face: style.noteFace, size: style.nameSize, measurer: measurer) }) {
            if isDown { place.y = name.baseline(centredOn: 0) }
            notes.notes.append(
                .init(
                    text: name, role: "name \(unit.id)", paint: paint, place: place, anchor: isDown ? .end : .middle))
            arrowX = isDown ? -name.width - 4 : name.width / 2 + 4
        }
        guard !faded, let wish = unit.wish else { return }
        let arrow = line(wish.arrow, style.weightFace, style.nameSize)
        if isDown { place.y = arrow.baseline(centredOn: 0) }
        let anchor: TextLine.Anchor = isDown ? .end : unit.name == nil ? .middle : .start
        notes.notes.append(
            .init(
                text: arrow, role: "wanted \(unit.id)", paint: .ink, place: Point(place.x + arrowX, place.y),
                anchor: anchor))
    }

    /// The badge on the circle's foot, then the rows.
    private func addBelow(
        _ rows: [Row], _ bias: TextLine?, _ unit: NetworkDiagram.Unit, _ faded: Bool, _ notes: inout UnitNotes,
        from top: Double = 0
    ) {
        var foot = max(foot, top)
        if let bias {
            let middle = foot + badgeHeight * 0.1
            addBadge(bias, unit, middle: Point(0, middle), faded, &notes)
            foot = middle + badgeHeight / 2
        }
        var baseline = foot + 4
        for (index, row) in rows.enumerated() {
            let size = style.noteSize
            baseline += index == 0 ? max(size, row.text.ascent) : max(size * 1.3, step(rows[index - 1], row))
            notes.notes.append(
                .init(text: row.text, role: row.role, paint: row.paint, place: Point(0, baseline), anchor: .middle))
        }
    }

    private func step(_ above: Row, _ below: Row) -> Double { above.text.descent + below.text.ascent + 1.5 }

    /// Right of the circle, around its middle.
    private func addBehind(_ rows: [Row], _ notes: inout UnitNotes) {
        var block = TextBlock(leading: style.noteSize * 1.4)
        for row in rows { block.add(row.text, role: row.role, paint: row.paint) }
        // What hangs below may be wide and, under a small circle, begin beside the last line.
        let isTall = block.height / 2 + 4 > foot
        let below = isTall ? notes.notes.reduce(notes.badge?.box.right ?? 0) { max($0, $1.box.right) } : 0
        let x = max(radius + 13, below + 8) + block.width / 2
        for (row, item) in zip(rows, block.items(around: Point(x, 0))) {
            guard let run = item.runs.first else { continue }
            notes.notes.append(
                .init(
                    text: row.text, role: row.role, paint: row.paint,
                    place: Point(x, run.baseline - (row.text.runs.first?.baseline ?? 0)), anchor: .middle))
        }
    }

    /// The badge and the rows in one column right of the circle.
    private func addBeside(
        _ rows: [Row], _ bias: TextLine?, _ unit: NetworkDiagram.Unit, _ faded: Bool, _ notes: inout UnitNotes
    ) {
        let x = radius + nameGap
        let leading = style.noteSize * 1.35
        var height = bias == nil ? 0 : badgeHeight + 3
        var offsets: [Double] = []
        for (index, row) in rows.enumerated() {
            height += index == 0 ? row.text.ascent : max(leading, step(rows[index - 1], row))
            offsets.append(height)
        }
        if let last = rows.last { height += last.text.descent }
        if let bias {
            let width = max(bias.width + 12, badgeHeight)
            addBadge(bias, unit, middle: Point(x + width / 2, (badgeHeight - height) / 2), faded, &notes)
        }
        for (row, offset) in zip(rows, offsets) {
            notes.notes.append(
                .init(
                    text: row.text, role: row.role, paint: row.paint, place: Point(x, offset - height / 2),
                    anchor: .start))
        }
    }

    private func addBadge(
        _ text: TextLine, _ unit: NetworkDiagram.Unit, middle: Point, _ faded: Bool, _ notes: inout UnitNotes
    ) {
        let width = max(text.width + 12, badgeHeight)
        let box = Rectangle(
            x: middle.x - width / 2, y: middle.y - badgeHeight / 2, width: width, height: badgeHeight)
        let note = UnitNotes.Note(
            text: text, role: "bias \(unit.id)", paint: faded ? .softInk : .ink,
            place: Point(middle.x, text.baseline(centredOn: middle.y)), anchor: .middle)
        notes.badge = .init(note: note, box: box, paint: faded ? .faded : .softInk)
    }
}
