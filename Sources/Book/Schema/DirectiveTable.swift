import Evaluation
import Networks

extension DirectiveSchema {
    /// Every kind of directive there is.
    public static let all: [DirectiveSchema] = [
        network, data, forward, backward, update, train, python, derive, diagram, plot, matrix, graph, drawing, panels,
        table, check,
    ]

    static func of(_ kind: DirectiveKind) -> DirectiveSchema {
        guard let schema = all.first(where: { $0.kind == kind }) else {
            preconditionFailure("every kind of directive has its row in the table")
        }
        return schema
    }

    /// Keys of `#|` lines that every directive knows.
    public static let commonOptions: [KeySchema] = [
        KeySchema("label", .text, "the name by which the book refers to it, such as `fig-toy`"),
        KeySchema("caption", .markdown, "the caption"),
        KeySchema("alt", .markdown, "what a figure says to those who cannot see it; made from its numbers when absent"),
        KeySchema("title", .markdown, "a line above what is shown"),
        KeySchema("display", .choice(DisplayMode.allCases.map(\.rawValue)), "what is shown"),
        KeySchema("digits", .integer(1...17), "significant digits of numbers without a format"),
        KeySchema(
            "echo", .flag,
            "whether the directive itself is shown above what it makes; `true` for `{python}`, else `false` when absent"
        ),
        KeySchema("width", .width, "width of a figure, such as `60%` of the column"),
    ]

    private static let network = DirectiveSchema(
        .network, "Declares a network, or derives one from another.", argument: .freshName, body: .yaml,
        displays: [.diagram, .table, .none],
        keys: [
            KeySchema("inputs", .list(.name), "the names of the inputs"),
            KeySchema(
                "layers", .named(.mapping(layerKeys, others: .weights)), "the layers in order, each under its name"),
            KeySchema("loss", .choice(Loss.allCases.map(\.name)), "the loss of an instance; `sse` when absent"),
            KeySchema("seed", .expression, "the seed of the initial values; 0 when absent"),
            KeySchema("names", .entries(.list(.list(.name))), "names of single weights, by the letter of their matrix"),
            KeySchema("from", .expression, "the network to start from; then only what differs is written"),
            KeySchema("set", .entries(.expression), "with `from`: single weights or biases that differ"),
        ])

    static let layerKeys: [KeySchema] = [
        KeySchema("activation", .choice(Activation.allCases.map(\.name)), "the activation; `linear` when absent"),
        KeySchema(
            "weights", .weights,
            "the matrix, rows for sources and columns for units; or a letter of its own, such as `W`"),
        KeySchema(
            "bias", .either(.list(.expression), .expression), "one number for all units or a list; none when absent"),
        KeySchema("units", .either(.list(.name), .expression), "a count or names; taken from the matrix when absent"),
    ]

    private static let data = DirectiveSchema(
        .data, "Declares a data set: instances with inputs and targets.", argument: .freshName, body: .csv,
        displays: [.table, .plot, .none],
        options: [
            KeySchema("targets", .list(.name), "the columns that are targets"),
            KeySchema("file", .text, "a CSV file inside the book, instead of a body"),
        ])

    private static let forward = DirectiveSchema(
        .forward, "Runs a network forward on one instance.", argument: .freshName, body: .yaml,
        displays: [.steps, .diagram, .table, .none],
        keys: [
            KeySchema("network", .expression, required: true, "the network"),
            KeySchema("input", .expression, required: true, "the instance, such as `train[0]`"),
        ])

    private static let backward = DirectiveSchema(
        .backward, "Works out the gradients of the loss of a pass.", argument: .freshName, body: .yaml,
        displays: [.steps, .diagram, .table, .none],
        keys: [KeySchema("pass", .expression, required: true, "the pass")])

    private static let update = DirectiveSchema(
        .update, "Makes one step of gradient descent; the result is a new network.", argument: .freshName, body: .yaml,
        displays: [.table, .diagram, .steps, .none],
        keys: [
            KeySchema("network", .expression, required: true, "the network before"),
            KeySchema("gradients", .list(.expression), required: true, "the gradients, one for each instance"),
            KeySchema("rate", .expression, required: true, "the learning rate"),
            KeySchema("freeze", .list(.name), "weights, matrices or biases that stay as they are"),
            KeySchema(
                "reduce", .choice(["sum", "mean"]), "whether gradients add up or are averaged; `sum` when absent"),
        ])

    private static let train = DirectiveSchema(
        .train, "Trains a network on a data set; the result is a run.", argument: .freshName, body: .yaml,
        displays: [.plot, .table, .none],
        keys: [
            KeySchema("network", .expression, required: true, "the network to start from"),
            KeySchema("data", .expression, required: true, "the data set"),
            KeySchema("epochs", .expression, required: true, "how often the data set is gone through"),
            KeySchema("rate", .expression, required: true, "the learning rate"),
            KeySchema("batch", .expression, "instances in a batch; the whole data set when absent"),
            KeySchema(
                "reduce", .choice(["sum", "mean"]),
                "whether a batch's gradients add up or are averaged; must be chosen with `batch`"),
            KeySchema("shuffle", .flag, "whether each epoch has an order of its own"),
            KeySchema("optimizer", .choice(["sgd", "momentum", "adam"]), "the rule of the update; `sgd` when absent"),
            KeySchema("momentum", .expression, "of `momentum`; 0.9 when absent"),
            KeySchema("beta1", .expression, "of `adam`; 0.9 when absent"),
            KeySchema("beta2", .expression, "of `adam`; 0.999 when absent"),
            KeySchema("epsilon", .expression, "of `adam`; 1e-8 when absent"),
            KeySchema("freeze", .list(.name), "weights, matrices or biases that stay as they are"),
            KeySchema("seed", .expression, "the seed of the shuffling; 0 when absent"),
        ])
}
