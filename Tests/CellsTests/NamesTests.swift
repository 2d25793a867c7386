import Diagnostics
import Testing

@testable import Cells

@Suite struct NamesTests {
    @Test(arguments: [
        ("x = 1", "x"), ("x = y = x", "x y"), ("a, *(b, c) = d[e], f.g = 1", "a b c"), ("x += 1", "x"),
        ("for i, j in k:\n    l = 1\nelse:\n    m = 1", "i j l m"), ("while a:\n    b = 1", "b"),
        ("if a:\n    b = 1\nelif c:\n    d = 1\nelse:\n    e = 1", "b d e"),
        ("import a.b, c.d as e\nfrom f import g, h as i", "a e g i"),
        ("with a as (b, c), d as e.f: g = 1", "b c g"),
        ("try:\n    a = 1\nexcept B as c:\n    d = 1\nelse:\n    e = 1\nfinally:\n    f = 1", "a c d e f"),
        ("def f(x):\n    y = 1\n    def z(): pass", "f"), ("class A(B):\n    c = 1\n    def d(self): pass", "A"),
        ("def f():\n    global x\n    x = 1\n    y = 2", "f x"), ("[x for x in y]; (lambda z: z)(1)", ""),
        ("def f():\n    global x\n    print(x)", "f"),
    ])
    func boundNamesOfCells(_ text: String, _ names: String) throws {
        let cell = try #require(parseCell(excerpt(text)).0)
        #expect(cell.boundNames.map { $0.value }.joined(separator: " ") == names)
        for name in cell.boundNames {
            let bytes = Array(text.utf8)[name.range.start..<name.range.end]
            #expect(String(decoding: bytes, as: UTF8.self) == name.value)
        }
    }

    @Test(arguments: [
        ("x = y", "y"), ("x = 1; x", ""), ("x; x = 1; x", "x"), ("x += 1", "x"), ("x = x", "x"),
        ("def f(): return g(x)\ndef g(y): return y + z", "x z"), ("def f():\n    x\n    x = 1", ""),
        ("def f(): return x\nx = 1", ""), ("f = lambda: x\nx = 1", ""), ("f = lambda x, y=z: x + y + w", "z w"),
        ("def f(a, b=c, *d, e=g, **h): return a, b, d, e, h, f", "c g"),
        ("def f():\n    x = 1\n    def g(): return x + y", "y"),
        ("def f():\n    x = 1\n    def g():\n        global x\n        return x", "x"),
        ("def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n    return g, x", ""),
        ("class A:\n    x = 1\n    y = x\n    def f(self): return x", "x"), ("class A(B): pass", "B"),
        ("class A:\n    x = 1\n    y = [x for i in x]", "x"),
        ("[x + y for x in z for w in x if w]", "z y"), ("[x for x in x]", "x"), ("{k: v for k, v in d.items()}", "d"),
        ("for i in range(n): print(i)", "range n print"), ("a.b = c; a[d] = e", "c a e d"), ("del x", "x"),
        ("try: a\nexcept B as c: print(c)\nprint(c)", "a B print"), ("f'{x!r:{y}}'", "x y"), ("import a.b; a.c", ""),
        ("with a as b: b", "a"), ("if a: x = 1\nprint(x)", "a print"), ("g(x=y, *z, **w)", "g y z w"),
        ("x[a:b:c]", "x a b c"), ("{**a, b: c}", "a b c"), ("assert a, b", "a b"), ("raise a from b", "a b"),
    ])
    func freeNamesOfCells(_ text: String, _ names: String) throws {
        let cell = try #require(parseCell(excerpt(text)).0)
        #expect(cell.freeNames.joined(separator: " ") == names)
    }
}
