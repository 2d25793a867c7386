import Diagnostics
import Testing

@testable import Cells

/// Mistakes that authors of teaching texts make, with what is said of them: the place, words of the message, and what
/// is suggested instead.
@Suite struct AuthorMistakeTests {
    @Test(
        arguments: [
            // Habits from other languages.
            ("print('don«'»t')", "the text ends at this quote", nil),
            ("x = \"say «\"»hi\" to\"", "ends at this quote", nil),
            ("i = 0\ni«++»", "write 'i += 1'", nil), ("i = 3\nwhile i: i«--»", "write 'i -= 1'", nil),
            ("if «!»a: pass", "'!' is written 'not'", "not"), ("if a «&&» b: pass", "'&&' is written 'and'", "and"),
            ("if a «||» b: pass", "'||' is written 'or'", "or"), ("if a «===» b: pass", "'===' is written '=='", "=="),
            ("if a «=<» b: pass", "'=<' is written '<='", "<="), ("if a «=>» b: pass", "'>=' compares", nil),
            ("«switch» x:\n    case 1: pass\ny = 1", "choices are made by 'if'", nil),
            ("«function» f(x):\n    return x", "a function begins with 'def'", "def"),
            ("«let» rate = 0.5", "without a word before it: 'rate = …'", nil),
            ("«float» rate = 0.5", "without a word before it", nil),
            ("«foreach» x in a: pass", "begins with 'for'", "for"),
            ("if a: pass\n«elseif» b: pass", "'elseif' is written 'elif'", "elif"),
            ("if a «then»:\n    b", "not with 'then'", nil), ("def f(x) «{»\n    return x", "'{' begins a dict", nil),
            ("«for» (i = 0; i < 3; i += 1): pass", "'for i in range(n):'", nil), ("for i «=» 0: pass", "range(n)", nil),
            ("net = «new» Network()", "without 'new': 'Network(…)'", nil), ("y = x «?» 1", "a if test else b", nil),
            ("«//» the loss\nx = 1", "a comment begins with '#'", nil),
            ("x = 3 «//» the loss", "a comment begins with '#'", nil),
            ("f = lambda x: «return» x", "one expression", nil),
            ("«throw» error", "raised by 'raise'", "raise"), ("x = «“»a”", "straight quotes", "\""),
        ] as [(String, String, String?)])
    func whatCannotBeRead(_ marked: String, _ part: String, _ suggestion: String?) {
        let source = MarkedSource(marked)
        let diagnostics = parseCell(excerpt(source.text)).1
        expect(diagnostics.first, source, part, suggestion)
    }

    static let classes = """
        import numpy as np
        import torch
        class Layer:
            def __init__(self, weights):
                self.weights = weights
            def forward(self, x):
                return x
            def scaled(self):
                return weights
            def total(x):
                return x
            def count():
                return 1
        layer = Layer([1, 2])

        """

    @Test(
        arguments: [
            // Names.
            ("a = «true»", "'true' is not defined", "True"), ("a = «null»", "", "None"), ("a = «nil»", "", "None"),
            ("learning_rate = 1\n«lerning_rate»", "is not defined", "learning_rate"),
            ("def f(weight):\n    return «wieght»\nf(1)", "is not defined", "weight"), ("«exp»(1)", "", "np.exp"),
            ("print(«loss»)\nloss = 1", "'loss' has no value here yet", nil),
            ("count = 0\ndef step():\n    «count» += 1\nstep()", "'global count' means the one outside", nil),
            ("def f():\n    print(«x»)\n    x = 1\nf()", "'x' has no value here yet", nil),
            ("«self».x = 1", "a method names its object as its first parameter", nil),
            ("«math».exp(1)", "", "import math"),
            // Attributes and methods.
            ("[].«push»(1)", "has no attribute 'push'", "append"), ("[].«length»", "len(…) gives the length", nil),
            ("[1].«size»()", "len(…) gives the length", nil), ("[1].«mean»()", "np.array(…) makes one", nil),
            ("'a'.«toUpperCase»()", "", "upper"), ("{'rate': 1}.«rate»", "in brackets: [\"rate\"]", nil),
            ("{1}.«append»(2)", "", "add"), ("(1, 2).«append»(3)", "a tuple never changes", nil),
            ("{}.«has_key»(1)", "'x in …'", nil), ("[2, 1].sort().«reverse»()", "None is what", nil),
            ("np.ones(2).«averge»()", "", nil), ("np.ones(2).«average»()", "", "mean"),
            ("np.«float»(1)", "", "float64"),
            ("np.«sigmoid»(1)", "1 / (1 + np.exp(-x))", nil), ("np.random.«rand»(3)", "default_rng(seed)", nil),
            ("layer.«fowrard»(1)", "a 'Layer' has no attribute 'fowrard'", "forward"),
            ("layer.«wieghts»", "", "weights"),
            ("torch.ones(2).«backwards»()", "", "backward"), ("torch.«optim».SGD()", "w -= rate * w.grad", nil),
            // Calls.
            ("«layer.forward()»", "forward() needs the argument 'x'", nil),
            ("«layer.forward(1, 2)»", "takes 2 arguments, but 3 are given, the object among them", nil),
            ("«layer.count()»", "takes 0 arguments, but 1 is given; a method gets its object first", nil),
            ("def f(x, rate): pass\nf(1, «rte»=2)", "has no parameter 'rte'", "rate"),
            (
                "w = 2\n«w(3 + 1)»", "an 'int' is not a function and cannot be called; a product is written with '*'",
                nil
            ),
            ("«np.zeros(2, 3)»", "its numbers stand in brackets", nil), ("«np.array(1, 2)»", "stand in brackets", nil),
            // Values of the wrong kind.
            ("w = 0.5\n«w[0]»", "a 'float' has no items in brackets", nil),
            ("a = [1, 2]\nfor i in range(3):\n    «a[i]»", "index 2 is out of range: brackets count from 0", nil),
            ("a = [1, 2]\n«a[1.0]»", "'//' divides into whole numbers", nil), ("a = [[1]]\n«a[0, 0]»", "a[i][j]", nil),
            ("«'loss: ' + 1»", "an 'int'; str(…) makes a text", nil), ("«[1] * 0.5»", "np.array(…)", nil),
            ("«[1] - [2]»", "np.array(…) makes an array", nil), ("x = print()\n«x + 1»", "without 'return'", nil),
            ("for i in «3»: pass", "an 'int' cannot be walked item by item; range(n)", nil),
            ("for i in «len([1])»: pass", "range(n)", nil),
            ("d = {'weight': 1}\n«d['wieght']»", "it has 'weight'", nil),
            ("s = «{[1]}»", "since it can change", nil),
            ("«np.ones((2, 3)) @ np.ones((2, 3))»", "has 3, the one it meets has 2", nil),
            ("«np.ones(2) + np.ones(3)»", "shapes (2,) and (3,)", nil), ("if «np.ones(2) > 0»: pass", ".all()", nil),
            ("x = 0\n«1 / x»", "division by zero", nil), ("x = 2\n«x ** 64»", "64 bits", nil),
            ("x = «2 ^ 0.5»", "'**'", nil),
            ("t = torch.ones(2)\n«t.sum().backward()»", "requires_grad=True", nil),
            ("t = torch.ones(2, requires_grad=True)\n«t.backward()»", "take .sum() first", nil),
            // Modules.
            ("import «matplotlib.pyplot» as plt", "a {plot} block draws", nil), ("import «random»", "default_rng", nil),
            ("import «numppy» as np", "no module 'numppy'", "numpy"), ("from math import «squareroot»", "", nil),
            ("import «pandas» as pd", "a {data} block", nil), ("from «typing» import List", "list[float]", nil),
        ] as [(String, String, String?)])
    func whatCannotBeRun(_ marked: String, _ part: String, _ suggestion: String?) throws {
        let source = MarkedSource(Self.classes + marked)
        let cell = try #require(parseCell(excerpt(source.text)).0)
        let outcome = run(cell, in: Scope())
        expect(outcome.diagnostic, source, part, suggestion)
    }

    private func expect(_ found: Diagnostic?, _ source: MarkedSource, _ part: String, _ suggestion: String?) {
        guard let found else {
            Issue.record("no diagnostic for \(source.text)")
            return
        }
        #expect(part.isEmpty || found.message.contains(part), "\(found.message)")
        #expect(found.range.start..<found.range.end == source.range, "\(found.message)")
        #expect(found.suggestion == suggestion, "\(found.message)")
    }

    @Test func aProgramIsTheMainOne() throws {
        let cell = try #require(parseCell(excerpt("if __name__ == '__main__':\n    print('main')")).0)
        #expect(run(cell, in: Scope()).output == "main\n")
    }

    @Test func anObjectOutsideItsMethodSaysWhoseTheNameIs() throws {
        let source = MarkedSource(Self.classes.replacing("return weights", with: "return «weights»") + "layer.scaled()")
        let cell = try #require(parseCell(excerpt(source.text)).0)
        let diagnostic = try #require(run(cell, in: Scope()).diagnostic)
        #expect(diagnostic.range.start..<diagnostic.range.end == source.range)
        #expect(diagnostic.suggestion == "self.weights")
    }

    /// What a program reads of a mistake stays Python's.
    @Test(arguments: [
        ("[].push(1)", "'list' object has no attribute 'push'"), ("x = true", "name 'true' is not defined"),
        ("2(3)", "'int' object is not callable"), ("'a' + 1", "can only concatenate str (not \"int\") to str"),
        ("{[1]}", "unhashable type: 'list'"), ("for i in 3: pass", "'int' object is not iterable"),
        ("{'a': 1}['b']", "'b'"), ("[1][0.5]", "list indices must be integers or slices, not float"),
        ("None.x", "'NoneType' object has no attribute 'x'"),
    ])
    func programsReadPythonsWords(_ statement: String, _ words: String) throws {
        let text = "try:\n    \(statement)\nexcept Exception as error:\n    print(error)"
        let cell = try #require(parseCell(excerpt(text)).0)
        #expect(run(cell, in: Scope()).output == words + "\n")
    }
}
