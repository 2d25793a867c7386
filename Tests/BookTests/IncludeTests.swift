import Book
import MarkedBooks
import Testing

/// Chapters that include files, and the parts of a book.
struct IncludeTests {
    @Test func whatIsIncludedStandsInTheChapter() throws {
        let book = MarkedBook([
            "01-a.md": """
            A[^n] and @fig-toy.

            ```{include} parts/net.md
            ```

            `{=} toy.parameter_count` weights, see @sec-inner.

            [^n]: The chapter's note.
            """,
            "parts/net.md": """
            ## Inner {#sec-inner}

            A note of this file[^n].

            ```{network} toy
            #| label: fig-toy
            inputs: [x]
            layers:
              - y: {W: [[1]]}
            ```

            ```{include} _deep.md
            ```

            [^n]: The file's note: `{=} toy.w11`.
            """,
            "_deep.md": "Deep `{=} toy.w11 + 1`.[^m]\n\n[^m]: Deeper.",
        ])
        #expect(book.differences(from: []) == [])
        let evaluated = book.evaluated()
        #expect(evaluated.shown() == ["2", "1", "1"])
        let chapter = try #require(evaluated.book.chapters.first)
        #expect(evaluated.book.chapters.count == 1)
        #expect(chapter.footnotes.map(\.number) == [1, 2, 3])
        #expect(chapter.otherFiles == ["parts/net.md", "_deep.md"])
        #expect(chapter.targets.compactMap { $0.label?.name } == ["sec-inner", "fig-toy"])
    }

    @Test func aFileIsIncludedByTwoChapters() {
        let book = MarkedBook([
            "01-a.md": "```{include} _x.md\n```", "02-b.md": "```{include} _x.md\n```", "_x.md": "`{=} «z»`",
        ])
        #expect(book.differences(from: ["cell.name: name 'z' is not defined"]) == [])
    }

    @Test(arguments: mistakes) func inclusionsAreChecked(_ mistake: Mistake) { mistake.check() }

    static let mistakes = [
        Mistake("no file", "```«{include}»\n```", "include.file: '{include}' needs a file: '{include} _file.md'"),
        Mistake(
            "kind", "```{«includ»} _x.md\n```",
            "directive.kind: unknown directive '{includ}'; known: network, data, forward, backward, update, train, python, derive, diagram, plot, matrix, graph, drawing, panels, table, check, include → include"
        ),
        Mistake(
            "missing", "```{include} «_x.md»\n```", "include.file: there is no file '_x.md' in the book's folder"),
        Mistake(
            "not Markdown", "```{include} «x.txt»\n```",
            "include.file: '{include}' takes a Markdown file, whose name ends in '.md'"),
        Mistake(
            "chapter", files: ["01-a.md": "```{include} «02-b.md»\n```", "02-b.md": "B"],
            "include.chapter: '02-b.md' is the name of a chapter; a file to be included stands in a folder, or its name begins with '_'"
        ),
        Mistake(
            "cycle",
            files: [
                "01-a.md": "```{include} _x.md\n```", "_x.md": "```{include} y/y.md\n```",
                "y/y.md": "```{include} «_x.md»\n```",
            ],
            "include.cycle: '_x.md' includes 'y/y.md' includes '_x.md'"),
        Mistake(
            "body", files: ["01-a.md": "```{include} _x.md\n«#| label: fig-x»\n```", "_x.md": "X"],
            "include.body: '{include}' has no body and no options"),
        Mistake(
            "list", files: ["01-a.md": "- A\n  ```«{include} _x.md»\n  ```", "_x.md": "X"],
            "directive.place: a directive stands at the top level, not inside a list or a quote"),
        Mistake(
            "front matter", files: ["01-a.md": "```{include} _x.md\n```", "_x.md": "---\n«digits: 3\n»---\n\nX"],
            "include.front-matter: only a chapter has front matter, not what it includes"),
        Mistake(
            "end of details",
            files: [
                "01-a.md": "<details>\n<summary>S</summary>\n\n```{include} _x.md\n```\n\n</details>",
                "_x.md": "«</details>»\n",
            ], "html.end: '</details>' closes nothing"),
        Mistake(
            "places",
            files: [
                "01-a.md": "```{include} _x.md\n```\n\n`{=} «z»`\n",
                "_x.md": "One.\n\n[a](«nowhere.md») and ![A](«no.svg») and «@fig-no» and $\\val{«q»}$",
            ], "cell.name: name 'z' is not defined", "link.target: there is no 'nowhere.md' in the book",
            "image: there is no file 'no.svg' in the book's folder", "reference: there is no label 'fig-no'",
            "cell.name: name 'q' is not defined"),
    ]

    // MARK: Parts and appendices

    @Test func partsAndAppendicesHaveNumbersThatRunOn() {
        let book = MarkedBook([
            "book.yml": """
            parts:
              - {title: One, chapters: [b]}
              - {title: Two, chapters: [a, d]}
            appendices: [c]
            """, "01-a.md": "A", "02-b.md": "B", "03-c.md": "C", "04-d.md": "D",
        ])
        #expect(book.differences(from: []) == [])
        let read = book.evaluated().book
        #expect(read.chapters.map { "\($0.id)\($0.number)" } == ["b1", "a2", "d3", "cA"])
        #expect(
            read.parts == [
                BookPart(kind: .part(title: "One"), chapters: [0]),
                BookPart(kind: .part(title: "Two"), chapters: [1, 2]), BookPart(kind: .appendices, chapters: [3]),
            ])
    }

    @Test func appendicesAloneLeaveTheOthersInTheOrderOfTheirNames() {
        let book = MarkedBook(["book.yml": "appendices: [a]", "01-a.md": "A", "02-b.md": "B", "03-c.md": "C"])
        #expect(book.differences(from: []) == [])
        #expect(book.evaluated().book.chapters.map { "\($0.id)\($0.number)" } == ["b1", "c2", "aA"])
    }

    @Test func lettersGoOnAfterZ() {
        #expect(
            [1, 26, 27, 52, 53].map { ChapterNumber($0, isAppendix: true).description } == ["A", "Z", "AA", "AZ", "BA"])
    }

    @Test(arguments: partMistakes) func partsAreChecked(_ mistake: Mistake) { mistake.check() }

    static let partMistakes = [
        Mistake(
            "unknown",
            files: ["book.yml": "parts: [{title: One, chapters: [«aa», b]}]", "01-a.md": "A", "02-b.md": "B"],
            "book.chapters: there is no chapter 'aa' → a"),
        Mistake(
            "twice",
            files: [
                "book.yml": "parts: [{title: One, chapters: [«a», b]}]\nappendices: [a, «aa»]", "01-a.md": "A",
                "02-b.md": "B",
            ], "book.chapters: the chapter 'a' stands twice", "book.chapters: there is no chapter 'aa' → a"),
        Mistake(
            "left out", files: ["book.yml": "parts: [{title: One, chapters: [a]}]", "01-a.md": "A", "02-b.md": "«»B"],
            "book.chapters: the chapter is not in the 'parts' of book.yml; list it there or set 'draft: true'"),
        Mistake(
            "empty",
            files: ["book.yml": "parts: [{title: «One», chapters: []}, {title: Two, chapters: [a]}]", "01-a.md": "A"],
            "book.chapters: the part 'One' has no chapters"),
        Mistake(
            "both", files: ["book.yml": "chapters: [a]\n«parts»: [{title: One, chapters: [a]}]", "01-a.md": "A"],
            "book.parts: 'chapters' and 'parts' both list the chapters; keep one of them"),
        Mistake(
            "keys", files: ["book.yml": "parts: [{«titel»: One, chapters: [a]}]", "01-a.md": "A"],
            "book.key: unknown key 'titel'; known: title, chapters → title"),
    ]
}
