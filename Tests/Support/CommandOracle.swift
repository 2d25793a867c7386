import Foundation

/// The `cmark-gfm` command, asked for HTML.
public enum CommandOracle {
    public static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/cmark-gfm")

    /// The HTML of many texts, by one shell so that it is quick.
    public static func html(of texts: [String]) throws -> [String] {
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
