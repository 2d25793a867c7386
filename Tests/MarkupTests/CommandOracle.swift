import Foundation

/// The `cmark-gfm` command, asked for HTML.
enum CommandOracle {
    static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/cmark-gfm")

    /// The HTML of many texts, by one shell so that it is quick.
    static func html(of texts: [String]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("markup-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (index, text) in texts.enumerated() {
            try Data(text.utf8).write(to: folder.appendingPathComponent("\(index).md"))
        }
        let extensions = ["table", "strikethrough", "autolink", "tasklist", "footnotes"].map { "-e \($0)" }.joined(
            separator: " ")
        let script =
            "for i in $(seq 0 \(texts.count - 1)); do cmark-gfm \(extensions) --unsafe $i.md > $i.html || exit 1; done"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw OracleFailure(status: process.terminationStatus) }
        return try texts.indices.map { index in
            String(decoding: try Data(contentsOf: folder.appendingPathComponent("\(index).html")), as: UTF8.self)
        }
    }

    struct OracleFailure: Error {
        var status: Int32
    }
}

/// Examples of Markdown from the Debian package golang-github-yuin-goldmark-dev: the CommonMark specification's, and those of
/// GitHub's extensions.
enum SpecificationExamples {
    private static let folder = URL(fileURLWithPath: "/usr/share/gocode/src/github.com/yuin/goldmark")
    static let isInstalled = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("_test/spec.json").path)

    private struct Example: Decodable {
        var markdown: String
    }

    static func commonMark() throws -> [String] {
        let data = try Data(contentsOf: folder.appendingPathComponent("_test/spec.json"))
        return try JSONDecoder().decode([Example].self, from: data).map(\.markdown)
    }

    static func extensions() throws -> [String] {
        try ["table", "strikethrough", "linkify", "tasklist", "footnote"].flatMap { name in
            let text = try String(
                contentsOf: folder.appendingPathComponent("extension/_test/\(name).txt"), encoding: .utf8)
            let cases = text.components(separatedBy: "//= = = = = = = = = = = = = = = = = = = = = = = =//")
            return cases.compactMap { one in
                let parts = one.components(separatedBy: "//- - - - - - - - -//")
                return parts.count < 3 ? nil : String(parts[1].drop { $0.isNewline })
            }
        }
    }
}
