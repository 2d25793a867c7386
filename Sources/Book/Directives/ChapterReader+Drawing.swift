import Diagnostics
import Evaluation

extension ChapterReader {
    func drawing(_ keys: Arguments, _ reader: inout ArgumentReader) -> Directive.Body {
        let written = keys["shapes"]?.list.compactMap(\.mapping) ?? []
        if let key = keys.key("shapes"), written.isEmpty {
            reader.report("shapes", "a drawing needs at least one shape", at: key.range)
        }
        let names = ShapeNames(written, &reader)
        let shapes = written.compactMap { shape($0, names, &reader) }
        return .drawing(DrawingBody(shapes: shapes, gap: keys.number("gap")?.value))
    }

    /// The form of a shape, told by which of `box`, `circle`, `text`, `line` and `arrow` it has.
    private func shape(
        _ keys: Arguments, _ names: ShapeNames, _ reader: inout ArgumentReader
    ) -> DrawingBody.Shape? {
        let forms = keys.fields.filter { DrawingBody.Form(rawValue: $0.key.value) != nil }
        guard forms.count == 1, let field = forms.first, let form = DrawingBody.Form(rawValue: field.key.value) else {
            if let place = keys.fields.first?.key.range {
                reader.report("shape", "a shape is one of 'box', 'circle', 'text', 'line' or 'arrow'", at: place)
            }
            return nil
        }
        let isLine = form == .line || form == .arrow
        let fitting =
            isLine
            ? ["label", "fill", "paint", "width", "dashed", "bend", "style"]
            : ["name", "at", "size", "style", "align"]
                + (form == .text ? [] : ["fill", "paint", "width", "dashed"] + (form == .box ? ["corner"] : []))
        for other in keys.fields where other.key.value != form.rawValue && !fitting.contains(other.key.value) {
            reader.report(
                "shape", "'\(other.key.value)' does not belong to a shape with '\(form.rawValue)'", at: other.key.range)
        }
        let words = isLine ? keys["label"]?.pieces ?? [] : field.value.pieces
        var shape = DrawingBody.Shape(form: form, name: keys.words("name")?.value, words: words)
        if isLine { shape.ends = ends(field, names, &reader) }
        shape.place = numbers(keys, "at", 2...2, &reader)
        shape.size = numbers(keys, "size", form == .circle ? 1...1 : 2...2, &reader)
        shape.fill = keys.words("fill").flatMap { DrawingBody.Ink(rawValue: $0.value) }
        shape.paint = keys.words("paint").flatMap { DrawingBody.Ink(rawValue: $0.value) }
        shape.width = length(keys, "width", &reader)
        shape.corner = length(keys, "corner", &reader)
        shape.isDashed = keys.flag("dashed") ?? false
        shape.bend = keys.expression("bend")
        if let style = keys.words("style") { shape.style = DrawingBody.Style(rawValue: style.value) ?? .plain }
        if let align = keys.words("align") { shape.alignment = DrawingBody.Alignment(rawValue: align.value) ?? .center }
        if let bend = keys.key("bend"), shape.ends.count > 2 {
            reader.report("bend", "a line through more than two points is not bent", at: bend.range)
        }
        return shape
    }

    private func numbers(
        _ keys: Arguments, _ name: String, _ count: ClosedRange<Int>, _ reader: inout ArgumentReader
    ) -> [Expression] {
        guard let key = keys.key(name) else { return [] }
        let numbers = keys.expressions(name)
        if count.contains(numbers.count) { return numbers }
        let rule =
            name == "at"
            ? "'at' takes two numbers: [x, y]"
            : count == 1...1
                ? "'size' of a circle is its diameter"
                : "'size' takes two numbers: [WIDTH, HEIGHT]"
        reader.report(name, rule, at: key.range)
        return []
    }

    private func length(_ keys: Arguments, _ name: String, _ reader: inout ArgumentReader) -> Double? {
        guard let number = keys.number(name) else { return nil }
        if 0...100 ~= number.value { return number.value }
        reader.report(name, "'\(name)' is a number of points from 0 to 100", at: number.range)
        return nil
    }

    private func ends(_ field: Field, _ names: ShapeNames, _ reader: inout ArgumentReader) -> [DrawingBody.End] {
        let ends = field.value.list.compactMap { end -> DrawingBody.End? in
            if let name = end.words { return names.index(of: name, &reader).map { .shape($0) } }
            let place = end.list.compactMap(\.expression)
            if place.count == 2 { return .point(x: place[0], y: place[1]) }
            reader.report("ends", "a point has two numbers: [x, y]", at: place.first?.range ?? field.key.range)
            return nil
        }
        if field.value.list.count < 2 {
            reader.report(
                "ends", "'\(field.key.value)' takes its ends: names of shapes or points [x, y]", at: field.key.range)
        }
        return ends
    }
}

/// The names by which lines find the shapes of a drawing.
private struct ShapeNames {
    private var names: [String?] = []

    init(_ shapes: [Arguments], _ reader: inout ArgumentReader) {
        for shape in shapes {
            let name = shape.words("name")
            if let name, names.contains(name.value) {
                reader.report("name", "two shapes are called '\(name.value)'", at: name.range)
            }
            names.append(name?.value)
        }
    }

    func index(of name: Located<String>, _ reader: inout ArgumentReader) -> Int? {
        if let index = names.firstIndex(of: name.value) { return index }
        reader.report(
            "ends", "there is no shape called '\(name.value)'", at: name.range,
            suggestion: nearestName(to: name.value, in: names.compactMap { $0 }))
        return nil
    }
}
