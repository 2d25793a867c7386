import Tensors

extension DisplayList {
    /// The list as a JSON object, lengths in points, y down, items in drawing order.
    public var json: String {
        var writer = JSONText()
        writer.text += "{\"width\": \(JSONText.number(width)), \"height\": \(JSONText.number(height)), \"items\": ["
        for (index, item) in items.enumerated() {
            writer.text += index == 0 ? "\n  {" : ",\n  {"
            writer.add(item)
            writer.text += "}"
        }
        writer.text += "\n]}\n"
        return writer.text
    }
}

/// Members of JSON objects, one after the other.
private struct JSONText {
    var text = ""

    mutating func add(_ item: DisplayList.Item) {
        switch item {
        case .text(let item): add(item)
        case .stroke(let item):
            text += "\"kind\": \"stroke\", \"role\": \(Self.string(item.role)), \"path\": \(Self.path(item.path)), "
            text += "\"width\": \(Self.number(item.width)), \"dash\": \(Self.numbers(item.dash)), "
            text += "\"cap\": \"\(item.cap.rawValue)\", \"paint\": \"\(item.paint.token)\""
        case .fill(let item):
            text += "\"kind\": \"fill\", \"role\": \(Self.string(item.role)), \"path\": \(Self.path(item.path)), "
            text += "\"paint\": \"\(item.paint.token)\""
        }
    }

    private mutating func add(_ item: TextItem) {
        text += "\"kind\": \"text\", \"role\": \(Self.string(item.role)), \"text\": \(Self.string(item.text)), "
        let box = item.box
        text += "\"box\": \(Self.numbers([box.x, box.y, box.width, box.height])), \"runs\": ["
        for (index, run) in item.runs.enumerated() {
            text += index == 0 ? "{" : ", {"
            text += "\"text\": \(Self.string(run.text)), \"face\": \"\(run.face.token)\", "
            text += "\"size\": \(Self.number(run.size)), \"x\": \(Self.number(run.x)), "
            text += "\"baseline\": \(Self.number(run.baseline))}"
        }
        text += "], \"paint\": \"\(item.paint.token)\""
        if let halo = item.halo {
            text += ", \"halo\": {\"paint\": \"\(halo.paint.token)\", \"width\": \(Self.number(halo.width))}"
        }
    }

    private static func path(_ path: Path) -> String {
        list(
            path.elements.map { element in
                switch element {
                case .move(let p): "[\"M\", \(coordinates([p]))]"
                case .line(let p): "[\"L\", \(coordinates([p]))]"
                case .curve(let a, let b, let c): "[\"C\", \(coordinates([a, b, c]))]"
                case .close: "[\"Z\"]"
                }
            })
    }

    private static func coordinates(_ points: [Point]) -> String {
        var text = ""
        for (index, point) in points.enumerated() {
            if index > 0 { text += ", " }
            text += number(point.x) + ", " + number(point.y)
        }
        return text
    }

    private static func numbers(_ values: [Double]) -> String { list(values.map(number)) }

    private static func list(_ parts: [String]) -> String {
        var text = "["
        for (index, part) in parts.enumerated() {
            if index > 0 { text += ", " }
            text += part
        }
        return text + "]"
    }

    /// Shortest digits that read back as the same number.
    static func number(_ value: Double) -> String { pythonRepr(value) }

    static func string(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\" + String(scalar)
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + (digits.utf8.count == 1 ? "000" : "00") + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension Face {
    /// The face in the display list's JSON form.
    public var token: String {
        switch self {
        case .interface(let weight, let slant):
            "interface-\(weight.rawValue)" + (slant == .italic ? "-italic" : "")
        case .mathItalic: "math-italic"
        case .mathRoman: "math-roman"
        case .prose(let slant): slant == .italic ? "prose-italic" : "prose"
        case .code: "code"
        }
    }
}
