import Diagnostics
import Foundation
import Testing

@testable import Cells

/// PyTorch as the judge: answers that `Torch/answer.py` stored, with the versions they came from.
@Suite struct TorchTests {
    struct Answers: Decodable {
        var versions: [String: String]
        var expressions: [[String]]
        var programs: [String: String]
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Torch")

    @Test func pyTorchsStoredAnswersComeOut() throws {
        let data = try Data(contentsOf: TorchTests.folder.appendingPathComponent("answers.json"))
        let answers = try JSONDecoder().decode(Answers.self, from: data)
        let (names, expressions) = try TorchTests.sources()
        #expect(answers.expressions.map { $0[0] } == expressions, "run answer.py again")
        #expect(
            answers.programs.keys.sorted() == TorchTests.programs().map { $0.lastPathComponent }, "run answer.py again")
        #expect(expressions.count >= 500)
        try compare(answers, names, "stored")
    }

    @Test func theAnswersOfAPyTorchAtHandComeOut() throws {
        guard let python = TorchTests.python() else {
            print(
                "SKIPPED: no Python with PyTorch (set LONGHAND_TORCH_PYTHON to one), so only stored answers are compared"
            )
            return
        }
        let script = TorchTests.folder.appendingPathComponent("answer.py").path
        let output = try TorchTests.output(of: python, ["-B", script])
        let answers = try JSONDecoder().decode(Answers.self, from: Data(output.utf8))
        try compare(answers, try TorchTests.sources().names, "live")
    }

    private func compare(_ answers: Answers, _ names: [(String, String)], _ kind: String) throws {
        var differences = try compare(answers.expressions, names)
        for program in TorchTests.programs() {
            differences += try compare(program, answers.programs[program.lastPathComponent] ?? "")
        }
        let version = answers.versions["torch"] ?? "?"
        print(
            "PyTorch \(version), \(kind): \(answers.expressions.count) expressions and \(answers.programs.count) programs; \(differences) numbers differ in their last place"
        )
    }

    private static func programs() -> [URL] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder.appendingPathComponent("programs"), includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "py" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// Compares what a program prints, line by line.
    private func compare(_ program: URL, _ answer: String) throws -> Int {
        let name = program.lastPathComponent
        let (cell, found) = parseCell(excerpt(try String(contentsOf: program, encoding: .utf8)))
        guard let cell else {
            Issue.record("\(name): \(found.map { $0.message })")
            return 0
        }
        let outcome = run(cell, in: Scope())
        if let diagnostic = outcome.diagnostic { Issue.record("\(name): \(diagnostic.message)\n\(outcome.output)") }
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let expected = answer.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if outcome.diagnostic == nil { #expect(lines.count == expected.count, "\(name)") }
        var differences = 0
        for (line, wanted) in zip(lines, expected) where line != wanted {
            guard let count = lastPlaceDifferences(line, wanted) else {
                Issue.record("\(name)\n  PyTorch:  \(wanted)\n  Longhand: \(line)")
                continue
            }
            differences += count
        }
        return differences
    }

    /// Compares answers; numbers may differ by 4 units in the last place shown, and so many do.
    private func compare(_ answers: [[String]], _ names: [(String, String)]) throws -> Int {
        var differences = 0
        for answer in answers {
            let found = TorchOutcome(answer[0], names)
            if found.matches(answer[1]) { continue }
            guard case .value(let text) = found, let count = lastPlaceDifferences(text, answer[1]) else {
                Issue.record("\(answer[0])\n  PyTorch: \(answer[1])\n  Longhand: \(found)")
                continue
            }
            differences += count
        }
        return differences
    }

    /// The names that every expression knows, and the expressions.
    static func sources() throws -> (names: [(String, String)], expressions: [String]) {
        let text = try String(contentsOf: folder.appendingPathComponent("expressions.txt"), encoding: .utf8)
        var (names, expressions) = ([(String, String)](), [String]())
        for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
            if let match = line.firstMatch(of: /^(\w+) = (.*)/) {
                names.append((String(match.1), String(match.2)))
            } else {
                expressions.append(line)
            }
        }
        return (names, expressions)
    }

    static func python() -> String? {
        let own = ProcessInfo.processInfo.environment["LONGHAND_TORCH_PYTHON"].map { [$0] } ?? []
        return (own + [".build/venv/bin/python3"]).first {
            FileManager.default.isExecutableFile(atPath: $0)
                && (try? output(of: $0, ["-c", "import torch; print('yes')"])) == "yes\n"
        }
    }

    static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

/// What an expression comes to here.
enum TorchOutcome {
    case value(String)
    case fault(kind: String, message: String?)

    init(_ expression: String, _ names: [(String, String)]) {
        let scope = Scope()
        do throws(Fault) {
            for (name, source) in names { scope.bind(name, to: try TorchOutcome.value(of: source, scope)) }
            let value = try TorchOutcome.value(of: expression, scope)
            self = .value(try Interpreter(.expression, session: scope.session).repr(value))
        } catch {
            self = .fault(kind: error.kind.rawValue, message: error.python)
        }
    }

    private static func value(of source: String, _ scope: Scope) throws(Fault) -> Value {
        guard let expression = parseExpression(excerpt(source)).0 else { throw Fault(.syntax, source) }
        return try Interpreter(.expression, session: scope.session).evaluate(expression, in: scope)
    }

    /// Whether PyTorch answers the same: a value to the last letter, an exception by its type, and by its words where they are
    /// told.
    func matches(_ answer: String) -> Bool {
        switch self {
        case .value(let text): return text == answer
        case .fault(let kind, let message):
            guard answer.hasPrefix("!"), let colon = answer.firstIndex(of: ":") else { return false }
            let type = String(answer[answer.index(after: answer.startIndex)..<colon])
            let words = String(answer[answer.index(colon, offsetBy: 2)...])
            return exceptionNames[kind] == type && (message == nil || message == words)
        }
    }
}

private let exceptionNames = [
    "type": "TypeError", "value": "ValueError", "index": "IndexError", "attribute": "AttributeError",
    "runtime": "RuntimeError", "zero-division": "ZeroDivisionError", "not-implemented": "NotImplementedError",
    "format": "TypeError",
]

/// How many numbers differ, each by at most 4 units in the last place shown; nil for texts that differ in anything else.
func lastPlaceDifferences(_ a: String, _ b: String) -> Int? {
    let number = /[-+]?[0-9]+\.?[0-9]*(e[-+]?[0-9]+)?/
    guard a.replacing(number, with: "#") == b.replacing(number, with: "#") else { return nil }
    let pairs = zip(a.matches(of: number), b.matches(of: number)).map { (String($0.0), String($1.0)) }
    var count = 0
    for (x, y) in pairs where x != y {
        guard let p = Double(x), let q = Double(y) else { return nil }
        let digits = y.prefix { $0 != "e" }
        let places = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
        let exponent = y.firstIndex(of: "e").flatMap { Int(y[y.index(after: $0)...]) } ?? 0
        if abs(p - q) > 4.01 * pow(10, Double(exponent - places)) { return nil }
        count += 1
    }
    return count
}
