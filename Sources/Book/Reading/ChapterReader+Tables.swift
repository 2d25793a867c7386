import Diagnostics
import Markup

extension ChapterReader {
    /// A pipe table with the caption under it, whether GFM took that for a last row or for a paragraph of its own.
    mutating func readTable(_ table: Table, _ cursor: inout BlockCursor) -> PipeTable {
        var rows = table.rows
        var captionLine: [Inline]?
        if let last = rows.last, isCaption(last) {
            captionLine = line(of: last)
            rows.removeLast()
        } else if let next = cursor.following, case .paragraph(let inlines) = next.kind, startsCaption(inlines) {
            captionLine = inlines
            _ = cursor.next()
        }
        let header = table.header.map { read($0.inlines) }
        let body = rows.map { row in row.map { read($0.inlines) } }
        let (label, caption) = readCaption(captionLine)
        if caption != nil { number(.table, label) }
        return PipeTable(
            alignments: table.alignments.map(alignment), header: header, rows: body, label: label, caption: caption)
    }

    /// A row that starts with `: ` and no pipe.
    private func isCaption(_ row: [Table.Cell]) -> Bool {
        guard let first = row.first else { return false }
        return startsCaption(first.inlines) && !startsWithPipe(first)
    }

    /// The whole line of a row as running text; pipes in it are pipes.
    private mutating func line(of row: [Table.Cell]) -> [Inline] {
        guard row.dropFirst().contains(where: { !$0.inlines.isEmpty }) else { return row[0].inlines }
        let number = source.position(at: row[0].range.start).line
        let start = source.lineStarts[number - 1]
        let line = Excerpt(of: source, start..<start + source.line(number).count)
        let (inlines, found) = parseInlines(line.trimmed)
        diagnostics += found
        return inlines
    }

    private func startsWithPipe(_ cell: Table.Cell) -> Bool {
        let line = source.line(source.position(at: cell.range.start).line)
        return line.first { $0 != 0x20 } == UInt8(ascii: "|")
    }

    private func startsCaption(_ inlines: [Inline]) -> Bool {
        guard let first = joiningTexts(inlines).first, case .text(let text) = first.kind else { return false }
        return text.bytes.starts(with: [UInt8(ascii: ":"), 0x20])
    }

    private mutating func readCaption(_ line: [Inline]?) -> (Label?, [Span]?) {
        guard let line else { return (nil, nil) }
        var (rest, attributes) = takeAttributes(line)
        if let first = rest.first, case .text(let text) = first.kind {
            rest[0] = Inline(.text(text.excerpt(2..<max(2, text.bytes.count))), range: first.range)
        }
        if let attributes { reject(attributes.others) }
        return (attributes?.label.flatMap { label($0, fits: .table, "a table") }, read(rest))
    }

    private func alignment(_ alignment: Table.Alignment) -> PipeTable.Alignment? {
        switch alignment {
        case .none: nil
        case .left: .left
        case .centre: .center
        case .right: .right
        }
    }
}
