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

    func plot(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) -> Directive.Body {
        let written = keys["series"]?.list.compactMap(\.mapping) ?? []
        if written.isEmpty, header.argument.bytes.isEmpty {
            reader.report("argument", "nothing to plot: '{plot} EXPRESSION', or 'series' in the body", at: header.range)
        }
        let series = written.compactMap { keys in
            curve(keys, header, &reader).map { PlotBody.Series(curve: $0, label: keys.words("label")) }
        }
        let marks = keys["mark"]?.list.compactMap(\.mapping).compactMap { mark in
            mark.expression("x").map { PlotBody.Mark(x: $0, text: mark.words("text")?.value) }
        }
        return .plot(
            PlotBody(series: series, x: axis(keys, "x", &reader), y: axis(keys, "y", &reader), marks: marks ?? []))
    }

    private func axis(_ keys: Arguments, _ name: String, _ reader: inout ArgumentReader) -> PlotBody.Axis {
        guard let axis = keys.mapping(name) else { return PlotBody.Axis() }
        let range = axis.expressions("range")
        if let key = axis.key("range"), range.count != 2 {
            reader.report("range", "'range' takes two numbers: [FROM, TO]", at: key.range)
        }
        return PlotBody.Axis(
            label: axis.words("label")?.value, isLogarithmic: axis.words("scale")?.value == "log", range: range)
    }

    /// The form of a series, told by which of `y`, `function`, `tangent` and `bars` it has.
    private func curve(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) -> PlotBody.Curve? {
        let forms = ["y", "function", "tangent", "bars"].compactMap { name in keys.key(name).map { (name, $0) } }
        guard forms.count == 1, let (form, key) = forms.first else {
            let place = keys.fields.first?.key.range ?? header.range
            reader.report("series", "a series has one of 'y', 'function', 'tangent' or 'bars'", at: place)
            return nil
        }
        let needed: [String: [String]] = [
            "y": ["x"], "function": ["of", "over"], "tangent": ["of", "at"], "bars": ["names"],
        ]
        for field in keys.fields where field.key.value != form && field.key.value != "label" {
            if !(needed[form] ?? []).contains(field.key.value) {
                reader.report(
                    "series", "'\(field.key.value)' does not belong to a series with '\(form)'", at: field.key.range)
                return nil
            }
        }
        return curve(form, at: key, keys, &reader)
    }

    private func curve(
        _ form: String, at key: Located<String>, _ keys: Arguments, _ reader: inout ArgumentReader
    ) -> PlotBody.Curve? {
        guard let expression = keys.expression(form) else { return nil }
        switch form {
        case "y": return .points(x: keys.expression("x"), y: expression)
        case "bars": return .bars(expression, names: keys.allWords("names"))
        default:
            let isFunction = form == "function"
            let places = keys.expressions(isFunction ? "over" : "at")
            guard let variable = keys.words("of") else {
                reader.report("missing", "'of' is missing: the variable of the function", at: key.range)
                return nil
            }
            guard isFunction ? places.count == 2 : !places.isEmpty else {
                let rule =
                    isFunction ? "'over' takes two numbers: [FROM, TO]" : "'at' takes the points where tangents touch"
                reader.report("missing", rule, at: key.range)
                return nil
            }
            return isFunction
                ? .function(expression, of: variable, over: places) : .tangent(expression, of: variable, at: places)
        }
    }
}
