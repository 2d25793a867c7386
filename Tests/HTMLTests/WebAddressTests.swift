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
}
