import Cells
import Diagnostics
import Evaluation
import YAMLReader

extension ChapterReader {
    func plot(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) -> Directive.Body {
        var body = PlotBody(series: series(keys["series"], header, &reader))
        body.x = axis(keys, "x", &reader)
        body.y = axis(keys, "y", &reader)
        body.marks = marks(keys, &reader)
        body.multiples = multiples(keys, header, &reader)
        body.columns = keys.integer("columns")
        body.scatter = keys.expression("scatter")
        body.regions = keys.expression("regions")
        body.heat = keys.expression("heat").map {
            PlotBody.Heat(matrix: $0, rows: keys.allWords("row_names"), columns: keys.allWords("column_names"))
        }
        body.width = keys.integer("width")
        body.height = keys.integer("height")
        if let key = keys.key("equal"), let flag = keys.flag("equal") { body.equalUnits = Located(flag, key.range) }
        checkForm(keys, header, &reader)
        return .plot(body)
    }

    /// A plot is a matrix, panels, or everything else.
    private func checkForm(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) {
        let sources = ["series", "multiples", "scatter", "regions", "heat"].filter(keys.wasMentioned)
        if sources.isEmpty, header.argument.bytes.isEmpty {
            reader.report("argument", "nothing to plot: '{plot} EXPRESSION', or 'series' in the body", at: header.range)
        }
        // What each of them does not go with.
        let strangers = [
            ("heat", ["series", "multiples", "scatter", "regions", "mark", "equal", "height"]),
            ("multiples", ["scatter", "regions", "equal"]),
        ]
        for (form, others) in strangers where keys.wasMentioned(form) {
            for other in others {
                guard let key = keys.key(other) else { continue }
                reader.report("form", "'\(other)' does not go with '\(form)'", at: key.range)
            }
        }
        for (part, form) in [("row_names", "heat"), ("column_names", "heat"), ("columns", "multiples")] {
            guard let key = keys.key(part), !keys.wasMentioned(form) else { continue }
            reader.report("form", "'\(part)' belongs to a plot with '\(form)'", at: key.range)
        }
    }

    private func multiples(
        _ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader
    ) -> PlotBody.Multiples {
        guard let key = keys.key("multiples"), let argument = keys["multiples"] else { return .none }
        guard argument.words == nil else {
            if keys["series"] == nil {
                reader.report("multiples", "'multiples: series' needs 'series'", at: key.range)
            }
            return .series
        }
        if let other = keys.key("series") {
            reader.report("form", "'series' stands inside the panels of 'multiples'", at: other.range)
        }
        let panels = argument.list.compactMap(\.mapping).map { panel in
            PlotBody.Panel(
                title: panel.words("title")?.value, series: series(panel["series"], header, &reader))
        }
        if panels.isEmpty { reader.report("multiples", "'multiples' lists at least one panel", at: key.range) }
        return .panels(panels)
    }

    // MARK: Axes and marks

    private func axis(_ keys: Arguments, _ name: String, _ reader: inout ArgumentReader) -> PlotBody.Axis {
        guard let axis = keys.mapping(name) else { return PlotBody.Axis() }
        let range = axis.expressions("range")
        if let key = axis.key("range"), range.count != 2 {
            reader.report("range", "'range' takes two numbers: [FROM, TO]", at: key.range)
        }
        return PlotBody.Axis(
            label: axis.words("label")?.value, isLogarithmic: axis.words("scale")?.value == "log", range: range)
    }

    private func marks(_ keys: Arguments, _ reader: inout ArgumentReader) -> [PlotBody.Mark] {
        guard let key = keys.key("mark") else { return [] }
        return (keys["mark"]?.list.compactMap(\.mapping) ?? []).compactMap { mark in
            let (x, y) = (mark.expressions("x"), mark.expressions("y"))
            let place = (mark.key("x") ?? mark.key("y") ?? mark.key("text") ?? key).range
            switch (x.count, y.count) {
            case (1, 0), (0, 1), (1, 1), (2, 0), (0, 2):
                return PlotBody.Mark(x: x, y: y, text: mark.words("text")?.value)
            case (0, 0):
                if !mark.wasMentioned("x"), !mark.wasMentioned("y") {
                    reader.report("mark", "a mark has 'x', 'y' or both", at: place)
                }
            default:
                reader.report(
                    "mark", "a mark is a line (one number), a point ('x' and 'y') or an interval ([FROM, TO])",
                    at: place
                )
            }
            return nil
        }
    }

    // MARK: Series

    private func series(
        _ argument: Argument?, _ header: Header, _ reader: inout ArgumentReader
    ) -> [PlotBody.Series] {
        (argument?.list.compactMap(\.mapping) ?? []).compactMap { keys in
            curve(keys, header, &reader).map { PlotBody.Series(curve: $0, label: keys.words("label")) }
        }
    }

    /// The keys that belong to a series of each form.
    private static let parts: [(form: String, keys: [String])] = [
        ("y", ["x"]), ("step", ["x"]), ("area", ["x", "base"]), ("points", ["x"]), ("function", ["of", "over"]),
        ("tangent", ["of", "at"]), ("bars", ["names"]), ("histogram", ["bins"]),
    ]

    /// The form of a series, told by which of `y`, `function`, `bars` and the like it has.
    private func curve(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) -> PlotBody.Curve? {
        let forms = Self.parts.filter { keys.key($0.form) != nil }
        guard forms.count == 1, let part = forms.first, let key = keys.key(part.form) else {
            let place = keys.fields.first?.key.range ?? header.range
            let names = Self.parts.map { "'\($0.form)'" }
            reader.report(
                "series",
                "a series has one of \(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])",
                at: place)
            return nil
        }
        for field in keys.fields where field.key.value != part.form && field.key.value != "label" {
            if !part.keys.contains(field.key.value) {
                reader.report(
                    "series", "'\(field.key.value)' does not belong to a series with '\(part.form)'",
                    at: field.key.range)
                return nil
            }
        }
        return curve(part.form, at: key, keys, &reader)
    }

    private func curve(
        _ form: String, at key: Located<String>, _ keys: Arguments, _ reader: inout ArgumentReader
    ) -> PlotBody.Curve? {
        guard let expression = keys.expression(form) else { return nil }
        let x = keys.expression("x")
        switch form {
        case "y": return .values(.line, x: x, y: expression)
        case "step": return .values(.steps, x: x, y: expression)
        case "points": return .values(.points, x: x, y: expression)
        case "area": return .area(x: x, y: expression, base: keys.expression("base"))
        case "bars": return .bars(expression, names: keys.allWords("names"))
        case "histogram": return .histogram(expression, bins: keys.expression("bins"))
        default: return function(expression, isTangent: form == "tangent", at: key, keys, &reader)
        }
    }

    private func function(
        _ expression: Expression, isTangent: Bool, at key: Located<String>, _ keys: Arguments,
        _ reader: inout ArgumentReader
    ) -> PlotBody.Curve? {
        let places = keys.expressions(isTangent ? "at" : "over")
        guard let variable = keys.words("of") else {
            reader.report("missing", "'of' is missing: the variable of the function", at: key.range)
            return nil
        }
        guard isTangent ? !places.isEmpty : places.count == 2 else {
            let rule =
                isTangent ? "'at' takes the points where tangents touch" : "'over' takes two numbers: [FROM, TO]"
            reader.report("missing", rule, at: key.range)
            return nil
        }
        return isTangent
            ? .tangent(expression, of: variable, at: places) : .function(expression, of: variable, over: places)
    }
}
