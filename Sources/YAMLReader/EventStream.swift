internal import CYAML

/// One event of libyaml with its marks, which count code points.
struct Event {
    enum Kind: Equatable {
        case streamStart, streamEnd
        case documentStart(hasDirectives: Bool)
        case documentEnd
        case alias
        case scalar(value: [UInt8], style: ScalarStyle)
        case sequenceStart(isFlow: Bool)
        case sequenceEnd
        case mappingStart(isFlow: Bool)
        case mappingEnd
    }

    enum ScalarStyle {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    var kind: Kind
    var start: Int
    var end: Int
    var hasAnchor = false
    var hasTag = false
}

/// Why libyaml stopped, in its own words.
struct EventFailure: Error, Equatable {
    var problem: String
    /// Where, in code points; nil when `byte` says it, or when the failure has no place.
    var index: Int?
    /// Where, in bytes, when the text itself cannot be decoded.
    var byte: Int?
    /// What libyaml was reading, and where that began.
    var context: String
    var contextIndex: Int
}

/// The events of a text; owns the C parser and the bytes it reads.
struct EventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) throws(EventFailure) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        input = .allocate(capacity: bytes.count + 1)
        _ = input.initialize(from: bytes + [0])
        guard yaml_parser_initialize(parser) == 1 else {
            throw EventFailure(problem: "out of memory", context: "", contextIndex: 0)
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event; after the end of the stream there is none.
    func next() throws(EventFailure) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        return Event(event)
    }

    private func failure() -> EventFailure {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "out of memory"
        let context = state.context.map { String(cString: $0) } ?? ""
        let isReader = state.error == YAML_READER_ERROR
        return EventFailure(
            problem: problem, index: isReader ? nil : Int(state.problem_mark.index),
            byte: isReader ? Int(state.problem_offset) : nil, context: context,
            contextIndex: Int(state.context_mark.index))
    }
}

extension Event {
    fileprivate init(_ event: yaml_event_t) {
        self.init(
            kind: Kind(event), start: Int(event.start_mark.index), end: Int(event.end_mark.index))
        switch event.type {
        case YAML_SCALAR_EVENT: (hasAnchor, hasTag) = (event.data.scalar.anchor != nil, event.data.scalar.tag != nil)
        case YAML_SEQUENCE_START_EVENT:
            (hasAnchor, hasTag) = (event.data.sequence_start.anchor != nil, event.data.sequence_start.tag != nil)
        case YAML_MAPPING_START_EVENT:
            (hasAnchor, hasTag) = (event.data.mapping_start.anchor != nil, event.data.mapping_start.tag != nil)
        default: break
        }
    }
}

extension Event.Kind {
    fileprivate init(_ event: yaml_event_t) {
        switch event.type {
        case YAML_STREAM_START_EVENT: self = .streamStart
        case YAML_DOCUMENT_START_EVENT:
            let document = event.data.document_start
            self = .documentStart(
                hasDirectives: document.version_directive != nil
                    || document.tag_directives.start != document.tag_directives.end)
        case YAML_DOCUMENT_END_EVENT: self = .documentEnd
        case YAML_ALIAS_EVENT: self = .alias
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let value = UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
            self = .scalar(value: Array(value), style: Event.ScalarStyle(scalar.style))
        case YAML_SEQUENCE_START_EVENT:
            self = .sequenceStart(isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
        case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            self = .mappingStart(isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
        case YAML_MAPPING_END_EVENT: self = .mappingEnd
        default: self = .streamEnd
        }
    }
}

extension Event.ScalarStyle {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}
