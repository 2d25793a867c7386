import Foundation
import Support
import Testing

@testable import Cells

/// CPython as the judge: one process answers for many expressions.
enum Python {
    /// The `repr` of each expression's value, or the name of the exception.
    ///
    /// - Parameter numpy: whether NumPy is needed, as `np`.
    /// - Parameter words: whether what the exception says stands behind its name.
    /// - Returns: nil, after a loud word, where there is no such Python.
    static func answers(to expressions: [String], numpy: Bool = false, words: Bool = false) throws -> [String]? {
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
                    print("!" + type(error).__name__\(words ? " + ': ' + str(error)" : ""))
            """
        return try answers(of: program, to: expressions, numpy: numpy)
    }

    /// What a program prints, line by line, that finds the questions as JSON on its standard input.
    static func answers(of program: String, to questions: [String], numpy: Bool = false) throws -> [String]? {
        guard let command = PythonCommand(numpy: numpy) else {
            print(
                "SKIPPED: no python3\(numpy ? " with NumPy 2 (set LONGHAND_PYTHON to one)" : ""), so \(questions.count) questions are not compared"
            )
            return nil
        }
        let output = try command.output(of: program, input: try JSONEncoder().encode(questions))
        return output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
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
    "cell.axis": ["!AxisError"], "cell.casting": ["!UFuncTypeError"], "cell.runtime": ["!RuntimeError"],
    "cell.stop-iteration": ["!StopIteration"],
]

/// Compares what faults carry as CPython's words with what CPython says.
func expectPythonsWords(_ expressions: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    guard let answers = try Python.answers(to: expressions, words: true) else { return }
    for (text, answer) in zip(expressions, answers) {
        let expression = try parsed(text, sourceLocation: sourceLocation)
        do throws(Fault) {
            let value = try Interpreter(.expression).evaluate(expression, in: Scope())
            Issue.record("\(text) gives \(value), Python \(answer)", sourceLocation: sourceLocation)
        } catch {
            let words = answer.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
            #expect(
                error.python == words.dropFirst().first.map { String($0) }, "\(text)", sourceLocation: sourceLocation)
            #expect(
                exceptions["cell.\(error.kind.rawValue)"]?.contains(String(words[0])) == true, "\(text): \(answer)",
                sourceLocation: sourceLocation)
        }
    }
}
