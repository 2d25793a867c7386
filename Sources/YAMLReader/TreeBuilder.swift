import Diagnostics

/// Builds nodes from the events of one document, and collects what is wrong with it.
struct TreeBuilder: ~Copyable {
    static let depthLimit = 64

    let excerpt: Excerpt
    let points: CodePoints
    private let events: EventStream
    var diagnostics: [Diagnostic] = []
    private var depth = 0

    init(_ excerpt: Excerpt) throws(EventFailure) {
        self.excerpt = excerpt
        points = CodePoints(excerpt.bytes)
        events = try EventStream(excerpt.bytes)
    }

    /// The document's node and all that is wrong, up to where libyaml gives up.
    mutating func reading() -> (node: Node?, diagnostics: [Diagnostic]) {
        do throws(EventFailure) {
            let node = try document()
            return (node, diagnostics)
        } catch {
            return (nil, diagnostics + [error.diagnostic(in: excerpt)])
        }
    }

    /// The document's node, nil when it is empty.
    private mutating func document() throws(EventFailure) -> Node? {
        _ = try events.next()
        let start = try events.next()
        guard case .documentStart(let hasDirectives) = start.kind else { return nil }
        if hasDirectives { report("directive", "a '%' directive cannot stand here", bytes(of: start)) }
        let root = try events.next()
        let node = try node(root)
        _ = try events.next()
        let next = try events.next()
        if case .documentStart = next.kind {
            let place = points.byte(at: next.start)
            report(
                "documents", "a second document starts here, and only one can be read",
                place..<min(place + 3, excerpt.bytes.count))
        }
        if case .scalar(let value, .plain) = root.kind, value.isEmpty, !root.hasTag, !root.hasAnchor { return nil }
        return node
    }

    private mutating func node(_ event: Event) throws(EventFailure) -> Node {
        checkProperties(event)
        switch event.kind {
        case .scalar(let value, let style):
            let text = text(of: event, value, style)
            return Node(
                .scalar(Node.Scalar(text: text, isPlain: style == .plain)), range: excerpt.range(bytes(of: event)))
        case .sequenceStart(let isFlow):
            return try nested(event) { builder, event throws(EventFailure) in
                try builder.sequence(event, isFlow: isFlow)
            }
        case .mappingStart(let isFlow):
            return try nested(event) { builder, event throws(EventFailure) in
                try builder.mapping(event, isFlow: isFlow)
            }
        default:
            report(
                "alias", "'*' refers to an anchor, and anchors cannot be used here", bytes(of: event),
                hint: "quote a text that starts with '*'")
            return Node(
                .scalar(Node.Scalar(text: excerpt.excerpt(bytes(of: event)), isPlain: false)),
                range: excerpt.range(bytes(of: event)))
        }
    }

    private mutating func nested(
        _ event: Event, _ read: (inout TreeBuilder, Event) throws(EventFailure) -> Node
    ) throws(EventFailure) -> Node {
        guard depth < TreeBuilder.depthLimit else {
            throw EventFailure(
                problem: TreeBuilder.tooDeep, index: event.start, context: "", contextIndex: event.start)
        }
        depth += 1
        defer { depth -= 1 }
        return try read(&self, event)
    }

    static let tooDeep = "nested too deeply"

    private mutating func sequence(_ start: Event, isFlow: Bool) throws(EventFailure) -> Node {
        var items = [Node]()
        while true {
            let event = try events.next()
            if event.kind == .sequenceEnd {
                let range = range(from: start, to: event, isFlow: isFlow, last: items.last?.range)
                return Node(.sequence(isFlow ? mending(items) : items), range: range)
            }
            items.append(try node(event))
        }
    }

    private mutating func mapping(_ start: Event, isFlow: Bool) throws(EventFailure) -> Node {
        var entries = [Node.Entry]()
        while true {
            let event = try events.next()
            if event.kind == .mappingEnd {
                let range = range(from: start, to: event, isFlow: isFlow, last: entries.last?.value.range)
                let mended = isFlow ? mending(entries) : entries
                return Node(.mapping(unique(mended)), range: range)
            }
            let key = key(try node(event), event)
            let value = try events.next()
            entries.append(Node.Entry(key: key, value: try node(value)))
        }
    }

    /// A flow collection ends at its bracket, a block collection with its last child.
    private func range(from start: Event, to end: Event, isFlow: Bool, last: SourceRange?) -> SourceRange {
        let first = excerpt.offset(at: points.byte(at: start.start))
        if isFlow { return excerpt.range(points.byte(at: start.start)..<points.byte(at: end.end)) }
        return SourceRange(file: excerpt.file, start: first, end: max(first, last?.end ?? first))
    }

    // MARK: Keys

    private mutating func key(_ node: Node, _ event: Event) -> Located<String> {
        guard case .scalar(let scalar) = node.kind else {
            report("key", "a key is a word or a quoted text, not a list or a mapping", node.range)
            return Located("", node.range)
        }
        if scalar.isPlain, scalar.text.bytes.isEmpty {
            report("key", "a key is missing before this ':'", bytes(of: event))
        }
        return Located(scalar.text.text, node.range)
    }

    /// Of entries with the same key the first; the others are reported.
    private mutating func unique(_ entries: [Node.Entry]) -> [Node.Entry] {
        var places: [String: SourceRange] = [:]
        return entries.filter { entry in
            guard let first = places[entry.key.value] else {
                places[entry.key.value] = entry.key.range
                return true
            }
            diagnostics.append(
                Diagnostic(
                    code: "yaml.duplicate-key", "the key '\(entry.key.value)' stands here a second time",
                    at: entry.key.range,
                    notes: [Diagnostic.Note("it stands here first", at: first)]))
            return false
        }
    }

    // MARK: Places

    private func bytes(of event: Event) -> Range<Int> {
        let start = points.byte(at: event.start)
        return start..<max(start, points.byte(at: event.end))
    }

    private mutating func checkProperties(_ event: Event) {
        guard event.hasAnchor || event.hasTag else { return }
        let start = points.byte(at: event.start)
        let end = excerpt.bytes[start...].firstIndex { isBlank($0) || $0 == 0x0A || $0 == 0x0D } ?? excerpt.bytes.count
        let isTag = start < excerpt.bytes.count && excerpt.bytes[start] == UInt8(ascii: "!")
        let what = isTag ? "a '!' tag" : "an '&' anchor"
        let sign = isTag ? "!" : "&"
        report(
            isTag ? "tag" : "anchor", "\(what) cannot be used here", start..<end,
            hint: "quote a text that starts with '\(sign)'")
    }

    private mutating func report(_ code: String, _ message: String, _ stretch: Range<Int>, hint: String? = nil) {
        report(code, message + (hint.map { ": " + $0 } ?? ""), excerpt.range(stretch))
    }

    private mutating func report(_ code: String, _ message: String, _ range: SourceRange) {
        diagnostics.append(Diagnostic(code: "yaml.\(code)", message, at: range))
    }

    /// The text of a scalar with the place of each byte, as libyaml read it.
    private func text(of event: Event, _ value: [UInt8], _ style: Event.ScalarStyle) -> Excerpt {
        var whole = bytes(of: event)
        if event.hasTag || event.hasAnchor { whole = afterProperties(whole) }
        let decoded =
            switch style {
            case .plain: FlowScalar.decode(excerpt.bytes, whole, style: style)
            case .singleQuoted, .doubleQuoted:
                FlowScalar.decode(
                    excerpt.bytes, (whole.lowerBound + 1)..<max(whole.lowerBound + 1, whole.upperBound - 1),
                    style: style)
            case .literal, .folded:
                BlockScalar.decode(excerpt.bytes, from: whole.lowerBound, isLiteral: style == .literal, value: value)
                    ?? DecodedText()
            }
        guard decoded.bytes == value else {
            return Excerpt(file: excerpt.file, bytes: value, offset: excerpt.offset(at: whole.lowerBound))
        }
        return excerpt.excerpt(decoded, at: whole.lowerBound)
    }

    private func afterProperties(_ stretch: Range<Int>) -> Range<Int> {
        var start = stretch.lowerBound
        while start < stretch.upperBound, [UInt8(ascii: "!"), UInt8(ascii: "&")].contains(excerpt.bytes[start]) {
            while start < stretch.upperBound, !isBlank(excerpt.bytes[start]) { start += 1 }
            while start < stretch.upperBound, isBlank(excerpt.bytes[start]) { start += 1 }
        }
        return start..<stretch.upperBound
    }
}

extension Excerpt {
    /// A text read from this one, each byte at the place of the byte it came from.
    func excerpt(_ decoded: DecodedText, at start: Int) -> Excerpt {
        var runs = [Run]()
        var next = -1
        for (index, place) in decoded.places.enumerated() {
            let offset = offset(at: place)
            if offset != next { runs.append(Run(start: index, offset: offset)) }
            next = offset + 1
        }
        return Excerpt(
            file: file, bytes: decoded.bytes, runs: runs, endOffset: decoded.bytes.isEmpty ? offset(at: start) : next)
    }
}
