import Diagnostics
import Foundation
import Testing

@testable import Cells

/// What is Python and what is not, and how it is understood: CPython is the judge.
@Suite struct GrammarTests {
    @Test(arguments: Snippets.valid)
    func validPythonIsRead(_ source: String) {
        let (cell, diagnostics) = parseCell(excerpt(source))
        #expect(cell != nil)
        #expect(diagnostics.isEmpty, "\(diagnostics.map { $0.message })")
    }

    @Test(arguments: Snippets.invalid)
    func otherTextIsRefused(_ source: String) {
        let (cell, diagnostics) = parseCell(excerpt(source))
        #expect(cell == nil)
        #expect(!diagnostics.isEmpty)
        for diagnostic in diagnostics {
            #expect(diagnostic.range.end <= source.utf8.count)
        }
    }

    @Test(arguments: Snippets.outside)
    func whatIsOutsideTheSubsetIsNamed(_ source: String) {
        let (cell, diagnostics) = parseCell(excerpt(source))
        #expect(cell == nil)
        #expect(diagnostics.contains { $0.isOutsideSubset }, "\(diagnostics.map { $0.message })")
    }

    @Test func treesAreThoseOfPython() throws {
        try compare(Snippets.valid, withRanges: false)
    }

    @Test func rangesAreThoseOfPython() throws {
        try compare(Snippets.valid.filter { !$0.contains("\r") && !$0.hasPrefix("\u{FEFF}") }, withRanges: true)
    }

    @Test func pythonAgreesAboutTheSnippets() throws {
        let refused = Snippets.invalid
        guard let answers = try pythonTrees(of: refused, withRanges: false) else { return }
        for (source, answer) in zip(refused, answers) { #expect(answer.hasPrefix("!"), "\(source): \(answer)") }
        guard let others = try pythonTrees(of: Snippets.outside, withRanges: false) else { return }
        for (source, answer) in zip(Snippets.outside, others) {
            #expect(!answer.hasPrefix("!"), "\(source): \(answer)")
        }
    }

    private func compare(_ sources: [String], withRanges: Bool) throws {
        guard let answers = try pythonTrees(of: sources, withRanges: withRanges) else { return }
        #expect(answers.count == sources.count)
        for (source, answer) in zip(sources, answers) {
            guard let cell = parseCell(excerpt(source)).0 else { continue }
            #expect(TreeText(withRanges: withRanges).text(cell.statements) == answer, "\(source)")
        }
    }
}

extension Diagnostic {
    /// Whether this names a construct of Python that the language has not.
    var isOutsideSubset: Bool {
        [
            "not part of the cell language", "whole numbers go up to", "unknown escape", "names no character",
            "nest deeper", "only base classes",
        ]
        .contains { message.contains($0) } || code == "cell.limit"
    }
}

/// What CPython understands, as ``TreeText`` writes it; `!` and its words where it refuses. Nil where there is no Python 3.11.
func pythonTrees(of sources: [String], withRanges: Bool) throws -> [String]? {
    let program = "RANGES = \(withRanges ? "True" : "False")\n" + pythonTrees
    return try Python.answers(of: program, to: sources)?.map {
        try JSONDecoder().decode(String.self, from: Data($0.utf8))
    }
}

/// The snippets of `Tests/Snippets`, one a line, with signs for what a line cannot hold.
enum Snippets {
    static let valid = read("valid")
    static let invalid = read("invalid")
    static let outside = read("outside")

    private static func read(_ name: String) -> [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appendingPathComponent("Snippets/\(name).txt")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let signs: [Character: Character] = ["⏎": "\n", "⇥": "\t", "␍": "\r", "␌": "\u{C}", "␋": "\u{B}", "␀": "\u{0}"]
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
            line.unicodeScalars.reduce(into: "") {
                $0.unicodeScalars += (signs[Character($1)] ?? Character($1)).unicodeScalars
            }
        }
    }
}
