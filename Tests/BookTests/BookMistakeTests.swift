import MarkedBooks
import Testing

/// Front matter, `book.yml`, and what chapters say of each other.
struct BookMistakeTests {
    @Test(arguments: mistakes) func booksAreChecked(_ mistake: Mistake) { mistake.check() }

    static let mistakes = [
        Mistake(
            "front matter", "---\n«titel»: A\n---\n\n`{=} x`",
            "front-matter.key: unknown key 'titel'; known: title, description, digits, use, draft → title"),
        Mistake("title", "---\ntitle: \"\\u00e4 `{=} «x»`\"\n---", "cell.name: name 'x' is not defined"),
        Mistake(
            "digits", "---\ndigits: «0»\n---", "front-matter.form: 'digits' is a whole number from 1 to 17, not '0'"),
        Mistake(
            "settings", files: ["book.yml": "«langauge»: en", "01-a.md": "A"],
            "book.key: unknown key 'langauge'; known: title, author, description, language, url, digits, chapters, parts, appendices, companion, macros, formats, unsafe-html → language"
        ),
        Mistake(
            "format", files: ["book.yml": "formats: [png, «pfd»]", "01-a.md": "A"],
            "book.formats: unknown formats 'pfd'; known: png, pdf → pdf"),
        Mistake(
            "order", files: ["book.yml": "chapters: [«bb», a]", "01-a.md": "A", "02-b.md": "B [a](01-a.md)"],
            "book.chapters: there is no chapter 'bb' → b"),
        Mistake(
            "order twice", files: ["book.yml": "chapters: [a, «01-a.md»]", "01-a.md": "A"],
            "book.chapters: the chapter '01-a.md' stands twice"),
        Mistake(
            "left out",
            files: ["book.yml": "chapters: [a]", "01-a.md": "A", "02-b.md": "«»B", "03-c.md": "---\ndraft: true\n---"],
            "book.chapters: the chapter is not in the 'chapters' of book.yml; list it there or set 'draft: true'"),
        Mistake(
            "card", files: ["book.yml": "companion: [fig-toy, «fig-tou»]", "01-a.md": figureAndTable],
            "book.companion: there is no figure or table 'fig-tou' → fig-toy"),
        Mistake(
            "card alone", files: ["book.yml": "companion: «tbl-cards»", "01-a.md": figureAndTable],
            "book.companion: there is no figure or table 'tbl-cards' → tbl-card"),
        Mistake(
            "card twice", files: ["book.yml": "companion: [tbl-card, fig-toy, «tbl-card»]", "01-a.md": figureAndTable],
            "book.companion: 'tbl-card' stands twice on the card"),
        Mistake(
            "equation on the card", files: ["book.yml": "companion: [«eq-a»]", "01-a.md": "$$ a $$ {#eq-a}"],
            "book.companion: 'eq-a' cannot stand on the card, which holds figures and tables"),
        Mistake(
            "label with a mistake",
            files: [
                "book.yml": "companion: [fig-toy]",
                "01-a.md": "```{network} toy\n#| label: «tbl-toy»\ninputs: [x]\nlayers:\n  - y: {W: [[1]]}\n```",
            ], "label.prefix: 'tbl-toy' labels a diagram, whose prefix is 'fig-' → fig-toy"),
        Mistake(
            "chapter called as the card",
            files: ["book.yml": "companion: [fig-toy]", "01-a.md": figureAndTable, "companion.md": "«»A"],
            "book.companion: 'companion.md' cannot be a chapter: companion.html is the card"),
        Mistake(
            "ids", files: ["01-a.md": "A", "02-a.md": "«»B"],
            "book.chapter-id: the chapters 'book/01-a.md' and 'book/02-a.md' are both called 'a'"),
        Mistake(
            "label in two chapters", files: ["01-a.md": "## A {#sec-a}", "02-b.md": "## B {#«sec-a»}"],
            "label.twice: the label 'sec-a' stands twice in the book"),
        Mistake(
            "use", files: ["01-a.md": declarations, "02-b.md": "---\nuse: [«aa»]\n---\n`{=} toy.w11`"],
            "use.chapter: there is no chapter 'aa' → a"),
        Mistake(
            "use of a draft",
            files: [
                "01-a.md": "---\ndraft: true\n---\n" + declarations, "02-b.md": "---\nuse: «a»\n---\n`{=} toy.w11`",
            ], "use.chapter: 'a' is a draft, whose values nobody can use"),
        Mistake(
            "name",
            files: [
                "01-a.md": declarations,
                "02-b.md": "---\nuse: [{from: a, names: [toy, «trian»]}]\n---\n`{=} trian[0]` `{=} toy.w11`",
            ], "use.name: the chapter 'a' has no 'trian' → train"),
        Mistake(
            "cycle", files: ["01-a.md": "---\nuse: b\n---\n`{=} x`", "02-b.md": "---\nuse: «a»\n---\n`{=} y`"],
            "use.cycle: 'b' and 'a' use each other"),
        Mistake("itself", files: ["01-a.md": "---\nuse: «a»\n---\n"], "use.cycle: 'a' cannot use itself"),
        Mistake(
            "clash",
            files: [
                "01-a.md": declarations, "02-b.md": declarations,
                "03-c.md": "---\nuse: [{from: a, names: [toy]}, {from: b, names: [«toy»]}]\n---\n",
            ], "use.clash: 'toy' is brought in twice"),
        Mistake(
            "clash with own",
            files: [
                "01-a.md": declarations,
                "02-b.md":
                    "---\nuse: a\n---\n```{network} «toy»\n#| display: none\ninputs: [x]\nlayers:\n  - y: {W: [[1]]}\n```\n`{=} toy.w11`",
            ], "name.twice: the name 'toy' is bound already"),
        Mistake(
            "use form", files: ["01-a.md": declarations, "02-b.md": "---\nuse: [{«form»: a}]\n---\n"],
            "front-matter.key: unknown key 'form'; known: from, names → from"),
    ]

    private static let figureAndTable = """
        ```{network} toy
        #| label: fig-toy
        inputs: [x]
        layers:
          - y: {W: [[1]]}
        ```

        > | A |
        > |---|
        > | 1 |
        > : A card {#tbl-card}

        """

    @Test func tenIndependentMistakesAreTenDiagnostics() {
        Mistake(
            "ten",
            files: [
                "book.yml": "«langauge»: en\n",
                "01-a.md": """
                ```{network} toy
                inputs: [x1, x2]
                layers:
                  - h: {activation: «sigmiod», W: [[6, -3], [-2, 5]]}
                ```

                ```{data} train
                #| targets: t1
                x1, x2, t1
                3, 1, «one»
                ```

                ```{forward} first
                #| caption: With loss `{=} first.loss`.
                network: toy
                input: train[0]
                ```

                ```{«bakward»} G
                pass: first
                ```

                ```{plot}
                «seires»: []
                ```

                The loss is `{=} first.loss` and the gradient $\\val{G.w11}$, see «@fig-nothing».
                `{=} «undefined» + G.w11` `{check} «1 > 2»`
                """,
                "02-b.md": """
                ---
                use: [a]
                ---
                ```{update} step
                network: toy
                gradients: G
                rate: 0.5
                ```

                ```{diagram} step
                #| label: «tbl-step»
                ```

                After it `{=} step.w11`, see @tbl-step. [Gone](«03-gone.md»)
                """,
            ],
            "book.key: unknown key 'langauge'; known: title, author, description, language, url, digits, chapters, parts, appendices, companion, macros, formats, unsafe-html → language",
            "network.activation: unknown activation 'sigmiod'; known: sigmoid, tanh, relu, leaky-relu, softplus, linear, softmax → sigmoid",
            "data.number: 'one' is not a number",
            "directive.kind: unknown directive '{bakward}'; known: \(DirectiveMistakeTests.kinds) → backward",
            "plot.key: unknown key 'seires'; known: series, multiples, columns, scatter, regions, heat, row_names, column_names, x, y, mark, width, height, equal → series",
            "reference: there is no label 'fig-nothing'",
            "cell.name: name 'undefined' is not defined",
            "cell.claim: claim is false: 1 > 2: left is 1, right is 2",
            "label.prefix: 'tbl-step' labels a diagram, whose prefix is 'fig-' → fig-step",
            "link.target: there is no '03-gone.md' in the book"
        ).check()
    }
}
