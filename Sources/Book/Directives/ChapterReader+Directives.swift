import Cells
import Diagnostics
import Evaluation
import Markup
import YAMLReader

extension ChapterReader {
    /// Reads a directive; its number, or nil when not even its kind is known.
    mutating func readDirective(_ code: CodeBlock) -> Int? {
        guard let header = readHeader(code.info) else { return nil }
        let schema = DirectiveSchema.of(header.kind)
        let markdownKeys = DirectiveSchema.commonOptions.filter { if case .markdown = $0.type { true } else { false } }.map(\.name)
        let lines = OptionLines(of: code.body, markdownKeys: markdownKeys)
        var reader = ArgumentReader(subject: header.kind.rawValue)
        let options = readOptions(lines.yaml, schema, header.range, &reader)
        let name = schema.argument == .freshName ? readFreshName(header, &reader) : nil
        let argument = schema.argument == .expression ? readShown(header, schema, &reader) : nil
        if schema.argument == .none, !header.argument.bytes.isEmpty {
            reader.report("argument", "'{\(schema.kind.rawValue)}' takes nothing behind it", at: header.argument.range)
        }
        let display = displayMode(options, schema, &reader)
        let id = directives.count
        let headings: [Excerpt]
        let body: Directive.Body
        (body, headings) = readBody(lines.body, schema, options, header, &reader)
        let failed = reader.diagnostics.hasErrors
        diagnostics += reader.diagnostics
        let directive = Directive(
            id: id, kind: schema.kind, name: name, argument: argument, display: display,
            digits: options.integer("digits"), body: failed ? .invalid : body, range: header.range)
        items.append(.directive(directive))
        directives.append(describe(directive, options, lines.markdown, headings))
        return id
    }

    // MARK: Header

    struct Header {
        var kind: DirectiveKind
        var argument: Excerpt
        var range: SourceRange
    }

    /// `{kind} ARGUMENT`.
    private mutating func readHeader(_ info: Excerpt) -> Header? {
        guard let close = info.bytes.firstIndex(of: UInt8(ascii: "}")) else {
            report("directive.form", "'{' is never closed; a directive is '{kind} ARGUMENT'", at: info.range)
            return nil
        }
        let word = info.excerpt(1..<close).trimmed
        guard let kind = DirectiveKind(rawValue: word.text) else {
            let known = DirectiveKind.allCases.map(\.rawValue)
            report(
                "directive.kind", "unknown directive '{\(word.text)}'; known: \(known.joined(separator: ", "))",
                at: word.bytes.isEmpty ? info.range : word.range, suggestion: nearestName(to: word.text, in: known))
            return nil
        }
        let argument = info.excerpt(close + 1..<info.bytes.count).trimmed
        return Header(kind: kind, argument: argument, range: info.range)
    }

    private func readFreshName(_ header: Header, _ reader: inout ArgumentReader) -> Located<String>? {
        let argument = header.argument
        guard !argument.bytes.isEmpty else {
            reader.report("name", "'{\(header.kind.rawValue)}' needs a name: '{\(header.kind.rawValue)} NAME'", at: header.range)
            return nil
        }
        let name = Located(argument.text, argument.range)
        return reader.isName(name) ? name : nil
    }

    /// What a showing directive shows; a plot may have its series in the body instead.
    private func readShown(_ header: Header, _ schema: DirectiveSchema, _ reader: inout ArgumentReader) -> Expression? {
        if header.argument.bytes.isEmpty { return nil }
        return reader.expression(header.argument)
    }

    // MARK: Options

    private func readOptions(
        _ yaml: Excerpt, _ schema: DirectiveSchema, _ place: SourceRange, _ reader: inout ArgumentReader
    ) -> Arguments {
        let (node, found) = readYAML(yaml)
        reader.add(found)
        return reader.mapping(node, DirectiveSchema.commonOptions + schema.options, place: place)
    }

    private func displayMode(_ options: Arguments, _ schema: DirectiveSchema, _ reader: inout ArgumentReader) -> DisplayMode {
        guard let chosen = options.words("display"), let mode = DisplayMode(rawValue: chosen.value) else { return schema.displays[0] }
        if !schema.displays.contains(mode) {
            let known = schema.displays.map(\.rawValue).joined(separator: ", ")
            reader.report("display", "'{\(schema.kind.rawValue)}' cannot be displayed as '\(mode.rawValue)'; known: \(known)", at: chosen.range)
        }
        return mode
    }

    /// What the author says about the output. Captions are read after the directive, so they see its name.
    private mutating func describe(
        _ directive: Directive, _ options: Arguments, _ markdown: [OptionLines.Markdown], _ headings: [Excerpt]
    ) -> DirectiveContent {
        captionDigits = directive.digits
        defer { captionDigits = nil }
        let prefix = directive.display.prefix
        var label: Label?
        if let written = options.words("label") {
            if let prefix {
                label = self.label(written, fits: prefix, "a \(directive.display.thing)")
            } else {
                report("label.nothing", "nothing is displayed here that '\(written.value)' could label", at: written.range)
            }
        }
        checkTwice(markdown)
        let spans = { (reader: inout ChapterReader, key: String) -> [Span]? in
            markdown.first { $0.key.value == key }.map { reader.readMarkdown($0.text) }
        }
        let described = DirectiveContent(
            id: directive.id, kind: directive.kind, name: directive.name?.value, display: directive.display, label: label,
            caption: spans(&self, "caption"), alt: spans(&self, "alt"), title: spans(&self, "title"),
            width: options.words("width")?.value, headings: headings.map { readMarkdown($0) },
            figureName: label?.name ?? figureName(directive.kind), range: directive.range)
        if let prefix, label != nil || described.caption != nil { number(prefix, label, directive: directive.id) }
        return described
    }

    private mutating func checkTwice(_ markdown: [OptionLines.Markdown]) {
        for (index, line) in markdown.enumerated() {
            if let first = markdown[..<index].first(where: { $0.key.value == line.key.value }) {
                report(
                    "option.twice", "'\(line.key.value)' stands twice", at: line.key.range,
                    notes: [Diagnostic.Note("first here", at: first.key.range)])
            }
        }
    }

    mutating func readMarkdown(_ text: Excerpt) -> [Span] {
        let (inlines, found) = parseInlines(text)
        diagnostics += found
        return read(inlines)
    }

    private func figureName(_ kind: DirectiveKind) -> String {
        "\(chapterID)-\(kind.rawValue)-\(directives.count { $0.kind == kind } + 1)"
    }
}

extension DisplayMode {
    /// What a label of it starts with; nil when nothing is shown.
    var prefix: Label.Prefix? {
        switch self {
        case .diagram, .plot: .figure
        case .table: .table
        case .steps: .equation
        case .none: nil
        }
    }

    var thing: String {
        switch self {
        case .diagram: "diagram"
        case .plot: "plot"
        case .table: "table"
        case .steps: "derivation"
        case .none: "directive that shows nothing"
        }
    }
}
