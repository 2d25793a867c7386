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
}
