import Diagnostics
import Testing

@testable import Cells

/// Whole trees of small programs, a construct each.
@Suite struct TreeTests {
    @Test(arguments: [
        ("x = 1", "(= x 1)"), ("x = y, *z = a", "(= x (tuple y (* z)) a)"), ("a.b[c] = d", "(= ([] (. a b) c) d)"),
        ("x **= 2; y @= z", "(**= x 2)\n(@= y z)"), ("del a, b.c", "(del a (. b c))"),
        ("pass", "pass"), ("assert a, 'no'", "(assert a 'no')"), ("raise A from b", "(raise A b)"),
        ("import a.b as c, d", "(import a.b:c d)"), ("from a.b import c as d, e", "(from a.b c:d e)"),
        ("if a: b\nelif c: d\nelse: e", "(if a (b) (else (if c (d) (else e))))"),
        ("while a:\n    break\nelse:\n    b", "(while a (break) (else b))"),
        ("for i, (a, b) in c:\n    continue", "(for (tuple i (tuple a b)) c (continue))"),
        (
            "try: a\nexcept B as c: d\nexcept: e\nelse: f\nfinally: g",
            "(try (a) (except B as c (d)) (except (e)) (else f) (finally g))"
        ),
        ("with a as b, c: d", "(with ((a b) (c)) (d))"),
        ("def f(a, b=1, /, c=2, *d, e, **g): return a", "(def f (a b=1 / c=2 *d e **g) ((return a)))"),
        ("def f(*, a):\n    global b\n    yield a", "(def f (* a) ((global b) (yield a)))"),
        ("class A(B):\n    x = 1\n    def f(self): pass", "(class A (B) ((= x 1) (def f (self) (pass))))"),
    ])
    func statements(_ source: String, _ tree: String) throws {
        let cell = try #require(parseCell(excerpt(source)).0)
        #expect(TreeText().text(cell.statements) == tree)
    }

    @Test(arguments: [
        ("a or b and not c < d", "(or a (and b (not (compare c < d))))"), ("-a ** -b * c", "(* (- (** a (- b))) c)"),
        ("a ** b ** c", "(** a (** b c))"), ("a - b - c", "(- (- a b) c)"),
        ("a | b ^ c & d << e + f * g", "(| a (^ b (& c (<< d (+ e (* f g))))))"),
        ("a < b <= c is not d not in e", "(compare a < b <= c is not d not in e)"),
        ("a if b else c if d else e", "(if b a (if d c e))"),
        ("f(a, *b, c=d, **e)(g)", "(call (call f a (* b) c=d **e) g)"),
        ("a[b:, ::c, ...]", "([] a (tuple (: b _ _) (: _ _ c) ...))"),
        ("lambda a, *b: a", "(lambda (a *b) a)"), ("{**a, b: c}", "(dict (** a) (b c))"),
        ("{k: v for k, v in d if k if v}", "(dict-comprehension k v (for (tuple k v) d k v))"),
        ("'a' r'\\d' \"b\"", "'a\\\\db'"), ("0x_ff + 1_0.5e1", "(+ 255 105.0)"),
        ("f'a{b!r:>{c}}{{{d = }'", "(f 'a' {b !r ('>' {c})} '{d = ' {d !r})"),
        ("f'{a=:.2f}' 'b'", "(f 'a=' {a ('.2f')} 'b')"),
    ])
    func expressions(_ source: String, _ tree: String) throws {
        let cell = try #require(parseCell(excerpt(source)).0)
        #expect(TreeText().text(cell.statements) == tree)
        #expect(TreeText().text(try parsed(source)) == tree)
    }

    @Test func rangesAreBytes() throws {
        let cell = try #require(parseCell(excerpt("é = 'ü' + β  # ∑\nif é: β")).0)
        #expect(
            TreeText(withRanges: true).text(cell.statements)
                == "(= é@0:2 (+ 'ü'@5:9 β@12:14)@5:14)@0:14\n(if é@25:27 (β@29:31))@22:31")
    }

    @Test func lineEndsOfEveryKindReadAlike() throws {
        let text = "if a:\n    b = '''c\nd'''\n    e = [\n1]\nf\n"
        let tree = TreeText().text(try #require(parseCell(excerpt(text)).0).statements)
        for end in ["\r\n", "\r"] {
            let other = try #require(parseCell(excerpt(text.replacing("\n", with: end))).0)
            #expect(TreeText().text(other.statements) == tree)
        }
    }
}
