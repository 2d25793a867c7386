import HTML
import Testing

@Suite struct WebAddressTests {
    /// The right sides are what cmark-gfm writes.
    @Test(arguments: [
        ("https://a.org/b?c=d&e=f#g", "https://a.org/b?c=d&amp;e=f#g"),
        ("a b", "a%20b"),
        ("a%20b", "a%20b"),
        ("é/日", "%C3%A9/%E6%97%A5"),
        ("it's", "it&#x27;s"),
        ("a\"b<c>", "a%22b%3Cc%3E"),
        ("[x]`\\^{|}", "%5Bx%5D%60%5C%5E%7B%7C%7D"),
        ("-_.+!*(),%#@?=;:/$~", "-_.+!*(),%#@?=;:/$~"),
        ("a\tb\n", "a%09b%0A"),
        ("", ""),
    ])
    func whatAnAddressMayNotHoldIsEncoded(address: String, html: String) {
        #expect(HTMLNode.a(with: [.href(address)]).serialized() == "<a href=\"\(html)\"></a>")
    }

    @Test(arguments: [
        ("https://a.org", "https"), ("HTTP://a.org", "http"), ("mailto:a@b.c", "mailto"),
        ("javascript:alert(1)", "javascript"), ("JavaScript:x", "javascript"),
        ("\u{1} java\nscript\t:x", "javascript"), ("data:text/html,x", "data"),
        ("02-forward.html", nil), ("#sec-x", nil), ("a/b:c", nil), ("?a:b", nil), (":x", nil), ("1a:b", nil), ("", nil),
        ("é:x", nil),
    ])
    func theSchemeIsReadAsABrowserReadsIt(address: String, scheme: String?) {
        #expect(WebAddress.scheme(of: address) == scheme)
    }

    @Test(arguments: ["https://a.org", "a.html", "#x", "mailto:a@b.c", "//a.org", "a:b"])
    func harmlessOrNot(address: String) {
        #expect(WebAddress.isHarmless(address) == (address != "a:b"))
    }

    @Test(arguments: [
        "javascript:x", "vbscript:x", "data:text/html,x", "file:///etc/passwd", " javascript:x", "java\tscript:x",
    ])
    func codeAndFilesAreNotHarmless(address: String) {
        #expect(!WebAddress.isHarmless(address))
    }
}
