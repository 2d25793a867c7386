/// Lines of text, one under the other, around one centre.
struct TextBlock {
    struct Line {
        var text: TextLine
        var role: String
        var paint: Paint
    }

    var lines: [Line] = []
    /// Distance between baselines; more where subscripts hang.
    private(set) var leading: Double

    init(leading: Double) { self.leading = leading }

    mutating func add(_ text: TextLine, role: String, paint: Paint = .ink) {
        if let above = lines.last?.text { leading = max(leading, above.descent + text.ascent + 2) }
        lines.append(Line(text: text, role: role, paint: paint))
    }

    var width: Double { lines.reduce(0) { max($0, $1.text.width) } }

    /// From the tallest letter of the first line to the lowest of the last, at most.
    var height: Double {
        guard let first = lines.first, let last = lines.last else { return 0 }
        return first.text.ascent + Double(lines.count - 1) * leading + last.text.descent
    }

    /// The lines with the middle of their capitals on `centre`, where `anchor` puts them.
    func items(around centre: Point, anchor: TextLine.Anchor = .middle) -> [TextItem] {
        lines.enumerated().map { index, line in
            let offset = (Double(index) - Double(lines.count - 1) / 2) * leading
            let baseline = line.text.baseline(centredOn: centre.y) + offset
            return line.text.item(
                role: line.role, x: centre.x, baseline: baseline, anchor: anchor, paint: line.paint)
        }
    }

    /// A patch of the ground behind the lines, which keeps lines of the drawing away from the letters.
    func ground(around centre: Point, margin: Double) -> FillItem? {
        let items = items(around: centre)
        guard var box = items.first?.box else { return nil }
        for item in items { box = box.union(item.box) }
        box = Rectangle(
            x: box.x - margin, y: box.y - margin * 0.7, width: box.width + 2 * margin,
            height: box.height + 1.4 * margin)
        return FillItem(role: "ground of \(lines[0].role)", path: .rounded(box, radius: 3), paint: .ground)
    }
}
