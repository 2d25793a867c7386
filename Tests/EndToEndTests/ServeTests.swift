import Foundation
import Support
import Testing

/// `longhand serve`: a book is edited while a page listens.
@Suite("Serving a book", .timeLimit(.minutes(2)))
struct ServeTests {
    private let scratch: Scratch
    private let process: Process
    private let address: String

    init() throws {
        scratch = try Scratch()
        try scratch.write("book/01-one.md", "# One\n\nThe sum is `{=} 1 + 1`.\n")
        try scratch.write("book/02-two.md", "# Two\n\nAnother page.\n")
        let (output, errors) = (try scratch.write("out", ""), try scratch.write("err", ""))
        process = try Program.launch(
            ["serve", "book", "--port", "0"], in: scratch.path, output: output, errors: errors)
        let scratch = scratch
        address = try Self.wait {
            try scratch.read("out").split(separator: " ").first { $0.hasPrefix("http://") }.map(String.init)
        }
    }

    /// Asks until there is an answer.
    private static func wait<Value>(_ ask: () throws -> Value?) throws -> Value {
        for _ in 0..<1000 {
            if let value = try ask() { return value }
            usleep(20_000)
        }
        throw NoAnswer()
    }

    struct NoAnswer: Error {}

    private func page(_ path: String) throws -> String {
        let curl = Process()
        curl.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        curl.arguments = ["--silent", "--max-time", "20", "--noproxy", "*", address + path]
        let pipe = Pipe()
        curl.standardOutput = pipe
        try curl.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        curl.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private func end(_ signal: Int32 = SIGTERM) -> Int32 {
        kill(process.processIdentifier, signal)
        for _ in 0..<500 where process.isRunning { usleep(20_000) }
        if process.isRunning {
            kill(process.processIdentifier, SIGKILL)
            return -1
        }
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    @Test func aPageFollowsItsChapterAndKeepsItsLastGoodState() throws {
        defer { _ = end() }
        _ = try Self.wait { try page("01-one.html").contains("The sum is") ? true : nil }

        // What pages are told, as it comes.
        let listener = Process()
        listener.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        listener.arguments = ["--silent", "--no-buffer", "--noproxy", "*", "\(address)-/events"]
        listener.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write("events", "")))
        try listener.run()
        defer { listener.terminate() }
        func awaitEvent(_ text: String) throws {
            _ = try Self.wait { try scratch.read("events").contains(text) ? true : nil }
        }
        try awaitEvent("\"build\": 1")

        try scratch.write("book/01-one.md", "# One\n\nThe product is `{=} 6 * 7`.\n")
        try awaitEvent("\"build\": 2, \"changed\": {\"01-one.html\": 2")
        let good = try page("01-one.html")
        #expect(good.contains("The product is") && good.contains("42"))
        #expect(try scratch.read("err").contains("01-one.md: its text changed"))

        try scratch.write("book/01-one.md", "# One\n\nThe product is `{=} 6 * seven`.\n")
        try awaitEvent("book/01-one.md:3:25: error: name 'seven' is not defined")
        #expect(try page("01-one.html") == good)

        try scratch.write("book/01-one.md", "# One\n\nThe product is `{=} 6 * 8`.\n")
        try awaitEvent("\"build\": 3")
        #expect(try page("01-one.html").contains("48"))
        #expect(end(SIGINT) == 0)
    }

    @Test func aChapterThatIsAddedIsServed() throws {
        defer { _ = end() }
        _ = try Self.wait { try page("").contains("Two") ? true : nil }
        try scratch.write("book/03-three.md", "# Three\n\nA new page.\n")
        _ = try Self.wait { try page("03-three.html").contains("A new page") ? true : nil }
    }

    @Test func aPortThatIsTakenIsNamed() throws {
        defer { _ = end() }
        let port = address.dropLast().split(separator: ":").last.map(String.init) ?? ""
        let run = try Program.run(["serve", "book", "--port", port], in: scratch.path)
        #expect(run.exit == 74)
        #expect(run.errors.contains("port \(port)") && run.errors.contains("--port"))
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func itEndsCleanlyAndLeavesNothingBesideTheBook(_ signal: Int32) throws {
        _ = try Self.wait { try page("").contains("Two") ? true : nil }
        #expect(end(signal) == 0)
        #expect(try scratch.names(".") == ["book", "err", "out"])
        #expect(try scratch.names("book") == [".longhand", "01-one.md", "02-two.md"])
        #expect(try scratch.names("book/.longhand").filter { $0.hasSuffix("~") } == [])
        let written = try scratch.read("book/.longhand/preview/01-one.html")
        #expect(!written.contains("preview.js"))
    }
}
