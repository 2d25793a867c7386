import Evaluation

extension DirectiveSchema {
    static let graph = DirectiveSchema(
        .graph,
        "Draws how a number was computed, operation by operation: a value of a pass, a PyTorch tensor, or an expression of numbers that have names.",
        argument: .expression, body: .yaml, displays: [.diagram],
        keys: [
            KeySchema("at", .entries(.expression), "numbers for names of the expression: `{w: 3, x: 4}`"),
            KeySchema(
                "gradient", .expression,
                "gradients of the pass, whose loss the adjoints are derivatives of; of the number itself when absent"),
            KeySchema("depth", .integer(1...99), "how many operations back the graph goes; all when absent"),
            KeySchema("from", .list(.name), "names that are taken as given, however they were computed"),
            KeySchema(
                "show", .list(.choice(GraphBody.Part.allCases.map(\.rawValue))),
                "which parts are shown; all when absent"),
            KeySchema(
                "highlight", .list(.path),
                "what stands out: names, `result` for the last, and all ways from one to the next, joined by `->`"),
            KeySchema("legend", .flag, "whether it is said what cards, letters and lines mean; `false` when absent"),
            KeySchema(
                "direction", .choice(GraphBody.Direction.allCases.map(\.rawValue)),
                "where the calculation leads; `down` when absent"),
        ])
}
