import Foundation
import Support
import Testing

@testable import Files
@testable import Serve

@Suite("Answers of a preview")
struct AnswerTests {
    private let scratch: Scratch
    private let preview: Preview

    init() throws {
        scratch = try Scratch()
        try scratch.write(
            "site/index.html",
            "<!DOCTYPE html>\n<html>\n<head>\n<script src=\"a.js\"></script></head><body></body></html>\n")
        try scratch.write("site/assets/a b.css", "p {}")
        try scratch.write("site/.longhand-output", "index.html\n")
        try scratch.write("site/not-listed.txt", "left by somebody")
        try scratch.write("secret.txt", "secret")
        try FileManager.default.createSymbolicLink(
            atPath: scratch("site/link.txt"), withDestinationPath: scratch("secret.txt"))
        var preview = Preview(folder: scratch("site"))
        let paths = ["index.html", "assets/a b.css", "link.txt"]
        let root = scratch("site")
        preview.show(
            Dictionary(
                uniqueKeysWithValues: paths.map {
                    ($0, FileStamp(of: "\(root)/\($0)") ?? .init(size: 0, inode: 0, modified: 0))
                }))
        self.preview = preview
    }

    private func answer(
        _ path: String, method: String = "GET", hosts: [String] = ["localhost:4040"], tag: String? = nil
    ) -> Answer {
        preview.answer(to: Request(method: method, path: path, hosts: hosts, knownTag: tag), port: 4040)
    }

    private func text(_ answer: Answer) -> String {
        guard case .bytes(let bytes) = answer.body else { return "messages" }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [["localhost:4040"], ["127.0.0.1:4040"], ["[::1]:4040"], ["LOCALHOST:4040"]])
    func aHostThatIsThisMachineIsAnswered(_ hosts: [String]) {
        #expect(answer("/", hosts: hosts).status == 200)
    }

    @Test(arguments: [
        [], ["evil.example"], ["evil.example:4040"], ["localhost"], ["localhost:80"], ["localhost:4040.evil.example"],
        ["localhost.evil.example:4040"], ["127.0.0.1:4041"], ["localhost:4040", "evil.example"], [""], ["0.0.0.0:4040"],
    ])
    func anyOtherHostIsRefused(_ hosts: [String]) {
        #expect(answer("/", hosts: hosts).status == 403)
        #expect(answer("/-/events", hosts: hosts).status == 403)
    }

    @Test func theUsualPortNeedsNoNumber() {
        #expect(isLoopback(host: "localhost", port: 80))
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get"])
    func onlyGetAndHeadAreAnswered(_ method: String) {
        #expect(answer("/", method: method).status == 405)
    }

    @Test(arguments: [
        "/..", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../index.html", "/./index.html",
        "//index.html",
        "/assets", "/assets/", "/.longhand-output", "/not-listed.txt", "/link.txt", "/index.html%00",
        "/index.html\u{0}",
        "/%zz", "/%2", "/%ff.html", "/index.html/", "/..\\secret.txt", "index.html", "", "/missing.html",
    ])
    func whatIsNotOfTheSiteIsNotThere(_ path: String) {
        #expect(answer(path).status == 404)
        #expect(!text(answer(path)).contains("secret"))
    }

    @Test func aPageGetsTheScriptBeforeAllOthers() throws {
        let page = text(answer("/"))
        let script = try #require(page.range(of: "/-/preview.js"))
        #expect(script.lowerBound < (try #require(page.range(of: "a.js"))).lowerBound)
        #expect(try !scratch.read("site/index.html").contains("preview.js"))
        #expect(answer("/index.html").type == "text/html; charset=utf-8")
    }

    @Test func aFileIsSentOnceAndThenConfirmed() throws {
        let first = answer("/assets/a%20b.css")
        #expect(first.status == 200 && first.type == "text/css; charset=utf-8" && text(first) == "p {}")
        let tag = try #require(first.headers.first { $0.name == "ETag" }?.value)
        #expect(answer("/assets/a%20b.css", tag: tag).status == 304)
        #expect(answer("/assets/a%20b.css", tag: "\"other\"").status == 200)
    }

    @Test(arguments: [
        ("a.SVG", "image/svg+xml"), ("values.json", "application/json"), ("f.woff2", "font/woff2"),
        ("a.b/c", "application/octet-stream"), (".js", "application/octet-stream"),
    ])
    func theEndingSaysTheType(_ name: String, _ type: String) {
        #expect(contentType(ofFile: name) == type)
    }
}

@Suite("What pages are told")
struct PreviewTests {
    private func stamps(_ numbers: [String: Int]) -> [String: FileStamp] {
        numbers.mapValues { FileStamp(size: $0, inode: 1, modified: 1) }
    }

    @Test func aBuildTellsWhatChangedSinceTheFirst() {
        var preview = Preview(folder: "site")
        preview.show(stamps(["a.html": 1, "b.html": 1]))
        #expect(preview.message.contains("\"build\": 1, \"changed\": {}, \"errors\": \"\""))
        preview.show(stamps(["a.html": 2, "b.html": 1, "c.html": 1]))
        #expect(preview.message.contains("\"build\": 2, \"changed\": {\"a.html\": 2, \"c.html\": 2}"))
        preview.show(stamps(["a.html": 2, "b.html": 1, "c.html": 1]))
        #expect(preview.message.contains("\"build\": 2,"))
    }

    @Test func mistakesAreShownUntilTheyAreGone() {
        var preview = Preview(folder: "site")
        #expect(String(decoding: preview.waitingPage, as: UTF8.self).contains("building the book"))
        preview.tell(["a.md:1:2: error: <b> & co [x.y]\n   1 | <b>\n     |  ^\n"])
        #expect(preview.message.contains("a.md:1:2: error: &lt;b&gt; &amp; co [x.y]"))
        #expect(String(decoding: preview.waitingPage, as: UTF8.self).contains("&lt;b&gt; &amp; co"))
        preview.show(stamps(["a.html": 1]))
        #expect(preview.message.contains("\"errors\": \"\""))
    }
}
