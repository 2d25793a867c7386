import Foundation
import Support
import Testing

struct BookFolderTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try Fixture.write(to: scratch)
    }

    private func run(_ words: String...) throws -> ProgramRun { try Program.run(words, in: scratch.path) }

    @Test func oneChapterIsReadWithThoseItUsesAndNoOther() throws {
        try scratch.write("book/03-broken.md", "`{=} nope` \u{0}\n\n```{netwrok} x\n```\n")
        #expect(try run("build", "book", "-o", "whole").exit == 1)
        let built = try run("build", "book/02-more.md", "-o", "out")
        #expect(built.exit == 0)
        #expect(built.errors.isEmpty, "\(built.errors)")
        let pages = try scratch.names("out").filter { $0.hasSuffix(".html") }
        #expect(pages == ["01-net.html", "02-more.html", "index.html"])
        #expect(try run("build", "book/01-net.md", "-o", "out").errors.isEmpty)
        #expect(try scratch.names("out").filter { $0.hasSuffix(".html") } == ["01-net.html", "index.html"])
        // A link to a chapter that was not built keeps its place in the whole book.
        #expect(try scratch.read("out/01-net.html").contains("href=\"02-more.html#sec-run\""))
    }

    @Test func aChapterKeepsItsNumberWhenBuiltAlone() throws {
        #expect(try run("build", "book/02-more.md", "-o", "out").exit == 0)
        #expect(try scratch.read("out/02-more.html").contains("Figure 2.1."))
    }

    @Test func anIndexIsNoChapter() throws {
        try scratch.write("book/index.md", "# Welcome\n")
        let run = try run("check", "book")
        #expect(run.exit == 1)
        #expect(
            run.diagnostics == [
                "book/index.md:1:1: error: 'index.md' cannot be a chapter: index.html is the contents page [book.index]"
            ])
        #expect(try self.run("values", "book/index.md").exit == 64)
    }

    @Test func aBookWithoutATitleIsCalledByItsFolder() throws {
        try scratch.write("tulips/01-a.md", "# A\n")
        for (path, folder) in [(".", "tulips"), ("../tulips", "tulips"), ("01-a.md", "tulips"), ("..", "tulips/sub")] {
            try scratch.write("tulips/sub/x.txt", "")
            let built = try Program.run(["build", path, "-o", scratch("out")], in: scratch(folder))
            #expect(built.errors.isEmpty, "\(built.errors)")
            #expect(try scratch.read("out/index.html").contains("<title>Tulips</title>"))
        }
    }

    @Test func draftsAreLeftOut() throws {
        try scratch.write("book/09-later.md", "---\ntitle: Later\ndraft: true\n---\n\n`{=} nope`\n")
        let built = try run("build", "book", "-o", "out")
        #expect(built.errors.isEmpty, "\(built.errors)")
        #expect(try !scratch.names("out").contains("09-later.html"))
        #expect(try !scratch.read("out/index.html").contains("Later"))
        #expect(try run("values", "book/09-later.md").errors.contains("every chapter is a draft"))
    }

    @Test func aFolderWithoutChaptersIsAMistake() throws {
        try scratch.write("empty/readme.txt", "")
        for command in ["build", "check"] {
            let run = try run(command, "empty")
            #expect(run.exit == 1)
            #expect(run.diagnostics.count == 1)
            #expect(run.errors.contains("there are no chapters here"))
        }
        #expect(!scratch.exists("output"))
    }

    @Test func bytesThatAreNotUTF8ArePointedAt() throws {
        try scratch.write("book/03-latin.md", Data("# Caf".utf8) + Data([0xE9]) + Data("\n".utf8))
        let run = try run("check", "book")
        #expect(run.exit == 1)
        #expect(
            run.diagnostics == [
                "book/03-latin.md:1:6: error: not UTF-8: 0xE9; save the file as UTF-8 [markdown.encoding]"
            ])
    }

    @Test func linksOutOfTheBookAreNotRead() throws {
        try scratch.write("secret.md", "# Secret\n")
        try scratch.write("secret.svg", Fixture.picture)
        let files = FileManager.default
        try files.createSymbolicLink(atPath: scratch("book/secret.svg"), withDestinationPath: "../secret.svg")
        try scratch.write(
            "book/03-x.md",
            "# X\n\n![a](secret.svg)\n![b](../secret.svg)\n![c](../book/taps.svg)\n![d](/etc/hostname)\n")
        let check = try run("check", "book")
        #expect(check.exit == 1)
        #expect(check.diagnostics.count == 4, "\(check.errors)")
        #expect(
            check.diagnostics.allSatisfy { $0.hasPrefix("book/03-x.md:") && $0.hasSuffix("[image]") }, "\(check.errors)"
        )
        try scratch.write("book/03-x.md", "# X\n")
        try files.createSymbolicLink(atPath: scratch("book/04-secret.md"), withDestinationPath: "../secret.md")
        let refused = try run("build", "book", "-o", "out")
        #expect(refused.exit == 74)
        #expect(refused.errors.contains("'book/04-secret.md': It is a link that leads out of the book"))
        #expect(!scratch.exists("out"))
    }

    @Test func namesMayHoldBlanksAndAnyLetters() throws {
        let files = FileManager.default
        try files.moveItem(atPath: scratch("book"), toPath: scratch("Mein Büchlein"))
        try files.moveItem(atPath: scratch("Mein Büchlein/taps.svg"), toPath: scratch("Mein Büchlein/zwei hähne.svg"))
        try files.moveItem(atPath: scratch("Mein Büchlein/02-more.md"), toPath: scratch("Mein Büchlein/02-日本 語.md"))
        let chapter = try scratch.read("Mein Büchlein/01-net.md").replacing("](taps.svg)", with: "](<zwei hähne.svg>)")
            .replacing("](02-more.md#", with: "](<02-日本 語.md>#").replacing(">#sec-run)", with: "#sec-run>)")
        try scratch.write("Mein Büchlein/01-net.md", chapter)
        let built = try run("build", "Mein Büchlein", "-o", "aus gabe/süß")
        #expect(built.errors.isEmpty, "\(built.errors)")
        let page = try scratch.read("aus gabe/süß/01-net.html")
        #expect(page.contains("src=\"zwei%20h%C3%A4hne.svg\""))
        #expect(page.contains("href=\"02-%E6%97%A5%E6%9C%AC%20%E8%AA%9E.html#sec-run\""))
        #expect(scratch.exists("aus gabe/süß/02-日本 語.html"))
        #expect(scratch.exists("aus gabe/süß/zwei hähne.svg"))
    }

    @Test func anAuthorsFileMayNotTakeAGeneratedName() throws {
        try scratch.write("book/values.json", "{}")
        try scratch.write("book/03-x.md", "# X\n\n[all](values.json)\n")
        let run = try run("build", "book", "-o", "out")
        #expect(run.exit == 1)
        #expect(run.diagnostics.count == 1)
        #expect(run.errors.hasPrefix("book/03-x.md:3:"), "\(run.errors)")
        #expect(!scratch.exists("out"))
    }

    @Test func aMistakeInADataFileIsShownThere() throws {
        try scratch.write("book/points.csv", "x1, t1\n1, 2\n3\n")
        try scratch.write("book/03-x.md", "# X\n\n```{data} points\n#| targets: t1\n#| file: points.csv\n```\n")
        let run = try run("check", "book")
        #expect(run.exit == 1)
        #expect(run.errors.hasPrefix("book/points.csv:3:1: error: "), "\(run.errors)")
    }
}
