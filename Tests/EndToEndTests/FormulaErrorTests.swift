import Support
import Testing

/// A mistake in TeX is shown where it was written.
struct FormulaErrorTests {
    private func check(_ text: String) throws -> [String] {
        let scratch = try Scratch()
        try Fixture.chapter("---\ntitle: T\n---\n" + text, in: scratch)
        let run = try Program.run("check", "book", in: scratch.path)
        #expect(run.exit == (run.diagnostics.isEmpty ? 0 : 1))
        return run.diagnostics.map { String($0.dropFirst("book/01-a.md:".count)) }
    }

    @Test func everyWrongFormulaIsReportedAtItsCommand() throws {
        let found = try check("é $\\foo$ and\n\n$$ x + \\bar{y} + \\nope $$\n\n- > $\\also$\n")
        #expect(
            found == [
                "4:5: error: Undefined control sequence: \\foo [math.tex]",
                "6:18: error: Undefined control sequence: \\nope [math.tex]",
                "8:6: error: Undefined control sequence: \\also [math.tex]",
            ])
    }

    @Test func oneThatStandsTwiceIsReportedTwice() throws {
        let found = try check("$\\foo$ and $\\foo$\n\n## $\\foo$\n")
        #expect(found.map { $0.prefix(while: { $0 != "e" }) } == ["4:2: ", "4:13: ", "6:5: "])
    }

    @Test func aTableCellKeepsItsColumns() throws {
        let found = try check("| a \\| b | c |\n|---|---|\n| é $\\ne$ | $x \\| \\foo$ |\n")
        #expect(found == ["6:20: error: Undefined control sequence: \\foo [math.tex]"])
    }

    @Test func aValueBeforeItDoesNotMoveIt() throws {
        let found = try check("$\\val{1/3:.12f} + \\val*{-2} = \\foo$\n")
        #expect(found == ["4:31: error: Undefined control sequence: \\foo [math.tex]"])
    }

    @Test func captionsAndTitlesAreChecked() throws {
        let found = try check(
            """
            ```{plot} [1, 2]
            #| label: fig-a
            #| caption: The $\\foo$ of `{=} 1`.
            #| title: A $\\bat$
            ```

            """)
        #expect(
            found == [
                "6:18: error: Undefined control sequence: \\foo [math.tex]",
                "7:14: error: Undefined control sequence: \\bat [math.tex]",
            ])
    }

    @Test func aMacroOfTheBookIsKnown() throws {
        let scratch = try Scratch()
        try Fixture.write(to: scratch)
        try scratch.write("book/01-net.md", "# N\n\n## A {#sec-a}\n\n$x \\in \\R$ and $\\Q$\n")
        try scratch.write("book/02-more.md", "# M\n")
        let run = try Program.run("check", "book", in: scratch.path)
        #expect(run.diagnostics == ["book/01-net.md:5:17: error: Undefined control sequence: \\Q [math.tex]"])
    }
}
