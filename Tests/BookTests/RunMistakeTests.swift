import MarkedBooks
import Testing

/// Directives that run networks, and those that show what came of it.
struct RunMistakeTests {
    static func mistake(_ name: String, _ chapter: String, _ expected: String...) -> Mistake {
        var mistake = Mistake(name, chapter.after(declarations))
        mistake.expected = expected
        return mistake
    }

    @Test(arguments: runs) func runsAreChecked(_ mistake: Mistake) { mistake.check() }

    static let runs = [
        mistake(
            "forward: key", "```{forward} p\nnetwork: toy\n«imput»: train[0]\n```",
            "forward.key: unknown key 'imput'; known: network, input → input"),
        mistake(
            "forward: missing", "```«{forward} p»\nnetwork: toy\n```",
            "forward.missing: 'input' is missing: the instance, such as `train[0]`"),
        mistake(
            "forward: type", "```{forward} p\nnetwork: «first»\ninput: «train»\n```",
            "directive.type: expected a network, found a forward pass",
            "directive.type: expected an instance, such as 'train[0]', found a data set"),
        mistake(
            "forward: numbers", "```{forward} p\nnetwork: toy\ninput: «[3, 1]»\n```",
            "forward.form: 'input' is a single value here: the instance, such as `train[0]`"),
        mistake(
            "forward: list", "```{forward} p\nnetwork: toy\ninput: \"«[3, 1]»\"\n```",
            "directive.type: expected an instance, such as 'train[0]', found a list"),
        mistake(
            "attributes of gradients and instances", "`{=} G.«nope»` `{=} train[0].«nope»` `{=} «G»`",
            "cell.attribute: gradients have no 'nope'", "cell.attribute: an instance has no 'nope'",
            "cell.value: gradients cannot be shown as a value; show one of their values, such as '.W'"),
        mistake(
            "forward: index", "```{forward} p\nnetwork: toy\ninput: «train[2]»\n```",
            "cell.index: index 2 is out of range: brackets count from 0, and the data set ends at 1"),
        mistake(
            "forward: inputs",
            "```{data} d\n#| display: none\nx1\n1\n```\n```{forward} p\nnetwork: toy\ninput: «d[0]»\n```",
            "network.inputs: 1 input for a network with 2 inputs"),
        mistake(
            "forward: order",
            "```{data} d\n#| display: none\nx2, x1\n1, 2\n```\n```{forward} p\nnetwork: toy\ninput: «d[0]»\n```",
            "network.inputs: the inputs come as x2, x1, but the network has x1, x2"),
        mistake(
            "forward: targets",
            "```{data} d\n#| display: none\n#| targets: t1\nx1, x2, t1\n1, 2, 3\n```\n```{forward} p\nnetwork: toy\ninput: «d[0]»\n```",
            "network.targets: 1 target for a network with 2 outputs"),
        mistake(
            "name", "```{forward} p\nnetwork: «tyo»\ninput: train[0]\n```\n\n`{=} p.y1`",
            "cell.name: name 'tyo' is not defined → toy"),
        mistake(
            "name bound later",
            "```{forward} p\nnetwork: «later»\ninput: train[0]\n```\n```{network} later\n#| display: none\nfrom: toy\n```",
            "cell.name: name 'later' is not defined"),
        mistake(
            "attribute", "`{=} first.«y9»` `{=} first.y1:«.2q»` `{=} first«[»`",
            "cell.attribute: a forward pass has no 'y9': names count from 1 and brackets from 0; they run from 'y1' to 'y2'",
            "cell.format: unknown format type 'q'; the types are e, f, g and % for numbers, d, b, o, x and c for whole ones, s for text",
            "cell.syntax: '[' was never closed"),
        mistake(
            "name twice", "```{network} «toy»\n#| display: none\nfrom: toy\n```\n\n`{=} toy.w11`",
            "name.twice: the name 'toy' is bound already"),
        mistake(
            "update: rate", "```{update} u\nnetwork: toy\ngradients: G\nrate: «fast»\n```",
            "cell.name: name 'fast' is not defined"),
        mistake(
            "update: gradients", "```{update} u\nnetwork: toy\ngradients: [G, «first»]\nrate: 1\n```",
            "directive.type: expected gradients, found a forward pass"),
        mistake(
            "update: no gradients", "```{update} u\nnetwork: toy\n«gradients»: []\nrate: 1\n```",
            "update.gradients: an update needs at least one gradient"),
        mistake(
            "update: freeze", "```{update} u\nnetwork: toy\ngradients: G\nrate: 1\nfreeze: [W, «v31»]\n```",
            "directive.freeze: the network has no weight, matrix or bias 'v31' → v11"),
        mistake(
            "update: reduce", "```{update} u\nnetwork: toy\ngradients: G\nrate: 1\nreduce: «average»\n```",
            "update.reduce: unknown reduce 'average'; known: sum, mean"),
        mistake(
            "train: batch without reduce",
            "```{train} r\nnetwork: toy\ndata: train\nepochs: 2\nrate: 1\n«batch»: 1\n```",
            "train.reduce: with 'batch', choose 'reduce: sum' or 'reduce: mean'"),
        mistake(
            "train: batch", "```{train} r\nnetwork: toy\ndata: train\nepochs: 2\nrate: 1\nbatch: «0»\nreduce: sum\n```",
            "train.batch: a batch of 0 instances cannot be drawn"),
        mistake(
            "train: of another optimizer",
            "```{train} r\nnetwork: toy\ndata: train\nepochs: 2\nrate: 1\n«momentum»: 0.5\n```",
            "train.key: 'momentum' belongs to 'optimizer: momentum', not to 'sgd'"),
        mistake(
            "train: of adam",
            "```{train} r\nnetwork: toy\ndata: train\nepochs: 2\nrate: 1\noptimizer: momentum\n«beta1»: 0.5\n```",
            "train.key: 'beta1' belongs to 'optimizer: adam', not to 'momentum'"),
        mistake(
            "train: optimizer",
            "```{train} r\nnetwork: toy\ndata: train\nepochs: 2\nrate: 1\noptimizer: «adem»\nbeta1: 0.5\n```",
            "train.optimizer: unknown optimizer 'adem'; known: sgd, momentum, adam → adam"),
        mistake(
            "train: beta",
            "```{train} r\nnetwork: toy\ndata: train\nepochs: 2\nrate: 1\noptimizer: adam\nbeta1: «1.5»\n```",
            "train.beta1: beta1 cannot be 1.5"),
        mistake(
            "train: epochs", "```{train} r\nnetwork: toy\ndata: train\nepochs: «2.5»\nrate: 1\n```",
            "directive.type: expected a whole number, found a float"),
        mistake(
            "train: negative epochs", "```{train} r\nnetwork: toy\ndata: train\nepochs: «-1»\nrate: 1\n```",
            "train.epochs: -1 epochs cannot be run"),
        mistake(
            "train: huge epochs", "```{train} r\nnetwork: toy\ndata: train\nepochs: «10**15»\nrate: 1\n```",
            "train.work: this takes at least 1000000000000000 operations; at most 1000000000 are allowed"),
        mistake(
            "train: shuffle", "```{train} r\nnetwork: toy\ndata: train\nepochs: 2\nrate: 1\nshuffle: «yes»\n```",
            "train.form: 'shuffle' is true or false, not 'yes'"),
        mistake(
            "train: seed of nothing", "```{train} r\nnetwork: toy\ndata: train\nepochs: 2\nrate: 1\n«seed»: 3\n```",
            "train.key: 'seed' is for the order of the instances; it needs 'shuffle: true'"),
        mistake(
            "train: targets",
            "```{data} d\n#| display: none\nx1, x2\n1, 2\n```\n```{train} r\nnetwork: toy\ndata: «d»\nepochs: 2\nrate: 1\n```",
            "network.targets: there are no targets, so there is no loss; name them in the data's 'targets'"),
        Mistake(
            "diverges",
            "```{network} n\n#| display: none\ninputs: [x]\nlayers:\n  - y: {W: [[1]]}\n```\n```{data} d\n#| display: none\n#| targets: t\nx, t\n10, 0\n```\n```«{train} r»\nnetwork: n\ndata: d\nepochs: 200\nrate: 1\n```\n\n`{=} r.loss[0]`",
            "network.non-finite: loss of instance 1 became inf in epoch 68"),
    ]

    @Test(arguments: shows) func showingDirectivesAreChecked(_ mistake: Mistake) { mistake.check() }

    static let shows = [
        mistake(
            "derive: name", "```{derive}\nG.w21\nG.«w91»\n```",
            "cell.attribute: gradients have no 'w91': names count from 1 and brackets from 0; they run from 'w11' to 'w22'"
        ),
        mistake(
            "derive: no value", "```{derive}\n«1 + 2»\n```",
            "derive.value: a value is derived by its name on a pass or on gradients, such as 'G.w21'"),
        mistake(
            "derive: given", "```{derive}\nfirst.«x1»\n```",
            "derive.value: 'x1' is given, or is not a single number, so there is nothing to derive"),
        mistake(
            "derive: owner", "```{derive}\n«toy».w11\n```",
            "derive.value: a pass or gradients have derivations, a network has none"),
        mistake(
            "derive: depth", "```{derive}\n#| depth: «deep»\nG.w21\n```",
            "derive.depth: unknown depth 'deep'; known: local, full"),
        mistake(
            "derive: empty", "```«{derive}»\n\n```", "derive.body: the body holds one expression a line; there is none"),
        mistake("derive: syntax", "```{derive}\nG.w21\nG.«»\n```", "cell.syntax: a name after '.' is missing here"),
        mistake(
            "plot: nothing", "```«{plot}»\n```",
            "plot.argument: nothing to plot: '{plot} EXPRESSION', or 'series' in the body"),
        mistake("plot: empty", "```{plot} «[]»\n```", "plot.empty: there are no values to plot"),
        mistake(
            "plot: mark on a logarithmic axis",
            "```«{plot}»\nseries:\n  - {y: \"[1, 2]\", x: \"[1, 2]\"}\nx: {scale: log}\nmark: [{x: 0}]\n```",
            "plot.log: the logarithmic x axis cannot show 0.0"),
        mistake(
            "plot: one mistake at many points",
            "```{plot}\nseries:\n  - {tangent: \"«q» * z\", of: z, at: [1, 2, 3]}\n```",
            "cell.name: name 'q' is not defined"),
        mistake(
            "data: plot", "```«{data} d»\n#| display: plot\nx\n1\n```",
            "data.plot: a plot needs two inputs; these data have one"),
        mistake(
            "table: no columns", "```{table}\n«columns»: {}\n```", "table.columns: a table needs at least one column"),
        mistake(
            "plot: value", "```{plot} «toy»\n```",
            "directive.type: expected a list of numbers, a run or a data set, found a network"),
        mistake(
            "plot: log", "```«{plot} [1, 0, 2]»\ny: {scale: log}\n```",
            "plot.log: the logarithmic y axis cannot show 0.0"),
        mistake(
            "plot: log axis from zero", "```«{plot} [1, 2]»\nx: {scale: log}\n```",
            "plot.log: the logarithmic x axis cannot show 0.0"),
        mistake(
            "plot: scale", "```{plot} [1, 2]\ny: {scale: «logg»}\n```",
            "plot.scale: unknown scale 'logg'; known: linear, log → log"),
        mistake(
            "plot: names", "```{plot}\nseries:\n  - {bars: \"[1, 2]\", names: [«a»]}\n```",
            "plot.names: 1 names for 2 bars"),
        mistake(
            "plot: no names", "```{plot}\nseries:\n  - {bars: \"«[1, 2]»\"}\n```", "plot.names: 0 names for 2 bars"),
        mistake(
            "plot: form", "```{plot}\nseries:\n  - {«label»: a}\n```",
            "plot.series: a series has one of 'y', 'step', 'area', 'points', 'function', 'tangent', 'bars' or 'histogram'"
        ),
        mistake(
            "plot: key of another form", "```{plot}\nseries:\n  - {y: \"[1, 2]\", «over»: [0, 1]}\n```",
            "plot.series: 'over' does not belong to a series with 'y'"),
        mistake(
            "plot: over", "```{plot}\nseries:\n  - {function: z, of: z, over: [«1, 0»]}\n```",
            "plot.over: 'over' runs from the smaller number to the larger"),
        mistake(
            "plot: of", "```{plot}\nseries:\n  - {«function»: z, over: [0, 1]}\n```",
            "plot.missing: 'of' is missing: the variable of the function"),
        mistake(
            "plot: function", "```{plot}\nseries:\n  - {function: «1/z», of: z, over: [-1, 1]}\n```",
            "cell.zero-division: division by zero"),
        mistake(
            "plot: lengths", "```{plot}\nseries:\n  - {y: \"[1, 2]\", x: \"«[1]»\"}\n```",
            "plot.length: 2 values at 1 places"),
        mistake(
            "plot: non-finite", "```{plot} «[1, float('nan')]»\n```",
            "plot.non-finite: value 2 is nan and cannot be plotted"),
        mistake(
            "plot: range", "```{plot} [1, 2]\nx: {range: [«2, 1»]}\n```",
            "plot.range: 'range' runs from the smaller number to the larger"),
        mistake("plot: mark", "```{plot} [1, 2]\nmark: [{«text»: a}]\n```", "plot.mark: a mark has 'x', 'y' or both"),
        mistake(
            "table: columns", "```«{table}»\nrows: k in toy.names\n```",
            "table.missing: 'columns' is missing: an expression for each heading"),
        mistake(
            "table: format", "```{table}\ncolumns: {a: \"1:«z»\"}\n```",
            "cell.format: 'z' belongs to floats, not to integers"),
        mistake(
            "table: rows", "```{table}\nrows: «toy.names»\ncolumns: {a: 1}\n```",
            "table.rows: 'rows' is a name and the values it takes: k in EXPRESSION"),
        mistake(
            "table: mistake in each row", "```{table}\nrows: k in toy.names\ncolumns: {a: first.«y3»}\n```",
            "cell.attribute: a forward pass has no 'y3': names count from 1 and brackets from 0; they run from 'y1' to 'y2'"
        ),
        mistake(
            "table: no list", "```{table}\nrows: k in «toy»\ncolumns: {a: 1}\n```",
            "directive.type: expected a list of values, found a network"),
        mistake(
            "table: too many rows", "```{table}\nrows: k in «range(10**9)»\ncolumns: {a: k}\n```",
            "directive.size: 1000000000 numbers are too many"),
        mistake(
            "check: false", "```{check}\nfirst.y1 > 0.5\n«first.y1 > 0.9»\n«approx(first.y1, 0.5, 1e-4)»\n```",
            "cell.claim: claim is false: first.y1 > 0.9: left is 0.7319417133694889, right is 0.9",
            "cell.claim: claim is false: approx(first.y1, 0.5, 1e-4): left is 0.7319417133694889, right is 0.5, they differ by 0.23194171336948888"
        ),
        mistake(
            "check: inline", "So `{check} «first.y1 < 0»`.",
            "cell.claim: claim is false: first.y1 < 0: left is 0.7319417133694889, right is 0"),
        mistake(
            "non-finite value", "`{=} «1e308*10»`",
            "cell.value: the value of this expression is infinity and cannot be shown"),
    ]
}
