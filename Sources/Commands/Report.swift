import Diagnostics
import JSON

/// The ways to write a diagnostic.
enum DiagnosticFormat: String {
    /// For a person: the place, the sentence, the line with a caret.
    case text
    /// One object a line.
    case json
    /// The workflow commands of GitHub Actions, which annotate a pull request.
    case github
}

/// How diagnostics are told.
struct Report {
    let format: DiagnosticFormat

    /// Writes diagnostics to standard error.
    func write(_ diagnostics: [Diagnostic], _ sources: [SourceText]) {
        if diagnostics.isEmpty { return }
        let printer = DiagnosticPrinter(sources: sources, colour: wantsColour && format == .text)
        switch format {
        case .json: complain(diagnostics.map { json($0, printer).line + "\n" }.joined())
        case .github: complain(diagnostics.map { annotation($0, printer) + "\n" }.joined())
        case .text:
            complain(printer.text(diagnostics))
            let errors = diagnostics.count { $0.severity == .error }
            if errors > 0 { complain("\(errors) \(errors == 1 ? "error" : "errors")\n") }
        }
    }

    private func json(_ diagnostic: Diagnostic, _ printer: DiagnosticPrinter) -> JSON {
        var members = [
            JSON.Member("severity", .string(diagnostic.severity.rawValue)),
            JSON.Member("code", .string(diagnostic.code)),
        ]
        members += [JSON.Member("message", .string(diagnostic.message))] + place(diagnostic.range, printer)
        if let suggestion = diagnostic.suggestion { members.append(JSON.Member("suggestion", .string(suggestion))) }
        let notes = diagnostic.notes.map { note in
            JSON.object([JSON.Member("message", .string(note.message))] + (note.range.map { place($0, printer) } ?? []))
        }
        if !notes.isEmpty { members.append(JSON.Member("notes", .array(notes))) }
        return .object(members)
    }

    private func place(_ range: SourceRange, _ printer: DiagnosticPrinter) -> [JSON.Member] {
        var members = [JSON.Member("file", .string(range.file))]
        if let start = printer.position(of: range) {
            members += [JSON.Member("line", .integer(start.line)), JSON.Member("column", .integer(start.column))]
        }
        if let end = printer.position(of: SourceRange(file: range.file, start: range.end, end: range.end)) {
            members += [JSON.Member("endLine", .integer(end.line)), JSON.Member("endColumn", .integer(end.column))]
        }
        return members
    }
}
