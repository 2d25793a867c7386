import Cells
public import Diagnostics
public import Evaluation
import Markup
import YAMLReader

/// A YAML file that declares one network to draw, without any book: the keys of `{network}`, an instance to run it on, and
/// what the picture shows.
///
/// ```yaml
/// inputs: [x1, x2]
/// layers:
///   - h: {activation: sigmoid, W: [[6, -3], [-2, 5]]}
/// input: [3, 1]
/// ```
public struct NetworkFile: Sendable {
    /// Declares the network, runs it as far as the file asks, and draws it.
    public let program: Program
    /// The number of the directive that draws.
    public let drawing: Int
    public let diagnostics: [Diagnostic]

    public init(_ source: SourceText) {
        let text = Excerpt(of: source, 0..<source.bytes.count)
        let (node, found) = readYAML(text)
        var reader = ArgumentReader(subject: "network")
        reader.add(found)
        let place = SourceRange(file: source.path, start: 0, end: 0)
        let keys = found.hasErrors ? Arguments() : reader.mapping(node, NetworkFile.keys, place: place)
        var builder = NetworkFileReader(source: source, keys: keys, place: place, reader: reader)
        if !reader.diagnostics.hasErrors { builder.build() }
        program = Program(digits: keys.integer("digits") ?? 4, items: builder.directives.map { .directive($0) })
        drawing = builder.directives.count - 1
        diagnostics = builder.reader.diagnostics
    }

    /// What may be written in such a file.
    static let keys: [KeySchema] =
        DirectiveSchema.of(.network).keys.filter { !["from", "set"].contains($0.name) } + [
            KeySchema("input", .list(.number), "the inputs of an instance; the network is run forward on it"),
            KeySchema("target", .list(.number), "the targets of the instance"),
            KeySchema("gradients", .flag, "whether the gradients of the loss are worked out; needs `target`"),
            KeySchema("diagram", .mapping(drawingKeys), "what the picture shows, as in `{diagram}`"),
            KeySchema("digits", .integer(1...17), "significant digits of the numbers; 4 when absent"),
        ]

    /// Those keys of a diagram that need no names of values.
    static let drawingKeys = DirectiveSchema.of(.diagram).keys.filter { key in
        !["pass", "gradient", "compare", "wanted"].contains(key.name)
    }
}

/// Turns the keys of the file into directives, as a chapter would have them.
private struct NetworkFileReader {
    let source: SourceText
    let keys: Arguments
    /// Of what is missing altogether.
    let place: SourceRange
    var reader: ArgumentReader
    var directives: [Directive] = []

    mutating func build() {
        let chapter = ChapterReader(source: source, chapterID: "", allowsHTML: false) { _ in nil }
        let header = ChapterReader.Header(
            kind: .network, argument: Excerpt(of: source, 0..<0), range: place)
        add(.network, "network", chapter.network(keys, header, &reader))
        if let instance = instance() {
            add(.data, "data", .data(instance))
            let first = Expression.item(0, of: name("data"))
            add(.forward, "pass", .forward(ForwardBody(network: name("network"), input: first)))
            if keys.flag("gradients") == true {
                add(.backward, "gradients", .backward(BackwardBody(pass: name("pass"))))
            }
        }
        checkParts()
        let drawn = directives[directives.count - 1].name?.value ?? "network"
        let shown = keys.mapping("diagram") ?? Arguments()
        let argument = ChapterReader.Header(
            kind: .diagram, argument: Excerpt(of: source, 0..<source.bytes.count), range: place)
        let body = chapter.diagram(shown, argument, &reader)
        directives.append(
            Directive(
                id: directives.count, kind: .diagram, argument: name(drawn == "data" ? "network" : drawn),
                display: .diagram, digits: keys.integer("digits"), body: body, range: place))
    }

    private mutating func add(_ kind: DirectiveKind, _ name: String, _ body: Directive.Body) {
        directives.append(
            Directive(
                id: directives.count, kind: kind, name: Located(name, place), display: .none, body: body, range: place))
    }

    /// A name that the file itself never says.
    private func name(_ name: String) -> Expression { .name(name, at: keys.key("input")?.range ?? place) }

    /// The instance of `input` and `target` as a data set of one row; nil when there is none.
    private mutating func instance() -> DataBody? {
        guard let input = keys.key("input") else { return nil }
        let inputs = keys.allWords("inputs")
        let values = keys.numbers("input")
        if values.count != inputs.count {
            reader.report(
                "input", "\(values.count) values for \(inputs.count) inputs (\(list(inputs)))", at: input.range)
            return nil
        }
        let targets = keys.numbers("target")
        let names = targets.indices.map { Located("t\($0 + 1)", targets[$0].range) }
        return DataBody(columns: inputs + names, rows: [values + targets], targets: names)
    }

    private func list(_ names: [Located<String>]) -> String { names.map(\.value).joined(separator: ", ") }

    /// What needs something that is not there.
    private mutating func checkParts() {
        for (key, needed) in [("target", "input"), ("gradients", "target")] {
            if let written = keys.key(key), keys.key(needed) == nil {
                reader.report("missing", "'\(key)' needs '\(needed)' as well", at: written.range)
            }
        }
    }
}
