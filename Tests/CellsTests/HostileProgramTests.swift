import Diagnostics
import Testing

@testable import Cells

/// Programs without an end, each of which would take time or memory in a way of its own.
@Suite struct HostileProgramTests {
    private static let limits = Limits(steps: 100_000, elements: 10_000, output: 1_000)

    private enum End: String {
        case steps = "this takes too many steps; does it come to an end?"
        case elements = "this makes too many elements: more than 10000 in all"
        case output = "this prints too much"
    }

    /// What is done first, what is done for ever, and the limit that ends it at the line of the loop or of its body.
    private static let programs: [(String, String, End)] = [
        // Collections grow.
        ("s = set(); i = 0", "s.add(i); i += 1", .elements),
        ("d = {}; i = 0", "d[f'key {i}'] = i; i += 1", .elements),
        ("d = {}; i = 0", "d.setdefault(str(i), []).append(i); i += 1", .elements),
        ("d = {5: 5}", "d[5] = d.popitem()", .elements),
        ("l = []", "l.append(1)", .elements),
        ("l = []", "l = [l]", .elements),
        ("t = ()", "t += (1,)", .elements),
        ("l = [1] * 100", "l[1:]", .elements),
        ("l = list(range(100))", "list(zip(l, l))", .elements),
        ("d = {i: i for i in range(100)}", "list(d.items())", .elements),
        ("", "[[x for x in range(10)] for y in range(10)]", .elements),
        ("", "{}", .elements),
        // Texts grow, or are searched, changed and put together.
        ("s = 'x'", "s += s", .elements),
        ("s = 'ab' * 100", "s.replace('a', 'bb')", .elements),
        ("s = 'a ' * 100", "s.split()", .elements),
        ("l = ['ab'] * 100", "','.join(l)", .elements),
        ("s = 'ab' * 1000; t = 'ab' * 500 + 'b'", "s.find(t)", .elements),
        ("s = 'é' * 1000", "s[999]", .steps),
        ("a = 'x'; b = 'y'", "a < b; a < b; a < b; a < b", .steps),
        ("s = 'x' * 1000", "repr(s)", .steps),
        ("s = '0' * 1000 + '1'", "int(s)", .steps),
        ("s = '0.' + '123456789' * 100", "float(s)", .steps),
        ("s = '1e-300'", "float(s)", .steps),
        // Numbers whose digits take long to find.
        ("x = 1e-300", "repr(x)", .steps),
        ("x = 1e-300", "f'{x:g}'", .steps),
        ("x = 1.5e300", "round(x, 2)", .steps),
        ("x = 1e300; y = 1e-300", "x % y", .steps),
        ("x = 1e300; y = 1e-300", "divmod(x, y)", .steps),
        ("", "pow(3, 2 ** 62, 2 ** 61 - 1)", .steps),
        // Items are looked at one by one.
        ("l = list(range(1000))", "-1 in l", .steps),
        ("l = list(range(100, 0, -1))", "l.sort(key=lambda x: -x)", .steps),
        ("l = list(range(1000))", "min(l); sum(l)", .steps),
        ("t = (int,) * 1000", "isinstance('', t)", .steps),
        ("", "sum(x for x in range(100))", .steps),
        ("i = iter([1])", "i = map(abs, i)", .elements),
        // Functions, classes, objects, exceptions.
        ("def f(n): return f(n + 1)", "\n    try: f(0)\n    except RecursionError: pass", .steps),
        ("l = []", "l.append(lambda: l)", .elements),
        ("", "\n    class A: pass", .elements),
        ("class A: pass", "\n    class A(A): pass", .elements),
        ("class A: pass", "A()", .elements),
        ("class A: pass\na = A(); i = 0", "setattr(a, f'x{i}', 1); i += 1", .elements),
        ("", "\n    try: 1 / 0\n    except ZeroDivisionError: pass", .steps),
        // Long code between two rounds.
        ("x = 1", String(repeating: "x = x + 1 - 1; ", count: 200), .steps),
        ("", "print('x')", .output),
        // NumPy.
        ("import numpy as np; a = np.ones(3)", "a[1:]", .elements),
        ("import numpy as np; a = np.ones((3, 3))", "a.T", .elements),
        ("import numpy as np; a = np.ones(3)", "a + a; a + a; a + a", .steps),
        ("import numpy as np; a = np.ones((3, 1)); b = np.ones(3)", "a + b", .steps),
        ("import numpy as np; a = np.ones(3)", "a.sum()", .steps),
        ("import numpy as np; a = np.ones((30, 30))", "a @ a", .steps),
        ("import numpy as np; a = np.ones(100) * 1.5", "a ** 2.5", .steps),
        ("import numpy as np; a = np.ones(100) * 1e300", "a % 1e-300", .steps),
        ("import numpy as np; a = np.ones(100)", "a.cumsum()", .steps),
        ("import numpy as np; a = np.ones((30, 30)).T", "a.ravel()", .elements),
        ("import numpy as np; a = np.ones(30)", "a[[0, 1, 2]]", .elements),
        ("import numpy as np; a = np.ones(100)", "np.sort(a)", .steps),
        ("import numpy as np; a = np.array([1e-300])", "repr(a)", .steps),
        ("import numpy as np; r = np.random.default_rng(1); l = [1] * 100", "r.shuffle(l)", .steps),
        ("import numpy as np; r = np.random.default_rng(1)", "r.normal(size=100)", .steps),
        // PyTorch.
        ("import torch; x = torch.tensor(1., requires_grad=True); y = x", "y = y + 1", .elements),
        ("import torch; x = torch.ones(3, requires_grad=True)", "(x * x).sum().backward()", .elements),
        ("import torch", "torch.tensor([1.])", .elements),
        ("import torch; x = torch.tensor(1.)", "x.item()", .steps),
    ]

    @Test(arguments: programs.indices)
    func everyOneMeetsALimit(_ index: Int) throws {
        let (start, body, end) = HostileProgramTests.programs[index]
        let program = "\(start)\nwhile True: \(body)\n"
        let source = excerpt(program)
        let cell = try #require(parseCell(source).0, "\(program)")
        let outcome = Cells.run(cell, in: Scope(), limits: HostileProgramTests.limits)
        let diagnostic = try #require(outcome.diagnostic, "\(program)")
        #expect(diagnostic.code == "cell.limit", "\(program)")
        #expect(diagnostic.message == end.rawValue, "\(program)")
        // What comes first is done; the limit is met in the loop.
        let loop = start.utf8.count + 1
        #expect(diagnostic.range.start >= loop && diagnostic.range.end <= program.utf8.count)
    }
}
