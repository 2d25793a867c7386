import Cells
import Diagnostics
import Evaluation

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

extension Directive.Body {
    /// What is left of a body when the directive has mistakes: of a cell the names it would have bound.
    var failed: Directive.Body {
        guard case .python(var body) = self else { return .invalid }
        body.cell = nil
        return .python(body)
    }
}
