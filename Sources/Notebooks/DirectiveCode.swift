import Cells
import Diagnostics
import Evaluation
import Networks

/// The directives that bind names, as Python with the book's library.
struct DirectiveCode {
    /// The files of the chapter, out of which expressions are taken as they were written.
    let texts: [SourceText]
    let networks: [Int: Network]

    /// A statement that binds the directive's name; nil for a directive that binds none.
    func statement(_ directive: Directive) -> String? {
        guard let name = directive.name?.value, let value = value(directive) else { return nil }
        return "\(name) = \(value)"
    }

    private func value(_ directive: Directive) -> String? {
        var code = PythonCode()
        switch directive.body {
        case .network(let body): return networks[directive.id].map { network($0, body, &code) }
        case .data(let body): return data(body, code)
        case .forward(let body): return "\(operand(body.network)).forward(\(text(body.input)))"
        case .backward(let body): return "\(operand(body.pass)).backward()"
        case .update(let body): return update(body, code)
        case .train(let body): return train(body, code)
        default: return nil
        }
    }

    /// A network that differs from another in some weights says so; else all of its numbers are written down.
    private func network(_ network: Network, _ body: NetworkBody, _ code: inout PythonCode) -> String {
        let changed = body.matrices.map(\.name.value) + body.weights.map(\.name.value)
        guard let base = body.base, body.loss == nil, body.names.isEmpty else { return code.network(network) }
        let values = changed.compactMap { name in network.value(named: name).map { "\(name)=\(written($0, code))" } }
        return "\(operand(base)).replace(\(values.joined(separator: ", ")))"
    }

    private func written(_ value: NamedValue, _ code: PythonCode) -> String {
        switch value {
        case .scalar(let number): code.number(number)
        case .vector(let numbers): code.numbers(numbers)
        case .matrix(let matrix):
            "[\((0..<matrix.shape.sizes[0]).map { code.numbers(matrix.part($0).elements) }.joined(separator: ", "))]"
        }
    }

    private func data(_ body: DataBody, _ code: PythonCode) -> String? {
        let isTarget = body.columns.map { column in body.targets.contains { $0.value == column.value } }
        let inputs = body.columns.indices.filter { !isTarget[$0] }
        let targets = body.targets.compactMap { target in body.columns.firstIndex { $0.value == target.value } }
        let names = body.columns.map(\.value)
        let rows = body.rows.map { row in "        \(code.numbers((inputs + targets).map { row[$0].value })),\n" }
        return "BookData(\n    inputs=\(code.list(inputs.map { names[$0] })), "
            + "targets=\(code.list(targets.map { names[$0] })),\n    rows=[\n\(rows.joined())    ],\n)"
    }

    private func update(_ body: UpdateBody, _ code: PythonCode) -> String {
        var parts = ["[\(body.gradients.map { text($0) }.joined(separator: ", "))]", "rate=\(text(body.rate))"]
        if !body.freeze.isEmpty { parts.append("freeze=\(code.list(body.freeze.map(\.value)))") }
        if let reduce = body.reduce { parts.append("reduce=\(quoted(reduce.value))") }
        return "\(operand(body.network)).update(\(parts.joined(separator: ", ")))"
    }

    private func train(_ body: TrainBody, _ code: PythonCode) -> String {
        var parts = [text(body.data), "epochs=\(text(body.epochs))", "rate=\(text(body.rate))"]
        if let batch = body.batch { parts.append("batch=\(text(batch))") }
        if let reduce = body.reduce { parts.append("reduce=\(quoted(reduce.value))") }
        if body.shuffle { parts.append("shuffle=True") }
        if let optimizer = body.optimizer { parts.append("optimizer=\(quoted(optimizer.value))") }
        let settings = [
            ("momentum", body.momentum), ("beta1", body.beta1), ("beta2", body.beta2), ("epsilon", body.epsilon),
        ]
        for (name, value) in settings { if let value { parts.append("\(name)=\(text(value))") } }
        if !body.freeze.isEmpty { parts.append("freeze=\(code.list(body.freeze.map(\.value)))") }
        if let seed = body.seed { parts.append("seed=\(text(seed))") }
        return "\(operand(body.network)).train(\(parts.joined(separator: ", ")))"
    }

    // MARK: Expressions

    private func text(_ expression: Cells.Expression) -> String {
        let range = expression.range
        guard let source = texts.first(where: { $0.path == range.file }), range.end <= source.bytes.count else {
            preconditionFailure("an expression stands in a file that was read")
        }
        return String(decoding: source.bytes[range.start..<range.end], as: UTF8.self).oneLine
    }

    /// An expression in front of a point.
    private func operand(_ expression: Cells.Expression) -> String {
        let text = text(expression)
        let isSimple =
            text.allSatisfy { $0.isLetter || $0.isNumber || "_.[]".contains($0) }
            || text.hasSuffix(")") && !text.contains(" ")
        return isSimple ? text : "(\(text))"
    }
}
