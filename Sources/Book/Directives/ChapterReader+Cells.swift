import Cells
import Diagnostics
import Evaluation
import Markup

extension ChapterReader {
    /// The program of a cell; with mistakes in it, the names it seems to bind.
    func readCell(_ text: Excerpt, _ options: Arguments, _ header: Header, _ reader: inout ArgumentReader)
        -> Directive.Body
    {
        if text.trimmed.bytes.isEmpty {
            reader.report("body", "the body is a program; there is none", at: header.range)
        }
        let (cell, found) = parseCell(text)
        reader.add(found)
        let wanted = options.flag("error") == true ? options.key("error")?.range : nil
        let isHidden = options.flag("echo") == false && options.flag("output") != false
        return .python(
            CellBody(
                cell: cell, code: text, names: cell?.boundNames ?? presumedNames(text), wantedFailure: wanted,
                labelOfOutput: isHidden ? options.words("label") : nil))
    }

    /// What of a cell is shown.
    func readListing(_ directive: Directive, _ options: Arguments) -> CellListing? {
        guard case .python(let body) = directive.body else { return nil }
        return CellListing(
            code: body.code.text, showsCode: options.flag("echo") ?? true, showsOutput: options.flag("output") ?? true)
    }
}

extension ChapterReader {
    /// A directive as it was written, without the line that asks for it; of a cell only its program is shown.
    func readSource(_ code: CodeBlock) -> CodeListing? {
        if code.info.bytes.starts(with: Array("{python}".utf8)) { return nil }
        var body = ""
        var lines = ExcerptLines(code.body)
        while let line = lines.next() {
            let words = line.text.split(separator: " ")
            if words.first == "#|", words.dropFirst().first?.hasPrefix("echo:") == true { continue }
            body += line.text.hasSuffix("\n") ? line.text : line.text + "\n"
        }
        var fence = "```"
        while body.contains(fence) { fence += "`" }
        return CodeListing(language: "yaml", text: "\(fence)\(code.info.text)\n\(body)\(fence)\n", label: nil)
    }
}

extension Directive.Body {
    /// What is left of a body when the directive has mistakes: of a cell the names it would have bound.
    var failed: Directive.Body {
        guard case .python(var body) = self else { return .invalid }
        body.cell = nil
        return .python(body)
    }
}
