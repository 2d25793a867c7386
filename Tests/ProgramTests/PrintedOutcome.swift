import Cells
import Diagnostics
import Foundation
import Support

/// What a program printed, and the class of the exception that ended it.
struct PrintedOutcome: Codable, Sendable, Equatable {
    var output: String
    /// nil when the program ran to its end.
    var exception: String?
}

/// Programs run one after another by one CPython.
enum CPython {
    /// - Returns: nil, after a loud word, where there is no CPython with NumPy 2.
    static func outcomes(of sources: [String]) throws -> [PrintedOutcome]? {
        guard let command = PythonCommand(numpy: true) else {
            print(
                "SKIPPED: no python3 with NumPy 2 (set LONGHAND_PYTHON to one), \(sources.count) programs are not run")
            return nil
        }
        let answer = try command.output(of: runner, input: try JSONEncoder().encode(sources))
        return try JSONDecoder().decode([PrintedOutcome].self, from: Data(answer.utf8))
    }

    private static let runner = """
        import sys, io, json, warnings, numpy
        warnings.simplefilter("ignore")
        options = numpy.get_printoptions()
        results = []
        for source in json.load(sys.stdin):
            kept, sys.stdout, exception = sys.stdout, io.StringIO(), None
            try:
                exec(compile(source, "program", "exec"), {"__name__": "__main__"})
            except BaseException as error:
                exception = type(error).__name__
            results.append({"output": sys.stdout.getvalue(), "exception": exception})
            sys.stdout = kept
            numpy.set_printoptions(**options)
        json.dump(results, sys.stdout)
        """
}

/// What the cell language makes of a program.
struct OwnOutcome: Sendable {
    var printed: PrintedOutcome
    var diagnostics: [Diagnostic]

    init(running source: String, limits: Limits = .cell) {
        let bytes = Array(source.utf8)
        let (cell, found) = parseCell(Excerpt(file: "program.py", bytes: bytes, offset: 0))
        guard let cell else {
            printed = PrintedOutcome(output: "", exception: "SyntaxError")
            diagnostics = found
            return
        }
        let scope = Scope()
        let outcome = run(cell, in: scope, limits: limits)
        let atEnd = scope.end(at: cell.range)
        diagnostics = [outcome.diagnostic ?? atEnd].compactMap { $0 }
        let name = outcome.exception.map { String($0.prefix { $0 != ":" }.split(separator: ".").last ?? "") }
        printed = PrintedOutcome(
            output: outcome.output, exception: diagnostics.isEmpty ? nil : name ?? diagnostics.first?.code ?? "unknown")
    }
}
