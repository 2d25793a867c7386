import Cells
import Foundation

/// `docs/cell-language.md`, of which parts are made: lists of names between two comments, and what stands below a program.
struct LanguagePage {
    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../docs/cell-language.md").standardizedFileURL

    /// A program on the page, what it prints, and how it ends when it is refused.
    struct Example {
        var program: String
        var output: String
        var refusal: String?
    }

    let lines: [String]

    init() throws {
        let text = String(decoding: try Data(contentsOf: LanguagePage.file), as: UTF8.self)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var text: String { lines.joined(separator: "\n") }

    /// The page as it has to be.
    func made() -> String {
        var (made, index) = ([String](), 0)
        while index < lines.count {
            let line = lines[index]
            index += 1
            made.append(line)
            if let region = LanguagePage.region(line) {
                made += region
                while index < lines.count, lines[index] != LanguagePage.end { index += 1 }
            } else if line == "```python" {
                let program = block(&index)
                made += program + ["```"] + LanguagePage.results(LanguagePage.run(program.joined(separator: "\n")))
                skipResults(&index)
            }
        }
        return made.joined(separator: "\n")
    }

    /// Every program of the page.
    func programs() -> [String] {
        var (programs, index) = ([String](), 0)
        while index < lines.count {
            index += 1
            if lines[index - 1] == "```python" { programs.append(block(&index).joined(separator: "\n")) }
        }
        return programs
    }

    /// The expressions and values in the table of the page.
    func values() -> [(expression: String, value: String)] {
        let start = lines.firstIndex(of: "<!-- values -->") ?? 0
        let rows = lines[start...].prefix { $0 != LanguagePage.end }.filter { $0.hasPrefix("| `") }
        return rows.map {
            let parts = $0.components(separatedBy: "`")
            return (parts[1], parts[3])
        }
    }

    // MARK: Programs

    /// The lines up to the end of a fence.
    private func block(_ index: inout Int) -> [String] {
        let block = Array(lines[index...].prefix { $0 != "```" })
        index += block.count + 1
        return block
    }

    private func skipResults(_ index: inout Int) {
        while index + 1 < lines.count, lines[index].isEmpty, ["```text", "```error"].contains(lines[index + 1]) {
            index += 2
            _ = block(&index)
        }
    }

    static func run(_ program: String) -> Example {
        let (cell, found) = parseCell(excerpt(program + "\n"))
        guard let cell else { return Example(program: program, output: "", refusal: found.first?.message ?? "") }
        let outcome = Cells.run(cell, in: Scope())
        return Example(program: program, output: outcome.output, refusal: outcome.diagnostic?.message)
    }

    private static func results(_ example: Example) -> [String] {
        var lines: [String] = []
        if !example.output.isEmpty {
            lines +=
                ["", "```text"]
                + example.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map(String.init) + ["```"]
        }
        if let refusal = example.refusal { lines += ["", "```error", refusal, "```"] }
        return lines
    }

    // MARK: Names

    private static let end = "<!-- end -->"

    /// What stands below a comment; nil for any other line, and for a comment that asks for what there is not.
    private static func region(_ line: String) -> [String]? {
        if line == "<!-- refusals -->" { return refusals }
        if line == "<!-- bounds -->" { return bounds }
        guard line.hasPrefix("<!-- names: "), line.hasSuffix(" -->") else { return nil }
        let title = line.dropFirst("<!-- names: ".count).dropLast(" -->".count)
        guard let list = LanguageReference.lists.first(where: { $0.title == title }) else { return nil }
        let isSpecial = list.written.hasPrefix("_")
        return wrapped(list.names.map { "`" + (isSpecial ? list.written.replacing("NAME", with: $0) : $0) + "`" })
    }

    private static func wrapped(_ words: [String]) -> [String] {
        var lines = [""]
        for word in words {
            let line = lines[lines.count - 1]
            if line.count + word.count >= 118 {
                lines.append(word)
            } else {
                lines[lines.count - 1] = line.isEmpty ? word : line + " " + word
            }
        }
        return lines
    }

    private static var refusals: [String] {
        ["| left out | since |", "|---|---|"]
            + LanguageReference.refusals.map { refusal in
                "| \(refusal.names.map { "`\($0)`" }.joined(separator: " ")) | \(refusal.reason) |"
            }
    }

    private static var bounds: [String] {
        ["| at most | expression | program |", "|---|---:|---:|"]
            + LanguageReference.bounds.map { bound in
                "| \(bound.what) | \(bound.expression.map(grouped) ?? "–") | \(grouped(bound.cell)) |"
            }
    }

    private static func grouped(_ number: Int) -> String {
        var (digits, grouped) = (Array(String(number)), "")
        while digits.count > 3 {
            grouped = "," + String(digits.suffix(3)) + grouped
            digits.removeLast(3)
        }
        return String(digits) + grouped
    }
}
