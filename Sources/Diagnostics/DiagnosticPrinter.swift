/// Turns diagnostics into the text a person reads in a terminal.
///
/// ```
/// chapters/02-forward.md:41:13: error: unknown activation 'sigmiod' [network.activation]
///    41 |   - h: {activation: sigmiod, W: [[6, -3], [-2, 5]]}
///       |                     ^~~~~~~ did you mean 'sigmoid'?
/// ```
public struct DiagnosticPrinter {
    private let sources: [String: SourceText]
    private let colour: Bool

    /// - Parameter sources: the files that diagnostics may point into; a diagnostic in another file prints without its line.
    public init(sources: [SourceText], colour: Bool = false) {
        var byPath: [String: SourceText] = [:]
        for source in sources where byPath[source.path] == nil { byPath[source.path] = source }
        self.sources = byPath
        self.colour = colour
    }

    public func text(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(text).joined()
    }

    public func text(_ diagnostic: Diagnostic) -> String {
        let kind = diagnostic.severity.rawValue
        let paint = diagnostic.severity == .error ? "31" : "35"
        var out = "\(styled(place(of: diagnostic.range), "1")): \(styled("\(kind):", "1;\(paint)")) "
        out += "\(styled(printable(diagnostic.message.utf8), "1")) [\(diagnostic.code)]\n"
        out += snippet(diagnostic.range, remark: diagnostic.suggestion.map { "did you mean '\($0)'?" }, paint: paint)
        for note in diagnostic.notes { out += text(note) }
        return out
    }

    private func text(_ note: Diagnostic.Note) -> String {
        let sentence = "\(styled("note:", "1;36")) \(printable(note.message.utf8))\n"
        guard let range = note.range else { return "      \(sentence)" }
        return "\(place(of: range)): \(sentence)" + snippet(range, remark: nil, paint: "36")
    }

    /// `file:line:column` of the start of a range.
    public func place(of range: SourceRange) -> String {
        let file = printable(range.file.utf8)
        guard let position = position(of: range) else { return file }
        return "\(file):\(position.line):\(position.column)"
    }

    public func position(of range: SourceRange) -> Position? {
        guard let source = sources[range.file] else { return nil }
        return source.position(at: min(range.start, source.bytes.count))
    }

    private func snippet(_ range: SourceRange, remark: String?, paint: String) -> String {
        guard let source = sources[range.file], let position = position(of: range) else { return "" }
        let line = source.line(position.line)
        let from = min(range.start, line.endIndex)
        let until = min(max(range.end, from), line.endIndex)
        let shown = SourceLine(line, marked: from..<until)
        let marks = "^" + String(repeating: "~", count: shown.width - 1)
        let tail = remark.map { " \(printable($0.utf8))" } ?? ""
        return """
            \(padded(String(position.line), to: 5)) | \(shown.text)
                  | \(shown.indent)\(styled(marks + tail, "1;\(paint)"))

            """
    }

    private func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }

    private func styled(_ text: String, _ style: String) -> String {
        colour ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
    }
}
