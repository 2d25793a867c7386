import Diagnostics
import Evaluation
import Tensors

extension ChapterReader {
    /// Numbers under the names of their columns, from the body or from a file.
    mutating func readData(_ text: Excerpt, _ options: Arguments, _ header: Header, _ reader: inout ArgumentReader)
        -> Directive.Body
    {
        guard let table = readTable(text, options, header, &reader) else { return .invalid }
        let targets = options.allWords("targets")
        for target in targets where !table.columns.contains(where: { $0.value == target.value }) {
            reader.report(
                "targets", "there is no column '\(target.value)'", at: target.range,
                suggestion: nearestName(to: target.value, in: table.columns.map(\.value)))
        }
        return .data(DataBody(columns: table.columns, rows: table.rows, targets: targets))
    }

    private mutating func readTable(
        _ text: Excerpt, _ options: Arguments, _ header: Header, _ reader: inout ArgumentReader
    ) -> CSVTable? {
        guard let path = options.words("file") else {
            return CSVTable(text, place: header.range, &reader)
        }
        if !text.trimmed.bytes.isEmpty {
            reader.report("file", "the data stand in '\(path.value)'; the body must be empty", at: path.range)
            return nil
        }
        guard let source = file(path.value) else {
            reader.report("file", "there is no file '\(path.value)' in the book's folder", at: path.range)
            return nil
        }
        otherSources.append(source)
        let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return CSVTable(Excerpt(of: source, start..<source.bytes.count), place: path.range, &reader)
    }
}

/// Comma-separated numbers: the first line names the columns, each further line is an instance.
struct CSVTable {
    var columns: [Located<String>] = []
    var rows: [[Located<Double>]] = []

    /// nil after a mistake, which the reader has reported.
    init?(_ text: Excerpt, place: SourceRange, _ reader: inout ArgumentReader) {
        var lines = ExcerptLines(text)
        var failed = false
        while let line = lines.next() {
            if line.trimmed.bytes.isEmpty { continue }
            let cells = line.split(at: UInt8(ascii: ","))
            if columns.isEmpty {
                for cell in cells {
                    let name = Located(cell.text, cell.range)
                    if columns.contains(where: { $0.value == name.value }) {
                        reader.report("column", "two columns are called '\(name.value)'", at: name.range)
                        failed = true
                    }
                    failed = !reader.isName(name) || failed
                    columns.append(name)
                }
            } else {
                failed = !addRow(cells, line.trimmed, &reader) || failed
            }
        }
        if rows.isEmpty, !failed {
            reader.report(
                "body", "the data have no rows: names of columns in the first line, then an instance a line", at: place)
            failed = true
        }
        if failed { return nil }
    }

    private mutating func addRow(_ cells: [Excerpt], _ line: Excerpt, _ reader: inout ArgumentReader) -> Bool {
        guard cells.count == columns.count else {
            reader.report("ragged", "\(cells.count) values in a row of \(columns.count) columns", at: line.range)
            return false
        }
        var row: [Located<Double>] = []
        for cell in cells {
            guard let number = Double(decimal: cell.bytes), number.isFinite else {
                reader.report(
                    "number", "'\(cell.text)' is not a number", at: cell.bytes.isEmpty ? line.range : cell.range)
                return false
            }
            row.append(Located(number, cell.range))
        }
        rows.append(row)
        return true
    }
}
