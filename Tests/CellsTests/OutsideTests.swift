import Diagnostics
import Testing

@testable import Cells

/// What Python has and the cell language lacks stops a program: nobody can ask for it and go on without.
@Suite struct OutsideTests {
    @Test(arguments: [
        "hasattr(np, 'linspace_of_the_future')", "hasattr(np.ones(2), 'tobytes')", "hasattr('a', 'encode')",
        "hasattr(1.5, 'hex')", "hasattr([], '__sizeof__')", "hasattr(A(), '__dict__')", "getattr(A, '__doc__', None)",
        "open('x')", "eval('1')", "int.from_bytes",
    ])
    func isNotCaught(expression: String) throws {
        let source = """
            import numpy as np
            class A:
                pass
            try:
                print(\(expression))
            except Exception:
                print("caught")
            """
        #expect(try outcome(ofProgram: source) == Ran(output: "", isComplete: false))
    }

    @Test(arguments: [
        ("hasattr([], 'push')", "False"), ("hasattr(A(), 'weights')", "False"), ("getattr(A(), 'x', 3)", "3"),
        ("hasattr('a', 'length')", "False"), ("hasattr(1, 'shape')", "False"),
    ])
    func whatPythonLacksTooIsToBeAskedFor(expression: String, answer: String) throws {
        let source = "class A:\n    pass\nprint(\(expression))\n"
        #expect(try outcome(ofProgram: source) == Ran(output: answer + "\n", isComplete: true))
    }

    private struct Ran: Equatable {
        var output: String
        var isComplete: Bool
    }

    private func outcome(ofProgram source: String) throws -> Ran {
        let scope = Scope()
        defer { scope.removeAll() }
        let cell = try #require(parseCell(excerpt(source)).0)
        let outcome = run(cell, in: scope)
        return Ran(output: outcome.output, isComplete: outcome.isComplete)
    }
}
