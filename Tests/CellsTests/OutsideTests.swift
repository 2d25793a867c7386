import Diagnostics
import Testing

@testable import Cells

/// What Python has and the cell language lacks stops a program: nobody can ask for it and go on without.
@Suite struct OutsideTests {
    @Test(arguments: [
        "hasattr(np, 'linspace_of_the_future')", "hasattr(np.ones(2), 'tobytes')", "hasattr('a', 'encode')",
        "hasattr(1.5, 'hex')", "hasattr([], '__sizeof__')", "hasattr(A(), '__dict__')", "getattr(A, '__doc__', None)",
        "open('x')", "eval('1')", "int.from_bytes",
        "lambda: 1", "iter([])", "A.__init__", "str(len.__call__)", "repr(lambda: 1)",
        "(torch.ones(2, requires_grad=True) * 2).grad_fn", "str(torch.ones(2, requires_grad=True).sum().grad_fn)",
    ])
    func isNotCaught(expression: String) throws {
        let source = """
            import numpy as np
            import torch
            class A:
                pass
            try:
                print(\(expression))
            except Exception:
                print("caught")
            """
        #expect(try outcome(ofProgram: source) == Ran(output: "", isComplete: false))
    }

    /// What Python gives to every object, class, function or module, and the cell language does not.
    @Test(arguments: [
        ("A()", "__dict__ __module__ __doc__ __annotations__ __qualname__ __bases__ __mro__ __hash__ __sizeof__"),
        ("A", "__dict__ __module__ __doc__ __annotations__ __bases__ __mro__ __base__ __class__ __call__ mro"),
        ("A().f", "__dict__ __doc__ __code__"), ("A.f", "__dict__ __defaults__ __globals__ __doc__"),
        ("B().above()", "__self__ __thisclass__ __dict__ __class__"),
        ("ValueError('x')", "__cause__ __traceback__ add_note"),
        ("ValueError", "__doc__ __module__ __base__"), ("len", "__doc__ __self__"), ("None", "__doc__ __dir__"),
        ("[]", "__doc__ __iter__"), ("int", "__doc__ mro __mro__"), ("math", "__doc__ __name__ __file__ __dict__"),
    ])
    func specialAttributesAreNamedAndNotCaught(object: String, attributes: String) throws {
        for attribute in attributes.split(separator: " ") {
            let head = """
                import math
                class A:
                    def f(self): return 1
                class B(A):
                    def above(self): return super()
                try:
                    (\(object)).
                """
            let cell = try #require(parseCell(excerpt(head + attribute + "\nexcept Exception:\n    print('caught')")).0)
            let scope = Scope()
            defer { scope.removeAll() }
            let outcome = run(cell, in: scope)
            #expect(outcome.output == "")
            let diagnostic = try #require(outcome.diagnostic, "\(object).\(attribute)")
            #expect(diagnostic.message.contains("in the cell language"), "\(diagnostic.message)")
            #expect(diagnostic.range.start == head.utf8.count, "\(diagnostic.message)")
        }
    }

    @Test(arguments: [
        ("hasattr([], 'push')", "False"), ("hasattr(A(), 'weights')", "False"), ("getattr(A(), 'x', 3)", "3"),
        ("hasattr('a', 'length')", "False"), ("hasattr(1, 'shape')", "False"),
        ("hasattr(A(), '__len__')", "False"), ("hasattr(A(), '__call__')", "False"), ("hasattr(A, '__add__')", "False"),
        ("hasattr(A(), '__name__')", "False"),
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
