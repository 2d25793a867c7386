import Foundation
import Support
import Testing

/// A build that takes over what an earlier one made gives what a build from nothing gives.
struct IncrementalTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try Fixture.write(to: scratch, hasCard: true)
        try scratch.write("book/book.yml", scratch.read("book/book.yml") + "url: https://example.org/book\n")
        try scratch.write("book/03-alone.md", alone("1"))
        try scratch.write("book/rows.csv", "x1, x2, t1, t2\n3, 1, 1, 0\n")
    }

    /// A chapter that uses no other, nor is used.
    private func alone(_ number: String) -> String {
        """
        # Alone

        ```{data} rows
        #| file: rows.csv
        #| targets: t1, t2
        ```

        The number is `{=} \(number) + 1`, $\\val{\(number) * 2}$, see @fig-run and @sec-steps. ![Taps](taps.svg)

        ```{plot}
        series:
          - {y: "[1, \(number), 2]"}
        ```

        """
    }

    @discardableResult
    private func build(_ output: String = "out", exit: Int32 = 0) throws -> ProgramRun {
        let run = try Program.run(["build", "book", "-o", output, "--explain"], in: scratch.path)
        #expect(run.exit == exit, "\(run.errors)")
        return run
    }

    /// The site, and what is said of the book, when nothing is known from before.
    private func fresh() throws -> (tree: [String: Data]?, diagnostics: [String]) {
        let other = try Scratch()
        for (path, data) in try scratch.tree("book") where !path.hasPrefix(".longhand/") {
            try other.write("book/\(path)", data)
        }
        let run = try Program.run(["build", "book", "-o", "out"], in: other.path)
        return (run.exit == 0 ? try other.tree("out") : nil, run.diagnostics)
    }

    /// The first path at which two trees differ.
    private func difference(_ one: [String: Data], _ two: [String: Data]) -> String? {
        Set(one.keys).union(two.keys).sorted().first { one[$0] != two[$0] }
    }

    private func edit(_ name: String, _ change: (String) -> String) throws {
        try scratch.write("book/\(name)", change(try scratch.read("book/\(name)")))
    }

    // MARK: Reasons

    @Test func anUnchangedBookIsLeftAlone() throws {
        let first = try build()
        #expect(first.errors.contains("01-net.md: there is no record of an earlier build"))
        let folder = try FileManager.default.attributesOfItem(atPath: scratch("out"))[.systemFileNumber] as? Int
        let second = try build()
        #expect(second.errors.contains("nothing changed"))
        #expect(try FileManager.default.attributesOfItem(atPath: scratch("out"))[.systemFileNumber] as? Int == folder)
    }

    @Test func whatChangedIsMadeAgainAndNothingElse() throws {
        try build()
        try scratch.write("book/03-alone.md", alone("4"))
        // The card shows what stands in the first chapter, so that it is read too.
        #expect(
            try build().errors == """
                01-net.md: the companion card shows what stands in it
                03-alone.md: its text changed

                """)
        #expect(try scratch.read("out/03-alone.html").contains(">5<"))
        try scratch.write("book/rows.csv", "x1, x2, t1, t2\n3, 2, 1, 0\n")
        #expect(try build().errors.contains("03-alone.md: 'rows.csv', from which it is made, changed"))
        try edit("01-net.md") { $0.replacing("[6, -3]", with: "[7, -3]").replacing("[[6,", with: "[[7,") }
        let run = try build()
        #expect(run.errors.contains("01-net.md: its text changed"))
        #expect(run.errors.contains("02-more.md: "))
        try edit("02-more.md") { $0.replacing("## A run", with: "## Another run") }
        #expect(try build().errors.contains("02-more.md: its text changed"))
        #expect(try difference(scratch.tree("out"), #require(fresh().tree)) == nil)
    }

    @Test func aTitleThatChangesReachesEveryPage() throws {
        try build()
        try edit("01-net.md") { $0.replacing("title: The network", with: "title: The net") }
        let run = try build()
        #expect(run.errors.contains("03-alone.md: a title, a label or the companion card changed"))
        #expect(try scratch.read("out/index.html").contains("The net<"))
        #expect(try difference(scratch.tree("out"), #require(fresh().tree)) == nil)
    }

    @Test func whatAnotherHandDidToTheOutputIsUndone() throws {
        try build()
        let tree = try scratch.tree("out")
        for path in ["03-alone.html", "figures/fig-run.svg", "assets/longhand.css", "values.json", "taps.svg"] {
            try scratch.write("out/\(path)", "something else")
            #expect(try build().errors.contains("is not as it was written"), "\(path)")
            #expect(try difference(scratch.tree("out"), tree) == nil)
            try FileManager.default.removeItem(atPath: scratch("out/\(path)"))
            try build()
            #expect(try difference(scratch.tree("out"), tree) == nil)
        }
    }

    @Test func aWarningIsToldAgainWhileItsReasonStands() throws {
        try edit("03-alone.md") {
            $0 + "\n```{network} wide\n#| label: fig-wide\n#| width: 10%\ninputs: [a, b]\nlayers:\n"
                + "  - h: {W: [[1, 2], [3, 4]]}\n```\n"
        }
        let first = try build().diagnostics
        #expect(try build().diagnostics == first)
        try edit("02-more.md") { $0 + "\nMore.\n" }
        #expect(try build().diagnostics == first)
    }

    // MARK: Mistakes

    @Test func mistakesAreThoseOfABuildFromNothing() throws {
        try build()
        let before = try scratch.tree("out")
        let good = try scratch.tree("book")
        let changes: [(String, (String) -> String)] = [
            ("01-net.md", { $0.replacing("{#sec-steps}", with: "{#sec-other}") }),
            ("02-more.md", { $0.replacing("label: fig-run", with: "label: fig-toy") }),
            ("02-more.md", { $0.replacing("use: [net]", with: "use: [nett]") }),
            ("01-net.md", { $0.replacing("{=} first.y1:.4f", with: "{=} first.z1") }),
            ("03-alone.md", { $0.replacing("@sec-steps", with: "@sec-stepz") }),
            ("03-alone.md", { $0.replacing("```{data} rows", with: "```{datum} rows") }),
            ("book.yml", { $0 + "digitz: 3\n" }), ("rows.csv", { $0 + "1, 2\n" }),
            ("03-alone.md", { "---\ndraft: true\n---\n" + $0 }),
        ]
        for (name, change) in changes {
            try edit(name, change)
            let run = try Program.run(["build", "book", "-o", "out"], in: scratch.path)
            let (tree, diagnostics) = try fresh()
            #expect(run.diagnostics == diagnostics, "\(name)")
            if let tree {
                #expect(try difference(scratch.tree("out"), tree) == nil)
            } else {
                #expect(run.exit == 1 && !diagnostics.isEmpty)
                #expect(try difference(scratch.tree("out"), before) == nil)
            }
            for (path, data) in good where !path.hasPrefix(".longhand/") { try scratch.write("book/\(path)", data) }
            try build()
            #expect(try difference(scratch.tree("out"), before) == nil)
        }
    }

    // MARK: Any order of anything

    @Test(arguments: 0..<3) func anySequenceOfEditsGivesWhatABuildFromNothingGives(_ seed: Int) throws {
        var random = Xorshift(state: UInt64(seed) &* 7919 &+ 12345)
        try build()
        for _ in 0..<8 {
            for _ in 0...random.below(2) { try change(&random) }
            let run = try Program.run(
                ["build", "book", "-o", random.below(4) == 0 ? "other" : "out"], in: scratch.path)
            if run.exit == 0 {
                // The other output is brought up to date from its own record.
                _ = try Program.run(["build", "book", "-o", "out"], in: scratch.path)
                #expect(try difference(scratch.tree("out"), #require(fresh().tree)) == nil)
            } else {
                #expect(run.diagnostics == (try fresh().diagnostics))
            }
        }
    }

    /// One thing an author, or a disk, may do.
    private func change(_ random: inout Xorshift) throws {
        let number = "\(random.below(90) + 1)"
        switch random.below(12) {
        case 0, 1: try scratch.write("book/03-alone.md", alone(number))
        case 2: try edit("01-net.md") { $0.replacing("[[6,", with: "[[\(number),") }
        case 3: try edit("02-more.md") { $0.replacing("rate: 0.5", with: "rate: 0.\(number)") }
        case 4: try edit("02-more.md") { $0 + "\n## Part \(number) {#sec-part-\(number)}\n" }
        case 5: try edit("03-alone.md") { "See @fig-after.\n\n" + $0.replacing("@fig-run", with: "@fig-toy") }
        case 6: try scratch.write("book/taps.svg", Fixture.picture.replacing("10", with: number))
        case 7: try scratch.write("book/rows.csv", "x1, x2, t1, t2\n3, \(number), 1, 0\n")
        case 8: try edit("book.yml") { $0.replacing("author: Somebody", with: "author: Body \(number)") }
        case 9: try damage("book/.longhand", &random)
        case 10: try? FileManager.default.removeItem(atPath: scratch("book/.longhand"))
        default: try damage("out", &random)
        }
    }

    /// Flips a byte of a file, cuts it or removes it.
    private func damage(_ folder: String, _ random: inout Xorshift) throws {
        guard scratch.exists(folder) else { return }
        let files = try scratch.tree(folder).keys.sorted().filter { !$0.hasSuffix(".longhand-output") }
        if files.isEmpty { return }
        let path = "\(folder)/\(files[random.below(files.count)])"
        var data = try scratch.bytes(path)
        switch random.below(3) {
        case 0: try FileManager.default.removeItem(atPath: scratch(path))
        case 1: try scratch.write(path, data.prefix(data.count / 2))
        default:
            if data.isEmpty { return }
            data[random.below(data.count)] ^= 1 << UInt8(random.below(8))
            try scratch.write(path, data)
        }
    }

    // MARK: The cache folder

    @Test func theCacheIsNeitherTrackedNorNeeded() throws {
        try build()
        #expect(try scratch.read("book/.longhand/.gitignore") == "*\n")
        try FileManager.default.removeItem(atPath: scratch("book/03-alone.md"))
        try build()
        #expect(try scratch.names("book/.longhand/results") == ["01-net", "02-more"])
        try FileManager.default.removeItem(atPath: scratch("book/.longhand"))
        // A file where the folder would stand: nothing can be kept, and nothing is said.
        try scratch.write("book/.longhand", "")
        let run = try Program.run(["build", "book", "-o", "out"], in: scratch.path)
        #expect(run.exit == 0 && run.errors.isEmpty)
        #expect(try difference(scratch.tree("out"), #require(fresh().tree)) == nil)
    }

    @Test func twoBuildsAtOnceLeaveOneWholeSite() throws {
        let tree = try #require(try fresh().tree)
        try build()
        for round in 0..<3 {
            try scratch.write("book/03-alone.md", alone("\(round)"))
            DispatchQueue.concurrentPerform(iterations: 3) { _ in
                _ = try? Program.run(["build", "book", "-o", "out"], in: scratch.path)
            }
            let now = try scratch.tree("out")
            #expect(try difference(now, #require(fresh().tree)) == nil)
            #expect(now.count == tree.count)
        }
        try build()
        #expect(try scratch.names("") == ["book", "out"])
    }
}

/// Marsaglia's xorshift64.
private struct Xorshift {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 11) % bound
    }
}
