import Cells
import Diagnostics
import Files

/// Runs a file in the cell language and prints what it prints.
func runFile(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let path = line.arguments[0]
    let source: SourceText
    do throws(FileError) {
        source = SourceText(path: path, bytes: try readFile(path))
    } catch {
        return refuse(error)
    }
    // A byte order mark may stand in front, as for Python.
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let (cell, found) = parseCell(Excerpt(of: source, start..<source.bytes.count))
    guard let cell else {
        report.write(found, [source])
        return .bookHasErrors
    }
    let scope = Scope()
    let outcome = run(cell, in: scope)
    let atEnd = scope.end(at: cell.range)
    let exit = say(outcome.output)
    if let diagnostic = outcome.diagnostic ?? atEnd {
        report.write(([diagnostic] + outcome.further).inSourceOrder(of: [path]), [source])
        return .bookHasErrors
    }
    return exit
}
