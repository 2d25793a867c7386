import Foundation
import Support
import Testing

/// A site whose pages are looked at.
struct BuiltSite: Sendable {
    let files: [String: Data]
    let pages: [(name: String, page: ParsedPage)]

    init(folder: String, in scratch: Scratch) throws {
        files = try scratch.tree(folder)
        pages = files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
            .map { ($0.key, ParsedPage($0.value)) }
        #expect(pages.count > 2)
    }

    enum Name: String, CaseIterable {
        case fixture, tutorial

        func site() throws -> BuiltSite {
            try (self == .fixture ? BuiltSite.fixture : BuiltSite.tutorial).get()
        }
    }

    private static let fixture = Result {
        let scratch = try Scratch()
        try Fixture.write(to: scratch, hasCard: true)
        let run = try Program.run("build", "book", "-o", "out", in: scratch.path)
        #expect(run.errors.isEmpty, "\(run.errors)")
        return try BuiltSite(folder: "out", in: scratch)
    }

    private static let tutorial = Result { try BuiltSite(folder: "out", in: Tutorial.built.get().scratch) }
}

@Suite struct PageTests {
    @Test(arguments: BuiltSite.Name.allCases) func pagesAreWellFormed(name: BuiltSite.Name) throws {
        for (file, page) in try name.site().pages { #expect(page.problems.isEmpty, "\(file)") }
    }

    @Test(arguments: BuiltSite.Name.allCases) func idsAreUnique(name: BuiltSite.Name) throws {
        for (file, page) in try name.site().pages {
            let twice = Dictionary(grouping: page.values("id"), by: { $0 }).filter { $0.value.count > 1 }.keys
            #expect(twice.isEmpty, "\(file)")
        }
    }

    @Test(arguments: BuiltSite.Name.allCases) func everyAddressLeadsSomewhere(name: BuiltSite.Name) throws {
        let (files, pages) = (try name.site().files, try name.site().pages)
        let anchors = Dictionary(uniqueKeysWithValues: pages.map { ($0.name, Set($0.page.values("id"))) })
        for (file, page) in pages {
            for address in page.values("href") + page.values("src") + page.values("srcset") where !isExternal(address) {
                let parts = address.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                let target = try parts[0].isEmpty ? file : #require(parts[0].removingPercentEncoding)
                #expect(files[target] != nil, "\(file) → \(address)")
                if parts.count > 1 { #expect(anchors[target]?.contains(parts[1]) == true, "\(file) → \(address)") }
            }
        }
    }

    private func isExternal(_ address: String) -> Bool { address.hasPrefix("http:") || address.hasPrefix("https:") }

    @Test(arguments: BuiltSite.Name.allCases) func nothingIsFetchedFromElsewhere(name: BuiltSite.Name) throws {
        for (file, page) in try name.site().pages {
            let scripts = ["assets/theme.js", "assets/longhand.js", "assets/previews.js"]
            #expect(page.all("script").map { $0.attributes["src"] } == scripts, "\(file)")
            #expect(page.all("iframe").isEmpty, "\(file)")
            let loaded =
                page.values("src") + page.values("srcset") + page.all("link").compactMap { $0.attributes["href"] }
            #expect(loaded.allSatisfy { !isExternal($0) && !$0.hasPrefix("//") }, "\(file)")
            #expect(page.values("style").allSatisfy { !$0.contains("url(") }, "\(file)")
        }
    }

    @Test(arguments: BuiltSite.Name.allCases) func styleSheetsAndPicturesFetchNothing(name: BuiltSite.Name) throws {
        let files = try name.site().files
        let sheets = files.filter { $0.key.hasSuffix(".css") }
        #expect(sheets.count >= 2)
        for (file, sheet) in sheets {
            let text = String(decoding: sheet, as: UTF8.self)
            #expect(!text.contains("@import"), "\(file)")
            for match in text.matches(of: #/url\(["']?([^"')]*)["']?\)/#) where !match.1.hasPrefix("data:") {
                let folder = file.split(separator: "/").dropLast().joined(separator: "/")
                #expect(files["\(folder)/\(match.1)"] != nil, "\(file) → \(match.1)")
            }
        }
        for (file, picture) in files where file.hasSuffix(".svg") {
            let text = String(decoding: picture, as: UTF8.self)
            #expect(!text.contains("href=\"http") && !text.contains("url(http"), "\(file)")
        }
    }

    @Test(arguments: BuiltSite.Name.allCases) func everyImageIsDescribed(name: BuiltSite.Name) throws {
        for (file, page) in try name.site().pages {
            for image in page.all("img") { #expect(image.attributes["alt"]?.isEmpty == false, "\(file) \(image)") }
        }
    }

    @Test(arguments: BuiltSite.Name.allCases) func headingsGoDownOneLevelAtATime(name: BuiltSite.Name) throws {
        for (file, page) in try name.site().pages {
            let levels = page.elements.compactMap { $0.name.firstMatch(of: #/^h([1-6])$/#).flatMap { Int($0.1) } }
            #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1, "\(file)")
            for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "\(file)") }
        }
    }

    @Test(arguments: BuiltSite.Name.allCases) func headsAreComplete(name: BuiltSite.Name) throws {
        for (file, page) in try name.site().pages {
            #expect(
                page.elements.first?.name == "html" && page.elements.first?.attributes["lang"]?.hasPrefix("en") == true)
            #expect(page.values("charset") == ["utf-8"], "\(file)")
            #expect(page.all("title").count == 1 && page.all("main").count == 1, "\(file)")
            #expect(page.values("name").contains("viewport"), "\(file)")
        }
    }

    @Test(arguments: BuiltSite.Name.allCases) func tablesAndFormulasCanBeRead(name: BuiltSite.Name) throws {
        for (file, page) in try name.site().pages {
            let heads = page.all("th")
            #expect(heads.allSatisfy { $0.attributes["scope"] == "col" || $0.attributes["scope"] == "row" }, "\(file)")
            let formulas = page.elements.filter { $0.attributes["class"] == "katex" }.count
            #expect(page.all("math").count == formulas, "\(file)")
            if file != "index.html" { #expect(formulas > 0, "\(file)") }
            #expect(page.values("align").isEmpty, "\(file)")
        }
    }

    @Test(arguments: BuiltSite.Name.allCases) func theContentsLeadToEveryChapter(name: BuiltSite.Name) throws {
        let pages = try name.site().pages
        let contents = try #require(pages.first { $0.name == "index.html" })
        let links = contents.page.all("a").filter { $0.inside.contains("ol") }.compactMap { $0.attributes["href"] }
        #expect(links == pages.map(\.name).filter { $0 != "index.html" && $0 != "companion.html" })
        for (file, page) in pages where file != "index.html" {
            #expect(page.all("a").contains { $0.attributes["href"] == "index.html" }, "\(file)")
        }
        let turns = pages.map { page in page.page.all("a").filter { $0.attributes["rel"] != nil }.count }
        #expect(turns.reduce(0, +) == 2 * (links.count - 1))
    }

    @Test func footnotesLeadThereAndBack() throws {
        let page = try #require(try BuiltSite.Name.fixture.site().pages.first { $0.name == "01-net.html" }).page
        #expect(page.all("section").map { $0.attributes["class"] } == ["footnotes"])
        let notes = page.all("a").filter { $0.attributes["href"]?.hasPrefix("#fn") == true }
        #expect(notes.compactMap { $0.attributes["href"] } == ["#fn:1", "#fn:1", "#fnref:1", "#fnref:1:2"])
        #expect(notes.compactMap { $0.attributes["id"] } == ["fnref:1", "fnref:1:2"])
        #expect(notes.allSatisfy { $0.attributes["aria-label"]?.isEmpty == false })
    }
}
