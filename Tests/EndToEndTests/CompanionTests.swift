import Foundation
import Support
import Testing

/// The card of figures and tables that a reader keeps in view.
struct CompanionTests {
    private func page(_ name: String) throws -> ParsedPage {
        try #require(try BuiltSite.Name.fixture.site().pages.first { $0.name == name }).page
    }

    private let numbers = [
        "01-net.html#fig-toy", "01-net.html#tbl-grad", "01-net.html#tbl-mine", "01-net.html#fig-taps",
    ]

    @Test(arguments: ["01-net.html", "02-more.html"]) func everyChapterHasIt(chapter: String) throws {
        let page = try page(chapter)
        #expect(page.all("aside").filter { $0.attributes["class"] == "companion" }.count == 1)
        let inCard = page.elements.filter { $0.inside.contains("aside") && $0.attributes["class"] != "callout-title" }
        #expect(inCard.compactMap { $0.attributes["href"] } == numbers)
        let images = inCard.filter { $0.name == "img" }
        #expect(images.map { $0.attributes["src"] } == ["figures/fig-toy.svg", "taps.svg"])
        #expect(inCard.filter { $0.name == "table" }.count == 2)
        #expect(inCard.allSatisfy { $0.attributes["id"] == nil && $0.attributes["data-value"] == nil })
        let head = page.elements.filter { $0.inside.contains("header") }.compactMap { $0.attributes["href"] }
        #expect(head == ["index.html", chapter, "companion.html"])
    }

    @Test func itIsAPageOfItsOwn() throws {
        let page = try page("companion.html")
        #expect(page.all("article").map { $0.attributes["class"] } == ["card"])
        let links = page.elements.filter { $0.inside.contains("figcaption") }.compactMap { $0.attributes["href"] }
        #expect(links == numbers)
        #expect(page.values("id") == ["page:content", "page:search", "page:results", "page:keys"])
        // The alternative text is the one the chapter has.
        let alt = try self.page("01-net.html").all("img").filter { $0.attributes["src"] == "figures/fig-toy.svg" }
            .map { $0.attributes["alt"] }
        #expect(alt.count == 2 && Set(alt).count == 1)
        #expect(page.all("img").first?.attributes["alt"] == alt.first)
    }

    @Test func aChapterAloneHasWhatItKnowsOfIt() throws {
        let scratch = try Scratch()
        try Fixture.write(to: scratch, hasCard: true)
        let run = try Program.run("build", "book/01-net.md", "-o", "one", in: scratch.path)
        #expect(run.errors.isEmpty, "\(run.errors)")
        #expect(try scratch.tree("one")["companion.html"] != nil)
    }

    @Test func aBookWithoutOneHasNone() throws {
        let scratch = try Scratch()
        try Fixture.chapter("# A", in: scratch)
        let run = try Program.run("build", "book", "-o", "out", in: scratch.path)
        #expect(run.errors.isEmpty, "\(run.errors)")
        let files = try scratch.tree("out")
        #expect(files["companion.html"] == nil)
        #expect(!String(decoding: try #require(files["01-a.html"]), as: UTF8.self).contains("companion"))
    }
}
