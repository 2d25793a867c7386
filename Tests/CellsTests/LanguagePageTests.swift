import Diagnostics
import Foundation
import Testing

@testable import Cells

/// `docs/cell-language.md` says what the language is.
@Suite struct LanguagePageTests {
    @Test func thePageIsAsItIsMade() throws {
        let page = try LanguagePage()
        let made = page.made()
        let environment = ProcessInfo.processInfo.environment
        if environment["UPDATE_GOLDEN"] != nil {
            try #require(environment["CI"] == nil, "golden files are not rewritten in CI")
            try Data(made.utf8).write(to: LanguagePage.file)
            return
        }
        for (written, wanted) in zip(page.lines, made.split(separator: "\n", omittingEmptySubsequences: false)) {
            try #require(written == wanted, "run 'make golden' and look at what changed")
        }
        #expect(page.text == made)
    }

    @Test func everyListIsOnThePage() throws {
        let page = try LanguagePage()
        for list in LanguageReference.lists {
            #expect(page.lines.contains("<!-- names: \(list.title) -->"), "\(list.title)")
        }
        #expect(page.lines.contains("<!-- refusals -->") && page.lines.contains("<!-- bounds -->"))
        let ends = page.lines.filter { $0 == "<!-- end -->" }.count
        #expect(ends == page.lines.filter { $0.hasPrefix("<!-- ") }.count - ends)
    }

    @Test func theDepthsOfTextsAreAsTheBoundsSay() {
        let signs = { (count: Int) in "x = " + String(repeating: "-", count: count) + "1\n" }
        let sum = { (count: Int) in "x = 1" + String(repeating: "+1", count: count) + "\n" }
        let blocks = { (count: Int) in
            (0..<count).map { String(repeating: " ", count: $0) + "if 1:\n" }.joined()
                + String(repeating: " ", count: count) + "pass\n"
        }
        let isRead = { (program: String) in parseCell(excerpt(program)).0 != nil }
        let depth = { (words: String) in LanguageReference.bounds.first { $0.what.contains(words) }?.cell ?? 0 }
        // What stands around an expression is of some depth itself.
        let (before, after, nested) = (depth("before a value"), depth("long sum"), depth("nested blocks"))
        #expect(isRead(signs(before - 10)) && !isRead(signs(before + 1)))
        #expect(isRead(sum(after - 10)) && !isRead(sum(after + 1)))
        #expect(isRead(blocks(nested)) && !isRead(blocks(nested + 1)))
    }

    @Test func valuesOfExpressionsAreAsWritten() throws {
        let values = try LanguagePage().values()
        #expect(values.count > 5)
        for (expression, value) in values { #expect(outcome(expression) == .value(value), "\(expression)") }
    }

    @Test func pythonPrintsWhatTheExamplesSay() throws {
        let examples = try LanguagePage().programs().map(LanguagePage.run).filter { $0.refusal == nil }
        #expect(examples.count > 25)
        let (torch, others) = (
            examples.filter { $0.program.contains("import torch") },
            examples.filter { !$0.program.contains("import torch") }
        )
        try compare(others, try Python.prints(others.map { $0.program }))
        try compare(torch, try Python.printsWithTorch(torch.map { $0.program }))
    }

    private func compare(_ examples: [LanguagePage.Example], _ answers: [String]?) throws {
        guard let answers else { return }
        try #require(answers.count == examples.count)
        for (example, answer) in zip(examples, answers) { #expect(example.output == answer, "\(example.program)") }
    }
}

extension Python {
    /// A program that runs each of the programs it is given as JSON, and says in JSON what it prints.
    private static let runner = """
        import sys, io, json, contextlib, warnings
        warnings.simplefilter("ignore")
        try:
            import numpy
            fresh = numpy.printoptions
        except ImportError:
            fresh = contextlib.nullcontext
        for program in json.loads(sys.argv[1]) if len(sys.argv) > 1 else json.load(sys.stdin):
            output = io.StringIO()
            with fresh(), contextlib.redirect_stdout(output):
                try:
                    exec(program, {"__name__": "__main__"})
                except Exception as error:
                    print("!" + type(error).__name__ + ": " + str(error))
            print(json.dumps(output.getvalue()))
        """

    /// What programs print, which may use NumPy; nil where there is no Python with it.
    static func prints(_ programs: [String]) throws -> [String]? {
        try answers(of: runner, to: programs, numpy: true)?.map(decoded)
    }

    /// What programs print, which may use PyTorch; nil where there is no Python with it.
    static func printsWithTorch(_ programs: [String]) throws -> [String]? {
        guard let python = TorchTests.python() else {
            print("SKIPPED: no Python with PyTorch, so \(programs.count) programs are not compared")
            return nil
        }
        let input = String(decoding: try JSONEncoder().encode(programs), as: UTF8.self)
        let output = try TorchTests.output(of: python, ["-B", "-c", runner, input])
        return try output.split(separator: "\n").map { try decoded(String($0)) }
    }

    private static func decoded(_ answer: String) throws -> String {
        try JSONDecoder().decode(String.self, from: Data(answer.utf8))
    }
}
