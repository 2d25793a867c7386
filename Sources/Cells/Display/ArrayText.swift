import Tensors

extension Interpreter {
    /// NumPy's `repr` of an array.
    func repr(_ values: ArrayValues) throws(Fault) -> String {
        let (shape, isEmpty) = (values.shape, values.shape.count == 0)
        var notes: [String] = []
        if isEmpty ? shape.rank > 1 : shape.count > ArrayLayout.threshold { notes.append("shape=\(shape.description)") }
        if isEmpty || values.type == .float32 { notes.append("dtype=\(values.type.name)") }
        let layout = ArrayLayout(separator: ", ", prefix: "array(", suffix: ")")
        let text = "array(" + (isEmpty ? "[]" : try laid(values, layout))
        if notes.isEmpty { return text + ")" }
        let note = notes.joined(separator: ", ")
        let lastLine = text.utf8.reversed().prefix { $0 != 0x0A }.count
        let breaks = lastLine + note.utf8.count + 3 > ArrayLayout.lineWidth
        return text + "," + (breaks ? "\n      " : " ") + note + ")"
    }

    /// NumPy's `str` of an array.
    func text(of values: ArrayValues) throws(Fault) -> String {
        if values.shape.rank == 0 { return try text(of: values.scalar(at: 0).item) }
        if values.shape.count == 0 { return "[]" }
        return try laid(values, ArrayLayout(separator: " ", prefix: "", suffix: ""))
    }

    private func laid(_ values: ArrayValues, _ layout: ArrayLayout) throws(Fault) -> String {
        var layout = layout
        layout.isSummary = values.shape.count > ArrayLayout.threshold
        let places = layout.printedPlaces(values.shape)
        try step(places.count)
        let words = self.words(places.map { values.scalar(at: $0) }, isRow: values.shape.rank > 0)
        var next = 0
        return layout.text(values.shape) {
            defer { next += 1 }
            return words[next]
        }
    }

    /// The elements as words of one width; bools in a row leave room for `False`.
    private func words(_ scalars: [ArrayScalar], isRow: Bool) -> [String] {
        var samples: [FloatSample] = []
        var plain: [String] = []
        for scalar in scalars {
            switch scalar {
            case .float64(let value): samples.append(FloatSample(value))
            case .float32(let value): samples.append(FloatSample(value))
            case .int64(let value): plain.append(decimal(value))
            case .bool(let value): plain.append(value ? "True" : "False")
            }
        }
        if samples.isEmpty {
            let least = isRow && plain.contains { $0 == "True" } ? 5 : 0
            let width = plain.reduce(least) { max($0, $1.utf8.count) }
            return plain.map { padded($0, width) }
        }
        let column = FloatColumn(samples)
        return samples.map { column.text(of: $0) }
    }
}

/// How NumPy lays out the elements of an array: nested brackets, lines of at most 75 characters, the middle of large arrays left out.
///
/// Source: NumPy 2, `numpy/_core/arrayprint.py`, `_formatArray`, with the standard print options.
struct ArrayLayout {
    static let lineWidth = 75
    static let threshold = 1000
    static let edge = 3

    let separator: String
    let prefix: String
    let suffix: String
    var isSummary = false

    init(separator: String, prefix: String, suffix: String) {
        self.separator = separator
        self.prefix = prefix
        self.suffix = suffix
    }

    /// Which places of an axis are printed.
    private func shownPlaces(_ count: Int) -> [Int] {
        isSummary && count > 2 * ArrayLayout.edge
            ? Array(0..<ArrayLayout.edge) + Array((count - ArrayLayout.edge)..<count) : Array(0..<count)
    }

    /// The places in row-major order of all elements that are printed.
    func printedPlaces(_ shape: Shape) -> [Int] {
        var places = [0]
        for size in shape.sizes {
            let shown = shownPlaces(size)
            places = places.flatMap { place in shown.map { place * size + $0 } }
        }
        return places
    }

    /// - Parameter word: gives the printed elements one after the other.
    func text(_ shape: Shape, _ word: () -> String) -> String {
        let indent = String(repeating: " ", count: prefix.utf8.count + 1)
        return text(shape, axis: 0, indent, ArrayLayout.lineWidth - suffix.utf8.count, word)
    }

    private func text(_ shape: Shape, axis: Int, _ indent: String, _ width: Int, _ word: () -> String) -> String {
        if axis == shape.rank { return word() }
        let body =
            axis == shape.rank - 1 ? row(shape[axis], indent, width, word) : block(shape, axis, indent, width, word)
        return "[" + String(body.dropFirst(indent.utf8.count)) + "]"
    }

    private var bareSeparator: String { separator == ", " ? "," : "" }

    /// Elements side by side, broken into lines.
    private func row(_ count: Int, _ indent: String, _ width: Int, _ word: () -> String) -> String {
        let limit = width - max(bareSeparator.utf8.count, 1)
        var (text, line) = ("", indent)
        func add(_ word: String) {
            if line.utf8.count + word.utf8.count > limit, line.utf8.count > indent.utf8.count {
                while line.utf8.last == 0x20 { line.removeLast() }
                text += line + "\n"
                line = indent
            }
            line += word
        }
        let shown = shownPlaces(count)
        for (order, place) in shown.enumerated() {
            if order > 0 { line += separator }
            if order > 0, place != shown[order - 1] + 1 {
                add("...")
                line += separator
            }
            add(word())
        }
        return text + line
    }

    /// Parts one below the other, with an empty line more for each further axis.
    private func block(_ shape: Shape, _ axis: Int, _ indent: String, _ width: Int, _ word: () -> String) -> String {
        let lineEnd = bareSeparator + String(repeating: "\n", count: shape.rank - axis - 1)
        let shown = shownPlaces(shape[axis])
        var text = ""
        for (order, place) in shown.enumerated() {
            if order > 0 { text += lineEnd }
            if order > 0, place != shown[order - 1] + 1 { text += indent + "..." + lineEnd }
            text += indent + self.text(shape, axis: axis + 1, indent + " ", width - 1, word)
        }
        return text
    }
}
