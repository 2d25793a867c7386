import Foundation
import Support
import Testing

@testable import Files
@testable import Serve

@Suite("The preview server", .timeLimit(.minutes(1)))
struct PreviewServerTests {
    private let scratch: Scratch
    private let server: PreviewServer

    init() throws {
        scratch = try Scratch()
        try scratch.write("index.html", "<head></head>")
        var preview = Preview(folder: scratch.path)
        preview.show(["index.html": try #require(FileStamp(of: scratch("index.html")))])
        server = try PreviewServer(port: 0, preview: preview)
        server.start(onSignal: nil)
    }

    /// What curl prints.
    private func curl(_ words: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = ["--silent", "--show-error", "--max-time", "20", "--noproxy", "*"] + words
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    @Test func aPageIsServedWithoutBeingKept() throws {
        defer { server.close() }
        let answer = try curl("--include", server.address)
        #expect(answer.hasPrefix("HTTP/1.1 200"))
        #expect(answer.contains("Cache-Control: no-cache"))
        #expect(answer.contains("Cross-Origin-Resource-Policy: same-origin"))
        #expect(answer.contains("/-/preview.js"))
    }

    @Test func aHeadHasNoBody() throws {
        defer { server.close() }
        let answer = try curl("--head", server.address)
        #expect(answer.hasPrefix("HTTP/1.1 200"))
        #expect(!answer.contains("preview.js"))
    }

    @Test func foreignHostsAndOtherMethodsAreRefused() throws {
        defer { server.close() }
        let code = ["--output", "/dev/null", "--write-out", "%{http_code}"]
        func status(_ words: [String]) throws -> String {
            try curl(code[0], code[1], code[2], code[3], words[0], words[1], server.address)
        }
        #expect(try status(["--header", "Host: evil.example:\(server.port)"]) == "403")
        #expect(try status(["--header", "Host:"]) == "403" || status(["--header", "Host:"]) == "400")
        #expect(try status(["--request", "POST"]) == "405")
    }

    @Test func onlyThisMachineIsListenedTo() throws {
        defer { server.close() }
        let port = String(server.port, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: 4 - port.count) + port
        for (file, loopback) in [("tcp", "0100007F"), ("tcp6", "00000000000000000000000001000000")] {
            let lines = try String(contentsOfFile: "/proc/net/\(file)", encoding: .utf8).split(separator: "\n")
            let listening = lines.filter { $0.contains(":\(padded) ") && $0.contains(" 0A ") }
            #expect(listening.allSatisfy { $0.contains(" \(loopback):\(padded) ") })
        }
    }

    @Test func aPortThatIsTakenIsNamed() {
        defer { server.close() }
        #expect(throws: ServeError.portInUse(server.port)) {
            try PreviewServer(port: server.port, preview: Preview(folder: "."))
        }
        #expect(ServeError.portInUse(4040).description.contains("port 4040"))
    }

    @Test func changesReachEveryPageAtOnce() async throws {
        let pages = try (0..<3).map { number in
            let page = Process()
            page.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
            page.arguments = [
                "--silent", "--no-buffer", "--max-time", "20", "--noproxy", "*", "\(server.address)-/events",
            ]
            page.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write("\(number)", "")))
            try page.run()
            return page
        }
        defer { for page in pages { page.terminate() } }
        func everyPageHas(_ text: String) async throws {
            for number in 0..<3 {
                while try !scratch.read("\(number)").contains(text) { try await Task.sleep(for: .milliseconds(5)) }
            }
        }
        try await everyPageHas("\"build\": 1")
        server.update { $0.tell(["a.md:1:1: error: wrong [x]"]) }
        try await everyPageHas("a.md:1:1: error: wrong [x]")
        server.close()
    }
}
