import Foundation
import Support
import Testing

/// What a published book tells other machines.
struct AnnouncementTests {
    private func built(url: String?) throws -> Scratch {
        let scratch = try Scratch()
        let address = url.map { "url: \($0)\n" } ?? ""
        try scratch.write("book/book.yml", "title: A book </script> of & signs\nauthor: Somebody\n\(address)")
        try scratch.write(
            "book/01-one.md", "---\ntitle: One & `{=} 1 + 1`\ndescription: About 1 < 2.\n---\n\nWords.\n")
        let run = try Program.run(["build", "book", "-o", "out"], in: scratch.path)
        #expect(run.exit == 0, "\(run.errors)")
        return scratch
    }

    @Test func aPageSaysWhatItIs() throws {
        let page = try built(url: "https://example.org/b").read("out/01-one.html")
        #expect(page.contains(#"<meta property="og:title" content="One &amp; 2" />"#))
        #expect(page.contains(#"<meta property="og:url" content="https://example.org/b/01-one.html" />"#))
        let parts = page.components(separatedBy: #"<script type="application/ld+json">"#)
        let text = try #require(parts.last?.components(separatedBy: "</script>").first)
        let facts = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(facts["@type"] as? [String] == ["Chapter", "LearningResource"])
        #expect(facts["name"] as? String == "One & 2")
        #expect((facts["isPartOf"] as? [String: String])?["name"] == "A book </script> of & signs")
        #expect((facts["author"] as? [String: String])?["name"] == "Somebody")
    }

    @Test func theMapListsEveryPage() throws {
        let map = try built(url: "https://example.org/b").read("out/sitemap.xml")
        let addresses = map.matches(of: #/<loc>([^<]*)<\/loc>/#).map { String($0.1) }
        #expect(addresses == ["https://example.org/b/", "https://example.org/b/01-one.html"])
    }

    @Test func aBookThatIsNotPublishedSaysNothing() throws {
        let scratch = try built(url: nil)
        let page = try scratch.read("out/01-one.html")
        #expect(!page.contains("og:") && !page.contains("ld+json"))
        #expect(!FileManager.default.fileExists(atPath: scratch("out/sitemap.xml")))
    }
}
