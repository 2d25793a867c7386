/// Where the blocks, signs and captions of one panel stand, at one size.
struct MatrixLayout {
    let figure: MatrixFigure
    let style: MatrixStyle
    let measurer: any TextMeasurer
    private(set) var blocks: [MatrixBlockLayout]
    /// Left end of the first column and top of the first row of every block.
    private(set) var origins: [Point] = []
    /// Middles of the signs.
    private(set) var signs: [Point] = []
    /// Tops of the captions.
    private(set) var captions: [Double] = []
    /// What the panel takes up, without its sum.
    private(set) var bounds = Rectangle(x: 0, y: 0, width: 0, height: 0)

    init(_ figure: MatrixFigure, style: MatrixStyle, measurer: any TextMeasurer) {
        self.figure = figure
        self.style = style
        self.measurer = measurer
        let lines = figure.axes.indices.map {
            MatrixLines(figure.axes[$0], limit: style.limit, keeping: figure.lit(onAxis: $0))
        }
        blocks = figure.blocks.map {
            MatrixBlockLayout($0, rows: lines[$0.rows], columns: lines[$0.columns], style: style, measurer: measurer)
        }
        for index in blocks.indices { blocks[index].isLit = figure.panels.contains { $0.lit[index] != nil } }
        if figure.arrangement == .cross { placeCrossed() } else { placeInLine() }
    }

    // MARK: In a line

    private mutating func placeInLine() {
        var x = 0.0
        for (index, block) in blocks.enumerated() {
            if index > 0 {
                let width = signLine(index - 1).width
                signs.append(Point(x + style.signGap + width / 2, 0))
                x += 2 * style.signGap + width
            }
            let half = block.width / 2
            let left = max(half + block.rowNamesWidth, block.captionWidth / 2)
            let right = max(half, block.captionWidth / 2)
            origins.append(Point(x + left - half + block.edge, -block.height / 2))
            x += left + right
        }
        let reach = blocks.reduce(0) { max($0, $1.height / 2) }
        let above = blocks.reduce(0) { max($0, $1.height / 2 + $1.columnNamesHeight) }
        let captionHeight = blocks.reduce(0) { max($0, $1.captionHeight) }
        captions = blocks.map { _ in reach }
        bounds = Rectangle(x: 0, y: -above, width: x, height: above + reach + captionHeight)
    }

    func signLine(_ index: Int) -> TextLine {
        TextLine(
            Label([Label.Span(figure.signs[index], style: .roman)]), face: style.face, size: style.size * 1.05,
            measurer: measurer)
    }

    // MARK: Crossed

    /// The product's rows go on from the left factor's, its columns from the right one's.
    private mutating func placeCrossed() {
        blocks[2].showsRowNames = false
        blocks[2].showsColumnNames = false
        for index in blocks[1].widths.indices {
            let width = max(blocks[1].widths[index], blocks[2].widths[index])
            blocks[1].widths[index] = width
            blocks[2].widths[index] = width
        }
        let (left, right, product) = (blocks[0], blocks[1], blocks[2])
        let aside = max(
            style.size * 1.3, (left.captionWidth - left.width + product.captionWidth - product.width) / 2 + style.size,
            right.rowNamesWidth + style.size * 0.6)
        let below = max(style.size * 1.1, left.columnNamesHeight + style.size * 0.5)
        let productX = left.width + aside + product.edge
        origins = [
            Point(left.edge, 0), Point(productX, -below - right.height), Point(productX, 0),
        ]
        let rightTop = -below - right.height - right.columnNamesHeight - right.captionHeight - style.size * 0.15
        captions = [left.height, rightTop - style.size * 0.25, product.height]
        let start = min(-left.rowNamesWidth, (left.width - left.captionWidth) / 2)
        let middle = productX + product.columnsWidth / 2
        let end = middle + max(product.width, product.captionWidth, right.captionWidth) / 2
        let first = min(start, middle - right.captionWidth / 2)
        bounds = Rectangle(
            x: first, y: rightTop, width: end - first,
            height: product.height + max(left.captionHeight, product.captionHeight) - rightTop)
    }

    // MARK: The sum

    /// `3 · 6 + 1 · (−2) = 16`, terms left out where there is no room for all of them.
    func sumLine(_ sum: MatrixFigure.Sum) -> TextLine {
        let room = max(bounds.width, figure.room * 0.75)
        var count = sum.terms.count
        var line = sumLine(sum, first: count)
        while line.width > room, count > 2 {
            count -= 1
            line = sumLine(sum, first: count)
        }
        return line
    }

    /// With `count` of the terms, the last among them.
    private func sumLine(_ sum: MatrixFigure.Sum, first count: Int) -> TextLine {
        let isElided = sum.isElided || count < sum.terms.count
        var spans: [Label.Span] = []
        for (index, term) in sum.terms.enumerated() where index < count - 1 || index == sum.terms.count - 1 {
            if index == sum.terms.count - 1, isElided {
                spans += [Label.Span(" \(term.sign) "), Label.Span("⋯", style: .roman)]
            }
            spans.append(Label.Span(index == 0 ? term.text : " \(term.sign) \(term.text)"))
        }
        spans.append(Label.Span(" \(sum.relation) "))
        return TextLine(Label(spans), face: style.face, size: style.size, measurer: measurer)
            .followed(by: TextLine(sum.result, face: style.litFace, size: style.size, measurer: measurer))
    }

    /// From the panel's end to the baseline of its sum.
    var sumDrop: Double { style.size * 1.7 }

    /// The panel with room for the widest of the sums.
    var panelBox: Rectangle {
        var box = bounds
        let sums = figure.panels.compactMap { $0.sum }
        if sums.isEmpty { return box }
        box.height += sumDrop + style.size * 0.3
        let width = sums.reduce(bounds.width) { max($0, sumLine($1).width) }
        box.x -= (width - bounds.width) / 2
        box.width = width
        return box
    }
}

extension MatrixFigure {
    /// The lines of an axis that are lit in any panel.
    fileprivate func lit(onAxis axis: Int) -> [Int] {
        var numbers: [Int] = []
        for panel in panels {
            for (block, lit) in zip(blocks, panel.lit) {
                switch lit {
                case nil: break
                case .row(let row): if block.rows == axis { numbers.append(row) }
                case .column(let column): if block.columns == axis { numbers.append(column) }
                case .cell(let row, let column):
                    if block.rows == axis { numbers.append(row) }
                    if block.columns == axis { numbers.append(column) }
                }
            }
        }
        return numbers
    }
}
