import MarkedBooks
import Testing

/// `{network}` and `{data}`: keys, words, names and shapes.
struct NetworkMistakeTests {
    @Test(arguments: networks) func networksAreChecked(_ mistake: Mistake) { mistake.check() }

    /// A network with these lines, and a use of it that must stay silent.
    static func network(_ name: String, _ lines: String, _ expected: String) -> Mistake {
        Mistake(name, "```{network} toy\n\(lines)\n```\n\n`{=} toy.w11`", expected)
    }

    static let keys = "inputs, layers, loss, seed, names, from, set"

    static let networks = [
        network(
            "misspelt key", "inputs: [x]\nlayers:\n  - h: {W: [[1]]}\n«los»: mse",
            "network.key: unknown key 'los'; known: \(keys) → loss"),
        network(
            "a key twice", "inputs: [x]\n«inputs»: [x]\nlayers:\n  - h: {W: [[1]]}",
            "yaml.duplicate-key: the key 'inputs' stands here a second time"),
        network(
            "activation", "inputs: [x]\nlayers:\n  - h: {activation: «sigmiod», W: [[1]]}",
            "network.activation: unknown activation 'sigmiod'; known: sigmoid, tanh, relu, leaky-relu, softplus, linear, softmax → sigmoid"
        ),
        network(
            "loss", "inputs: [x]\nlayers:\n  - h: {W: [[1]]}\nloss: «see»",
            "network.loss: unknown loss 'see'; known: sse, half-sse, mse, bce, softmax-ce → sse"),
        network(
            "loss and activation", "inputs: [x]\nlayers:\n  - h: {W: [[1]]}\nloss: «bce»",
            "network.loss: the loss 'bce' needs 'sigmoid' outputs, and these are 'linear'"),
        Mistake(
            "no inputs", "```«{network} toy»\nlayers:\n  - h: {W: [[1]]}\n```",
            "network.missing: 'inputs' is missing: a network has 'inputs' and 'layers', or is derived 'from' another"),
        Mistake(
            "nothing", "```«{network} toy»\n```",
            "network.missing: 'inputs' is missing: a network has 'inputs' and 'layers', or is derived 'from' another"),
        network(
            "rows", "inputs: [x1, x2]\nlayers:\n  - h: {W: «[[1, 2, 3]]»}",
            "network.shape: 'W' is 1×3, but the layer has 2 sources, one for each row"),
        network(
            "columns", "inputs: [x]\nlayers:\n  - h: {W: «[[1, 2, 3]]», units: 2}",
            "network.shape: 'W' is 1×3, but the layer has 2 units, one for each column"),
        network(
            "ragged", "inputs: [x1, x2]\nlayers:\n  - h: {W: [[1, 2], [«3»]]}",
            "network.ragged: 1 weights in a row of a matrix with 2 columns"),
        network(
            "a row that is none", "inputs: [x]\nlayers:\n  - h: {W: [«1», 2]}",
            "network.form: a row of a matrix is a list: W: [[…, …], […, …]]"),
        network(
            "biases", "inputs: [x]\nlayers:\n  - h: {W: [[1, 2]], bias: [«1, 2, 3»]}",
            "network.bias: 3 biases for a layer of 2 units"),
        network(
            "no weights", "inputs: [x]\nlayers:\n  - «h»: {activation: tanh}",
            "network.missing: the layer 'h' has no weights: give a matrix under a letter, such as 'W: [[…], […]]', or 'weights: he'"
        ),
        network(
            "two matrices", "inputs: [x]\nlayers:\n  - h: {W: [[1]], «V»: [[2]]}",
            "network.key: the layer 'h' has two matrices; 'weights' or one letter holds its matrix"),
        network(
            "no units", "inputs: [x]\nlayers:\n  - «h»: {weights: he}",
            "network.units: nothing says how many units the layer has: write 'units', or the matrix out"),
        network(
            "misspelt initialiser", "inputs: [x]\nlayers:\n  - h: {weights: «xaver», units: 2}",
            "network.initialiser: unknown initialiser 'xaver'; known: he, xavier, zeros, uniform(LOW, HIGH), normal(SPREAD) → xavier"
        ),
        network(
            "unquoted initialiser", "inputs: [x]\nlayers:\n  - h: {weights: «uniform(-1, 1)», units: 2}",
            "yaml.expression: an expression with a comma is quoted here: weights: \"uniform(-1, 1)\" → \"uniform(-1, 1)\""
        ),
        network(
            "layers as mapping", "inputs: [x]\nlayers: «{h: {W: [[1]]}}»",
            "network.form: 'layers' is a list, one entry a line: '- name: {…}'"),
        network(
            "collision", "inputs: [x, «x»]\nlayers:\n  - h: {W: [[1], [2]]}",
            "network.collision: 'x' names both input 1 and input 2"),
        network(
            "collision of letters", "inputs: [x]\nlayers:\n  - h: {W: [[1]]}\n  - y: {«W»: [[1]]}",
            "network.collision: 'W' names both the matrix of layer 1 and the matrix of layer 2"),
        network(
            "names of a matrix", "inputs: [x]\nlayers:\n  - h: {W: [[1]]}\nnames: {«V»: [[a]]}",
            "network.matrix: the network has no matrix 'V'"),
        network(
            "shape of names", "inputs: [x]\nlayers:\n  - h: {W: [[1]]}\nnames: {«W»: [[a, b]]}",
            "network.names: the names for 'W' are 1×2, but the matrix is 1×1"),
        network(
            "set without from", "inputs: [x]\nlayers:\n  - h: {W: [[1]]}\n«set»: {w11: 2}",
            "network.key: 'set' changes weights of another network; it needs 'from'"),
        network(
            "nothing but set", "«set»: {w11: 2}",
            "network.key: 'set' changes weights of another network; it needs 'from'"),
        network(
            "a matrix outside its layer", "inputs: [x]\nlayers:\n  - h: {W: [[1]]}\n«V»: [[2]]",
            "network.key: the matrix 'V' belongs into its layer: '- LAYER: {V: …}'"),
        network(
            "a name that is none", "inputs: [«x-1»]\nlayers:\n  - h: {W: [[1]]}",
            "network.name: 'x-1' is not a name: letters, digits and '_', not starting with a digit"),
        network(
            "not finite", "inputs: [x]\nlayers:\n  - h: {W: «[[1e999]]»}",
            "network.non-finite: 'w11' is not a finite number"),
        network(
            "seed", "inputs: [x]\nlayers:\n  - h: {W: [[1]]}\nseed: «-1»",
            "directive.seed: a seed is a whole number from 0 on"),
        network(
            "brackets", "inputs: [x]\nlayers:\n  - h: {W: [[1]«}»",
            "yaml.syntax: expected ',' or ']' here, but found '}'"),
    ]

    @Test(arguments: derived) func derivedNetworksAreChecked(_ mistake: Mistake) { mistake.check() }

    static func derived(_ name: String, _ lines: String, _ expected: String) -> Mistake {
        Mistake(
            name,
            "```{network} other\n#| display: none\nfrom: toy\n\(lines)\n```\n\n`{=} other.w11`".after(declarations),
            expected)
    }

    static let derived = [
        derived("matrix", "«U»: [[1]]", "network.weight: the network has no weight, matrix or bias 'U'"),
        derived("shape", "V: «[[1, 2]]»", "network.shape: 'V' is 2×2, and cannot be set to what is 1×2"),
        derived("weight", "set: {«w31»: 1}", "network.weight: the network has no weight, matrix or bias 'w31' → w11"),
        derived(
            "inputs", "«inputs»: [a, b]", "network.key: 'inputs' cannot differ from the network it is derived 'from'"),
        derived(
            "loss", "loss: «softmax-ce»",
            "network.loss: the loss 'softmax-ce' needs 'softmax' outputs, and these are 'sigmoid'"),
        derived("names", "names: {«U»: [[a]]}", "network.matrix: the network has no matrix 'U'"),
        Mistake(
            "not a network", "```{network} other\nfrom: «train»\n```".after(declarations),
            "directive.type: expected a network, found a data set"),
    ]

    @Test(arguments: data) func dataAreChecked(_ mistake: Mistake) { mistake.check() }

    static let data = [
        Mistake("ragged", "```{data} d\na, b\n1, 2\n«3»\n```", "data.ragged: 1 values in a row of 2 columns"),
        Mistake("number", "```{data} d\na, b\n1, «two»\n```", "data.number: 'two' is not a number"),
        Mistake("empty cell", "```{data} d\na, b\n«1,»\n```", "data.number: '' is not a number"),
        Mistake(
            "two mistakes", "```{data} d\na\n«1, 2»\n«x»\n```", "data.ragged: 2 values in a row of 1 columns",
            "data.number: 'x' is not a number"),
        Mistake("columns", "```{data} d\na, «a»\n1, 2\n```", "data.column: two columns are called 'a'"),
        Mistake(
            "target", "```{data} d\n#| targets: t, «t2»\na, t, t1\n1, 2, 3\n```",
            "data.targets: there is no column 't2' → t"),
        Mistake(
            "no rows", "```«{data} d»\na, b\n```",
            "data.body: the data have no rows: names of columns in the first line, then an instance a line"),
        Mistake(
            "no file", "```{data} d\n#| file: «d.csv»\n```\n\n`{=} d[0]`",
            "data.file: there is no file 'd.csv' in the book's folder"),
        Mistake(
            "file and body", files: ["01-a.md": "```{data} d\n#| file: «d.csv»\na\n1\n```", "d.csv": "a\n1\n"],
            "data.file: the data stand in 'd.csv'; the body must be empty"),
        Mistake(
            "in a file",
            files: [
                "01-a.md": "```{data} d\n#| file: d.csv\n```", "d.csv": "\u{FEFF}a, b\r\n1, 2\r\n«3»\r\n4, «x»\r\n",
            ],
            "data.ragged: 1 values in a row of 2 columns", "data.number: 'x' is not a number"),
        Mistake(
            "no targets",
            "```{data} d\n#| display: none\nx1, x2\n1, 2\n```\n```{forward} p\n#| display: none\nnetwork: toy\ninput: d[0]\n```\n```{backward} B\npass: «p»\n```"
                .after(declarations),
            "network.targets: there are no targets, so there is no loss; name them in the data's 'targets'"),
    ]
}
