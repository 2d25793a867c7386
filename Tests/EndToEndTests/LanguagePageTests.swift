import Foundation
import Support
import Testing

/// A book in German: its words, its numbers, and what stays as it is.
struct LanguagePageTests {
    @Test func pagesAreInTheLanguageOfTheBook() throws {
        let scratch = try Scratch()
        try Fixture.write(to: scratch)
        let settings = try scratch.read("book/book.yml")
        try scratch.write("book/book.yml", settings.replacing("language: en", with: "language: de"))
        let run = try Program.run("build", "book", "-o", "out", in: scratch.path)
        #expect(run.exit == 0, "\(run.errors)")
        let page = try scratch.read("out/01-net.html")
        for part in [
            "<html lang=\"de\">", "Abbildung 1.1.", "Tabelle 1.", "„", "Zum Text", "Weiter", "Fußnote 1",
            "first.y1 = 0.7319417133694889", ">0,7319<",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(!page.contains(">Figure ") && !page.contains(">Next<"))
        #expect(try scratch.read("out/index.html").contains(">Inhalt<"))
        #expect(try scratch.read("out/values.json").contains("0.7319417133694889"))
        let csv = try scratch.tree("out").filter { $0.key.hasSuffix(".csv") && $0.key.hasPrefix("figures/") }
        #expect(csv.values.contains { String(decoding: $0, as: UTF8.self).contains("0.") })
    }
}
