import Cells
import Diagnostics
import Evaluation
import YAMLReader

/// Reads YAML by a schema and says what does not fit.
struct ArgumentReader {
    /// What the keys belong to, for messages and codes: `network`, `train`, `book`.
    let subject: String
    private(set) var diagnostics: [Diagnostic] = []

    init(subject: String) { self.subject = subject }

    mutating func report(_ code: String, _ message: String, at range: SourceRange, suggestion: String? = nil) {
        diagnostics.append(Diagnostic(code: "\(subject).\(code)", message, at: range, suggestion: suggestion))
    }

    mutating func add(_ more: [Diagnostic]) { diagnostics += more }

    /// Reads a mapping; `place` is where a missing key is reported.
    mutating func mapping(
        _ node: Node?, _ keys: [KeySchema], others: ValueType? = nil, place: SourceRange
    ) -> Arguments {
        var arguments = Arguments()
        if let node {
            guard case .mapping(let entries) = node.kind else {
                report("form", "expected keys and values, such as '\(keys.first?.name ?? "key"): …'", at: node.range)
                return arguments
            }
            arguments.mentioned = entries.map(\.key.value)
            for entry in entries { read(entry, keys, others: others, into: &arguments) }
        }
        // A key that was misspelt is not missing as well.
        let misspelt = arguments.mentioned.compactMap { written in
            keys.contains { $0.name == written } ? nil : nearestName(to: written, in: keys.map(\.name))
        }
        for key in keys where key.isRequired && !arguments.wasMentioned(key.name) && !misspelt.contains(key.name) {
            report("missing", "'\(key.name)' is missing: \(key.summary)", at: place)
        }
        return arguments
    }

    private mutating func read(
        _ entry: Node.Entry, _ keys: [KeySchema], others: ValueType?, into arguments: inout Arguments
    ) {
        if let key = keys.first(where: { $0.name == entry.key.value }) {
            if case .expression = key.type, !entry.value.isScalar {
                report("form", "'\(key.name)' is a single value here: \(key.summary)", at: entry.value.range)
            } else if let value = argument(entry.value, key.type, of: key.name) {
                arguments.fields.append(Field(key: entry.key, value: value))
            }
        } else if let others, isLetter(entry.key.value) {
            if let value = argument(entry.value, others, of: entry.key.value) {
                arguments.others.append(Field(key: entry.key, value: value))
            }
        } else {
            report(
                "key", "unknown key '\(entry.key.value)'; known: \(keys.map(\.name).joined(separator: ", "))",
                at: entry.key.range, suggestion: nearestName(to: entry.key.value, in: keys.map(\.name)))
        }
    }

    /// Whether a key can name a matrix or biases: `W`, `W1`, `b_h`.
    private func isLetter(_ key: String) -> Bool {
        guard let first = key.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        return key.unicodeScalars.dropFirst().allSatisfy { "0"..."9" ~= $0 } || key.hasPrefix("b_")
    }

    /// Reads one value; nil after a mistake.
    mutating func argument(_ node: Node, _ type: ValueType, of key: String) -> Argument? {
        switch type {
        case .expression: scalar(node, of: key).flatMap { expression($0.text) }.map(Argument.expression)
        case .formatted: scalar(node, of: key).flatMap { formatted($0.text) }.map(Argument.formatted)
        case .name: name(node, of: key).map(Argument.words)
        case .path: path(node, of: key).map(Argument.path)
        case .text: scalar(node, of: key).map { .words(Located($0.text.text, node.range)) }
        case .pieces: scalar(node, of: key).flatMap { pieces($0.text) }.map(Argument.pieces)
        case .markdown: scalar(node, of: key).map { .markdown($0.text) }
        case .flag: flag(node, of: key).map(Argument.flag)
        case .integer(let bounds): integer(node, bounds, of: key).map(Argument.integer)
        case .number: number(node, of: key).map(Argument.number)
        case .width: width(node, of: key).map(Argument.words)
        case .choice(let choices): choice(node, choices, of: key).map(Argument.words)
        case .weights: weights(node, of: key).map { .weights(Located($0, node.range)) }
        case .rows: scalar(node, of: key).flatMap { rows($0.text) }.map(Argument.rows)
        case .list(let element): list(node, element, of: key)
        case .either(let first, let second): argument(node, fits(node, first) ? first : second, of: key)
        case .mapping(let keys, let others): mapping(node, keys, others: others, place: node.range).asArgument
        case .entries(let element): entries(node, element, of: key)
        case .named(let element): named(node, element, of: key)
        case .panel(let keys): panel(node, keys).map(Argument.panel)
        }
    }

    /// Whether what is written has the form of a type: a list, or a mapping.
    private func fits(_ node: Node, _ type: ValueType) -> Bool {
        switch (type, node.kind) {
        case (.list, .sequence), (.mapping, .mapping): true
        default: false
        }
    }

    private mutating func list(_ node: Node, _ element: ValueType, of key: String) -> Argument? {
        guard case .sequence(let items) = separated(node, element) else {
            return argument(node, element, of: key).map { .list([$0]) }
        }
        let read = items.compactMap { argument($0, element, of: key) }
        return read.count == items.count ? .list(read) : nil
    }

    /// Names may stand behind each other without brackets: `targets: t1, t2`.
    private func separated(_ node: Node, _ element: ValueType) -> Node.Kind {
        guard element.isOfNames, case .scalar(let scalar) = node.kind, scalar.isPlain else { return node.kind }
        let words = scalar.text.split(at: UInt8(ascii: ","))
        if words.count == 1 { return node.kind }
        return .sequence(words.map { Node(.scalar(Node.Scalar(text: $0, isPlain: true)), range: $0.range) })
    }

    private mutating func entries(_ node: Node, _ element: ValueType, of key: String) -> Argument? {
        guard case .mapping(let entries) = node.kind else {
            report("form", "'\(key)' is a mapping: {name: …}", at: node.range)
            return nil
        }
        let read = entries.compactMap { entry in
            argument(entry.value, element, of: entry.key.value).map { Field(key: entry.key, value: $0) }
        }
        return read.count == entries.count ? .entries(read) : nil
    }

    private mutating func named(_ node: Node, _ element: ValueType, of key: String) -> Argument? {
        guard case .sequence(let items) = node.kind else {
            report("form", "'\(key)' is a list, one entry a line: '- name: {…}'", at: node.range)
            return nil
        }
        var named: [Field] = []
        for item in items {
            guard case .mapping(let entries) = item.kind, entries.count == 1 else {
                report(
                    "form", "an entry of '\(key)' is one name with what belongs to it: '- name: {…}'", at: item.range)
                return nil
            }
            guard isName(entries[0].key), let value = argument(entries[0].value, element, of: key) else { return nil }
            named.append(Field(key: entries[0].key, value: value))
        }
        return .entries(named)
    }
}

extension Node {
    fileprivate var isScalar: Bool { if case .scalar = kind { true } else { false } }
}

extension ValueType {
    /// Whether commas can only stand between values of this type.
    fileprivate var isOfNames: Bool {
        switch self {
        case .name, .path: true
        default: false
        }
    }
}
