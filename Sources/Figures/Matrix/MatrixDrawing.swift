extension MatrixFigure {
    /// The figure laid out: as large as fits the column of a page, what is too large for it elided.
    public func laidOut(measuring measurer: any TextMeasurer) -> DisplayList {
        let sizes = MatrixStyle.ladder.filter { $0.size <= largestLetters }
        var layout = MatrixLayout(self, style: sizes.first ?? MatrixStyle.ladder[0], measurer: measurer)
        for style in sizes.dropFirst() where layout.panelBox.width > room {
            layout = MatrixLayout(self, style: style, measurer: measurer)
        }
        return MatrixDrawing(layout: layout).list()
    }
}

/// Turns a layout into items, panel by panel.
private struct MatrixDrawing {
    let layout: MatrixLayout

    private var figure: MatrixFigure { layout.figure }
    private var style: MatrixStyle { layout.style }

    func list() -> DisplayList {
        var box = layout.panelBox
        if figure.isCentred, figure.arrangement == .line {
            // As much above the axis as below it.
            let reach = max(-box.y, box.y + box.height)
            (box.y, box.height) = (-reach, 2 * reach)
        }
        let shown = figure.selected.map { [$0] } ?? Array(figure.panels.indices)
        let columns = columns(of: shown.count, width: box.width)
        let rows = (shown.count + columns - 1) / columns
        var items: [DisplayList.Item] = []
        for (place, panel) in shown.enumerated() {
            let dx = Double(place % columns) * (box.width + style.panelGap) - box.x + style.margin
            let dy = Double(place / columns) * (box.height + style.panelGap * 0.8) - box.y + style.margin
            items += self.panel(figure.panels[panel], box).map { tagged($0, panel, of: shown.count).moved(dx, dy) }
        }
        let width = Double(columns) * (box.width + style.panelGap) - style.panelGap + 2 * style.margin
        let height = Double(rows) * (box.height + style.panelGap * 0.8) - style.panelGap * 0.8 + 2 * style.margin
        return DisplayList(width: width.rounded(.up), height: height.rounded(.up), items: items)
    }

    /// As many panels beside each other as the page has room for, in rows of equal length where that is possible.
    private func columns(of count: Int, width: Double) -> Int {
        let most = max(1, Int((figure.room * 1.06 + style.panelGap) / (width + style.panelGap)))
        if most >= count { return count }
        let rows = (count + most - 1) / most
        return (count + rows - 1) / rows
    }

    /// Roles of several panels start with the panel's number.
    private func tagged(_ item: DisplayList.Item, _ panel: Int, of count: Int) -> DisplayList.Item {
        if count == 1 { return item }
        let tag = "step \(panel + 1): "
        switch item {
        case .text(var text):
            text.role = tag + text.role
            return .text(text)
        case .stroke(var stroke):
            stroke.role = tag + stroke.role
            return .stroke(stroke)
        case .fill(var fill):
            fill.role = tag + fill.role
            return .fill(fill)
        }
    }

    private func panel(_ panel: MatrixFigure.Panel, _ box: Rectangle) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        for (index, block) in layout.blocks.enumerated() {
            let isResult = index == layout.blocks.count - 1
            let drawing = MatrixBlockDrawing(
                layout: block, origin: layout.origins[index], lit: panel.lit[index],
                known: isResult ? panel.known : nil)
            items += drawing.items() + drawing.caption(top: layout.captions[index])
        }
        for (index, place) in layout.signs.enumerated() {
            let line = layout.signLine(index)
            // Signs stand on the axis of the formula, a little below the middle of the capitals.
            items.append(
                .text(line.item(role: "sign \(index + 1)", x: place.x, baseline: place.y + line.capHeight / 2)))
        }
        if let sum = panel.sum {
            let foot = layout.bounds.y + layout.bounds.height
            items.append(
                .text(
                    layout.sumLine(sum).item(
                        role: "sum", x: box.x + box.width / 2, baseline: foot + layout.sumDrop)))
        }
        return items
    }
}
