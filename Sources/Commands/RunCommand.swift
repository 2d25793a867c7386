import Cells
import Diagnostics
import Files

/// Evaluates the expressions of a file, one after the other, and prints what Python's prompt would print.
func runFile(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let path = line.arguments[0]
    let source: SourceText
    do throws(FileError) {
        source = SourceText(path: path, bytes: try readFile(path))
    } catch {
        return refuse(error)
    }
    let scope = Scope()
    for excerpt in expressions(of: source) {
        let (expression, found) = parseExpression(excerpt)
        guard let expression else {
            report.write(found, [source])
            return .bookHasErrors
        }
        do throws(Failure) {
            let value = try evaluate(expression, in: scope)
            if case .none = value { continue }
            let exit = say(try repr(value, at: expression.range) + "\n")
            if exit != .clean { return exit }
        } catch {
            report.write([error.diagnostic], [source])
            return .bookHasErrors
        }
    }
    return .clean
}

/// Each line that is not blank or a comment, with the lines that follow inside its brackets.
private func expressions(of source: SourceText) -> [Excerpt] {
    var found: [Excerpt] = []
    var start: Int?
    var depth = 0
    for number in 1...source.lineStarts.count {
        let line = source.line(number)
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        if start == nil, text.isEmpty || text.first == UInt8(ascii: "#") { continue }
        let from = start ?? text.startIndex
        for byte in line {
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
        }
        start = from
        if depth <= 0 {
            found.append(Excerpt(of: source, from..<line.endIndex))
            start = nil
            depth = 0
        }
    }
    if let start { found.append(Excerpt(of: source, start..<source.bytes.count)) }
    return found
}
