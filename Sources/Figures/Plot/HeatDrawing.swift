/// Turns a heat map into items.
struct HeatDrawing {
    let map: HeatMap
    let measurer: any TextMeasurer
    var items: [DisplayList.Item] = []
    /// The cells' size.
    private let cell: (width: Double, height: Double)
    /// The size at which all numbers fit into their cells; nil when none is readable.
    private let textSize: Double?
    private let names: [TextLine]

    init(_ map: HeatMap, measurer: any TextMeasurer) {
        self.map = map
        self.measurer = measurer
        names = map.rowNames.map {
            TextLine($0, face: PlotStyle.tickFace, size: PlotStyle.tickSize, measurer: measurer)
        }
        let left = names.reduce(0) { max($0, $1.width) } + 9
        let room = max(60, map.width - left - 4)
        let (rows, columns) = (Double(map.rowNames.count), Double(map.columnNames.count))
        let widest = map.texts.joined().reduce(0) {
            max($0, measurer.width(of: $1, face: PlotStyle.seriesFace, size: 1))
        }
        let width = min(room / columns, max(34, widest * PlotStyle.labelSize + 18))
        // As high as is good for numbers, or squares where the cells are small.
        cell = (width, min(width, max(30, min(width * 0.62, 44)), max(6, 560 / rows)))
        let size = min(PlotStyle.labelSize, (cell.width - 6) / max(widest, 0.01), (cell.height - 4) / 0.9)
        textSize = size >= 7.5 ? size : nil
    }

    private var columns: Int { map.columnNames.count }
    private var rows: Int { map.rowNames.count }

    mutating func draw() {
        drawCells()
        drawColumnNames()
        drawRowNames()
        drawTitles()
        drawScale()
    }

    private func box(_ row: Int, _ column: Int) -> Rectangle {
        Rectangle(
            x: Double(column) * cell.width, y: Double(row) * cell.height, width: cell.width, height: cell.height)
    }

    // MARK: Cells

    private mutating func drawCells() {
        // A hair of the ground between the cells, where they can spare it.
        let gap = min(cell.width, cell.height) > 8 ? 0.75 : 0
        for row in 0..<rows {
            for column in 0..<columns {
                let value = map.values[row][column]
                let role = "cell \(map.rowNames[row].text) \(map.columnNames[column].text)"
                let box = box(row, column)
                items.append(
                    .fill(
                        FillItem(
                            role: role, path: .rectangle(box.grown(by: -gap)), paint: .heat(level: map.level(value)))))
                if let textSize {
                    draw(map.texts[row][column], size: textSize, in: box, role: role)
                } else if map.level(value) < 0 {
                    drawMinus(in: box, role: role)
                }
            }
        }
        let whole = Rectangle(x: 0, y: 0, width: Double(columns) * cell.width, height: Double(rows) * cell.height)
        items.append(.stroke(StrokeItem(role: "frame", path: .rectangle(whole), width: 0.75, paint: .faded)))
    }

    private mutating func draw(_ number: String, size: Double, in box: Rectangle, role: String) {
        let text = TextLine(number, face: PlotStyle.seriesFace, size: size, measurer: measurer)
        items.append(
            .text(text.item(role: role, x: box.centre.x, baseline: text.baseline(centredOn: box.centre.y))))
    }

    /// The sign of a number that is not written: colour alone does not tell it.
    private mutating func drawMinus(in box: Rectangle, role: String) {
        let half = min(4, min(box.width, box.height) * 0.28)
        let path = Path.line(Point(box.centre.x - half, box.centre.y), Point(box.centre.x + half, box.centre.y))
        items.append(.stroke(StrokeItem(role: role, path: path, width: max(0.6, half / 3), paint: .ink)))
    }

    // MARK: Names

    /// Only every second or third name, or so, where they would touch.
    private mutating func drawColumnNames() {
        let texts = map.columnNames.map {
            TextLine($0, face: PlotStyle.tickFace, size: PlotStyle.tickSize, measurer: measurer)
        }
        let widest = texts.reduce(0) { max($0, $1.width) }
        let skip = max(1, Int(((widest + 5) / cell.width).rounded(.up)))
        for (index, text) in texts.enumerated() where index % skip == 0 {
            let x = (Double(index) + 0.5) * cell.width
            items.append(.text(text.item(role: "column \(text.text)", x: x, baseline: -7, paint: .ink)))
        }
    }

    private mutating func drawRowNames() {
        let highest = names.reduce(0) { max($0, $1.ascent + $1.descent) }
        let skip = max(1, Int(((highest + 2) / cell.height).rounded(.up)))
        for (index, text) in names.enumerated() where index % skip == 0 {
            let y = (Double(index) + 0.5) * cell.height
            items.append(
                .text(
                    text.item(
                        role: "row \(text.text)", x: -8, baseline: text.baseline(centredOn: y), anchor: .end,
                        paint: .ink)))
        }
    }

    /// Above the columns and, left of that, above the rows; one above the other where they would meet.
    private mutating func drawTitles() {
        let width = Double(columns) * cell.width
        var baseline = -7 - PlotStyle.tickSize - 9
        var titles: [(role: String, text: TextLine, x: Double, anchor: TextLine.Anchor)] = []
        if let label = map.xLabel { titles.append(("label x", title(label), width / 2, .middle)) }
        if let label = map.yLabel { titles.append(("label y", title(label), -8, .end)) }
        for (index, title) in titles.enumerated() {
            if index == 1, titles[0].text.width > width { baseline -= PlotStyle.labelSize + 6 }
            items.append(
                .text(
                    title.text.item(
                        role: title.role, x: title.x, baseline: baseline, anchor: title.anchor, paint: .softInk)))
        }
    }

    private func title(_ label: Label) -> TextLine {
        TextLine(label, face: PlotStyle.axisFace, size: PlotStyle.labelSize, measurer: measurer)
    }

    // MARK: The scale

    /// The seventeen tints in a row, with the numbers at its ends and zero between.
    private mutating func drawScale() {
        let step = 9.0
        let top = Double(rows) * cell.height + 16
        let below = tick(map.leastText)
        let left = max(0, (Double(columns) * cell.width - 17 * step) / 2)
        for level in -8...8 {
            let box = Rectangle(x: left + Double(level + 8) * step, y: top, width: step, height: 10)
            items.append(.fill(FillItem(role: "scale", path: .rectangle(box), paint: .heat(level: level))))
        }
        let frame = Rectangle(x: left, y: top, width: 17 * step, height: 10)
        items.append(.stroke(StrokeItem(role: "scale", path: .rectangle(frame), width: 0.75, paint: .faded)))
        let baseline = below.baseline(centredOn: top + 5)
        drawTick(below, x: left - 6, baseline, .end)
        drawTick(tick(map.mostText), x: frame.right + 6, baseline, .start)
        drawTick(tick("0"), x: frame.centre.x, frame.bottom + 5 + PlotStyle.tickSize * 0.76, .middle)
        guard textSize == nil else { return }
        let note = tick("– marks numbers below zero")
        drawTick(note, x: frame.centre.x, frame.bottom + 22 + PlotStyle.tickSize * 0.76, .middle)
    }

    private func tick(_ text: String) -> TextLine {
        TextLine(text, face: PlotStyle.tickFace, size: PlotStyle.tickSize, measurer: measurer)
    }

    private mutating func drawTick(_ text: TextLine, x: Double, _ baseline: Double, _ anchor: TextLine.Anchor) {
        items.append(
            .text(text.item(role: "scale \(text.text)", x: x, baseline: baseline, anchor: anchor, paint: .softInk)))
    }
}
