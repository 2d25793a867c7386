import Foundation
import Support
import Testing

/// Programs on pages.
@Suite struct CellPageTests {
    /// The page of a chapter.
    private func page(_ chapter: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let scratch = try Scratch()
        try Fixture.chapter(chapter, in: scratch)
        let run = try Program.run("build", "book", "-o", "out", in: scratch.path)
        #expect(run.exit == 0, "\(run.errors)", sourceLocation: sourceLocation)
        let bytes = try #require(try scratch.tree("out")["01-a.html"])
        #expect(ParsedPage(bytes).problems.isEmpty, sourceLocation: sourceLocation)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func parts(_ page: String, _ pattern: Regex<(Substring, Substring)>) -> [String] {
        page.matches(of: pattern).map { String($0.1) }
    }

    private func outputs(_ page: String) -> [String] { parts(page, #/<samp>([^<]*)</samp>/#) }

    private func codes(_ page: String) -> [String] {
        parts(page, #/<pre class="code"><code[^>]*>(.*?)</code></pre>/#.dotMatchesNewlines()).map {
            $0.replacing(#/<[^>]*>/#, with: "")
        }
    }

    @Test func theOutputStandsBelowTheCode() throws {
        let page = try page("```{python}\n#| title: A sum\nx = 1 + 1\nprint(x)\nx\n```\n")
        #expect(codes(page) == ["x = 1 + 1\nprint(x)\nx\n"] && outputs(page) == ["2\n2\n"])
        let code = try #require(page.range(of: "<pre class=\"code\">"))
        let output = try #require(page.range(of: "<pre class=\"output\" role=\"group\" aria-label=\"Output\">"))
        #expect(code.upperBound < output.lowerBound)
        #expect(page.contains("<span class=\"hljs-number\">1</span>"))
        #expect(page.contains("<p class=\"display-title\"><strong>A sum</strong></p>"))
    }

    @Test func codeAndOutputCanBeHidden() throws {
        let program = "print('out') # in"
        let cell = { (options: String) in "```{python}\n\(options)\(program)\n```\n\n" }
        let page = try page(
            cell("#| echo: false\n") + cell("#| output: false\n") + cell("#| echo: false\n#| output: false\n")
                + cell("#| display: none\n"))
        #expect(codes(page) == [program + "\n"] && outputs(page) == ["out\n"])
    }

    @Test func aWantedFailureIsShown() throws {
        let page = try page("```{python}\n#| error: true\nprint('before')\n[1][1]\n```\n")
        #expect(
            outputs(page) == [
                "before\n",
                "Traceback (most recent call last):\n  line 2 of this listing\n    [1][1]\n"
                    + "IndexError: list index out of range\n",
            ])
        #expect(page.contains("<pre class=\"output error\" role=\"group\" aria-label=\"Error\" tabindex=\"0\">"))
    }

    @Test func listingsAreCountedTogetherWithThoseThatAreNotRun() throws {
        let page = try page(
            "@lst-b, @lst-a and @lst-c\n\n```python {#lst-a}\na\n```\n\n```{python}\n1\n```\n\n"
                + "```{python}\n#| label: lst-b\n#| caption: With `{=} x`.\nx = 2\n```\n\n```c {#lst-c}\n```\n")
        #expect(
            parts(page, #/<a class="reference" href="#lst-[abc]">([^<]*)</a>/#) == [
                "Listing\u{A0}1.2", "Listing\u{A0}1.1", "Listing\u{A0}1.3",
            ])
        #expect(parts(page, #/<figcaption><b>([^<]*)</b>/#) == ["Listing 1.1", "Listing 1.2.", "Listing 1.3"])
        #expect(page.contains("<figure id=\"lst-b\" class=\"listing\">"))
    }

    @Test func theOutputOfAHiddenProgramHasItsNumber() throws {
        let page = try page("@lst-a\n\n```{python}\n#| label: lst-a\n#| echo: false\n1\n```\n")
        #expect(codes(page).isEmpty && outputs(page) == ["1\n"])
        #expect(parts(page, #/<figcaption><b>([^<]*)</b><\/figcaption>/#) == ["Listing 1.1"])
    }

    @Test func whatMayScrollIsAStopOfTheKeyboard() throws {
        let (short, long) = (String(repeating: "1", count: 30), String(repeating: "1", count: 60))
        let cell = { (options: String, text: String) in "```{python}\n\(options)print('\(text)')\n```\n\n" }
        let page = try page(
            cell("#| echo: false\n", short) + cell("#| echo: false\n", long) + cell("#| output: false\n", "")
                + cell("#| output: false\n", long) + "```\n\(long)\n```\n\n$$a$$ {#eq-a}\n\n$$b$$\n\n"
                + "| a |\n|---|\n| b |\n")
        let stops = page.matches(of: #/<(pre|div) class="([^"]*)" role="group" aria-label="([^"]*)" tabindex="0">/#)
        #expect(
            stops.map { "\($0.2): \($0.3)" } == [
                "output: Output", "code: Code", "code: Code", "formula: Equation 1.1", "formula: Formula",
                "table-scroll: Table",
            ])
    }

    @Test func everyListingCanBeCopiedWhereThereAreScripts() throws {
        let page = try page("```\nplain\n```\n\n```{python}\n1\n```\n\n```{python}\n#| echo: false\n1\n```\n")
        #expect(page.matches(of: #/<button class="copy" type="button" hidden="">Copy</button>/#).count == 2)
        #expect(page.contains("<script src=\"assets/longhand.js\" defer=\"\"></script>"))
    }

    @Test func aCellThatUsesTheEngineHasABadge() throws {
        let data = "```{data} d\n#| display: none\na\n1\n```\n\n"
        let page = try page(data + "```{python}\nx = d[0].a\n```\n\n```{python}\ny = 1\n```\n")
        #expect(
            parts(page, #/<p class="badge" title="([^"]*)">/#) == [
                "d comes from the book, not from Python; in the chapter’s notebook the cell runs as it stands"
            ])
    }

    @Test func variablesAreAmongTheValuesOfAChapter() throws {
        let scratch = try Scratch()
        try Fixture.chapter(
            """
            ```{python}
            import numpy as np
            a, b, s, t = 1, [1.5, [True, "x"]], "text", (1, 2)
            m = np.array([[1.0, np.inf], [2, 3]])
            k, e = np.arange(2), m[0, 0]
            def f(): pass
            held = [f]
            endless = []
            endless.append(endless)
            ```
            """, in: scratch)
        let run = try Program.run("values", "book/01-a.md", in: scratch.path)
        let values = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? NSDictionary
        let expected: NSDictionary = [
            "a": 1, "b": [1.5, [true, "x"]], "s": "text", "t": [1, 2], "m": [[1, "inf"], [2, 3]], "k": [0, 1], "e": 1,
        ]
        #expect(values == expected, "\(run.output)")
    }

    /// What a program nests as deep as its bounds allow is taken apart by calls as deep.
    @Test(arguments: ["run", "build"]) func deepValuesAreTakenApart(command: String) throws {
        let scratch = try Scratch()
        let program = "a = []\nfor i in range(900_000):\n    a = [a]\nprint(i)\n"
        try scratch.write("deep.py", program)
        try Fixture.chapter("```{python}\n\(program)```\n", in: scratch)
        let words = command == "run" ? ["run", "deep.py"] : ["build", "book", "-o", "out"]
        let run = try Program.run(words, in: scratch.path)
        #expect(run.exit == 0 && (command == "build" || run.output == "899999\n"), "\(run.errors)")
    }
}
