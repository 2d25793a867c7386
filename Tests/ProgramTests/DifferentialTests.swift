import Foundation
import Support
import Testing

/// Whole programs print in the cell language what they print in CPython with NumPy, byte for byte.
@Suite struct DifferentialTests {
    @Test func programsOfTheFolder() throws {
        let files = try ProgramFolder.files()
        #expect(files.count >= 120)
        let programs = try files.map { Program($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
        try compare(programs, "programs of the folder")
    }

    @Test func generatedPrograms() throws {
        let programs = (1...200).map { seed in
            var generator = ProgramGenerator(seed: UInt64(seed))
            return Program("generated \(seed)", generator.program())
        }
        try compare(programs, "generated programs")
    }

    private struct Program: Sendable {
        var name: String
        var source: String

        init(_ name: String, _ source: String) {
            self.name = name
            self.source = source
        }
    }

    private func compare(_ programs: [Program], _ what: String) throws {
        guard let theirs = try CPython.outcomes(of: programs.map { $0.source }) else { return }
        #expect(theirs.count == programs.count)
        let ours = withDeepStack { programs.map { OwnOutcome(running: $0.source) } }
        var close = 0
        for (program, (own, their)) in zip(programs, zip(ours, theirs)) {
            let reason = own.diagnostics.map { "\($0.message)" }.joined(separator: "; ")
            #expect(own.printed.exception == their.exception, "\(program.name): \(reason)\n\(program.source)")
            switch OutputComparison(own.printed.output, their.output) {
            case .same: break
            case .close(let numbers): close += numbers
            case .different(let line, let ours, let theirs):
                Issue.record("\(program.name) line \(line):\n  ours:   \(ours)\n  theirs: \(theirs)\n  \(reason)")
            }
        }
        print(
            "\(programs.count) \(what) compared with CPython; \(close) numbers differ by up to"
                + " \(OutputComparison.tolerance) units in the last place")
    }
}

/// The programs that stand as files beside the tests.
enum ProgramFolder {
    static func files(folder: String = #filePath) throws -> [URL] {
        let folder = URL(fileURLWithPath: folder).deletingLastPathComponent().appending(path: "Programs")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "py" }.sorted { $0.path < $1.path }
    }

    static func sources() throws -> [String] { try files().map { try String(contentsOf: $0, encoding: .utf8) } }
}

@Suite struct OutputComparisonTests {
    @Test(arguments: [
        ("a 1.5", "a 1.5", OutputComparison.same),
        ("x 0.30000000000000004", "x 0.3", .close(numbers: 1)),
        ("[-0.12345678901234566]", "[-0.12345678901234567]", .close(numbers: 1)),
        ("1.2345678901234567e-05 y", "1.2345678901234569e-05 y", .close(numbers: 1)),
        ("x 0.25", "x 0.26", .different(line: 1, ours: "x 0.25", theirs: "x 0.26")),
        (
            "0.1234567890123456", "0.1234567890123496",
            .different(line: 1, ours: "0.1234567890123456", theirs: "0.1234567890123496")
        ),
        (
            "0.1234567890123456", "-0.1234567890123456",
            .different(line: 1, ours: "0.1234567890123456", theirs: "-0.1234567890123456")
        ),
        ("a\nb", "a", .different(line: 2, ours: "b", theirs: "(no line)")),
    ])
    func tellsWhatDiffers(ours: String, theirs: String, expected: OutputComparison) {
        #expect(OutputComparison(ours, theirs) == expected)
    }
}
