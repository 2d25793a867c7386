import Diagnostics

/// A diagnostic as a workflow command of GitHub Actions, `::error file=…,line=…,title=…::message`.
///
/// What further notes say stands below the message. Columns count bytes, as everywhere; the last one is past the end.
func annotation(_ diagnostic: Diagnostic, _ printer: DiagnosticPrinter) -> String {
    let range = diagnostic.range
    var properties = [("file", range.file)]
    if let start = printer.position(of: range) {
        properties += [("line", String(start.line)), ("col", String(start.column))]
    }
    if let end = printer.position(of: SourceRange(file: range.file, start: range.end, end: range.end)) {
        properties += [("endLine", String(end.line)), ("endColumn", String(end.column))]
    }
    properties.append(("title", diagnostic.code))
    var lines = [diagnostic.message]
    if let suggestion = diagnostic.suggestion { lines.append("did you mean '\(suggestion)'?") }
    lines += diagnostic.notes.map { note in
        (note.range.map { "\(printer.place(of: $0)): " } ?? "") + "note: \(note.message)"
    }
    let written = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(diagnostic.severity.rawValue) \(written)::\(escaped(lines.joined(separator: "\n"), isProperty: false))"
}

/// As GitHub asks: a percent sign and the ends of lines everywhere, in a property also what would end it.
private func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%": out += "%25"
        case "\r": out += "%0D"
        case "\n": out += "%0A"
        case ":" where isProperty: out += "%3A"
        case "," where isProperty: out += "%2C"
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out
}
