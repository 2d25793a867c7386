import Evaluation

extension DirectiveSchema {
    static let drawing = DirectiveSchema(
        .drawing,
        "Draws boxes, circles, words, lines and arrows. Lengths are points, `x` to the right, `y` downwards. Its `alt` is required.",
        argument: .none, body: .yaml, displays: [.diagram],
        keys: [
            KeySchema("shapes", .list(.mapping(shapeKeys)), required: true, "the shapes, later ones over earlier ones"),
            KeySchema("gap", .number, "points between a shape without `at` and the one before it; 100 when absent"),
        ])

    private static let ends = ValueType.list(.either(.list(.expression), .name))
    private static let inks = ValueType.choice(DrawingBody.Ink.allCases.map(\.rawValue))

    static let shapeKeys: [KeySchema] = [
        KeySchema("box", .pieces, "a box around words; `\"\"` for none"),
        KeySchema("circle", .pieces, "a circle around words; `\"\"` for none"),
        KeySchema("text", .pieces, "words alone"),
        KeySchema("line", ends, "a line: names of shapes or points `[x, y]`"),
        KeySchema("arrow", ends, "a line with a head at its end"),
        KeySchema("name", .name, "what lines call the shape"),
        KeySchema("at", .list(.expression), "its middle, `[x, y]`; right of the shape before it when absent"),
        KeySchema(
            "size", .list(.expression), "`[WIDTH, HEIGHT]`, or a circle's diameter; what the words need when absent"),
        KeySchema("corner", .number, "radius of a box's corners; 6 when absent"),
        KeySchema("label", .pieces, "words beside a line"),
        KeySchema("bend", .expression, "how far the middle of a line is pushed to its left"),
        KeySchema("paint", inks, "of the outline or the line; `ink` when absent"),
        KeySchema("fill", inks, "of the inside; none when absent"),
        KeySchema("width", .number, "of the outline or the line; 1.6 when absent, 0 for none"),
        KeySchema("dashed", .flag, "whether the outline or the line is dashed"),
        KeySchema("style", .choice(DrawingBody.Style.allCases.map(\.rawValue)), "of the words; `plain` when absent"),
        KeySchema(
            "align", .choice(DrawingBody.Alignment.allCases.map(\.rawValue)),
            "where the words stand: words alone begin, end or have their middle at `at`; `center` when absent"),
    ]

    static let panels = DirectiveSchema(
        .panels, "Sets figures side by side under one caption, as (a), (b), ….", argument: .none, body: .yaml,
        displays: [.diagram],
        keys: [
            KeySchema(
                "panels", .list(.panel(panelWords)), required: true, "the figures, each with a caption of its own"),
            KeySchema("columns", .integer(1...6), "panels in a row; as many as there are, at most 3, when absent"),
            KeySchema(
                "scale", .choice(["own", "shared"]),
                "`shared`: one scale of widths for the weights of all networks; `own` when absent"),
            KeySchema("between", .list(.text), "signs between neighbours, such as `[\"+\", \"=\"]`"),
        ])

    static let panelWords: [KeySchema] = [
        KeySchema("caption", .markdown, "what stands below the panel, behind its letter"),
        KeySchema(
            "alt", .markdown, "what the panel says to those who cannot see it; made from its numbers when absent"),
    ]
}
