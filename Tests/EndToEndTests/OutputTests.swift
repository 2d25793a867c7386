import Foundation
import Support
import Testing

/// What stands in the output folder before, between and after builds.
struct OutputTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try Fixture.write(to: scratch)
    }

    @discardableResult
    private func build(_ output: String, _ options: String..., exit: Int32 = 0) throws -> ProgramRun {
        let run = try Program.run(["build", "book", "-o", output] + options, in: scratch.path)
        #expect(run.exit == exit, "\(run.errors)")
        return run
    }

    private struct Stamp: Equatable {
        var file: Int
        var changed: Date
    }

    private func stamps(_ folder: String) throws -> [String: Stamp] {
        try scratch.tree(folder).keys.reduce(into: [:]) { stamps, path in
            let attributes = try FileManager.default.attributesOfItem(atPath: scratch("\(folder)/\(path)"))
            let file = try #require(attributes[.systemFileNumber] as? Int)
            stamps[path] = Stamp(file: file, changed: try #require(attributes[.modificationDate] as? Date))
        }
    }

    @Test func theSameSourcesGiveTheSameBytes() throws {
        try build("one")
        let first = try scratch.tree("one")
        #expect(first.count > 20)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: scratch("book/01-net.md"))
        try FileManager.default.removeItem(atPath: scratch("book/.longhand"))
        try build("deep/er/two", "--threads", "1")
        try FileManager.default.removeItem(atPath: scratch("book/.longhand"))
        try build("three", "--threads", "8")
        #expect(try scratch.tree("deep/er/two") == first)
        #expect(try scratch.tree("three") == first)
    }

    @Test func aFailedBuildLeavesTheOldOutputAlone() throws {
        try build("out")
        let (bytes, stamps) = (try scratch.tree("out"), try stamps("out"))
        try scratch.write("book/02-more.md", "# More\n\n`{=} nope`\n")
        try build("out", exit: 1)
        #expect(try scratch.tree("out") == bytes)
        #expect(try self.stamps("out") == stamps)
        #expect(try scratch.names("") == ["book", "out"])
    }

    @Test func aGoodBuildReplacesTheOutputWhole() throws {
        try build("out")
        let before = try stamps("out")
        try FileManager.default.removeItem(atPath: scratch("book/02-more.md"))
        let chapter = try scratch.read("book/01-net.md").replacing("[more](02-more.md#sec-run)", with: "more")
        try scratch.write("book/01-net.md", chapter)
        try build("out")
        let after = try stamps("out")
        #expect(after["02-more.html"] == nil)
        #expect(after["figures/fig-run.svg"] == nil)
        #expect(after["01-net.html"] != before["01-net.html"])
        for path in ["figures/fig-toy.svg", "taps.svg", "assets/longhand.css"] {
            #expect(after[path] != nil && after[path] == before[path], "\(path)")
        }
        #expect(try scratch.names("") == ["book", "out"])
    }

    @Test func whatAKilledBuildLeftIsRemoved() throws {
        try build("out")
        try scratch.write("out.1~/index.html", "half")
        try scratch.write("out.old~/mine", "kept")
        try build("out")
        #expect(try scratch.names("") == ["book", "out", "out.old~"])
    }

    @Test func filesOfSomebodyElseAreNotReplaced() throws {
        try scratch.write("mine/letter.txt", "Dear all")
        let refused = try build("mine", exit: 74)
        #expect(refused.errors.contains("cannot replace 'mine': it holds 'letter.txt', which Longhand did not write"))
        try build("out")
        try scratch.write("out/figures/own.svg", Fixture.picture)
        #expect(try build("out", exit: 74).errors.contains("it holds 'figures/own.svg'"))
        #expect(try scratch.tree("mine") == ["letter.txt": Data("Dear all".utf8)])
        #expect(scratch.exists("out/figures/own.svg"))
        #expect(try build("book", exit: 74).errors.contains("cannot replace 'book'"))
    }

    @Test func gitignoreOutlivesAReplacement() throws {
        try scratch.write("out/.gitignore", "*\n")
        try build("out/")
        try build("out")
        #expect(try scratch.read("out/.gitignore") == "*\n")
    }

    @Test func aLinkToAFolderStaysALink() throws {
        try FileManager.default.createDirectory(atPath: scratch("real"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: scratch("out"), withDestinationPath: "real")
        try build("out")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch("out")) == "real")
        #expect(scratch.exists("real/index.html"))
    }

    @Test(arguments: ["book/book.yml", "book/book.yml/out", "/proc/self/out"])
    func whatCannotBeWrittenIs74(output: String) throws {
        let run = try build(output, exit: 74)
        #expect(run.errors.hasPrefix("longhand: cannot "))
        #expect(try scratch.names("") == ["book"])
    }

    /// On a terminal of its own, made by script(1); there a build says what it wrote, and anything else only if it takes long.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "script(1) is not installed"))
    func progressIsForTerminals() throws {
        #expect(try build("another").errors.isEmpty)
        let shown = try Program.runOnTerminal(["build", "book", "-o", "out"], in: scratch.path)
        let lines = shown.replacing("building 'book' …\r\u{1B}[K", with: "")
        #expect(lines.contains(#/^out: 3 pages, \d+ files\r\n$/#), "\(shown)")
        let again = try Program.runOnTerminal(["build", "book", "-o", "out"], in: scratch.path)
        #expect(again == "out: nothing changed\r\n")
    }
}
