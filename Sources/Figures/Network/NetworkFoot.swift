/// What stands under a diagram: the legend of its lines, how many weights are labelled, the key to their numbers.
struct NetworkFoot {
    var layout: NetworkLayout

    private var diagram: NetworkDiagram { layout.diagram }
    private var style: NetworkStyle { layout.style }
    private let size = 9.0
    private let rowHeight = 15.0

    func items(under items: [DisplayList.Item]) -> [DisplayList.Item] {
        guard let bounds = DisplayList.bounds(of: items) else { return [] }
        var top = bounds.bottom + 16
        var foot: [DisplayList.Item] = []
        if hasLegend {
            foot += legend(left: bounds.x, middle: top + size / 2)
            top += rowHeight + 3
        }
        for note in [note, changeNote].compactMap({ $0 }) {
            let line = line(note, style.noteFace)
            foot.append(
                .text(
                    line.item(
                        role: "note", x: bounds.x, baseline: top + line.ascent, anchor: .start, paint: .softInk)))
            top += rowHeight + 3
        }
        if layout.labelling == .keyed { foot += key(left: bounds.x, top: top, width: bounds.width) }
        return foot
    }

    private func line(_ text: String, _ face: Face) -> TextLine {
        TextLine(text, face: face, size: size, measurer: layout.measurer)
    }

    /// How many weights are labelled, where not all are.
    var note: String? {
        guard case .largest(let count, let all) = layout.labelling else { return nil }
        if diagram.edges.allSatisfy({ $0.weight == nil }) { return "\(count) of \(all) weights are labelled." }
        let labelled = count == 1 ? "The largest of \(all) weights is" : "The \(count) largest of \(all) weights are"
        if !layout.fading.isFocused { return labelled + " labelled." }
        let standing = zip(diagram.edges, layout.fading.edges).reduce(0) { $0 + ($1.1 ? 0 : 1) }
        return count == standing
            ? "Of \(all) weights only those that stand out are labelled."
            : "Of \(all) weights the \(count) largest that stand out are labelled."
    }

    /// What lines of two halves mean.
    private var changeNote: String? {
        let heaviest = diagram.heaviest
        let isSplit = diagram.edges.contains { $0.changesVisibly(heaviest: heaviest, style) }
        return isSplit ? "A line begins as its weight was and ends as it became." : nil
    }

    // MARK: Legend

    /// Where it is asked for, and where the weights have lost their labels.
    private var hasLegend: Bool {
        guard diagram.heaviest > 0, diagram.edges.contains(where: { $0.weight != nil }) else { return false }
        if case .largest = layout.labelling { return true }
        return diagram.hasLegend
    }

    /// A solid and a dashed line for the signs, and a wedge for the width.
    private func legend(left: Double, middle: Double) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        var x = left
        func add(_ text: String) {
            let line = line(text, style.noteFace)
            let baseline = line.baseline(centredOn: middle)
            items.append(
                .text(line.item(role: "legend", x: x, baseline: baseline, anchor: .start, paint: .softInk)))
            x += line.width
        }
        let weights = diagram.edges.flatMap { [$0.weight, $0.weightAfter].compactMap { $0 } }
        for (isShown, text, paint, dash) in [
            (weights.contains { $0 > 0 }, "positive weight", Paint.positive, []),
            (weights.contains { $0 < 0 }, "negative weight", Paint.negative, style.dash),
        ] where isShown {
            let path = Path.line(Point(x, middle), Point(x + 31, middle))
            items.append(
                .stroke(StrokeItem(role: "sign", path: path, width: 2, dash: dash, paint: paint)))
            x += 31 + 6
            add(text)
            x += 20
        }
        guard let scale = diagram.scale else { return items }
        add("0")
        x += 5
        let wedge = Path([
            .move(Point(x, middle - 0.5)), .line(Point(x + 40, middle - style.heaviest / 2)),
            .line(Point(x + 40, middle + style.heaviest / 2)), .line(Point(x, middle + 0.5)), .close,
        ])
        items.append(.fill(FillItem(role: "width", path: wedge, paint: .softInk)))
        x += 45
        add(scale.text.hasPrefix("−") ? String(scale.text.dropFirst()) : scale.text)
        return items
    }

    // MARK: Key

    private struct Entry {
        var number: TextLine
        var edge: NetworkDiagram.Edge
        var block: TextBlock
    }

    /// All labels by number, in as many columns as fit under the diagram, read downwards.
    private func key(left: Double, top: Double, width: Double) -> [DisplayList.Item] {
        let labeller = EdgeLabel(style: style, measurer: layout.measurer, size: size)
        let entries = diagram.edges.indices.filter { layout.labels[$0] != nil }.map { index in
            Entry(
                number: line(String(index + 1), style.weightFace), edge: diagram.edges[index],
                block: labeller.block(for: diagram.edges[index], faded: layout.fading.edges[index]))
        }
        // Equal parts stand under each other.
        let partCount = entries.reduce(0) { max($0, $1.block.lines.count) }
        let parts = (0..<partCount).map { part in
            entries.reduce(0.0) { part < $1.block.lines.count ? max($0, $1.block.lines[part].text.width) : $0 }
        }
        let numbers = entries.reduce(0) { max($0, $1.number.width) }
        let entryWidth = parts.reduce(numbers + 8) { $0 + $1 + 10 } + 14
        let columns = max(1, Int((width + 24) / entryWidth))
        let rows = (entries.count + columns - 1) / columns
        return entries.indices.flatMap { index -> [DisplayList.Item] in
            let entry = entries[index]
            var x = left + Double(index / rows) * entryWidth + numbers
            let baseline = top + Double(index % rows) * rowHeight + size
            var items: [DisplayList.Item] = [
                .text(entry.number.item(role: "key \(entry.edge.id)", x: x, baseline: baseline, anchor: .end))
            ]
            x += 8
            for (part, line) in entry.block.lines.enumerated() {
                items.append(
                    .text(
                        line.text.item(
                            role: line.role, x: x, baseline: baseline, anchor: .start, paint: line.paint)))
                x += parts[part] + 10
            }
            return items
        }
    }
}
