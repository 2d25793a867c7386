import Cells
import Diagnostics
import Foundation
import Support
import Testing

/// Whatever stands in a file, running it ends, and either well or with diagnostics that point into the file.
///
/// `LONGHAND_FUZZ_SECONDS` makes the run longer than the few seconds of every test run, and `LONGHAND_FUZZ_SEED` another one;
/// `LONGHAND_FUZZ_TRACE` names a file that holds each program before it is run, to be found there after a crash.
@Suite struct FuzzTests {
    @Test func mutatedProgramsEndWell() throws {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["LONGHAND_FUZZ_SECONDS"].flatMap { Double($0) } ?? 5
        let seed = environment["LONGHAND_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
        let trace = environment["LONGHAND_FUZZ_TRACE"].map { URL(fileURLWithPath: $0) }
        var corpus = try ProgramFolder.sources()
        for seed in 500..<560 {
            var generator = ProgramGenerator(seed: UInt64(seed))
            corpus.append(generator.program())
        }
        let texts = corpus
        let (count, findings) = withDeepStack { () -> (Int, [String]) in
            var mutator = Mutator(seed: seed, corpus: texts)
            let end = Date().addingTimeInterval(seconds)
            var count = 0
            var findings: [String] = []
            while Date() < end, findings.count < 20 {
                let bytes = mutator.next()
                if let trace { try? Data(bytes).write(to: trace) }
                count += 1
                if let finding = Exercise.finding(bytes) { findings.append(finding) }
            }
            return (count, findings)
        }
        for finding in findings { Issue.record("\(finding)") }
        print("\(count) mutated programs run in \(Int(seconds)) seconds (seed \(seed))")
    }
}

/// One program read and run, with everything asked of it that can be.
enum Exercise {
    static let limits = Limits(steps: 200_000, elements: 200_000, output: 50_000)
    /// How long a program may take within these limits, in seconds; far more than any needs.
    static let patience = 20.0

    /// What is wrong with what came of a program; nil when all is well.
    static func finding(_ bytes: [UInt8]) -> String? {
        let start = Date()
        let diagnostics = outcome(of: bytes)
        let time = Date().timeIntervalSince(start)
        var problem: String?
        for diagnostic in diagnostics { problem = problem ?? self.problem(with: diagnostic, bytes.count) }
        if time > patience { problem = "takes \(time) seconds" }
        return problem.map { "\($0)\n\(String(decoding: bytes, as: UTF8.self))" }
    }

    private static func outcome(of bytes: [UInt8]) -> [Diagnostic] {
        let (cell, found) = parseCell(Excerpt(file: "program.py", bytes: bytes, offset: 0))
        guard let cell else {
            return found.isEmpty
                ? [Diagnostic(code: "", "no cell and no diagnostic", at: .init(file: "", start: 0, end: 0))] : found
        }
        _ = cell.freeNames
        let scope = Scope()
        let outcome = run(cell, in: scope, limits: limits, showsLast: true)
        scope.removeAll()
        return found + [outcome.diagnostic].compactMap { $0 }
    }

    private static func problem(with diagnostic: Diagnostic, _ count: Int) -> String? {
        for range in [diagnostic.range] + diagnostic.notes.compactMap({ $0.range }) {
            if range.file != "program.py" || range.start < 0 || range.end < range.start || range.end > count {
                return
                    "\(diagnostic.message) [\(diagnostic.code)] is placed at \(range.start)..<\(range.end) of \(count)"
            }
        }
        return diagnostic.message.isEmpty ? "a diagnostic without a word" : nil
    }
}
