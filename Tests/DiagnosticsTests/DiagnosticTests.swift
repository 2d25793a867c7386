import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    private func found(_ file: String, _ start: Int, _ end: Int, _ message: String) -> Diagnostic {
        Diagnostic(code: "test", message, at: SourceRange(file: file, start: start, end: end))
    }

    @Test func theyComeInTheOrderOfTheBook() {
        let diagnostics = [
            found("z.md", 0, 1, "no part of the book, last by name"),
            found("b.md", 9, 9, "first file, later place"),
            found("a.md", 1, 2, "second file"),
            found("b.md", 4, 9, "first file, wider"),
            found("b.md", 4, 6, "first file, found first"),
            found("b.md", 4, 6, "first file, found second"),
            found("y.md", 5, 6, "no part of the book, first by name"),
        ]
        let sorted = diagnostics.inSourceOrder(of: ["b.md", "a.md"]).map(\.message)
        #expect(
            sorted == [
                "first file, found first", "first file, found second", "first file, wider", "first file, later place",
                "second file", "no part of the book, first by name", "no part of the book, last by name",
            ])
    }

    @Test func warningsAreNoErrors() {
        let range = SourceRange(file: "a.md", start: 0, end: 0)
        let warning = Diagnostic(.warning, code: "test", "a doubt", at: range)
        #expect(![Diagnostic]().hasErrors)
        #expect(![warning].hasErrors)
        #expect([warning, Diagnostic(code: "test", "a mistake", at: range)].hasErrors)
    }
}
