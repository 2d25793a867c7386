import MarkedBooks
import Testing

/// What is wrong with a figure of matrices stands at its smallest place.
struct MatrixMistakeTests {
    @Test(arguments: mistakes) func mistakesAreFound(_ mistake: Mistake) { mistake.check() }

    private static func mistake(_ name: String, _ chapter: String, _ expected: String...) -> Mistake {
        var mistake = Mistake(name, chapter.after(declarations))
        mistake.expected = expected
        return mistake
    }

    static let mistakes = [
        mistake(
            "nothing to draw", "```«{matrix}»\n```",
            "matrix.argument: nothing to draw: '{matrix} EXPRESSION', such as '{matrix} X @ W'"),
        mistake(
            "shapes", "```{matrix} «toy.W @ np.array([[1, 2, 3]])»\n```",
            "cell.value: shapes (2, 2) and (1, 3) do not fit a matrix product: the last axis on the left has 2, the one it meets has 1"
        ),
        mistake(
            "shapes of a sum", "```{matrix} «toy.W + np.ones((3, 2))»\n```",
            "cell.value: shapes (2, 2) and (3, 2) cannot be combined element by element"),
        mistake(
            "a number", "```{matrix} «toy.w11»\n```", "directive.type: expected a matrix or a vector, found a float"),
        mistake(
            "a network", "```{matrix} «toy»\n```", "directive.type: expected a matrix or a vector, found a network"),
        mistake(
            "three axes", "```{matrix} «np.ones((2, 2, 2))»\n```",
            "matrix.axes: an array with 3 axes; a matrix has two, a vector one"),
        mistake(
            "no entries", "```{matrix} «toy.W[:0]»\n```",
            "matrix.empty: there is nothing to draw in a matrix without entries"),
        mistake(
            "not finite", "```{matrix} toy.W * «np.array([[1.0, np.inf]])»\n```",
            "shown.non-finite: an entry of the matrix is inf and cannot be shown"),
        mistake(
            "a vector transposed", "```{matrix} «first.h.T»\n```",
            "matrix.transpose: the transpose of a vector is the same vector, as it has but one axis; a row is a matrix, such as 'h.reshape(1, -1)'"
        ),
        mistake(
            "random numbers",
            "```{python}\nimport numpy as np\nrng = np.random.default_rng(0)\n```\n```{matrix} «rng.normal(size=(2, 2)) @ toy.W»\n```",
            "matrix.changing: this expression has another value each time it is evaluated; give it a name in a cell first"
        ),
        mistake(
            "cell outside", "```{matrix} train.X @ toy.W\n«cell»: [0, 2]\n```",
            "matrix.cell: column 2 is outside: brackets count from 0, and the result (2 × 2) ends at 1"),
        mistake(
            "cell of a matrix", "```{matrix} toy.W\n«cell»: 1\n```",
            "matrix.cell: a cell is given by its row and its column, '[i, j]'"),
        mistake(
            "cell of a vector", "```{matrix} first.h\n«cell»: [0, 1]\n```",
            "matrix.cell: the result is a vector; its cells have one index, '[i]'"),
        mistake(
            "cell and frames", "```{matrix} train.X @ toy.W\ncell: [0, 0]\n«frames»: true\n```",
            "matrix.frames: 'cell' lights one entry, 'frames' all of them in turn; choose one"),
        mistake(
            "frames of nothing", "```{matrix} toy.W\n«frames»: true\n```",
            "matrix.frames: frames follow a computation, such as 'X @ W'; there is none here"),
        mistake(
            "too many frames", "```{matrix} np.ones((4, 4)) @ np.ones((4, 4))\n«frames»: true\n```",
            "matrix.frames: a result of 16 entries; frames are made of at most 12"),
        mistake(
            "names", "```{matrix} train.X @ toy.W\n«rows»: [one]\n«columns»: [h1, h2, h3]\n«names»: [X, W]\n```",
            "matrix.names: 1 name for 2 rows", "matrix.names: 3 names for 2 columns",
            "matrix.names: 2 names for 3 blocks"),
        mistake(
            "inner", "```{matrix} train.X @ toy.W\n«inner»: [x1]\n```", "matrix.names: 1 name for 2 inner indices"),
        mistake(
            "inner of a sum", "```{matrix} toy.W + toy.V\n«inner»: [x1, x2]\n```",
            "matrix.inner: 'inner' names what a product adds up over; this is no product"),
        mistake(
            "layout", "```{matrix} toy.W\nlayout: «crossed»\n```",
            "matrix.layout: unknown layout 'crossed'; known: line, cross → cross"),
        mistake(
            "layout of a sum", "```{matrix} toy.W + toy.V\nlayout: «cross»\n```",
            "matrix.layout: only the factors of a product cross; this is no product"),
        mistake(
            "key", "```{matrix} toy.W\n«cel»: [0, 0]\n```",
            "matrix.key: unknown key 'cel'; known: cell, frames, rows, columns, inner, names, layout → cell"),
        mistake(
            "an unknown name is silent", "```{matrix} «nope» @ toy.W\n```", "cell.name: name 'nope' is not defined"),
    ]
}
