import Foundation
import Support
import Testing

struct CommandLineTests {
    @Test(arguments: [
        "build", "check", "serve", "values", "figure", "figures", "run", "new", "doctor", "completions", "man",
    ])
    func helpTellsOfEveryCommand(command: String) throws {
        let help = try Program.run(command, "--help")
        #expect(help.exit == 0)
        #expect(help.output.hasPrefix("usage: longhand \(command) "))
        #expect(help.errors.isEmpty)
        #expect(try Program.run("--help").output.contains("  \(command) "))
    }

    @Test(arguments: [
        (["bild"], "there is no command 'bild'; did you mean 'build'?"),
        (["build", "--outptu", "x"], "'longhand build' has no option '--outptu'; did you mean '--output'?"),
        (["build", "a", "b"], "expected: longhand build [BOOK]"),
        (["build", "-o"], "'-o' needs a value: FOLDER"),
        (["build", "--threads", "0"], "'--threads' is a whole number from 1 to 256, not '0'"),
        (["build", "--threads=1.5"], "'--threads' is a whole number from 1 to 256, not '1.5'"),
        (["check", "--format", "xml"], "'--format' is text, json or github, not 'xml'"),
        (["values"], "expected: longhand values CHAPTER.md"),
        (["figure", "chapters/01-network.md", "-o", "a.png"], "a figure is named CHAPTER.md#LABEL"),
        (["figure", "chapters/01-network.md#fig-toy", "-o", "a.gif"], "written as .png, .svg, .pdf, .json or .csv"),
        (["figure", "chapters/01-network.md#fig-toy", "-o", "a.svg", "--dpi", "300"], "'--dpi' means nothing"),
        (["figure", "chapters/01-network.md#fig-toy"], "where to?"),
        (["check", "Package.swift"], "'Package.swift' is no chapter"),
    ])
    func aBadCommandLineIs64(words: [String], message: String) throws {
        let run = try Program.run(words)
        #expect(run.exit == 64)
        #expect(run.errors.hasPrefix("longhand: "))
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func withoutACommandItTellsWhatThereIs() throws {
        let run = try Program.run([String]())
        #expect(run.exit == 64)
        #expect(run.errors.contains("usage: longhand COMMAND"))
    }

    @Test(arguments: [
        ["build", "nowhere"], ["check", "nowhere.md"], ["values", "nowhere.md"], ["run", "nowhere.py"],
        ["figure", "nowhere.md#fig-a", "-o", "a.svg"], ["new", "/proc/self/stat/book"],
    ])
    func whatTheSystemRefusesIs74(words: [String]) throws {
        let scratch = try Scratch()
        let run = try Program.run(words, in: scratch.path)
        #expect(run.exit == 74)
        #expect(run.errors.hasPrefix("longhand: cannot "), "\(run.errors)")
        #expect(try scratch.names("").isEmpty)
    }

    @Test func aFullDeviceIs74() throws {
        let scratch = try Scratch()
        try Fixture.write(to: scratch)
        let run = try Program.run(["values", "book/01-net.md"], in: scratch.path, output: "/dev/full")
        #expect(run.exit == 74)
        #expect(run.errors == "longhand: cannot write 'standard output': No space left on device\n")
    }

    @Test func diagnosticsAsJSONAreOneObjectALine() throws {
        let scratch = try Scratch()
        try Fixture.chapter("---\ntitle: T\n---\n\né `{=} nope` and @fig-x\n", in: scratch)
        let run = try Program.run("check", "book", "--format", "json", in: scratch.path)
        #expect(run.exit == 1)
        struct Line: Decodable, Equatable {
            var severity, code, message, file: String
            var line, column, endLine, endColumn: Int
        }
        let lines = try run.errors.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        #expect(lines.map(\.code) == ["cell.name", "reference"])
        #expect(lines.map(\.file) == ["book/01-a.md", "book/01-a.md"])
        #expect(lines.map(\.line) == [5, 5])
        // Columns count bytes: 'é' has two.
        #expect(lines.map(\.column) == [9, 19])
        #expect(lines.map(\.endColumn) == [13, 25])
    }

    /// On a terminal of its own, made by script(1).
    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "script(1) is not installed"),
        arguments: [("", true), ("1", false)])
    func coloursAreForTerminalsAndHeedNO_COLOR(setting: String, isColoured: Bool) throws {
        let scratch = try Scratch()
        try Fixture.chapter("---\ntitle: T\n---\n\n`{=} nope`\n", in: scratch)
        let words = ["check", "book"]
        let run = try Program.runOnTerminal(words, in: scratch.path, environment: ["NO_COLOR": setting])
        #expect(run.contains("error:"))
        #expect(run.contains("\u{1B}[") == isColoured)
        #expect(!(try Program.run(words, in: scratch.path).errors.contains("\u{1B}")))
    }

    @Test func diagnosticsForGitHubAnnotateTheirPlace() throws {
        let scratch = try Scratch()
        try Fixture.chapter(
            """
            ---
            title: T
            ---

            ```{python}
            #| defines: []
            x = 1 %% 2
            ```

            é `{=} nope`, @fig-x

            """, in: scratch)
        let run = try Program.run("check", "book", "--format", "github", in: scratch.path)
        #expect(run.exit == 1)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("::error file=book/01-a.md,line=") || $0.hasPrefix("::warning file=") })
        let reference = try #require(lines.first { $0.contains("title=cell.name::") })
        #expect(
            reference.hasPrefix("::error file=book/01-a.md,line=10,col=9,endLine=10,endColumn=13,title=cell.name::"))
        // What ends a line or begins an escape is escaped.
        #expect(run.errors.contains("%25"))
        #expect(!run.errors.contains("%%"))
    }

    /// A folder whose name would end a property.
    @Test func placesForGitHubAreEscaped() throws {
        let scratch = try Scratch()
        try scratch.write("a,b: c/01-a.md", "---\ntitle: T\n---\n\n`{=} nope`\n")
        let run = try Program.run("check", "a,b: c", "--format", "github", in: scratch.path)
        #expect(run.errors.hasPrefix("::error file=a%2Cb%3A c/01-a.md,line=5,col=6,"))
    }

    @Test(arguments: [["build", "book", "-o", "out"], ["check", "book"]])
    func progressIsForTerminalsAlone(words: [String]) throws {
        let scratch = try Scratch()
        // Some hundred milliseconds on a fast machine, seconds on a slow one; only what takes half a second is noticed.
        try scratch.write(
            "book/01-a.md", "# Slow\n\n```{python}\nfor i in range(9_000_000):\n    i % 7\n```\n")
        let start = ContinuousClock.now
        let shown = try Program.runOnTerminal(words, in: scratch.path, environment: ["CI": ""])
        let isQuick = ContinuousClock.now - start < .milliseconds(800)
        #expect(shown.contains("building 'book' …") && shown.contains("/1 chapters") || isQuick, "\(shown)")
        let quiet = try Program.runOnTerminal(words, in: scratch.path, environment: ["CI": "true"])
        #expect(!quiet.contains("building"))
        #expect(!(try Program.run(words, in: scratch.path).errors.contains("building")))
    }

    @Test func runPrintsWhatTheProgramPrints() throws {
        let scratch = try Scratch()
        try scratch.write("a.py", "def f(x):\n    print(x / 3, end='!\\n')\n\nfor i in range(2):\n    f(i)\nf\n")
        let run = try Program.run("run", "a.py", in: scratch.path)
        #expect(run.output == "0.0!\n0.3333333333333333!\n")
        #expect(run.exit == 0)
    }

    @Test func runStopsAtTheFirstMistakeAndPointsAtIt() throws {
        let scratch = try Scratch()
        try scratch.write("a.py", "print(1)\n\n2 + (1/0)\nprint(3)\n")
        let run = try Program.run("run", "a.py", in: scratch.path)
        #expect(run.output == "1\n")
        #expect(run.diagnostics == ["a.py:3:6: error: division by zero [cell.zero-division]"])
        #expect(run.exit == 1)
    }

    @Test func runReadsUTF8WithOrWithoutAByteOrderMark() throws {
        let scratch = try Scratch()
        try scratch.write("marked.py", "\u{FEFF}print('σ')\n")
        let marked = try Program.run("run", "marked.py", in: scratch.path)
        #expect(marked.output == "σ\n")
        #expect(marked.exit == 0)
        let bytes = Array("print(1)\ns = 'a".utf8) + [0xFF] + Array("b'\n".utf8)
        try Data(bytes).write(to: URL(fileURLWithPath: scratch.path).appending(path: "latin.py"))
        let latin = try Program.run("run", "latin.py", in: scratch.path)
        #expect(latin.output.isEmpty)
        #expect(
            latin.diagnostics == ["latin.py:2:7: error: this is not UTF-8, in which programs are written [cell.syntax]"]
        )
        #expect(latin.exit == 1)
    }

    @Test func runTellsWhatAGeneratorLeavesUndoneAtTheEnd() throws {
        let scratch = try Scratch()
        try scratch.write(
            "a.py",
            "def g():\n    try:\n        yield 1\n    finally:\n        print('bye')\n\nit = g()\nprint(next(it))\n")
        let run = try Program.run("run", "a.py", in: scratch.path)
        #expect(run.output == "1\n")
        #expect(
            run.diagnostics.count == 1 && run.diagnostics[0].hasPrefix("a.py:3:9: error: a generator with 'finally'"))
        #expect(run.exit == 1)
    }

    @Test func aNewBookBuildsWithoutAWord() throws {
        let scratch = try Scratch()
        let made = try Program.run("new", "deep/my book", in: scratch.path)
        #expect(made.exit == 0)
        #expect(
            made.output.contains("longhand build deep/my book") || made.output.contains("longhand build 'deep/my book'")
        )
        let built = try Program.run("build", "deep/my book", "-o", "out", in: scratch.path)
        #expect(built.exit == 0)
        #expect(built.errors.isEmpty, "\(built.errors)")
        #expect(Set(try scratch.names("out")).isSuperset(of: ["01-first.html", "02-program.html"]))
        #expect(try Program.run("check", "deep/my book", in: scratch.path).exit == 0)
        let again = try Program.run("new", "deep/my book", in: scratch.path)
        #expect(again.exit == 74)
        #expect(again.errors == "longhand: cannot start a book in 'deep/my book': It is not empty\n")
    }
}
