import HTML
import Testing
import Typesetting

@Suite struct HighlighterTests {
    @Test(arguments: [
        ("x = 1", "python", "x = <span class=\"hljs-number\">1</span>"),
        (
            "if a < b: # \"é\"", "python",
            "<span class=\"hljs-keyword\">if</span> a &lt; b: <span class=\"hljs-comment\"># \"é\"</span>"
        ),
        ("let x = 1", "swift", "<span class=\"hljs-keyword\">let</span> x = <span class=\"hljs-number\">1</span>"),
        ("a < b & \"c\"", "no-such-language", "a &lt; b &amp; &quot;c&quot;"),
        ("a < b", "", "a &lt; b"),
        ("", "python", ""),
    ])
    func wordsStandInSpans(code: String, language: String, html: String) throws {
        #expect(try Typesetter(scripts: .debian).highlight(code, language: language).serialized() == html)
    }

    @Test func whatWasHighlightedBeforeChangesNothing() throws {
        let typesetter = try Typesetter(scripts: .debian)
        let first = try typesetter.highlight("s = '''", language: "python")
        _ = try typesetter.highlight("s = '''open", language: "python")
        #expect(try typesetter.highlight("s = '''", language: "python") == first)
    }

    @Test(arguments: [
        ("x = 1", "py", "x = <span class=\"hljs-number\">1</span>"),
        ("x = 1", "Python", "x = <span class=\"hljs-number\">1</span>"),
        ("if x; fi", "sh", "<span class=\"hljs-keyword\">if</span> x; <span class=\"hljs-keyword\">fi</span>"),
        ("int x;", "arduino", "<span class=\"hljs-keyword\">int</span> x;"),
        ("a", "constructor", "a"),
        ("a", "__proto__", "a"),
    ])
    func aliasesAndNamesOfLanguages(code: String, language: String, html: String) throws {
        #expect(try Typesetter(scripts: .debian).highlight(code, language: language).serialized() == html)
    }

    /// Languages within languages come out the same, whichever were loaded before.
    @Test(arguments: [
        ("<style>a { color: red }</style><script>var x = 1</script>", "html"),
        ("<?php echo 1 ?><b>x</b>", "php"),
        ("```\nx = 1\n```\n<b>x</b>", "markdown"),
        (">>> x = 1\nint y;", "fix"),
    ])
    func codeWithinCodeDependsOnNothingBefore(code: String, language: String) throws {
        let typesetter = try Typesetter(scripts: .debian)
        for other in ["sql", "cpp", "javascript", "yaml", "python", "css"] {
            _ = try typesetter.highlight("x", language: other)
        }
        let late = try typesetter.highlight(code, language: language)
        #expect(try Typesetter(scripts: .debian).highlight(code, language: language) == late)
    }
}
