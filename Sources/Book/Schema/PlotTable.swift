import Evaluation

extension DirectiveSchema {
    static let plot = DirectiveSchema(
        .plot,
        "Plots numbers: lines, steps, areas, points, functions with tangents, bars, histograms, a data set with a network's decisions, a matrix; a list of numbers, a run, or a data set in the header is a plot of its own.",
        argument: .expression, body: .yaml, displays: [.plot],
        keys: [
            KeySchema(
                "series", .list(.mapping(seriesKeys)),
                "what is plotted; each has one of `y`, `step`, `area`, `points`, `function`, `tangent`, `bars`, `histogram`"
            ),
            KeySchema(
                "multiples", .either(.list(.mapping(panelKeys)), .choice(["series"])),
                "small panels with common axes: a list of panels, or `series` for a panel each"),
            KeySchema("columns", .integer(1...6), "how many panels stand side by side"),
            KeySchema("scatter", .expression, "a data set: its first two inputs as points, by class"),
            KeySchema(
                "regions", .expression,
                "a network of two inputs: where each class leads, and the line between; without `scatter`, both axes need a `range`"
            ),
            KeySchema("heat", .expression, "a matrix as cells tinted by sign and size, with their numbers"),
            KeySchema("row_names", .list(.text), "the names of a heat map's rows; 1, 2, 3, … when absent"),
            KeySchema("column_names", .list(.text), "the names of its columns"),
            KeySchema("x", .mapping(axisKeys), "the horizontal axis"),
            KeySchema("y", .mapping(axisKeys), "the vertical axis"),
            KeySchema("mark", .list(.mapping(markKeys)), "lines, points and intervals with a text"),
            KeySchema("width", .integer(160...900), "width in points, 468 when absent; texts keep their size"),
            KeySchema(
                "height", .integer(80...900),
                "height in points, 264 when absent; of panels that of one, 130 when absent"
            ),
            KeySchema("equal", .flag, "whether a unit is as long on both axes"),
        ])

    static let seriesKeys: [KeySchema] = [
        KeySchema("y", .expression, "values, joined by a line"),
        KeySchema("step", .expression, "values, each held up to the next"),
        KeySchema("area", .expression, "values, with the area from `base` to them"),
        KeySchema("points", .expression, "values, as points"),
        KeySchema("x", .expression, "where the values stand; 0, 1, 2, … when absent"),
        KeySchema("base", .expression, "of an area: a number or a list; 0 when absent"),
        KeySchema("function", .expression, "a function of the variable `of`"),
        KeySchema("tangent", .expression, "a function of the variable `of`, drawn as its tangents at the points `at`"),
        KeySchema("bars", .expression, "signed bars"),
        KeySchema("histogram", .expression, "values to be counted in intervals"),
        KeySchema("of", .name, "the variable of a function"),
        KeySchema("over", .list(.expression), "the interval of a function"),
        KeySchema("at", .list(.expression), "where tangents touch"),
        KeySchema("names", .list(.text), "the names of bars"),
        KeySchema(
            "bins", .expression,
            "how many intervals of equal length a histogram has, or the list of their ends; NumPy's rule `auto` when absent"
        ),
        KeySchema("label", .text, "what the series is called"),
    ]

    static let panelKeys: [KeySchema] = [
        KeySchema("title", .text, "what stands above the panel"),
        KeySchema("series", .list(.mapping(seriesKeys)), required: true, "what is plotted in it"),
    ]

    static let axisKeys: [KeySchema] = [
        KeySchema("label", .text, "what the axis measures"),
        KeySchema("scale", .choice(["linear", "log"]), "`linear` when absent"),
        KeySchema("range", .list(.expression), "what the axis shows: the least and the greatest value"),
    ]

    static let markKeys: [KeySchema] = [
        KeySchema("x", .list(.expression), "a vertical line; with `y` a point; with two numbers, an interval"),
        KeySchema("y", .list(.expression), "a horizontal line; with two numbers, an interval"),
        KeySchema("text", .text, "what is written there"),
    ]
}
