/// A block with the places of its columns, before it has a place itself.
///
/// Coordinates run from the left end of its first column and the top of its first row.
struct MatrixBlockLayout {
    let block: MatrixFigure.Block
    let rows: MatrixLines
    let columns: MatrixLines
    let style: MatrixStyle
    let measurer: any TextMeasurer
    /// Width of each column.
    var widths: [Double] = []
    /// How far the decimal points stand from the left ends of the numbers' columns.
    private var points: [Double] = []
    /// Width of the numbers of each column, which a name may exceed.
    private var numberWidths: [Double] = []
    var showsRowNames: Bool
    var showsColumnNames: Bool
    /// Whether anything in the block is lit at any time; what is lit needs room around it.
    var isLit = true

    init(
        _ block: MatrixFigure.Block, rows: MatrixLines, columns: MatrixLines, style: MatrixStyle,
        measurer: any TextMeasurer
    ) {
        self.block = block
        self.rows = rows
        self.columns = columns
        self.style = style
        self.measurer = measurer
        showsRowNames = block.hasBrackets && !rows.names.isEmpty
        showsColumnNames = block.hasBrackets && !columns.names.isEmpty
        for slot in columns.slots { measure(slot) }
    }

    private mutating func measure(_ slot: MatrixLines.Slot) {
        guard case .line(let column, _) = slot else {
            let width = dots("⋯").width
            widths.append(width)
            numberWidths.append(width)
            points.append(0)
            return
        }
        var left = 0.0
        var right = 0.0
        for case .line(let row, _) in rows.slots {
            let text = block.entries[row][column]
            // What is lit is heavier and a little wider.
            for face in [style.face, style.litFace] {
                let whole = line(text, face).width
                let point = pointOffset(text, face)
                left = max(left, point)
                right = max(right, whole - point)
            }
        }
        points.append(left)
        numberWidths.append(left + right)
        let name = showsColumnNames ? self.name(columns.names[column]).width : 0
        widths.append(max(left + right, name))
    }

    // MARK: Measures

    var columnsWidth: Double {
        widths.reduce(0, +) + style.columnGap * Double(max(0, widths.count - 1))
    }
    var height: Double { style.pitch * Double(rows.slots.count) }
    /// With the brackets.
    var width: Double { columnsWidth + 2 * edge }
    /// From the outermost column to the outer edge of the bracket, or of what is lit.
    var edge: Double { block.hasBrackets ? style.padding : isLit ? style.reach + 1 : 0 }

    /// Room for the names of the rows, left of the bracket.
    var rowNamesWidth: Double {
        guard showsRowNames else { return 0 }
        return rows.names.reduce(0) { max($0, name($1).width) } + style.size * 0.5
    }
    /// Room for the names of the columns, above the brackets.
    var columnNamesHeight: Double { showsColumnNames ? style.noteSize * 1.75 : 0 }

    var nameLine: TextLine? {
        block.name.map { TextLine($0, face: style.face, size: style.nameSize, measurer: measurer) }
    }
    var shapeLine: TextLine? {
        block.shape.map { TextLine($0, face: style.face, size: style.noteSize, measurer: measurer) }
    }
    /// What stands under the block is centred on it.
    var captionWidth: Double { max(nameLine?.width ?? 0, shapeLine?.width ?? 0) }
    /// From the block's end to the foot of the last line under it.
    var captionHeight: Double {
        (nameLine == nil ? 0 : style.nameSize * 1.7) + (shapeLine == nil ? 0 : style.noteSize * 1.5)
    }

    func columnStart(_ index: Int) -> Double {
        widths.prefix(index).reduce(0, +) + style.columnGap * Double(index)
    }

    // MARK: Texts

    func line(_ text: String, _ face: Face) -> TextLine {
        TextLine(text, face: face, size: style.size, measurer: measurer)
    }

    /// Three dots for what is left out.
    func dots(_ dots: String) -> TextLine {
        TextLine(Label([Label.Span(dots, style: .roman)]), face: style.face, size: style.size, measurer: measurer)
    }

    func name(_ label: Label) -> TextLine {
        TextLine(label, face: style.face, size: style.noteSize + 1, measurer: measurer)
    }

    /// The width of what stands before the decimal point, or where one would stand.
    private func pointOffset(_ text: String, _ face: Face) -> Double {
        var whole = ""
        for scalar in text.unicodeScalars {
            if scalar == "." || scalar == " " { break }
            whole.unicodeScalars.append(scalar)
        }
        return line(whole, face).width
    }

    /// The left end of an entry whose point stands where those of its column do.
    func start(of text: String, column slot: Int, _ face: Face) -> Double {
        let slack = (widths[slot] - numberWidths[slot]) / 2
        return columnStart(slot) + slack + points[slot] - pointOffset(text, face)
    }
}
