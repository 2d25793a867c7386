import Diagnostics
import Evaluation
import YAMLReader

extension DirectiveSchema {
    /// The directives that can stand inside `{panels}`: those that show a figure and bind nothing.
    static var inPanels: [DirectiveSchema] {
        all.filter { !$0.kind.binds && $0.kind != .panels && $0.displays[0].prefix == .figure }
    }
}

extension ArgumentReader {
    /// `diagram: first`, and with it the keys of a `{diagram}` and those of every panel.
    mutating func panel(_ node: Node, _ common: [KeySchema]) -> Panel? {
        let known = DirectiveSchema.inPanels.map(\.kind.rawValue)
        let list = known.joined(separator: ", ")
        guard case .mapping(let entries) = node.kind, let first = entries.first else {
            report("panel", "a panel is a directive with its keys: '- diagram: first'; known: \(list)", at: node.range)
            return nil
        }
        let kinds = entries.filter { known.contains($0.key.value) }
        guard let entry = kinds.first, let kind = DirectiveKind(rawValue: entry.key.value) else {
            report(
                "panel", "a panel says first what it shows; '\(first.key.value)' is none of \(list)",
                at: first.key.range, suggestion: nearestName(to: first.key.value, in: known))
            return nil
        }
        if kinds.count > 1 {
            report("panel", "a panel shows one thing; '\(kind.rawValue)' stands there already", at: kinds[1].key.range)
            return nil
        }
        guard case .scalar(let shown) = entry.value.kind else {
            report("form", "'\(kind.rawValue)' is a single value here, what is shown", at: entry.value.range)
            return nil
        }
        let rest = entries.filter { $0.key.value != kind.rawValue }
        let keys = DirectiveSchema.of(kind).keys + common
        let arguments = mapping(
            rest.isEmpty ? nil : Node(.mapping(rest), range: node.range), keys, place: entry.key.range)
        return Panel(kind: Located(kind, entry.key.range), argument: shown.text.trimmed, keys: arguments)
    }
}
