import Evaluation

extension DirectiveSchema {
    static let python = DirectiveSchema(
        .python, "Runs a program and shows it with what it prints; the names it binds can be used below.",
        argument: .none, body: .code, displays: [.listing, .none],
        options: [
            KeySchema("output", .flag, "whether what it prints is shown; `true` when absent"),
            KeySchema("error", .flag, "whether the program is to fail, and its failure is shown; `false` when absent"),
        ])

    static let derive = DirectiveSchema(
        .derive, "Works out values step by step: symbols, numbers put in, result.", argument: .none, body: .expressions,
        displays: [.steps],
        options: [
            KeySchema(
                "depth", .choice(DeriveBody.Depth.allCases.map(\.rawValue)),
                "`local`: from the values it is made of; `full`: down to inputs and weights")
        ])

    static let diagram = DirectiveSchema(
        .diagram, "Draws a network, a pass or gradients.", argument: .expression, body: .yaml, displays: [.diagram],
        keys: [
            KeySchema("pass", .expression, "a pass whose activations stand in the units"),
            KeySchema("gradient", .expression, "gradients that stand at weights and units"),
            KeySchema(
                "wanted", .expression,
                "gradients, or a pass with targets: arrows say which way weights and units should go"),
            KeySchema("compare", .list(.expression), "two states, before and after"),
            KeySchema(
                "show", .list(.choice(DiagramBody.Part.allCases.map(\.rawValue))),
                "which parts are shown; what suits the value when absent"),
            KeySchema("highlight", .list(.path), "what stands out: weights, units, the loss, and paths of these"),
            KeySchema("layers", .list(.name), "the layers looked at"),
            KeySchema("units", .list(.name), "the units looked at"),
            KeySchema(
                "rest", .choice(DiagramBody.Rest.allCases.map(\.rawValue)),
                "what becomes of the other layers and units; `left-out` when absent"),
            KeySchema("titles", .either(.list(.text), .flag), "what stands over the layers; `true` for what they are"),
            KeySchema(
                "legend", .flag,
                "whether it is said what the lines mean; `true` where no weight is labelled when absent"
            ),
            KeySchema(
                "direction", .choice(DiagramBody.directions),
                "from left to right or from top to bottom; `right` when absent"),
        ])

    static let matrix = DirectiveSchema(
        .matrix,
        "Draws a matrix or a vector, or how one comes of others: `A @ B`, `np.outer(a, b)`, `A.T`, `A + B`, `A * B`.",
        argument: .expression, body: .yaml, displays: [.diagram],
        keys: [
            KeySchema(
                "cell", .list(.integer(0...1_000_000)), "the entry of the result that is lit, `[i, j]`, counted from 0"),
            KeySchema("frames", .flag, "whether the entries are lit one after the other; `false` when absent"),
            KeySchema("rows", .list(.text), "the names of the result's rows"),
            KeySchema("columns", .list(.text), "the names of the result's columns"),
            KeySchema("inner", .list(.text), "the names of what a product adds up over"),
            KeySchema(
                "names", .list(.text),
                "the names of the blocks, such as `[X, W, H_in]`; made from the expression when absent"),
            KeySchema(
                "layout", .choice(MatrixBody.Layout.allCases.map(\.rawValue)),
                "`line`: beside each other; `cross`: the product where rows and columns meet, as for outer products"),
        ])

    static let table = DirectiveSchema(
        .table, "A table of computed cells.", argument: .none, body: .yaml, displays: [.table],
        keys: [
            KeySchema("columns", .entries(.formatted), required: true, "an expression for each heading"),
            KeySchema("rows", .rows, "a name and the values it takes, one for each row: `k in toy.names`"),
        ])

    static let check = DirectiveSchema(
        .check, "Claims, one a line; a false one fails the build.", argument: .none, body: .expressions,
        displays: [.none])
}
