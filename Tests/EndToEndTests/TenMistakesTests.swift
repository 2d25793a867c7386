import Support
import Testing

/// One run reports every mistake of a book, wherever it was made, and none of its consequences.
struct TenMistakesTests {
    private static let first = #"""
        ---
        title: One
        desription: A misspelt key.
        ---

        ```{network} toy
        inputs: [x1, x2]
        layers:
          - h: {activation: sigmiod, W: [[6, -3], [-2, 5]]}
        ```

        ```{data} train
        x1, x2
        1, 2
        ```

        ```{forward} pass1
        network: toy
        input: train[0]
        ```

        The sum is `{=} pass1.h1_in:.2q`, the output `{=} pass1.h1`, and the rest `{=} toy.W`.

        ```{diagrm} toy
        ```

        """#

    private static let second = #"""
        # Two

        See @fig-non and [there](01-oen.md).

        It is $\sgima$ and `{=} 1 + nothing`. `{check} 1 + 1 == 3`

        ```{plot} [1, 2]
        #| label: tbl-plot
        ```

        """#

    @Test func tenMistakesAreTenDiagnostics() throws {
        let scratch = try Scratch()
        try scratch.write("book/01-one.md", TenMistakesTests.first)
        try scratch.write("book/02-two.md", TenMistakesTests.second)
        let run = try Program.run("build", "book", in: scratch.path)
        #expect(run.exit == 1)
        #expect(!scratch.exists("output"))
        let found = run.diagnostics.map { line in
            line.replacing(#/: error: .* \[/#, with: " ").replacing("]", with: "").replacing("book/", with: "")
        }
        #expect(
            found == [
                "01-one.md:3:1 front-matter.key", "01-one.md:9:21 network.activation", "01-one.md:22:29 cell.format",
                "01-one.md:24:5 directive.kind", "02-two.md:3:5 reference", "02-two.md:3:26 link.target",
                "02-two.md:5:8 math.tex", "02-two.md:5:29 cell.name", "02-two.md:5:48 cell.claim",
                "02-two.md:8:11 label.prefix",
            ], "\(run.errors)")
        for suggestion in ["description", "sigmoid", "diagram", "01-one.md", "\\sigma", "fig-plot"] {
            #expect(run.errors.contains("did you mean '\(suggestion)'?"), "\(suggestion)")
        }
        #expect(run.errors.hasSuffix("\n10 errors\n"))
    }
}
