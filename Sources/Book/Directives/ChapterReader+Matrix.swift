import Diagnostics
import Evaluation

extension ChapterReader {
    func matrix(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) -> Directive.Body {
        if header.argument.bytes.isEmpty {
            reader.report(
                "argument", "nothing to draw: '{matrix} EXPRESSION', such as '{matrix} X @ W'", at: header.range)
        }
        let words = { (key: String) -> Located<[String]>? in
            keys.key(key).map { Located(keys.allWords(key).map(\.value), $0.range) }
        }
        let cell = keys.key("cell").map { key in
            Located(keys["cell"]?.list.compactMap(\.integer) ?? [], key.range)
        }
        let layout = keys.words("layout").flatMap { word in
            MatrixBody.Layout(rawValue: word.value).map { Located($0, word.range) }
        }
        return .matrix(
            MatrixBody(
                text: header.argument, names: words("names"), rows: words("rows"), inner: words("inner"),
                columns: words("columns"), cell: cell,
                frames: keys.flag("frames") == true ? keys.key("frames")?.range : nil, layout: layout))
    }
}

extension Argument {
    fileprivate var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }
}
