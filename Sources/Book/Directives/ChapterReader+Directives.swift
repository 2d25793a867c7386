import Cells
import Diagnostics
import Evaluation
import Markup
import YAMLReader

extension ChapterReader {
    /// Reads a directive; its number, or nil when not even its kind is known.
    mutating func readDirective(_ code: CodeBlock) -> Int? {
        guard let header = readHeader(code) else { return nil }
        let schema = DirectiveSchema.of(header.kind)
        let lines = OptionLines(of: code.body)
        var optionReader = ArgumentReader(subject: header.kind.rawValue)
        let options = readOptions(lines.yaml, schema, header.range, &optionReader)
        let display = displayMode(options, schema, &optionReader)
        var reader = ArgumentReader(subject: header.kind.rawValue)
        let name = schema.argument == .freshName ? readFreshName(header, &reader) : nil
        let argument = schema.argument == .expression ? readShown(header, &reader) : nil
        if schema.argument == .none, !header.argument.bytes.isEmpty {
            reader.report("argument", "'{\(schema.kind.rawValue)}' takes nothing behind it", at: header.argument.range)
        }
        checkPlace(of: lines.body, &reader)
        let (body, headings) = readBody(lines.body, schema, options, header, &reader)
        // A mistake in an option that only concerns the output leaves the values as they are.
        let failed = reader.diagnostics.hasErrors || !schema.options.isEmpty && optionReader.diagnostics.hasErrors
        if schema.argument == .freshName, name == nil { items.append(.unknown(nil)) }
        diagnostics += optionReader.diagnostics + reader.diagnostics
        // Of a cell neither of whose parts is shown nothing is displayed.
        let isHidden = options.flag("echo") == false && options.flag("output") == false
        let shown = isHidden ? DisplayMode.none : display
        let directive = Directive(
            id: directives.count, kind: schema.kind, name: name, argument: argument,
            display: shown ?? schema.displays[0],
            digits: options.integer("digits"), body: failed ? body.failed : body, range: header.range)
        items.append(.directive(directive))
        describe(directive, options, lines.markdown, headings, code, isDisplayKnown: display != nil)
        return directive.id
    }

    /// Passes over a directive that cannot be read: what it would have bound and labelled is unknown from here on.
    mutating func skipDirective(_ code: CodeBlock) {
        if let close = code.info.bytes.firstIndex(of: UInt8(ascii: "}")) {
            let argument = code.info.excerpt(close + 1..<code.info.bytes.count).trimmed
            if isIdentifier(argument.text) { items.append(.unknown(Located(argument.text, argument.range))) }
            let kind = code.info.excerpt(1..<close).trimmed.text
            if nearestName(to: kind, in: DirectiveKind.allCases.map(\.rawValue)) == DirectiveKind.python.rawValue {
                items += presumedNames(OptionLines(of: code.body).body).map { .unknown($0) }
            }
        } else {
            items.append(.unknown(nil))
        }
        for line in OptionLines(of: code.body).words(of: "label") { brokenLabels.insert(line) }
    }

    /// Options below the first line of the body would be taken for comments.
    private func checkPlace(of body: Excerpt, _ reader: inout ArgumentReader) {
        var lines = ExcerptLines(body)
        while let line = lines.next() {
            let line = line.trimmed
            if line.bytes.starts(with: Array("#|".utf8)) {
                reader.report("option", "options stand at the top, above the body", at: line.range)
            }
        }
    }

    // MARK: Header

    struct Header {
        var kind: DirectiveKind
        var argument: Excerpt
        var range: SourceRange
    }

    /// `{kind} ARGUMENT`.
    private mutating func readHeader(_ code: CodeBlock) -> Header? {
        let info = code.info
        guard let close = info.bytes.firstIndex(of: UInt8(ascii: "}")) else {
            report("directive.form", "'{' is never closed; a directive is '{kind} ARGUMENT'", at: info.range)
            skipDirective(code)
            return nil
        }
        let word = info.excerpt(1..<close).trimmed
        guard let kind = DirectiveKind(rawValue: word.text) else {
            let known = DirectiveKind.allCases.map(\.rawValue) + [Self.includeKind]
            report(
                "directive.kind", "unknown directive '{\(word.text)}'; known: \(known.joined(separator: ", "))",
                at: word.bytes.isEmpty ? info.range : word.range, suggestion: nearestName(to: word.text, in: known))
            skipDirective(code)
            return nil
        }
        let argument = info.excerpt(close + 1..<info.bytes.count).trimmed
        return Header(kind: kind, argument: argument, range: info.range)
    }

    private func readFreshName(_ header: Header, _ reader: inout ArgumentReader) -> Located<String>? {
        let argument = header.argument
        guard !argument.bytes.isEmpty else {
            reader.report(
                "name", "'{\(header.kind.rawValue)}' needs a name: '{\(header.kind.rawValue)} NAME'", at: header.range)
            return nil
        }
        let name = Located(argument.text, argument.range)
        return reader.isName(name) ? name : nil
    }

    /// What a showing directive shows; a plot may have its series in the body instead.
    func readShown(_ header: Header, _ reader: inout ArgumentReader) -> Expression? {
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

    /// nil after a mistake.
    private func displayMode(_ options: Arguments, _ schema: DirectiveSchema, _ reader: inout ArgumentReader)
        -> DisplayMode?
    {
        guard let chosen = options.words("display") else {
            return options.wasMentioned("display") ? nil : schema.displays[0]
        }
        guard let mode = DisplayMode(rawValue: chosen.value), !schema.displays.contains(mode) else {
            return DisplayMode(rawValue: chosen.value)
        }
        let known = schema.displays.map(\.rawValue)
        reader.report(
            "display",
            "'{\(schema.kind.rawValue)}' cannot be displayed as '\(mode.rawValue)'; known: \(known.joined(separator: ", "))",
            at: chosen.range)
        return nil
    }
}
