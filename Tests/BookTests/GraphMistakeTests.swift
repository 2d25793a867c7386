import MarkedBooks
import Testing

/// What `{graph}` refuses, and where.
struct GraphMistakeTests {
    @Test(arguments: graphs) func graphsAreChecked(_ mistake: Mistake) { mistake.check() }

    static let operations =
        "it has + - * / **, exp, log, sqrt, tanh, sigmoid, relu, softplus and abs"

    static func mistake(_ name: String, _ chapter: String, _ expected: String...) -> Mistake {
        var mistake = Mistake(name, chapter.after(declarations))
        mistake.expected = expected
        return mistake
    }

    static let graphs = [
        mistake(
            "nothing", "```«{graph}»\n```",
            "graph.argument: nothing to draw: '{graph} EXPRESSION', such as 'first.loss'"),
        mistake(
            "key", "```{graph} first.loss\n«dept»: 2\n```",
            "graph.key: unknown key 'dept'; known: at, gradient, depth, from, show, "
                + "highlight, legend, direction → depth"),
        mistake(
            "a network", "```{graph} «toy»\n```",
            "directive.type: expected a number, a tensor or a value of a pass, found a network"),
        mistake("given", "```{graph} first.«x1»\n```", "graph.value: 'x1' is given, not computed"),
        mistake(
            "several", "```{graph} first.«h»\n```",
            "graph.value: a graph shows how one number is computed; 'h' is several"),
        mistake("unknown", "```{graph} first.«h3»\n```", "graph.value: the pass has no value 'h3' → h"),
        mistake(
            "a plain number", "```{graph} «toy.w11»\n```",
            "graph.value: a plain number does not know how it was computed; write the calculation itself, such as '(w*x - t)**2'"
        ),
        mistake(
            "a tensor without history", "```{python}\nimport torch\na = torch.tensor(1.0)\n```\n```{graph} «a»\n```",
            "graph.value: this tensor has no history: it was not computed from any tensor with 'requires_grad=True'"),
        mistake(
            "operation", "```{graph} 2 + «7 % 4»\n```",
            "graph.operation: a graph has no operation for '%'; \(operations)"),
        mistake(
            "function", "```{python}\ndef f(x): return x\n```\n```{graph} 2*«f»(3)\n```",
            "graph.operation: a graph has no operation for 'f'; \(operations)"),
        mistake(
            "gradient", "```{graph} x**2\nat: {x: 2}\ngradient: «G»\n```",
            "graph.gradient: 'gradient' belongs to the graph of a pass's value, such as 'first.h1'"),
        mistake(
            "other gradients",
            "```{forward} second\n#| display: none\nnetwork: toy\ninput: train[1]\n```\n```{graph} second.h1\ngradient: «G»\n```",
            "graph.gradient: these are not the gradients of this pass"),
        mistake(
            "from", "```{graph} first.loss\nfrom: [«h3»]\n```",
            "graph.from: nothing that is computed in this graph has the name 'h3'"),
        mistake(
            "too large",
            "```{python}\nimport torch\nb = torch.tensor(1.0, requires_grad=True)\nfor _ in range(100):\n    b = b * 2\n```\n```{graph} «b»\n```",
            "graph.size: a graph of 201 nodes cannot be read; at most 80 can, with 'depth' or 'from'"),
        mistake(
            "infinite",
            "```{python}\nimport torch\nc = torch.log(torch.tensor(0.0, requires_grad=True))\n```\n```{graph} «c»\n```",
            "shown.non-finite: the derivative by node 1 of the graph is inf and cannot be shown"),
        mistake("name", "```{graph} «q»*2\n```", "cell.name: name 'q' is not defined"),
    ]
}
