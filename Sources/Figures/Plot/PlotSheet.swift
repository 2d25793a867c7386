extension DisplayList.Item {
    fileprivate var isText: Bool { if case .text = self { true } else { false } }
}

/// A laid out plot on its canvas: the figure's size or what its texts need, with notes below.
struct PlotSheet {
    let list: DisplayList

    init(_ items: [DisplayList.Item], _ layout: PlotLayout, notes: [Label]) {
        // Texts last, so that no line runs over one.
        var items = items.filter { !$0.isText } + items.filter { $0.isText }
        let (width, height) = (layout.plot.width, layout.plot.height)
        items += Self.noteItems(notes, below: height, width: width, layout.measurer)
        let plain = Rectangle(x: 0, y: 0, width: width, height: height)
        let canvas = items.reduce(plain) { canvas, item in
            guard case .text(let text) = item else { return canvas }
            // A hundredth is what rounding may take.
            return canvas.holds(text.box) ? canvas : canvas.union(text.box.grown(by: 1))
        }
        list = DisplayList(
            width: rounded(canvas.width), height: rounded(canvas.height),
            items: items.map { $0.moved(-canvas.x, -canvas.y) })
    }

    /// One note behind the other in lines as wide as the figure; each once.
    private static func noteItems(
        _ notes: [Label], below top: Double, width: Double, _ measurer: any TextMeasurer
    ) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        var seen: [Label] = []
        var (x, baseline) = (0.0, top + 16)
        for note in notes where !seen.contains(note) {
            seen.append(note)
            let text = TextLine(note, face: PlotStyle.tickFace, size: PlotStyle.tickSize, measurer: measurer)
            if x > 0, x + text.width > width { (x, baseline) = (0, baseline + 17) }
            items.append(
                .text(text.item(role: "note \(text.text)", x: x, baseline: baseline, anchor: .start, paint: .softInk)))
            x += text.width + 18
        }
        return items
    }
}
