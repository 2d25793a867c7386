import Foundation
import Support
import Testing

/// `build --single-file`: the book as one page that needs nothing else.
struct SingleFileTests {
    @Test func everythingStandsInIt() throws {
        let scratch = try Scratch()
        try Fixture.write(to: scratch, hasCard: true)
        let run = try Program.run(["build", "book", "--single-file", "-o", "book.html"], in: scratch.path)
        #expect(run.exit == 0, "\(run.errors)")
        #expect(run.errors.contains("book.html: "))
        let page = try scratch.read("book.html")
        #expect(page.contains(#"id="02-more""#) && page.contains(#"id="01-net:fig-toy""#))
        let body = page.replacing(#/<(style|script)[^>]*>[\s\S]*?<\/(style|script)>/#, with: "")
        let ids = body.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for match in body.matches(of: #/ href="([^"]*)"/#) {
            let address = String(match.1)
            let isHere = address.hasPrefix("#") && ids.contains(address.dropFirst().removingPercentEncoding ?? "")
            #expect(isHere || address.hasPrefix("data:") || address.hasPrefix("http"), "\(address.prefix(80))")
        }
        for match in body.matches(of: #/ (?:src|srcset)="([^"]*)"/#) { #expect(match.1.hasPrefix("data:")) }
        for match in page.matches(of: #/url\(([^)]*)\)/#) { #expect(match.1.hasPrefix("data:")) }
    }

    @Test func aFolderIsNotReplacedByIt() throws {
        let scratch = try Scratch()
        try Fixture.write(to: scratch)
        let run = try Program.run(["build", "book", "--single-file", "-o", "book"], in: scratch.path)
        #expect(run.exit != 0 && run.errors.contains("'book' is a folder"))
    }
}
