import Diagnostics
import Testing
import YAMLReader

/// A small generator with a seed (SplitMix64), so that a failing tree can be made again.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Writes random trees in random styles.
struct TreeWriter {
    var dice: Dice

    mutating func tree(depth: Int) -> (Shape, flow: String, block: String) {
        switch Int.random(in: 0..<(depth == 0 ? 1 : 3), using: &dice) {
        case 0: return scalar()
        case 1: return list(depth: depth)
        default: return map(depth: depth)
        }
    }

    private mutating func scalar() -> (Shape, flow: String, block: String) {
        let words = [
            "a", "é", "日本", "😀", "1.5", "x y", "it's", "tab\tbed", "line\nbreak", "q\"uote", "", " edge ", "a: b",
            "#no", "\\", "\u{2028}z", "\u{85}w",
        ]
        let text = (0..<Int.random(in: 1...2, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }
            .joined(separator: "-")
        let isSimple =
            !text.isEmpty && !text.hasPrefix("-")
            && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "." || $0 == "-" || $0 == "1" }
        if isSimple, Bool.random(using: &dice) { return (.text(text, isPlain: true), text, text) }
        let quoted = text.allSatisfy { !$0.isNewline } && Bool.random(using: &dice) ? single(text) : double(text)
        return (.text(text, isPlain: false), quoted, quoted)
    }

    private func single(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

    private func double(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\" + String(scalar)
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\u{2028}": out += "\\L"
            case "\u{85}": out += "\\N"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    private mutating func list(depth: Int) -> (Shape, flow: String, block: String) {
        let items = (0..<Int.random(in: 0...3, using: &dice)).map { _ in tree(depth: depth - 1) }
        let flow = "[" + items.map(\.flow).joined(separator: ", ") + "]"
        let isFlow = items.isEmpty || Bool.random(using: &dice)
        let block = isFlow ? flow : items.map { "- " + indented($0.block, by: 2) }.joined(separator: "\n")
        return (.list(items.map(\.0)), flow, block)
    }

    private mutating func map(depth: Int) -> (Shape, flow: String, block: String) {
        let entries = (0..<Int.random(in: 0...3, using: &dice)).map { ("k\($0)é", tree(depth: depth - 1)) }
        let flow = "{" + entries.map { $0.0 + ": " + $0.1.flow }.joined(separator: ", ") + "}"
        let isFlow = entries.isEmpty || Bool.random(using: &dice)
        let block = entries.map { key, value in
            let isNested = value.block != value.flow
            return key + ":" + (isNested ? "\n  " : " ") + indented(value.block, by: 2)
        }.joined(separator: "\n")
        return (.map(entries.map { ($0.0, $0.1.0) }), flow, isFlow ? flow : block)
    }

    private func indented(_ text: String, by count: Int) -> String {
        text.replacing("\n", with: "\n" + String(repeating: " ", count: count))
    }
}

@Test(arguments: 1...20) func aTreeThatIsWrittenIsReadBack(_ seed: UInt64) {
    var writer = TreeWriter(dice: Dice(state: seed))
    for _ in 0..<100 {
        let (shape, _, text) = writer.tree(depth: 4)
        let source = SourceText(path: "a.yml", text: "# é\n" + text + "\n")
        let found = readYAML(Excerpt(of: source, 0..<source.bytes.count))
        #expect(found.diagnostics == [], "\(text)")
        #expect(found.node.map { Shape($0) } == shape, "\(text)")
        if let node = found.node { checkPlaces(node, source) }
    }
}

/// Nodes lie inside their parents, and a scalar's bytes stand in the file unless an escape or a fold made them.
private func checkPlaces(_ node: Node, _ source: SourceText) {
    switch node.kind {
    case .scalar(let scalar):
        let isEscaped = slice(node.range, of: source).contains("\\")
        for (index, byte) in scalar.text.bytes.enumerated() where !isEscaped {
            #expect(source.bytes[scalar.text.offset(at: index)] == byte, "\(slice(node.range, of: source))")
        }
    case .sequence(let items):
        for item in items {
            checkInside(item.range, node.range)
            checkPlaces(item, source)
        }
    case .mapping(let entries):
        for entry in entries {
            checkInside(entry.key.range, node.range)
            checkInside(entry.value.range, node.range)
            #expect(slice(entry.key.range, of: source) == entry.key.value)
            checkPlaces(entry.value, source)
        }
    }
}

private func checkInside(_ inner: SourceRange, _ outer: SourceRange) {
    #expect(inner.start >= outer.start && inner.end <= outer.end)
}
