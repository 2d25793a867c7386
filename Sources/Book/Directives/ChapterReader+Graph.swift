import Cells
import Diagnostics
import Evaluation

extension ChapterReader {
    func graph(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) -> Directive.Body {
        if header.argument.bytes.isEmpty {
            reader.report("argument", "nothing to draw: '{graph} EXPRESSION', such as 'first.loss'", at: header.range)
        }
        let at = keys.entries("at").compactMap { field in field.value.expression.map { (field.key, $0) } }
        for (name, _) in at { _ = reader.isName(name) }
        let show = keys["show"]?.list.compactMap { $0.words.flatMap { GraphBody.Part(rawValue: $0.value) } }
        return .graph(
            GraphBody(
                at: at, gradient: keys.expression("gradient"), depth: keys.integer("depth"),
                beginning: keys.allWords("from"), show: show,
                direction: keys.words("direction").flatMap { GraphBody.Direction(rawValue: $0.value) } ?? .down,
                highlight: keys.paths("highlight"), hasLegend: keys.flag("legend") ?? false))
    }
}
