import HTML
import Testing

@Suite struct SerialisingTests {
    @Test(arguments: [
        ("a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; 'e'"),
        ("&amp; stays what was written", "&amp;amp; stays what was written"),
        ("é\u{1F600}\u{A0}−", "é\u{1F600}\u{A0}−"),
        ("a\0b", "a\u{FFFD}b"),
        ("a\r\nb", "a&#13;\nb"),
        ("", ""),
        ("]]> -->", "]]&gt; --&gt;"),
    ])
    func textIsEscaped(text: String, html: String) {
        #expect(HTMLNode.text(text).serialized() == html)
        #expect(HTMLNode.p(with: [.title(text)]).serialized() == "<p title=\"\(html)\"></p>")
    }

    @Test func trustedMarkupGoesOutAsItIs() {
        #expect(HTMLNode.p(.trusted("<i>&amp;</i>")).serialized() == "<p><i>&amp;</i></p>")
    }

    @Test func attributesKeepTheirOrder() {
        let node: HTMLNode = .a(class: "next", id: "n", with: [.href("b.html"), .title("B"), .label("next")], "B")
        #expect(
            node.serialized()
                == "<a id=\"n\" class=\"next\" href=\"b.html\" title=\"B\" aria-label=\"next\">B</a>")
    }

    @Test func booleanAttributesAreEmpty() {
        let node: HTMLNode = .details(with: [.present("open")], .summary("Why?"))
        #expect(node.serialized() == "<details open=\"\"><summary>Why?</summary></details>")
    }

    @Test func voidElementsHaveNoEndTag() {
        #expect(HTMLNode.p("a", .br(), "b", .hr()).serialized() == "<p>a<br />b<hr /></p>")
        let image: HTMLNode = .img(with: [.src("a b.svg"), .alt("")])
        #expect(image.serialized() == "<img src=\"a%20b.svg\" alt=\"\" />")
    }

    @Test func emptyElementsHaveAnEndTag() {
        #expect(HTMLNode.div().serialized() == "<div></div>")
        #expect(HTMLNode.script(with: [.src("a.js")]).serialized() == "<script src=\"a.js\"></script>")
    }

    @Test func noWhiteSpaceComesOrGoes() {
        let node: HTMLNode = .div("  a\n", .fragment([.p("b"), "\n\t"]), .text(""))
        #expect(node.serialized() == "<div>  a\n<p>b</p>\n\t</div>")
        #expect(HTMLNode.ul(.lines([.li("a"), .li("b")])).serialized() == "<ul><li>a</li>\n<li>b</li>\n</ul>")
    }

    @Test func aLineFeedAtTheStartOfPreSurvives() {
        #expect(HTMLNode.pre("\na").serialized() == "<pre>\n\na</pre>")
        #expect(HTMLNode.pre("", .fragment(["\n"])).serialized() == "<pre>\n\n</pre>")
        #expect(HTMLNode.pre(.code("\na")).serialized() == "<pre><code>\na</code></pre>")
    }

    @Test func interpolatedTextIsEscapedToo() {
        let name = "<b>"
        #expect(HTMLNode.p("Hello \(name)").serialized() == "<p>Hello &lt;b&gt;</p>")
    }

    @Test(arguments: [
        (HTMLNode.script("if (a < b && c) x = \"</script>\""), "if (a < b && c) x = \"\\u003c/script>\""),
        (HTMLNode.script("x = '<!-- <script'"), "x = '\\u003c!-- \\u003cscript'"),
        (HTMLNode.script("x = '<", "/script>'"), "x = '\\u003c/script>'"),
        (HTMLNode.style("a > b { content: \"</style><&\" }"), "a > b { content: \"\\3c /style><&\" }"),
        (HTMLNode.style(.trusted("a < b")), "a < b"),
    ])
    func scriptsAndStylesCannotEndEarly(node: HTMLNode, content: String) {
        let html = node.serialized()
        #expect(html == "<script>\(content)</script>" || html == "<style>\(content)</style>")
    }

    @Test func aPageBeginsWithItsDocumentType() {
        let page = HTMLWriter.page(.html(with: [.lang("en")], .body("x")))
        #expect(String(decoding: page, as: UTF8.self) == "<!DOCTYPE html>\n<html lang=\"en\"><body>x</body></html>\n")
    }

    @Test func plainTextIsWhatAReaderSees() {
        let node: HTMLNode = .p("a & ", .em("b"), .fragment(["c"]), .trusted("<i>x</i>"))
        #expect(node.plainText == "a & bc")
    }

    @Test func wrongNamesAndContentAreOurOwnBugs() async {
        await #expect(processExitsWith: .failure) { _ = HTMLTag("a b") }
        await #expect(processExitsWith: .failure) { _ = HTMLAttribute("on\"click", "") }
        await #expect(processExitsWith: .failure) { _ = HTMLNode.br("x") }
        await #expect(processExitsWith: .failure) { _ = HTMLNode.script(.b("x")).serialized() }
    }
}
