import Diagnostics
import Testing

@testable import Cells

/// What Python has and the cell language lacks stops a program: nobody can ask for it and go on without.
@Suite struct OutsideTests {
    private static let prelude = """
        import math
        import numpy as np
        import torch
        class A:
            pass
        class Two:
            def __index__(self):
                return 2
            def __float__(self):
                return 2.0
            def __int__(self):
                return 2
        class Keyed:
            def __hash__(self):
                return 1
        class Raised(Exception):
            pass
        a = np.array([[1.0, 2.0], [3.0, 4.0]])
        flags = np.array([True, False])
        t = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)

        """

    @Test(arguments: left)
    func isNotCaught(expression: String) throws {
        let source =
            OutsideTests.prelude + """
                try:
                    print(\(expression))
                except Exception:
                    print("caught")
                """
        #expect(try outcome(ofProgram: source) == Ran(output: "", isComplete: false))
    }

    /// A refusal is not Python's word, so that a cell that asks for an error does not get it.
    @Test(arguments: ["2 ** 64", "np.einsum", "np.sum(a, initial=3)", "np.array(['a'])", "super(A, A())"])
    func isNoErrorOfPython(expression: String) throws {
        let scope = Scope()
        defer { scope.removeAll() }
        let cell = try #require(parseCell(excerpt(OutsideTests.prelude + expression + "\n")).0)
        let outcome = run(cell, in: scope)
        #expect(outcome.diagnostic != nil)
        #expect(outcome.exception == nil)
    }

    @Test(arguments: [
        ("5 in a", "False"), ("3 in a", "True"), ("[1, 2] in a", "True"), ("None in a", "False"), ("2.0 in t", "True"),
        ("a in [1, a]", "!ValueError"), ("(a == {1}).tolist()", "[[False, False], [False, False]]"),
        ("t in {t: 1}", "True"), ("'x' in t", "!RuntimeError"), ("hex(Two())", "0x2"), ("[0] * Two()", "[0, 0]"),
        ("Two() * (1,)", "(1, 1)"), ("list(range(Two()))", "[0, 1]"), ("'a'.zfill(Two())", "0a"),
        ("'abc'.find('c', Two())", "2"), ("chr(Two())", "\u{2}"), ("float(Two())", "2.0"), ("range(1, 5, 2).stop", "5"),
        ("np.sum(a, None, None, None, True).shape", "(1, 1)"), ("np.std(a, 0, None, None, 1)[0] > 1.4", "True"),
        ("np.max(a, out=None)", "4.0"), ("np.zeros(2, foo=1)", "!TypeError"), ("np.sum(a, foo=1)", "!TypeError"),
        ("np.exp(a, foo=1)", "!TypeError"), ("np.zeros(2.5)", "!TypeError"), ("math.sqrt('a')", "!TypeError"),
        ("np.sum(a, axis=1.5)", "!TypeError"), ("~t", "!TypeError"), ("a + None", "!TypeError"),
    ])
    func whatPythonDoesIsDone(expression: String, answer: String) throws {
        let source =
            OutsideTests.prelude + "try:\n    print(\(expression))\n"
            + "except Exception as error:\n    print('!' + type(error).__name__)\n"
        #expect(try outcome(ofProgram: source) == Ran(output: answer + "\n", isComplete: true))
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

    /// Whatever a type of Python has, is there or is refused; nobody is told that it is missing.
    @Test func nothingOfPythonsTypesIsDenied() throws {
        let objects = [
            "1", "True", "1.5", "'a'", "[]", "()", "{}", "{1}", "range(3)", "{}.keys()", "{}.values()", "{}.items()",
            "slice(1)", "None", "int", "str", "print", "len", "zip()", "iter([])", "(x for x in [])", "math",
            "ValueError('x')", "StopIteration(3)", "NameError('x')", "(lambda: 1)",
        ]
        let program = """
            import sys, json, math
            for text in json.load(sys.stdin):
                print(" ".join(dir(eval(text))))
            """
        guard let answers = try Python.answers(of: program, to: objects) else { return }
        for (object, names) in zip(objects, answers) {
            for name in names.split(separator: " ") {
                let ran = try outcome(ofProgram: "import math\nprint(hasattr(\(object), '\(name)'))\n")
                #expect(ran.output != "False\n", "\(object).\(name)")
            }
        }
    }

    /// Whatever name Python has without an import, is there or is refused.
    @Test func noBuiltinNameIsDenied() throws {
        let program = "import json, sys, builtins; json.load(sys.stdin); print(' '.join(dir(builtins)))"
        guard let answer = try Python.answers(of: program, to: [])?.first else { return }
        for name in answer.split(separator: " ") where !["True", "False", "None", "__import__", "_"].contains(name) {
            let ran = try outcome(
                ofProgram: "try:\n    \(name)\nexcept NameError:\n    print('denied')\n")
            #expect(ran.output.isEmpty, "\(name)")
        }
    }

    /// The table of what NumPy's functions take is NumPy's.
    @Test func signaturesAreNumPys() throws {
        let names = NumPySignature.all.keys.sorted()
        let program = """
            import sys, json, inspect
            import numpy as np
            np.Generator = np.random.Generator
            np.np = np
            for name in json.load(sys.stdin):
                found = np
                for part in name.split("."):
                    found = getattr(found, part)
                words = []
                for parameter in inspect.signature(found).parameters.values():
                    if parameter.name == "self": continue
                    if parameter.kind == parameter.KEYWORD_ONLY and "*" not in words: words.append("*")
                    if parameter.kind == parameter.VAR_POSITIONAL: words.append("*")
                    elif parameter.kind != parameter.VAR_KEYWORD: words.append(parameter.name)
                print(" ".join(words))
            """
        guard let answers = try Python.answers(of: program, to: names, numpy: true) else { return }
        for (name, answer) in zip(names, answers) {
            let words = answer.split(separator: " ").map { $0 == "start_or_stop" ? "start" : String($0) }
            let signature = try #require(NumPySignature.all[name])
            let placed = words.firstIndex(of: "*") ?? words.count
            // Some of NumPy's methods take further names as one bundle.
            #expect(Array(signature.parameters.prefix(placed)) == Array(words.prefix(placed)), "\(name)")
            for word in words where word != "*" { #expect(signature.parameters.contains(word), "\(name) \(word)") }
        }
    }

    struct Ran: Equatable {
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
