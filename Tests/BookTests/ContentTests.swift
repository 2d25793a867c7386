import Book
import Evaluation
import MarkedBooks
import Testing

/// What the reader makes of captions, labels, references and numbers.
struct ContentTests {
    private func book(_ chapter: String, sourceLocation: SourceLocation = #_sourceLocation) -> EvaluatedBook {
        let marked = MarkedBook(chapter)
        #expect(marked.differences(from: []) == [], sourceLocation: sourceLocation)
        return marked.evaluated()
    }

    @Test func captionsAreMarkdownToTheEndOfTheLine() {
        let book = book(
            """
            ```{network} toy
            #| caption: `{=} toy.w11`: a *colon*, a # and `code: #`
            #| title: |
            #|   Two lines:
            #|   # `{=} toy.names[0]`
            #| alt: A: "quoted" 'alt'
            inputs: [x]
            layers:
              - y: {W: [[6]]}
            ```
            """)
        let directive = book.book.chapters[0].directives[0]
        #expect(directive.caption?.plainText == ": a colon, a # and code: #")
        #expect(directive.title?.plainText == "Two lines: # ")
        #expect(directive.alt?.plainText == "A: \"quoted\" 'alt'")
        #expect(book.shown() == ["6", "w11"])
    }

    @Test(arguments: ["", "\n"]) func aTableTakesTheCaptionBelowIt(_ gap: String) throws {
        let book = book("| a | b |\n|---|---|\n| 1 | 2 |\n\(gap): Rows (a|b): *all* {#tbl-rows}\n\nSee @tbl-rows.")
        guard case .table(let table) = book.book.chapters[0].content[0] else { throw NotFound() }
        #expect(table.rows.count == 1)
        #expect(table.caption?.plainText == "Rows (a|b): all")
        #expect(table.label?.name == "tbl-rows")
        #expect(book.book.labels["tbl-rows"]?.target.number == 1)
    }

    @Test func formulasListingsSectionsAndImagesHaveLabels() {
        let marked = MarkedBook([
            "01-a.md": """
            ## One {#sec-one}

            $$ a $$

            $$ b $$ {#eq-b}

            ```python {#lst-c}
            c
            ```

            ![Taps: `{=} 1 + 1`](taps.svg){#fig-taps width=60%}

            @sec-one @eq-b @lst-c @fig-taps
            """,
            "taps.svg": "<svg/>",
        ])
        #expect(marked.differences(from: []) == [])
        let book = marked.evaluated().book
        #expect(book.labels.keys.sorted() == ["eq-b", "fig-taps", "lst-c", "sec-one"])
        #expect(book.labels["eq-b"]?.target.number == 1)
        #expect(
            book.chapters[0].content.contains { if case .image(let image) = $0 { image.width == "60%" } else { false } }
        )
    }

    @Test func referencesAreToldFromMailAddressesAndHandles() {
        let book = book("## A {#sec-a}\n\n@sec-a. (@sec-a), @sec-a's me@fig-x.org @figure @fig @eq x@sec-b **@sec-a**")
        #expect(book.book.chapters[0].references(to: "sec-a") == 4)
    }

    @Test func numbersCountByChapter() {
        let table = "| a |\n|---|\n| 1 |\n: T {#tbl-"
        let marked = MarkedBook(["01-a.md": table + "a}", "02-b.md": table + "b}\n\n" + table + "c}\n\n@tbl-a"])
        #expect(marked.differences(from: []) == [])
        let labels = marked.evaluated().book.labels
        #expect(["tbl-a", "tbl-b", "tbl-c"].map { labels[$0]?.target.number } == [1, 1, 2])
        #expect(["tbl-a", "tbl-b", "tbl-c"].map { labels[$0]?.chapter } == [0, 1, 1])
    }

    @Test func bookSettingsOrderTheChapters() {
        let marked = MarkedBook([
            "book.yml": "title: T\nchapters: [c, 01-a.md]", "01-a.md": "A", "02-b.md": "---\ndraft: true\n---\nB",
            "03-c.md": "C",
        ])
        #expect(marked.differences(from: []) == [])
        #expect(marked.evaluated().book.chapters.map(\.id) == ["c", "a"])
    }

    @Test func doubledBracesAndClaimsAreNoValues() {
        let book = book("`{{=}} x` `{ a }` `{check} 1 < 2`")
        #expect(book.shown() == [])
        guard case .paragraph(let spans) = book.book.chapters[0].content[0] else { return }
        #expect(spans.plainText == "{=} x { a } ")
    }

    private struct NotFound: Error {}
}

extension Chapter {
    func references(to label: String) -> Int {
        content.reduce(0) { count, content in
            if case .paragraph(let spans) = content { count + Self.references(to: label, in: spans) } else { count }
        }
    }

    private static func references(to label: String, in spans: [Span]) -> Int {
        spans.reduce(0) { count, span in
            switch span {
            case .reference(let name): count + (name == label ? 1 : 0)
            case .strong(let inner): count + references(to: label, in: inner)
            default: count
            }
        }
    }
}
