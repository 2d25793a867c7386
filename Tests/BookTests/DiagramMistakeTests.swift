import MarkedBooks
import Testing

/// What `{diagram}` refuses, and where.
struct DiagramMistakeTests {
    static func mistake(_ name: String, _ chapter: String, _ expected: String...) -> Mistake {
        var mistake = Mistake(name, chapter.after(declarations))
        mistake.expected = expected
        return mistake
    }

    @Test(arguments: diagrams) func diagramsAreChecked(_ mistake: Mistake) { mistake.check() }

    static let diagrams = [
        mistake(
            "nothing", "```«{diagram}»\n```",
            "diagram.argument: nothing to draw: '{diagram} NETWORK', or 'compare: [BEFORE, AFTER]'"),
        mistake(
            "value", "```{diagram} «train»\n```",
            "diagram.value: expected a network, a pass or gradients, found a data set"),
        mistake(
            "show", "```{diagram} toy\nshow: [«weigths», names]\n```",
            "diagram.show: unknown show 'weigths'; known: names, weights, activations, sums, gradients, wanted, targets, errors, biases, loss → weights"
        ),
        mistake(
            "highlight", "```{diagram} toy\nhighlight: [w11, «w31»]\n```",
            "diagram.highlight: the network has no weight or unit 'w31' → w11"),
        mistake(
            "layers", "```{diagram} toy\nlayers: [h, «z»]\n```",
            "diagram.layers: the network has no layer 'z'; it has inputs, h, y"),
        mistake(
            "neighbours", "```{diagram} toy\nlayers: [«inputs, y»]\n```",
            "diagram.layers: the layers drawn must be neighbours"),
        mistake(
            "compare one", "```{diagram}\n«compare»: [toy]\n```",
            "diagram.compare: 'compare' takes two states: [BEFORE, AFTER]"),
        mistake(
            "compare",
            "```{network} n\n#| display: none\ninputs: [x]\nlayers:\n  - y: {W: [[1]]}\n```\n```{diagram}\ncompare: [toy, «n»]\n```",
            "diagram.compare: the two networks have different layers"),
        mistake(
            "gradient",
            "```{network} n\n#| display: none\ninputs: [x]\nlayers:\n  - y: {W: [[1]]}\n```\n```{diagram} n\ngradient: «G»\n```",
            "diagram.network: this is of a network with other layers"),
        mistake(
            "a unit on a path", "```{diagram} toy\nhighlight: [h2 -> «yy1» -> loss]\n```",
            "diagram.highlight: the network has no unit 'yy1' → y1"),
        mistake(
            "a weight on a path", "```{diagram} toy\nhighlight: \"h2 -> «v21»\"\n```",
            "diagram.highlight: 'v21' is a weight; a path leads from unit to unit"),
        mistake(
            "a path that leaps", "```{diagram} toy\nhighlight: x1 -> h1, «h2 -> loss»\n```",
            "diagram.highlight: no line leads from 'h2' to 'loss'; a path goes from each layer to the next"),
        mistake(
            "a path backwards", "```{diagram} toy\nhighlight: «y1->h1»\n```",
            "diagram.highlight: no line leads from 'y1' to 'h1'; a path goes from each layer to the next"),
        mistake(
            "a path with nothing behind its arrow", "```{diagram} toy\nhighlight: «h2 ->»\n```",
            "diagram.name: '' is not a name: letters, digits and '_', not starting with a digit"),
        mistake(
            "what is left out cannot stand out",
            "```{diagram} toy\nlayers: [h, y]\nhighlight: [«x1» -> h1, v11]\n```",
            "diagram.layers: 'x1' is not among the layers drawn"),
        mistake(
            "the loss without the outputs",
            "```{diagram} toy\nlayers: [x, h]\nshow: [weights, «loss»]\n```",
            "diagram.layers: the loss follows the outputs, which are not among the layers drawn"),
        mistake(
            "units", "```{diagram} toy\nunits: [h1, «hh1»]\nrest: faded\n```",
            "diagram.units: the network has no unit 'hh1' → h1"),
        mistake(
            "rest of nothing", "```{diagram} toy\n«rest»: faded\n```",
            "diagram.rest: 'rest' says what becomes of others than 'layers' or 'units'; name some"),
        mistake(
            "rest", "```{diagram} toy\nlayers: [h, y]\nrest: «fade»\n```",
            "diagram.rest: unknown rest 'fade'; known: faded, left-out → faded"),
        mistake(
            "sums of nothing", "```{diagram} toy\nshow: [«sums»]\n```",
            "diagram.show: 'sums' are of a pass: '{diagram} PASS' or 'pass: PASS'"),
        mistake(
            "activations of nothing", "```{diagram} toy\nshow: [names, «activations»]\n```",
            "diagram.show: 'activations' are of a pass: '{diagram} PASS' or 'pass: PASS'"),
        mistake(
            "errors of nothing", "```{diagram} toy\nshow: [«errors»]\n```",
            "diagram.show: 'errors' are of a pass whose instance has targets"),
        mistake(
            "gradients of nothing", "```{diagram} toy\nshow: [«gradients»]\n```",
            "diagram.show: 'gradients' are not known here: '{diagram} GRADIENTS' or 'gradient: GRADIENTS'"),
        mistake(
            "wishes of nothing", "```{diagram} toy\nshow: [«wanted»]\n```",
            "diagram.show: 'wanted' needs gradients or a pass: 'wanted: GRADIENTS'"),
        mistake(
            "wishes of data", "```{diagram} toy\nwanted: «train»\n```",
            "directive.type: expected gradients or a pass, found a data set"),
        mistake(
            "titles", "```{diagram} toy\ntitles: [«in, out»]\n```",
            "diagram.titles: 3 layers are drawn, and 'titles' has 2"),
        mistake(
            "titles that are no list", "```{diagram} toy\ntitles: «in»\n```",
            "diagram.form: 'titles' is true or false, not 'in'"),
        mistake(
            "direction", "```{diagram} toy\ndirection: «left»\n```",
            "diagram.direction: unknown direction 'left'; known: right, down"),
    ]
}
