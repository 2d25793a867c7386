/// Turns a block at its place into items.
struct MatrixBlockDrawing {
    let layout: MatrixBlockLayout
    /// Left end of the first column, top of the first row.
    let origin: Point
    let lit: MatrixFigure.Lit?
    /// How many entries are known, row by row; nil for all.
    let known: Int?

    private var style: MatrixStyle { layout.style }
    private var block: MatrixFigure.Block { layout.block }

    func items() -> [DisplayList.Item] {
        bands() + litBand() + brackets() + entries() + names()
    }

    // MARK: What stands out

    private func bands() -> [DisplayList.Item] {
        guard let bands = block.bands else { return [] }
        let slots = bands == .rows ? layout.rows.slots : layout.columns.slots
        return slots.indices.flatMap { slot -> [DisplayList.Item] in
            guard case .line(_, let number) = slots[slot] else { return [] }
            let box = bands == .rows ? rowBox(slot) : columnBox(slot)
            let path = Path.rounded(box, radius: MatrixStyle.radius(number))
            let role = "band \(block.id) \(number + 1)"
            return [
                .fill(FillItem(role: role, path: path, paint: .seriesTint(number))),
                .stroke(
                    StrokeItem(
                        role: role, path: path, width: 1.3, dash: MatrixStyle.dash(number), paint: .series(number))),
            ]
        }
    }

    private func litBand() -> [DisplayList.Item] {
        guard let lit else { return [] }
        var box: Rectangle?
        var (tint, stroke, dash) = (Paint.tint(level: 4), Paint.positive, [Double]())
        switch lit {
        case .row(let row): box = layout.rows.slot(of: row).map(rowBox)
        case .column(let column):
            box = layout.columns.slot(of: column).map(columnBox)
            (tint, stroke, dash) = (.tint(level: -4), .negative, [4, 2.4])
        case .cell(let row, let column):
            if let row = layout.rows.slot(of: row), let column = layout.columns.slot(of: column) {
                let (across, down) = (rowBox(row), columnBox(column))
                box = Rectangle(x: down.x, y: across.y, width: down.width, height: across.height)
            }
            if block.bands != nil { tint = .seriesTint(bandNumber(row, column)) } else { tint = .seriesTint(2) }
            stroke = .ink
        }
        guard let box else { return [] }
        let path = Path.rounded(box, radius: 3.5)
        let role = "lit \(block.id)"
        return [
            .fill(FillItem(role: role, path: path, paint: tint)),
            .stroke(StrokeItem(role: role, path: path, width: 1.5, dash: dash, paint: stroke)),
        ]
    }

    private func bandNumber(_ row: Int, _ column: Int) -> Int { block.bands == .columns ? column : row }

    private func rowBox(_ slot: Int) -> Rectangle {
        let inset = 1.6
        return Rectangle(
            x: origin.x - style.reach, y: origin.y + Double(slot) * style.pitch + inset,
            width: layout.columnsWidth + 2 * style.reach, height: style.pitch - 2 * inset)
    }

    private func columnBox(_ slot: Int) -> Rectangle {
        let inset = 1.6
        return Rectangle(
            x: origin.x + layout.columnStart(slot) - style.reach, y: origin.y + inset,
            width: layout.widths[slot] + 2 * style.reach, height: layout.height - 2 * inset)
    }

    private func isLit(_ row: Int, _ column: Int) -> Bool {
        switch lit {
        case nil: false
        case .row(let lit): row == lit
        case .column(let lit): column == lit
        case .cell(let r, let c): row == r && column == c
        }
    }

    // MARK: Brackets and numbers

    private func brackets() -> [DisplayList.Item] {
        guard block.hasBrackets else { return [] }
        let (top, bottom) = (origin.y, origin.y + layout.height)
        let (left, right) = (origin.x - style.padding, origin.x + layout.columnsWidth + style.padding)
        return [(left, style.serif), (right, -style.serif)].map { x, serif in
            .stroke(
                StrokeItem(
                    role: "bracket \(block.id)",
                    path: .polyline([
                        Point(x + serif, top), Point(x, top), Point(x, bottom), Point(x + serif, bottom),
                    ]), width: style.bracketWidth, paint: .ink))
        }
    }

    private func entries() -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        for (rowSlot, row) in layout.rows.slots.enumerated() {
            let middle = origin.y + (Double(rowSlot) + 0.5) * style.pitch
            for (columnSlot, column) in layout.columns.slots.enumerated() {
                items.append(item(row, column, rowSlot, columnSlot, middle))
            }
        }
        return items
    }

    private func item(
        _ row: MatrixLines.Slot, _ column: MatrixLines.Slot, _ rowSlot: Int, _ columnSlot: Int, _ middle: Double
    ) -> DisplayList.Item {
        let centre = origin.x + layout.columnStart(columnSlot) + layout.widths[columnSlot] / 2
        guard case .line(let i, let rowNumber) = row, case .line(let j, let columnNumber) = column else {
            let line = layout.dots(row != .gap ? "⋯" : column != .gap ? "⋮" : "⋱")
            return .text(
                line.item(
                    role: "more \(block.id) \(rowSlot + 1),\(columnSlot + 1)", x: centre,
                    baseline: line.baseline(centredOn: middle), paint: .softInk))
        }
        let role = "\(block.id) \(rowNumber + 1),\(columnNumber + 1)"
        if let known, i * block.entries[i].count + j >= known { return place(role, columnSlot, middle) }
        let face = isLit(rowNumber, columnNumber) ? style.litFace : style.face
        let text = block.entries[i][j]
        let line = layout.line(text, face)
        return .text(
            line.item(
                role: role, x: origin.x + layout.start(of: text, column: columnSlot, face),
                baseline: line.baseline(centredOn: middle), anchor: .start))
    }

    /// Where a number will come to stand.
    private func place(_ role: String, _ slot: Int, _ middle: Double) -> DisplayList.Item {
        let size = style.size * 0.8
        let centre = origin.x + layout.columnStart(slot) + layout.widths[slot] / 2
        let box = Rectangle(x: centre - size / 2, y: middle - size / 2, width: size, height: size)
        return .stroke(
            StrokeItem(role: "place \(role)", path: .rounded(box, radius: 2), width: 1, dash: [1.5, 2], paint: .faded))
    }

    // MARK: Names of rows and columns

    private func names() -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        if layout.showsRowNames {
            let right = origin.x - layout.edge - style.size * 0.45
            for (slot, line) in named(layout.rows) {
                let middle = origin.y + (Double(slot) + 0.5) * style.pitch
                items.append(
                    .text(
                        line.text.item(
                            role: "row \(block.id) \(line.number + 1)", x: right,
                            baseline: line.text.baseline(centredOn: middle), anchor: .end, paint: .softInk)))
            }
        }
        if layout.showsColumnNames {
            for (slot, line) in named(layout.columns) {
                let centre = origin.x + layout.columnStart(slot) + layout.widths[slot] / 2
                items.append(
                    .text(
                        line.text.item(
                            role: "column \(block.id) \(line.number + 1)", x: centre,
                            baseline: origin.y - style.noteSize * 0.55, paint: .softInk)))
            }
        }
        return items
    }

    private func named(_ lines: MatrixLines) -> [(slot: Int, line: (number: Int, text: TextLine))] {
        lines.slots.enumerated().compactMap { slot, line in
            guard case .line(let place, let number) = line else { return nil }
            return (slot, (number, layout.name(lines.names[place])))
        }
    }

    /// Name and size, centred on the block, its first line's top at `top`.
    func caption(top: Double) -> [DisplayList.Item] {
        let centre = origin.x + layout.columnsWidth / 2
        var items: [DisplayList.Item] = []
        var y = top
        if let name = layout.nameLine {
            y += style.nameSize * 1.25
            items.append(.text(name.item(role: "name \(block.id)", x: centre, baseline: y)))
            y += style.nameSize * 0.45
        }
        if let shape = layout.shapeLine {
            y += style.noteSize * 1.1
            items.append(.text(shape.item(role: "shape \(block.id)", x: centre, baseline: y, paint: .softInk)))
        }
        return items
    }
}
