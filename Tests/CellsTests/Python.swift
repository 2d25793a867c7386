import Foundation
import Testing

/// CPython as the judge: one process answers for many expressions.
enum Python {
    /// The `repr` of each expression's value, or the name of the exception.
    ///
    /// - Parameter numpy: whether NumPy is needed, as `np`.
    /// - Returns: nil, after a loud word, where there is no such Python.
    static func answers(to expressions: [String], numpy: Bool = false) throws -> [String]? {
        guard let interpreter = interpreters(numpy: numpy).first(where: { works($0, numpy: numpy) }) else {
            print(
                "SKIPPED: no python3\(numpy ? " with NumPy 2 (set LONGHAND_PYTHON to one)" : ""), so \(expressions.count) expressions are not compared"
            )
            return nil
        }
        let program = """
            import sys, json, warnings
            warnings.simplefilter("ignore")
            names = {}
            exec("from math import *", names); del names["pow"]
            \(numpy ? "import numpy as np; names['np'] = np" : "")
            import math; names["math"] = math
            for line in json.load(sys.stdin):
                try:
                    print(repr(eval(line, dict(names))).replace("\\n", "\\\\n"))
                except Exception as error:
                    print("!" + type(error).__name__)
            """
        let input = try JSONEncoder().encode(expressions)
        let output = try run(interpreter, ["-c", program], input: input)
        return output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private static func interpreters(numpy: Bool) -> [String] {
        let own = ProcessInfo.processInfo.environment["LONGHAND_PYTHON"].map { [$0] } ?? []
        return own + [".build/venv/bin/python3", "/usr/bin/python3", "/usr/local/bin/python3"]
    }

    private static func works(_ interpreter: String, numpy: Bool) -> Bool {
        guard FileManager.default.isExecutableFile(atPath: interpreter) else { return false }
        let check = numpy ? "import numpy; assert int(numpy.__version__.split('.')[0]) >= 2" : "pass"
        return (try? run(interpreter, ["-c", check + "; print('yes')"], input: Data())) == "yes\n"
    }

    private static func run(_ interpreter: String, _ arguments: [String], input: Data) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: interpreter)
        process.arguments = arguments
        let (inward, outward) = (Pipe(), Pipe())
        process.standardInput = inward
        process.standardOutput = outward
        process.standardError = FileHandle.nullDevice
        try process.run()
        let writer = Thread {
            inward.fileHandleForWriting.write(input)
            inward.fileHandleForWriting.closeFile()
        }
        writer.start()
        let output = outward.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}

/// Compares values with Python's, and faults with its exceptions.
func expectAsPython(_ expressions: [String], numpy: Bool = false, sourceLocation: SourceLocation = #_sourceLocation)
    throws
{
    guard let answers = try Python.answers(to: expressions, numpy: numpy) else { return }
    #expect(answers.count == expressions.count, sourceLocation: sourceLocation)
    for (expression, answer) in zip(expressions, answers) {
        switch outcome(expression) {
        case .value(let text):
            #expect(
                text.replacingOccurrences(of: "\n", with: "\\n") == answer, "\(expression)",
                sourceLocation: sourceLocation)
        case .failure(let code, let message, _, _):
            #expect(
                exceptions[code]?.contains(answer) == true, "\(expression): \(code) \(message), Python: \(answer)",
                sourceLocation: sourceLocation)
        }
    }
}

private let exceptions: [String: [String]] = [
    "cell.zero-division": ["!ZeroDivisionError"], "cell.type": ["!TypeError"],
    "cell.value": ["!ValueError", "!TypeError"],
    "cell.index": ["!IndexError"], "cell.key": ["!KeyError"], "cell.name": ["!NameError"],
    "cell.attribute": ["!AttributeError"],
    "cell.overflow": ["!OverflowError"], "cell.format": ["!ValueError", "!TypeError"], "cell.syntax": ["!SyntaxError"],
]
