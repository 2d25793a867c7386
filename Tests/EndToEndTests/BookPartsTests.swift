import Foundation
import Support
import Testing

/// Parts, appendices and included files on the pages, and when they are made again.
struct BookPartsTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write(
            "book/book.yml",
            "title: Book\nparts:\n  - {title: First part, chapters: [b]}\n  - {title: Second part, chapters: [a]}\n"
                + "appendices: [c]\n")
        try scratch.write("book/01-a.md", "# A\n\nSee @fig-net.\n\n```{include} shared/x.md\n```\n")
        try scratch.write("book/02-b.md", "# B\n\n```{include} shared/x.md\n```\n")
        try scratch.write("book/03-c.md", "# C\n\n```{include} _net.md\n```\n")
        try scratch.write("book/shared/x.md", "One and one are `{=} 1 + 1`.\n")
        try scratch.write(
            "book/_net.md",
            "```{network} toy\n#| label: fig-net\n#| caption: A network.\ninputs: [x]\nlayers:\n  - y: {W: [[1]]}\n```\n"
        )
    }

    private func build(_ options: String...) throws -> ProgramRun {
        let run = try Program.run(["build", "book", "-o", "out", "--explain"] + options, in: scratch.path)
        #expect(run.exit == 0, "\(run.errors)")
        return run
    }

    @Test func theContentsShowPartsAndAppendices() throws {
        _ = try build()
        let index = try scratch.read("out/index.html")
        let order = ["First part<", "02-b.html", "Second part<", "01-a.html", "Appendices<", "03-c.html"]
        let places = try order.map { try #require(index.range(of: $0), "\($0)").lowerBound }
        #expect(places == places.sorted())
        #expect(try scratch.read("out/03-c.html").contains("Figure A.1."))
        #expect(try scratch.read("out/01-a.html").contains("Figure\u{A0}A.1"))
    }

    @Test func whatIncludesAFileIsMadeAgainWithIt() throws {
        _ = try build()
        try scratch.write("book/shared/x.md", "Two and two are `{=} 2 + 2`.\n")
        #expect(
            try build().errors == """
                01-a.md: 'shared/x.md', from which it is made, changed
                02-b.md: 'shared/x.md', from which it is made, changed

                """)
        #expect(try scratch.read("out/02-b.html").contains(">4<"))
    }

    @Test func aWarningInAFileOfSeveralChaptersStays() throws {
        try scratch.write("book/shared/x.md", "# Two titles\n")
        let first = try build().diagnostics
        #expect(first.count == 1 && first[0].contains("shared/x.md:1:1"))
        try scratch.write("book/01-a.md", "# A\n\nSee @fig-net, again.\n\n```{include} shared/x.md\n```\n")
        let second = try build()
        #expect(second.diagnostics == first)
        #expect(second.errors.contains("02-b.md: 'shared/x.md', which it includes too, has warnings"))
    }
}
