import Diagnostics
import Testing

@Suite struct DiagnosticPrinterTests {
    /// The lines below the first for a diagnostic at the text between `«` and `»`.
    private func snippet(_ text: String, suggestion: String? = nil) -> String {
        let parts = text.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
        let source = SourceText(path: "a.md", text: "\(parts[0])\(rest[0])\(rest[1])")
        let start = parts[0].utf8.count
        let diagnostic = Diagnostic(
            code: "test", "wrong", at: source.range(start, start + rest[0].utf8.count), suggestion: suggestion)
        let printed = DiagnosticPrinter(sources: [source]).text(diagnostic)
        return printed.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
    }

    @Test func aMistakeIsShownInItsLineWithTheLikelyFix() {
        let text = "layers:\n  - h: {activation: sigmiod, W: [[6, -3], [-2, 5]]}\n"
        let source = SourceText(path: "chapters/02-forward.md", text: text)
        let diagnostic = Diagnostic(
            code: "network.activation", "unknown activation 'sigmiod'", at: source.range(28, 35),
            suggestion: "sigmoid")
        #expect(
            DiagnosticPrinter(sources: [source]).text(diagnostic) == """
                chapters/02-forward.md:2:21: error: unknown activation 'sigmiod' [network.activation]
                    2 |   - h: {activation: sigmiod, W: [[6, -3], [-2, 5]]}
                      |                     ^~~~~~~ did you mean 'sigmoid'?

                """)
    }

    @Test func notesFollowWithTheirOwnPlaces() {
        let source = SourceText(path: "a.md", text: "one\ntwo\n")
        let other = SourceText(path: "b.md", text: "three")
        let diagnostic = Diagnostic(
            .warning, code: "name.twice", "'two' is bound twice", at: source.range(4, 7),
            notes: [.init("first bound here", at: other.range(0, 5)), .init("a name is bound once")])
        #expect(
            DiagnosticPrinter(sources: [source, other]).text([diagnostic, diagnostic])
                == String(
                    repeating: """
                        a.md:2:1: warning: 'two' is bound twice [name.twice]
                            2 | two
                              | ^~~
                        b.md:1:1: note: first bound here
                            1 | three
                              | ^~~~~
                              note: a name is bound once

                        """, count: 2))
    }

    @Test(arguments: [
        ("ab«cd»e", "    1 | abcde\n      |   ^~\n"),
        ("ab«»cd", "    1 | abcd\n      |   ^\n"),
        ("ab«»", "    1 | ab\n      |   ^\n"),
        ("«»", "    1 | \n      | ^\n"),
        ("ab\n«»", "    2 | \n      | ^\n"),
        ("é«x»", "    1 | éx\n      |  ^\n"),
        ("e\u{301}«x»", "    1 | e\u{301}x\n      |  ^\n"),
        ("隠れ«層»x", "    1 | 隠れ層x\n      |     ^~\n"),
        ("👩‍🔬«x»", "    1 | 👩‍🔬x\n      |   ^\n"),
        ("🇩🇪«🇫🇷»", "    1 | 🇩🇪🇫🇷\n      |   ^~\n"),
        ("❤️«x»", "    1 | ❤️x\n      |   ^\n"),
        ("✅«x»", "    1 | ✅x\n      |   ^\n"),
        ("\ta\t«x»", "    1 | \ta\tx\n      | \t \t^\n"),
        ("ab«\tx»y", "    1 | ab\txy\n      |   ^~~~~~~\n"),
    ])
    func theCaretStandsByDisplayWidth(text: String, expected: String) {
        #expect(snippet(text) == expected)
    }

    @Test func aRangeOverSeveralLinesMarksItsFirst() {
        #expect(snippet("a «bc\r\nd» e\n") == "    1 | a bc\n      |   ^~\n")
    }

    @Test func anOffsetInsideALineEndingPointsBehindTheLine() {
        #expect(snippet("ab«\n»cd\n") == "    1 | ab\n      |   ^\n")
    }

    @Test func aParagraphOnOneLineIsCutAroundTheMark() {
        let shown = snippet(String(repeating: "before ", count: 40) + "«here»" + String(repeating: " after", count: 40))
        let lines = shown.split(separator: "\n")
        #expect(lines[0].hasPrefix("    1 | …") && lines[0].hasSuffix("…"))
        #expect(lines[0].count <= 8 + 122)
        let caret = lines[1].firstIndex(of: "^").map { lines[1].distance(from: lines[1].startIndex, to: $0) } ?? 0
        #expect(lines[0].dropFirst(caret).prefix(4) == "here")
        #expect(lines[1].hasSuffix("^~~~"))
    }

    @Test func aLongMarkedStretchIsCutToo() {
        let lines = snippet("x = «" + String(repeating: "y+", count: 200) + "» end").split(separator: "\n")
        #expect(lines[0].count <= 8 + 122)
        #expect(lines[0].hasPrefix("    1 | x = y+y+") && lines[0].hasSuffix("y+…"))
        #expect(lines[1].drop { $0 != "^" }.count == 60)
    }

    @Test func whatAnAuthorWroteCannotSteerTheTerminal() {
        let source = SourceText(path: "a\u{7}.md", text: "x \u{1B}[31m\u{202E}y")
        let diagnostic = Diagnostic(code: "test", "unknown '\u{1B}[2J'", at: source.range(2, 3))
        #expect(
            DiagnosticPrinter(sources: [source]).text(diagnostic) == """
                a␇.md:1:3: error: unknown '␛[2J' [test]
                    1 | x ␛[31m\u{FFFD}y
                      |   ^

                """)
    }

    @Test func aFileThatWasNotReadIsNamedAlone() {
        let diagnostic = Diagnostic(code: "test", "gone", at: SourceRange(file: "no.md", start: 3, end: 4))
        #expect(DiagnosticPrinter(sources: []).text(diagnostic) == "no.md: error: gone [test]\n")
    }

    @Test func aPlaceBehindTheFileIsItsEnd() {
        let source = SourceText(path: "a.md", text: "ab\nc")
        let printer = DiagnosticPrinter(sources: [source])
        #expect(printer.position(of: source.range(99, 100)) == Position(line: 2, column: 2))
    }

    @Test func bytesThatAreNoTextAreShownAsReplacements() {
        let source = SourceText(path: "a.md", bytes: [0x61, 0xFF, 0x62])
        let diagnostic = Diagnostic(code: "text", "not UTF-8", at: source.range(1, 2))
        #expect(
            DiagnosticPrinter(sources: [source]).text(diagnostic)
                == "a.md:1:2: error: not UTF-8 [text]\n    1 | a\u{FFFD}b\n      |  ^\n")
    }

    @Test func colourIsPutAroundPlaceKindMessageAndMarks() {
        let source = SourceText(path: "a.md", text: "ab")
        let diagnostic = Diagnostic(code: "test", "wrong", at: source.range(1, 2))
        let escape = "\u{1B}["
        #expect(
            DiagnosticPrinter(sources: [source], colour: true).text(diagnostic) == """
                \(escape)1ma.md:1:2\(escape)0m: \(escape)1;31merror:\(escape)0m \(escape)1mwrong\(escape)0m [test]
                    1 | ab
                      |  \(escape)1;31m^\(escape)0m

                """)
    }
}
