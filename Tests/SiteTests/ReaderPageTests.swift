import Book
import Diagnostics
import Evaluation
import HTML
import Testing

@testable import Site

/// A book of plain Markdown, as its reader gets it.
private struct PlainBook {
    let sites: SiteSources

    init(_ chapters: (file: String, markdown: String)...) {
        let texts = chapters.map { SourceText(path: $0.file, text: $0.markdown) }
        let sources = BookSources(
            settings: nil, chapters: texts, allChapterFiles: chapters.map(\.file), folder: "."
        ) { _ in nil }
        let book = readBook(sources).book
        var sites = SiteSources(
            book: book, results: book.chapters.map { _ in ChapterResults(values: [], displays: []) })
        let none = Typeset(formulas: [:], listings: [:])
        sites.faces = book.chapters.indices.map { sites.face(chapter: $0, typeset: none) }
        self.sites = sites
    }

    func files(_ index: Int) -> [String: String] {
        let files = sites.pageFiles(chapter: index, typeset: Typeset(formulas: [:], listings: [:]))
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    func texts(_ index: Int) -> [SearchText] {
        SearchReader(PageRenderer(sources: sites, chapterIndex: index, desk: FormulaDesk())).texts
    }
}

@Suite struct ReaderPageTests {
    private let book = PlainBook(
        ("01-one.md", "# One\n\n## Start {#sec-start}\n\nFirst words.\n\nSecond words.\n\n## End\n\nLast words.\n"),
        ("02-two.md", "# Two\n\nSee @sec-start.\n"), ("03-three.md", "# Three\n\nDone.\n"))

    @Test func everyPageHasTheContentsWithItsOwnChapterMarked() throws {
        let page = try #require(book.files(1)["02-two.html"])
        for stem in ["01-one", "03-three"] { #expect(page.contains("<li><a href=\"\(stem).html\"><span")) }
        #expect(page.contains("<li><a href=\"02-two.html\" aria-current=\"page\"><span class=\"outline-number\">2"))
    }

    @Test func theContentsShowTheSectionsOfTheOpenChapterAlone() throws {
        let (first, second) = (try #require(book.files(0)["01-one.html"]), try #require(book.files(1)["02-two.html"]))
        #expect(first.contains("<li><a href=\"#sec-start\">Start</a></li>"))
        #expect(!second.contains("class=\"sections\""))
    }

    @Test func pagesLeadBackAndOn() throws {
        let page = try #require(book.files(1)["02-two.html"])
        #expect(page.contains("<a href=\"01-one.html\" rel=\"prev\">"))
        #expect(page.contains("<a href=\"03-three.html\" rel=\"next\">"))
        #expect(page.contains("<nav class=\"crumbs\" aria-label=\"Breadcrumb\"><ol><li><a href=\"index.html\">"))
    }

    @Test func theThemeIsSetBeforeAnyStyleSheet() throws {
        let page = try #require(book.files(0)["01-one.html"])
        let script = try #require(page.firstRange(of: "<script src=\"assets/theme.js\"></script>"))
        let sheet = try #require(page.firstRange(of: "rel=\"stylesheet\""))
        #expect(script.upperBound < sheet.lowerBound)
    }

    @Test func aPreviewOfASectionHasItsFirstParagraph() throws {
        let piece = try #require(book.files(0)["assets/previews/01-one.js"])
        #expect(piece.hasPrefix("longhandPreviews(\"01-one\", {\"sec-start\": \"<h2 id=\\\"sec-start\\\">Start"))
        #expect(piece.contains("<p>First words.</p>"))
        #expect(!piece.contains("Second words") && !piece.contains("Last words"))
    }

    @Test func referencesLeadToWhatPreviewsKnow() throws {
        let page = try #require(book.files(1)["02-two.html"])
        #expect(page.contains("href=\"01-one.html#sec-start\""))
    }
}

@Suite struct SearchTextTests {
    @Test func proseIsFoundInItsSection() {
        let book = PlainBook(
            ("a.md", "# A\n\nBefore.\n\n## B\n\n- one\n- two\n\n> [!NOTE]\n> three[^1]\n\n[^1]: four\n"))
        #expect(book.texts(0).map(\.title) == ["A", "B"])
        #expect(book.texts(0).map(\.text) == ["Before.", "one two three four"])
        #expect(book.texts(0).map(\.anchor) == ["", "b"])
    }

    @Test func codeFormulasAndTablesAreFoundByThemselves() {
        let markdown = """
            # A

            ``` python {#lst-f}
            def f(): pass
            ```

            $$ \\frac{a}{b} $$ {#eq-q}

            | head |
            |---|
            | cell |

            : The caption. {#tbl-t}
            """
        let texts = PlainBook(("a.md", markdown)).texts(0).dropFirst()
        #expect(texts.map(\.anchor) == ["lst-f", "eq-q", "tbl-t"])
        #expect(texts.map(\.kind) == [.code, .formula, .table])
        #expect(texts.map(\.text) == ["def f(): pass", "\\frac{a}{b}", "The caption. · head · cell"])
        #expect(texts.map(\.title) == ["Listing 1.1", "Equation 1.1", "Table 1.1"])
    }

    @Test func theTeXOfFormulasInALineIsFound() {
        let texts = PlainBook(("a.md", "# A\n\nThe slope $\\partial L$ here.\n")).texts(0)
        #expect(texts.map(\.text) == ["The slope ∂ L here. \\partial L"])
    }

    @Test func theFileOfTextsCanEndNoScript() throws {
        let file = try #require(
            PlainBook(("a.md", "# A\n\n`\"\\` and \u{2028}\n")).files(0)["assets/search/a.js"])
        #expect(file == "longhandTexts(\"a\", [[\"\", \"text\", \"A\", \"\\\"\\\\ and\"]]);\n")
    }
}

@Suite struct NumberedListingTests {
    @Test func aListingWithALabelHasLineNumbers() throws {
        let page = try #require(PlainBook(("a.md", "# A\n\n``` text {#lst-f}\nx\n\ny\n```\n")).files(0)["a.html"])
        #expect(page.contains(" data-lines=\"1\n2\n3\">"))
    }

    @Test func aListingWithoutALabelHasNone() throws {
        let page = try #require(PlainBook(("a.md", "# A\n\n```\nx\n```\n")).files(0)["a.html"])
        #expect(!page.contains("data-lines"))
    }
}
