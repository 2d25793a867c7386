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
    let (cell, found) = parseCell(Excerpt(of: source, 0..<source.bytes.count))
    guard let cell else {
        report.write(found, [source])
        return .bookHasErrors
    }
    let outcome = run(cell, in: Scope())
    let exit = say(outcome.output)
    if let diagnostic = outcome.diagnostic {
        report.write([diagnostic], [source])
        return .bookHasErrors
    }
    return exit
}
