import Cells
import Diagnostics
import Evaluation
import YAMLReader

extension ChapterReader {
    /// Reads the body of a directive, and the headings of a table. After a mistake, which the reader has reported, the body is
    /// never looked at.
    mutating func readBody(
        _ text: Excerpt, _ schema: DirectiveSchema, _ options: Arguments, _ header: Header,
        _ reader: inout ArgumentReader
    ) -> (Directive.Body, headings: [Excerpt]) {
        switch schema.bodyForm {
        case .code: return (readCell(text, options, header, &reader), [])
        case .csv: return (readData(text, options, header, &reader), [])
        case .expressions:
            let expressions = readExpressions(text, header, &reader)
            guard schema.kind == .derive else {
                return (.check(expressions.map { Claim(expression: $0.expression, text: $0.text) }), [])
            }
            let depth = options.words("depth").flatMap { DeriveBody.Depth(rawValue: $0.value) } ?? .local
            return (.derive(DeriveBody(values: expressions.map(\.expression), depth: depth)), [])
        case .yaml:
            let (node, found) = readYAML(text)
            reader.add(found)
            if found.hasErrors { return (.invalid, []) }
            let others: ValueType? = schema.kind == .network ? .weights : nil
            let keys = reader.mapping(node, schema.keys, others: others, place: header.range)
            if reader.diagnostics.hasErrors { return (.invalid, []) }
            return build(schema.kind, keys, header, &reader)
        }
    }

    func build(
        _ kind: DirectiveKind, _ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader
    ) -> (Directive.Body, headings: [Excerpt]) {
        switch kind {
        case .network: return (network(keys, header, &reader), [])
        case .forward: return (forward(keys), [])
        case .backward: return (keys.expression("pass").map { .backward(BackwardBody(pass: $0)) } ?? .invalid, [])
        case .update: return (update(keys, &reader), [])
        case .train: return (train(keys, &reader), [])
        case .diagram: return (diagram(keys, header, &reader), [])
        case .plot: return (plot(keys, header, &reader), [])
        case .matrix: return (matrix(keys, header, &reader), [])
        case .graph: return (graph(keys, header, &reader), [])
        case .drawing: return (drawing(keys, &reader), [])
        case .panels: return (panels(keys, header, &reader), [])
        case .table: return table(keys, &reader)
        case .data, .python, .derive, .check: preconditionFailure("these have no YAML body")
        }
    }

    private func forward(_ keys: Arguments) -> Directive.Body {
        guard let network = keys.expression("network"), let input = keys.expression("input") else { return .invalid }
        return .forward(ForwardBody(network: network, input: input))
    }

    private func update(_ keys: Arguments, _ reader: inout ArgumentReader) -> Directive.Body {
        if let key = keys.key("gradients"), keys.expressions("gradients").isEmpty {
            reader.report("gradients", "an update needs at least one gradient", at: key.range)
        }
        guard let network = keys.expression("network"), let rate = keys.expression("rate") else { return .invalid }
        return .update(
            UpdateBody(
                network: network, gradients: keys.expressions("gradients"), rate: rate, freeze: keys.allWords("freeze"),
                reduce: keys.words("reduce")))
    }

    private func train(_ keys: Arguments, _ reader: inout ArgumentReader) -> Directive.Body {
        guard let network = keys.expression("network"), let data = keys.expression("data"),
            let epochs = keys.expression("epochs"), let rate = keys.expression("rate")
        else { return .invalid }
        if let batch = keys.key("batch"), keys.words("reduce") == nil {
            reader.report("reduce", "with 'batch', choose 'reduce: sum' or 'reduce: mean'", at: batch.range)
        }
        if let seed = keys.key("seed"), keys.flag("shuffle") != true {
            reader.report("key", "'seed' is for the order of the instances; it needs 'shuffle: true'", at: seed.range)
        }
        let optimizer = keys.words("optimizer")?.value ?? "sgd"
        for (key, owner) in [("momentum", "momentum"), ("beta1", "adam"), ("beta2", "adam"), ("epsilon", "adam")] {
            if let written = keys.key(key), optimizer != owner {
                reader.report(
                    "key", "'\(key)' belongs to 'optimizer: \(owner)', not to '\(optimizer)'", at: written.range)
            }
        }
        return .train(
            TrainBody(
                network: network, data: data, epochs: epochs, rate: rate, batch: keys.expression("batch"),
                reduce: keys.words("reduce"), shuffle: keys.flag("shuffle") ?? false,
                optimizer: keys.words("optimizer"),
                momentum: keys.expression("momentum"), beta1: keys.expression("beta1"), beta2: keys.expression("beta2"),
                epsilon: keys.expression("epsilon"), freeze: keys.allWords("freeze"), seed: keys.expression("seed")))
    }

    private func table(
        _ keys: Arguments, _ reader: inout ArgumentReader
    ) -> (Directive.Body, headings: [Excerpt]) {
        let columns = keys.entries("columns")
        if let key = keys.key("columns"), columns.isEmpty {
            reader.report("columns", "a table needs at least one column", at: key.range)
        }
        var rows: TableBody.Rows?
        if case .rows(let written) = keys["rows"] { rows = written }
        let headings = columns.map { column -> Excerpt in
            let isQuoted = column.key.range.end - column.key.range.start == column.key.value.utf8.count + 2
            return Excerpt(
                file: column.key.range.file, bytes: Array(column.key.value.utf8),
                offset: column.key.range.start + (isQuoted ? 1 : 0))
        }
        return (.table(TableBody(columns: columns.compactMap(\.value.formatted), rows: rows)), headings)
    }

    /// One expression a line; blank lines and comments are passed over.
    private func readExpressions(
        _ text: Excerpt, _ header: Header, _ reader: inout ArgumentReader
    ) -> [(expression: Expression, text: String)] {
        var expressions: [(expression: Expression, text: String)] = []
        var lines = ExcerptLines(text)
        var isEmpty = true
        while let line = lines.next() {
            let line = line.trimmed
            if line.bytes.isEmpty || line.bytes.first == UInt8(ascii: "#") { continue }
            isEmpty = false
            if let expression = reader.expression(line) { expressions.append((expression, line.text)) }
        }
        if isEmpty { reader.report("body", "the body holds one expression a line; there is none", at: header.range) }
        return expressions
    }
}
