internal import CMarkGFM
import Diagnostics

extension BlockReader {
    mutating func table(_ node: CNode) -> Block {
        var rows = [[Table.Cell]]()
        var range: SourceRange?
        var child = cmark_node_first_child(node)
        while let row = child {
            let number = rows.isEmpty ? headerLine(of: row, in: node) : Int(cmark_node_get_start_line(row))
            let start = lines.contentStart(of: number, in: containers) ?? lines[number].lowerBound
            let line = lines.range(start, lines.trimmedEnd(of: number, from: start))
            range = range?.union(line) ?? line
            rows.append(cells(of: row, line: number, from: start))
            child = cmark_node_next(row)
        }
        if rows.count == 1, let header = range {
            let delimiter = lines.number(at: header.start) + 1
            range = lines.range(header.start, lines.trimmedEnd(of: delimiter, from: header.end))
        }
        let table = Table(alignments: alignments(of: node), header: rows.first ?? [], rows: Array(rows.dropFirst()))
        return Block(.table(table), range: range ?? lines.range(place(of: node), place(of: node)))
    }

    private func alignments(of node: CNode) -> [Table.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
        return (0..<count).map { column in
            switch letters[column] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .centre
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }

    /// The line of the header, two above the first row below it.
    ///
    /// cmark-gfm gives it the first line of the paragraph that the table grew out of; when more lines stood there, they are now
    /// a paragraph before the table.
    private func headerLine(of row: CNode, in table: CNode) -> Int {
        if let second = cmark_node_next(row) { return max(Int(cmark_node_get_start_line(second)) - 2, 1) }
        let first = max(Int(cmark_node_get_start_line(row)), 1)
        guard let previous = cmark_node_previous(table), isBeforeTable(previous) else { return first }
        return lines.number(at: max(splitParagraphEnd - 1, 0)) + 1
    }

    /// The cells of a row, found again in its line: there `\|` stands for the `|` of a cell's text.
    private mutating func cells(of row: CNode, line number: Int, from start: Int) -> [Table.Cell] {
        let line = start..<lines.trimmedEnd(of: number, from: start)
        var cursor = RowCursor(bytes: lines.bytes, line: line)
        var cells = [Table.Cell]()
        var child = cmark_node_first_child(row)
        while let node = child {
            var builder = ExcerptBuilder(file: lines.source.path, at: cursor.nextCell())
            if !cursor.take(node.content, into: &builder) { isAligned = false }
            let content = builder.finish()
            cells.append(Table.Cell(inlines: inlines(of: node, content), range: content.range))
            child = cmark_node_next(node)
        }
        return cells
    }
}

/// Goes through the cells of one table row.
private struct RowCursor {
    let bytes: [UInt8]
    let line: Range<Int>
    private var index: Int

    init(bytes: [UInt8], line: Range<Int>) {
        self.bytes = bytes
        self.line = line
        self.index = line.lowerBound
        skipBlanks()
        if index < line.upperBound, bytes[index] == Byte.pipe { index += 1 }
    }

    private mutating func skipBlanks() {
        while index < line.upperBound, Byte.isSpace(bytes[index]) { index += 1 }
    }

    /// Where the text of the next cell starts.
    mutating func nextCell() -> Int {
        skipBlanks()
        return index
    }

    /// Takes the text of a cell and the pipe behind it; false when the text is not there.
    mutating func take(_ text: UnsafeBufferPointer<UInt8>, into builder: inout ExcerptBuilder) -> Bool {
        for byte in text {
            if byte == Byte.pipe, index + 1 < line.upperBound, bytes[index] == Byte.backslash,
                bytes[index + 1] == Byte.pipe
            {
                index += 1
            }
            guard index < line.upperBound, bytes[index] == byte else { return false }
            builder.append(byte, at: index)
            index += 1
        }
        skipBlanks()
        if index < line.upperBound, bytes[index] == Byte.pipe { index += 1 }
        return true
    }
}
