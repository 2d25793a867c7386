import Cells
import Diagnostics
import Evaluation

extension ChapterReader {
    func diagram(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) -> Directive.Body {
        let compare = keys.expressions("compare")
        if let key = keys.key("compare"), compare.count != 2 {
            reader.report("compare", "'compare' takes two states: [BEFORE, AFTER]", at: key.range)
        }
        if header.argument.bytes.isEmpty, compare.isEmpty, keys.key("pass") == nil, keys.key("gradient") == nil {
            reader.report(
                "argument", "nothing to draw: '{diagram} NETWORK', or 'compare: [BEFORE, AFTER]'", at: header.range)
        }
        let show = keys["show"]?.list.compactMap { part in
            part.words.flatMap { words in
                DiagramBody.Part(rawValue: words.value).map { Located($0, words.range) }
            }
        }
        if let key = keys.key("rest"), keys.key("layers") == nil, keys.key("units") == nil {
            reader.report(
                "rest", "'rest' says what becomes of others than 'layers' or 'units'; name some", at: key.range)
        }
        return .diagram(
            DiagramBody(
                pass: keys.expression("pass"), gradient: keys.expression("gradient"),
                wanted: keys.expression("wanted"), compare: compare, show: show, highlight: keys.paths("highlight"),
                layers: keys.allWords("layers"), units: keys.allWords("units"),
                rest: keys.words("rest").flatMap { DiagramBody.Rest(rawValue: $0.value) } ?? .leftOut,
                titles: titles(keys), legend: keys.flag("legend"),
                isDown: keys.words("direction")?.value == "down"))
    }

    private func titles(_ keys: Arguments) -> DiagramBody.Titles? {
        if let isShown = keys.flag("titles") { return isShown ? .usual : nil }
        let titles = keys.allWords("titles")
        return titles.isEmpty ? nil : .written(titles)
    }
}
