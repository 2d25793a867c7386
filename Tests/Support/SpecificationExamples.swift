import Foundation

/// Examples of Markdown from the Debian package golang-github-yuin-goldmark-dev: the CommonMark specification's, and those of
/// GitHub's extensions.
public enum SpecificationExamples {
    private static let folder = URL(fileURLWithPath: "/usr/share/gocode/src/github.com/yuin/goldmark")
    public static let isInstalled = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("_test/spec.json").path)

    private struct Example: Decodable {
        var markdown: String
    }

    public static func commonMark() throws -> [String] {
        let data = try Data(contentsOf: folder.appendingPathComponent("_test/spec.json"))
        return try JSONDecoder().decode([Example].self, from: data).map(\.markdown)
    }

    public static func extensions() throws -> [String] {
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
