import Foundation
import Support

/// A book of two chapters with something of everything.
enum Fixture {
    /// - Parameters:
    ///   - weight: the first weight of the network, written once.
    ///   - hasCard: whether the book has a companion card.
    static func write(to scratch: Scratch, weight: String = "6", hasCard: Bool = false) throws {
        try scratch.write(
            "book/book.yml",
            "title: A small book\nauthor: Somebody\nlanguage: en\nmacros: {'\\R': '\\mathbb{R}'}\n"
                + (hasCard ? "companion: [fig-toy, tbl-grad, tbl-mine, fig-taps]\n" : ""))
        try scratch.write("book/01-net.md", first(weight))
        try scratch.write("book/02-more.md", second)
        try scratch.write("book/taps.svg", picture)
        try scratch.write("book/my notes.csv", "a, b\n1, 2\n")
    }

    static let picture = """
        <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>

        """

    private static func first(_ weight: String) -> String {
        #"""
        ---
        title: The network
        description: Eight weights and what they do.
        ---

        We begin, see @fig-toy, @tbl-mine, @eq-loss and @sec-steps.[^why] The first output is `{=} first.y1:.4f`.

        ```{network} toy
        #| label: fig-toy
        #| caption: A network of `{=} toy.parameter_count` weights.
        inputs: [x1, x2]
        layers:
          - h: {activation: sigmoid, W: [[\#(weight), -3], [-2, 5]]}
          - y: {activation: sigmoid, V: [[1, -2], [0.25, 2]]}
        loss: sse
        ```

        ```{data} train
        #| targets: t1, t2
        x1, x2, t1, t2
         3,  1,  1,  0
        -1,  4,  0,  1
        ```

        ## Steps {#sec-steps}

        ```{forward} first
        network: toy
        input: train[0]
        ```

        ```{backward} grad
        #| label: tbl-grad
        #| display: table
        pass: first
        ```

        $$ L = \val{first.loss:.6f} $$ {#eq-loss}

        | name | value | note |
        |:-----|:-----:|-----:|
        | loss | `{=} first.loss` | *small* |
        : What it comes to {#tbl-mine}

        ### Content

        ### A picture

        ![Two taps](taps.svg){#fig-taps width=40%}

        Inline ![one tap](taps.svg) and [the numbers](my%20notes.csv), [more](02-more.md#sec-run), <https://example.org/a>.[^why]

        > [!TIP]
        > Turn it slowly.

        <details class="question"><summary>Which way is `{=} grad.v11:.2f`?</summary>

        Up.

        </details>

        - [x] done
        - [ ] not *yet*

        ```python
        print("hello")
        ```

        [^why]: Because.

            And again.

        """#
    }

    private static let second = #"""
        ---
        title: More with $\sigma$
        use: [net]
        ---

        ## A run {#sec-run}

        ```{train} run
        #| label: fig-run
        #| caption: The loss falls.
        network: toy
        data: train
        epochs: 20
        rate: 0.5
        ```

        ```{update} after
        network: toy
        gradients: [grad]
        rate: 0.5
        ```

        ```{plot}
        series:
          - {function: "sigmoid(z)", of: z, over: [-8, 8]}
        ```

        The last loss is `{=} run.loss[-1]`. Back to @fig-toy.

        """#

    /// A book of one chapter of the given text, in the folder `book`.
    static func chapter(_ text: String, in scratch: Scratch) throws {
        try scratch.write("book/01-a.md", text)
    }
}
