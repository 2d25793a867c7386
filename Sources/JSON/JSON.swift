import Tensors

/// A JSON value whose objects keep the order in which they were put together.
public indirect enum JSON: Sendable, Equatable {
    public struct Member: Sendable, Equatable {
        public var key: String
        public var value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case integer(Int)
    /// Written as Python's `repr`; a non-finite number becomes a string.
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    public static func numbers(_ values: [Double]) -> JSON { .array(values.map(JSON.number)) }
}

extension JSON {
    /// One line without superfluous blanks but those after `,` and `:`, as Python's `json.dumps` writes it.
    public var line: String {
        var out = ""
        write(to: &out)
        return out
    }

    private func write(to out: inout String) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        case .number(let value): out += value.isFinite ? pythonRepr(value) : "\"\(pythonRepr(value))\""
        case .string(let text): JSON.write(text, to: &out)
        case .array(let items): JSON.write(items, "[", "]", to: &out) { $0.write(to: &$1) }
        case .object(let members):
            JSON.write(members, "{", "}", to: &out) { member, out in
                JSON.write(member.key, to: &out)
                out += ": "
                member.value.write(to: &out)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], _ open: String, _ close: String, to out: inout String, each: (Item, inout String) -> Void
    ) {
        out += open
        for (index, item) in items.enumerated() {
            if index > 0 { out += ", " }
            each(item, &out)
        }
        out += close
    }

    private static func write(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{0}"..<" ", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}

extension JSON {
    /// Several lines: objects and arrays of objects are indented, everything else stays on its line.
    public var indented: String { indented(depth: 0) + "\n" }

    /// The same as a value inside `depth` objects, without a line end; for parts that are written apart.
    public func indented(depth: Int) -> String {
        var out = ""
        writeIndented(depth: depth, to: &out)
        return out
    }

    /// An object whose members' values are JSON text already, each indented by one level.
    public static func object(ofTexts members: [(key: String, text: String)]) -> String {
        let lines = members.map { "  \(JSON.string($0.key).line): \($0.text)" }
        return lines.isEmpty ? "{}\n" : "{\n\(lines.joined(separator: ",\n"))\n}\n"
    }

    private func writeIndented(depth: Int, to out: inout String) {
        let inner = String(repeating: "  ", count: depth + 1)
        let outer = String(repeating: "  ", count: depth)
        switch self {
        case .object(let members) where !members.isEmpty:
            JSON.writeLines(members, "{", "}", inner, outer, to: &out) { member, out in
                JSON.write(member.key, to: &out)
                out += ": "
                member.value.writeIndented(depth: depth + 1, to: &out)
            }
        case .array(let items) where items.contains(where: \.isObject):
            JSON.writeLines(items, "[", "]", inner, outer, to: &out) { $0.writeIndented(depth: depth + 1, to: &$1) }
        default: write(to: &out)
        }
    }

    private var isObject: Bool {
        if case .object = self { true } else { false }
    }

    private static func writeLines<Item>(
        _ items: [Item], _ open: String, _ close: String, _ inner: String, _ outer: String, to out: inout String,
        each: (Item, inout String) -> Void
    ) {
        out += open + "\n"
        for (index, item) in items.enumerated() {
            out += inner
            each(item, &out)
            out += index + 1 < items.count ? ",\n" : "\n"
        }
        out += outer + close
    }
}
