import Diagnostics
import Testing

@testable import Cells

/// Whole programs are read, whatever statements they hold.
@Suite struct ParserTests {
    @Test(arguments: [
        "x = 1", "x = y = 1, 2\n", "a, *b = c", "a.b[0], c = 1, 2", "x += 1; y **= 2;", "del a, b[0]", "pass",
        "if a:\n    b\nelif c:\n    d\nelse:\n    e", "if a: b; c", "while True:\n    break\nelse:\n    pass",
        "for i, (a, b) in enumerate(z):\n    continue", "def f(a, b=1, /, c=2, *d, e, **g):\n    return a\n",
        "class A:\n    pass", "class B(A):\n\n    # a comment\n    def f(self): pass\n\n\nB()\n",
        "import numpy as np, math", "from a.b import (c as d, e,)",
        "try:\n    pass\nexcept (A, B) as e:\n    raise\nexcept:\n    raise X from e\nelse:\n    pass\nfinally:\n    pass",
        "with a as b, c:\n    pass", "f = lambda x, *y: x + 1", "assert x, 'no'",
        "def f():\n    global a, b\n    def g():\n        a = 1\n", "def f():\n    x = yield 1\n    yield\n",
        "f(*a, b=1, **c)", "{**a, 'b': 1}", "x = (1 +\n     2)\ny = 3 \\\n  + 4\n", "\n\n# nothing\n", "",
        "if a:\r\n\tb\r\n\tc\r\nd\r\n", "if a:\r    b\rc",
    ])
    func programsAreRead(_ text: String) {
        let (cell, diagnostics) = parseCell(excerpt(text))
        #expect(cell != nil)
        #expect(diagnostics.isEmpty, "\(text): \(diagnostics.map { $0.message })")
    }
}
