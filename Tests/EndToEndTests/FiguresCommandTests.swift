import Foundation
import Support
import Testing

/// `longhand figures` and what both commands for pictures share: formats, widths, standard output.
struct FiguresCommandTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try Fixture.write(to: scratch)
    }

    private func run(_ words: String...) throws -> ProgramRun { try Program.run(words, in: scratch.path) }

    @Test func everyFigureOfTheBookIsDrawnInEveryFormat() throws {
        #expect(try run("build", "book", "-o", "out").exit == 0)
        let run = try run("figures", "book", "-o", "all", "--formats", "svg,pdf,json,csv")
        #expect(run.exit == 0 && run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
        let pages = try scratch.names("out/figures").filter { !$0.hasSuffix("-dark.svg") && $0.hasSuffix(".svg") }
        #expect(pages.count >= 3)
        let names = pages.map { String($0.dropLast(4)) }
        let wanted = names.flatMap { ["\($0).csv", "\($0).json", "\($0).pdf", "\($0).svg"] }
        #expect(try scratch.names("all").sorted() == wanted.sorted())
        for name in pages { #expect(try scratch.bytes("all/\(name)") == scratch.bytes("out/figures/\(name)")) }
    }

    @Test func ofOneChapterOnlyItsOwnAreDrawn() throws {
        #expect(try run("figures", "book/02-more.md", "-o", "all", "--formats=svg").exit == 0)
        #expect(try !scratch.names("all").isEmpty)
        #expect(try !scratch.names("all").contains("fig-toy.svg"))
    }

    @Test func otherFilesOfTheFolderStay() throws {
        try scratch.write("all/mine.txt", "mine")
        #expect(try run("figures", "book", "-o", "all", "--dark", "--dpi", "72").exit == 0)
        #expect(try scratch.read("all/mine.txt") == "mine")
        #expect(try scratch.names("all").contains("fig-toy-dark.png"))
    }

    @Test func oneThreadDrawsWhatManyDraw() throws {
        #expect(try run("figures", "book", "-o", "one", "--formats", "png,svg", "--threads", "1").exit == 0)
        #expect(try run("figures", "book", "-o", "many", "--formats", "png,svg", "--threads", "7").exit == 0)
        let names = try scratch.names("one")
        #expect(try names == scratch.names("many") && !names.isEmpty)
        for name in names { #expect(try scratch.bytes("one/\(name)") == scratch.bytes("many/\(name)")) }
    }

    @Test func aBookWithMistakesDrawsNothing() throws {
        try scratch.write("book/03-bad.md", "# Bad\n\n`{=} nope`\n")
        #expect(try run("figures", "book", "-o", "all").exit == 1)
        #expect(try !scratch.names("").contains("all"))
    }

    @Test func standardOutputTakesAPicture() throws {
        let piped = try run("figure", "book/01-net.md#fig-toy", "-o", "-", "--format", "svg")
        #expect(piped.exit == 0 && piped.errors.isEmpty)
        #expect(try run("figure", "book/01-net.md#fig-toy", "-o", "a.svg").exit == 0)
        #expect(try piped.output == scratch.read("a.svg"))
    }

    @Test(arguments: [("column", "249.45"), ("page", "510.24"), ("slide", "960"), ("400", "400")])
    func aWidthIsThatOfThePicture(width: String, points: String) throws {
        let run = try run("figure", "book/01-net.md#fig-toy", "-o", "-", "--format", "svg", "--width", width)
        #expect(run.exit == 0)
        #expect(run.output.contains("width=\"\(points)pt\""), "\(run.output.prefix(200))")
    }

    @Test func aSlideIs16To9() throws {
        #expect(try run("figure", "book/01-net.md#fig-toy", "-o", "a.svg", "--width", "slide").exit == 0)
        #expect(try scratch.read("a.svg").contains("width=\"960pt\" height=\"540pt\" viewBox=\"0 0 960 540\""))
    }

    @Test func lettersThatComeOutTooSmallAreTold() throws {
        let run = try run("figure", "book/01-net.md#fig-toy", "-o", "a.png", "--width", "120")
        #expect(run.exit == 0)
        #expect(run.errors.hasPrefix("longhand: warning: the smallest text in 'a.png' has "))
        // The width it names is wide enough.
        let words = run.errors.split(whereSeparator: { " \n".contains($0) })
        let width = try #require(words.last.map(String.init))
        let wide = try self.run("figure", "book/01-net.md#fig-toy", "-o", "a.png", "--width", width)
        #expect(wide.exit == 0 && wide.errors.isEmpty, "\(wide.errors)")
    }

    private static let toy = ["figure", "book/01-net.md#fig-toy", "-o"]

    @Test(arguments: [
        (toy + ["-"], "which format?"),
        (toy + ["a.png", "--format", "svg"], "'a.png' is no name"),
        (toy + ["a", "--format", "gif"], "'--format' is png, svg, pdf, json or csv"),
        (toy + ["a.json", "--width", "column"], "'--width' means nothing for json"),
        (toy + ["a.png", "--width", "wide"], "'--width' is column, page, slide"),
        (["figures", "book"], "where to?"),
        (
            ["figures", "book", "-o", "x", "--formats", "png,gif"],
            "'--formats' lists png, svg, pdf, json and csv, not 'gif'"
        ),
        (["figures", "book", "-o", "x", "--formats", "svg", "--dpi", "72"], "'--dpi' means nothing without png"),
    ])
    func aBadCommandLineIs64(words: [String], message: String) throws {
        let run = try Program.run(words, in: scratch.path)
        #expect(run.exit == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func aFolderThatCannotBeIs74() throws {
        try scratch.write("taken", "a file")
        #expect(try run("figures", "book", "-o", "taken").exit == 74)
        #expect(try scratch.read("taken") == "a file")
    }

    @Test func thePageHasTheNumbersAndTheFile() throws {
        #expect(try run("build", "book", "-o", "out").exit == 0)
        let page = try scratch.read("out/01-net.html")
        #expect(page.contains("<details class=\"numbers\">"))
        #expect(page.contains("href=\"figures/fig-toy.csv\""))
        let csv = try scratch.read("out/figures/fig-toy.csv")
        #expect(csv.contains("w21,weight,-2.0\r\n"))
        #expect(try run("figure", "book/01-net.md#fig-toy", "-o", "-", "--format", "csv").output == csv)
    }

    /// Where an author puts words over words, nothing can keep them apart.
    @Test func whatCannotBeReadIsAnErrorOfCheck() throws {
        let shapes = "shapes:\n  - {text: one, at: [0, 0]}\n  - {text: other, at: [4, 0]}"
        try scratch.write(
            "many/01-a.md", "# A\n\n```{drawing}\n#| label: fig-many\n#| alt: Two words.\n\(shapes)\n```\n")
        let check = try run("check", "many")
        #expect(check.exit == 1)
        #expect(check.diagnostics.count == 1)
        #expect(
            check.diagnostics.first?.hasPrefix("many/01-a.md:3:4: error: the figure 'fig-many' cannot be read: ")
                == true)
        let build = try run("build", "many", "-o", "out")
        #expect(build.exit == 0)
        #expect(build.diagnostics.first?.contains(": warning: the figure 'fig-many' cannot be read: ") == true)
    }

    @Test func aDirectiveThatIsEchoedStandsAboveItsFigure() throws {
        try scratch.write(
            "echo/01-a.md",
            "# A\n\n```{data} d\n#| echo: true\n#| display: none\nx, t\n1, 2\n```\n\n```{plot} [1, 2]\n#| echo: false\n```\n"
        )
        #expect(try run("build", "echo", "-o", "out").exit == 0)
        let page = try scratch.read("out/01-a.html")
        #expect(page.components(separatedBy: "class=\"code-panel\"").count == 2)
        let words = page.replacingOccurrences(of: "<[^>]*>", with: "", options: .regularExpression)
        #expect(words.contains("```{data} d\n#| display: none\nx, t\n1, 2\n```\n"))
        #expect(!words.contains("echo"))
    }

    @Test func theGalleryHasNoMistakes() throws {
        let run = try Program.run("check", "docs/gallery")
        #expect(run.exit == 0 && run.errors.isEmpty, "\(run.errors)")
    }
}
