import Cells
import Diagnostics
import Evaluation
import Figures

/// A small chapter from top to bottom: the tutorial's network, a pass, its gradients, a training, and what is said of them.
func evaluationReport() -> String {
    let values = evaluate(SmokeChapter().program)
    var report = ""
    for shown in values.results.values {
        report += shown.map { "value \($0.plain) | \($0.tex) | \($0.full)\n" } ?? "no value\n"
    }
    for display in values.results.displays { report += described(display) }
    for diagnostic in values.diagnostics { report += "\(diagnostic.code): \(diagnostic.message)\n" }
    return report
}

private func described(_ display: Display) -> String {
    switch display {
    case .nothing: return "nothing shown\n"
    case .steps(let steps): return steps.reduce("") { "\($0)step \($1)\n" }
    case .listing(let listing): return listing.output + (listing.traceback ?? "")
    case .table(let table):
        var lines = ""
        for row in [table.header] + table.rows {
            lines += "row \(row.map { text(of: $0) }.joined(separator: " & "))\n"
        }
        return lines
    case .figure(let shown):
        let list = laidOut(shown.figure)
        return "\(shown.alt)\n  \(list.items.count) items, JSON \(hexadecimal(digest(list.json.utf8)))\n"
    }
}

private func text(of cell: TableDisplay.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .symbol(let tex): "$\(tex)$"
    case .value(let shown): shown.plain
    case .empty: ""
    }
}

/// The program of a chapter, with every expression in a file of its own.
private struct SmokeChapter {
    let program: Program

    init() {
        let directives: [(kind: DirectiveKind, name: String?, display: DisplayMode, body: Directive.Body)] = [
            (.network, "toy", .diagram, .network(SmokeChapter.network)),
            (.data, "train", .none, .data(SmokeChapter.data)),
            (
                .forward, "first", .diagram,
                .forward(ForwardBody(network: expression("toy"), input: expression("train[0]")))
            ),
            (.backward, "G", .table, .backward(BackwardBody(pass: expression("first")))),
            (
                .train, "run", .plot,
                .train(
                    TrainBody(
                        network: expression("toy"), data: expression("train"), epochs: expression("2**4"),
                        rate: expression("0.5")))
            ),
            (.derive, nil, .steps, .derive(DeriveBody(values: [expression("G.w21")], depth: .local))),
            (
                .python, nil, .listing,
                cell("def f(x):\n    return [x] * 2\n\nfor n in range(2):\n    print(f(n), first.loss)\n[n][1]")
            ),
        ]
        var items: [Program.Item] = []
        for (id, directive) in directives.enumerated() {
            items.append(
                .directive(
                    Directive(
                        id: id, kind: directive.kind, name: directive.name.map(written), display: directive.display,
                        body: directive.body, range: SourceRange(file: "chapter", start: id, end: id))))
        }
        let shown = ["first.loss", "G.w21", "run.loss[-1]:.3e", "run.epoch(3).w21", "run.epochs * 10**12"]
        for (id, text) in shown.enumerated() {
            items.append(.value(ValueRequest(id: id, formatted: formatted(text))))
        }
        let claim = "first.y1 > 0.9"
        items.append(.claim(Claim(expression: expression(claim), text: claim)))
        program = Program(items: items)
    }

    private static var network: NetworkBody {
        NetworkBody(
            inputs: [written("x1"), written("x2")],
            layers: [
                layer("h", "W", [["6", "-3"], ["-2", "5"]]), layer("y", "V", [["1", "-2"], ["0.25", "2"]]),
            ])
    }

    private static func layer(_ name: String, _ letter: String, _ rows: [[String]]) -> LayerBody {
        let weights = WeightSource.rows(rows.map { $0.map(expression) })
        return LayerBody(
            name: written(name), activation: written("sigmoid"), letter: written(letter),
            weights: Located(weights, written(letter).range), bias: nil, units: nil)
    }

    private static var data: DataBody {
        let rows: [[Double]] = [[3, 1, 1, 0], [-1, 4, 0, 1]]
        return DataBody(
            columns: ["x1", "x2", "t1", "t2"].map(written),
            rows: rows.map { $0.map { Located($0, written("data").range) } }, targets: ["t1", "t2"].map(written))
    }
}

private func written(_ text: String) -> Located<String> {
    Located(text, SourceRange(file: text, start: 0, end: text.utf8.count))
}

private func excerpt(_ text: String) -> Excerpt {
    let source = SourceText(path: text, text: text)
    return Excerpt(of: source, 0..<source.bytes.count)
}

/// A cell that fails, and is to.
private func cell(_ text: String) -> Directive.Body {
    let code = excerpt(text)
    let cell = parseCell(code).0
    return .python(CellBody(cell: cell, code: code, names: cell?.boundNames ?? [], wantedFailure: code.range))
}

private func expression(_ text: String) -> Expression {
    guard let expression = parseExpression(excerpt(text)).0 else {
        preconditionFailure("the expressions of the chapter are well formed")
    }
    return expression
}

private func formatted(_ text: String) -> FormattedExpression {
    guard let formatted = parseFormatted(excerpt(text)).0 else {
        preconditionFailure("the values of the chapter are well formed")
    }
    return formatted
}
