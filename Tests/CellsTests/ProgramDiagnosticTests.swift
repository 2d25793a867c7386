import Diagnostics
import Testing

@testable import Cells

/// What is said about mistakes in programs, and where. Each `«…»` marks the place of a diagnostic; there are no others.
@Suite struct ProgramDiagnosticTests {
    @Test(arguments: [
        ("if a«»\n    b", "':' is missing here"), ("if a «b»: c", "':' is missing before 'b'"),
        ("if a:\n«b»", "an indented block must follow 'if'"), ("def f():«»", "an indented block must follow 'def'"),
        ("if a:\n        b\n«    »c", "matches no block around it"), ("«  »x = 1", "no block begins before it"),
        ("x = 1\n«    »y = 2\n    z = 3", "no block begins before it"),
        ("if a:\n        b\n«\t»c", "tabs and spaces are mixed"),
        ("if x «=» 3: pass", "'==' compares"), ("while x «=» 3:\n    pass", "'==' compares"),
        ("f(«a.b =» 3)", "only a name stands before '='"), ("print(1 + «)»", "an expression is missing before ')'"),
        ("«1» = x", "cannot assign to a literal; '==' compares"), ("«f()» = x", "cannot assign to a function call"),
        ("a, «f()» = x", "cannot assign to a function call"), ("«a + b» = c", "cannot assign to an expression"),
        ("«a < b» = c", "cannot assign to a comparison"), ("«None» = 1", "cannot assign to None"),
        ("«[x for x in y]» = 1", "cannot assign to a list comprehension"),
        ("«f'a'» = 1", "cannot assign to an f-string"),
        ("«(a, b)» += 1", "'+=' cannot assign to a tuple"), ("«f()» -= 1", "'-=' cannot assign to a function call"),
        ("for «1» in x: pass", "cannot assign to a literal"), ("del «f()»", "cannot delete a function call"),
        ("«*a» = b", "write '*a, = …'"), ("*a, «*b» = c", "only one target of a list may have a '*'"),
        ("«return» 1", "'return' stands outside a function"), ("«break»", "'break' stands outside a loop"),
        ("def f():\n    «continue»", "'continue' stands outside a loop"),
        ("«yield 1»", "'yield' stands outside a function"),
        ("def f(): [(«yield x») for x in y]", "'yield' cannot stand in a list comprehension"),
        ("def f(a, «a»): pass", "'a' is the name of two parameters"),
        ("def f(a=1, «b»): pass", "'b' needs a default value, since 'a' before it has one"),
        ("def f(«*»): pass", "names must follow '*'"), ("def f(**a, «b»): pass", "nothing follows the '**' parameter"),
        ("def f(«/»): pass", "a parameter must stand before '/'"),
        ("f(a=1, «a»=2)", "'a' is given twice"), ("f(a=1, «b»)", "this argument must stand before 'a='"),
        ("f(**a, «b»)", "this argument must stand before '**'"), ("f(**a, «*b»)", "must stand before '**'"),
        ("def f(x):\n    global «x»", "'x' is a parameter and cannot be declared 'global'"),
        ("def f():\n    x = 1\n    global «x»", "'x' is assigned above the 'global'"),
        ("print(x)\nglobal «x»", "'x' is used above the 'global'"),
        ("nonlocal «x»", "'nonlocal' stands only inside a function"),
        ("def f():\n    nonlocal «x»", "no function around this one binds 'x'"),
        ("x = «'»abc\ny = 2", "the string that starts here is never closed"),
        ("x = 1\ny = «\"\"\"»abc\nz", "the triple-quoted string that starts here is never closed"),
        ("x = «(»1,\n     2\ny = 3", "'(' was never closed"), ("f(«[»1, 2\ndef g():\n    pass", "never closed"),
        ("x = 1«)»", "unmatched ')'"), ("x = (1«]»", "']' closes '('"),
        ("x = «1abc»", "'1abc' is not a number"), ("x = «012»", "does not start with 0"),
        ("x = «3j»", "complex numbers are not part"), ("x = «9223372036854775808»", "9223372036854775807"),
        ("try:\n    a\n«except»:\n    b\nexcept C:\n    d", "must be the last"),
        ("try:\n    a\n«b»", "'except' or 'finally' must follow"),
        ("try:\n    a\nexcept A«,» B:\n    c", "need parentheses"),
        ("if a: pass\n«else if» b: pass", "'else if' is written 'elif'"), ("«else»: pass", "continues no statement"),
        ("«print» 'a'", "'print' is a function: parentheses are missing"), ("«retrun» x", "begins no statement"),
        ("if a: b\n«esle»:\n    c", "begins no block"), ("a «&&» b", "'&&' is written 'and'"),
        ("a «||» b", "'||' is written 'or'"), ("a «<>» b", "'<>' is written '!='"),
        ("x = [1 «2»]", "',' or an operator is missing before '2'"), ("f(a «b»)", "',' or an operator is missing"),
        ("«lambda» = 0.1", "'lambda_' is one"), ("f(1, «lambda»=0.1)", "a word of Python's own and no name"),
        ("def f(x, «lambda»): pass", "no name"), ("def f(«in»=1): pass", "no name"), ("x.«class»", "no name"),
        ("from a import «with»", "no name"), ("«is» = 1", "no name"), ("«class» = 1", "no name"),
        ("x = {1: 2, 3«}»", "':' is missing before '}'"), ("x = a if b«»", "'else' is missing here"),
        ("x «y»", "'y' was not expected here"), ("import a,«»", "the name of a module is missing"),
        ("from a import b,«»", "a name to import is missing"), ("x = «\\» 1", "nothing may follow it"),
    ])
    func mistakesAreNamedAndPlaced(_ marked: String, _ part: String) {
        expectDiagnostics(marked, [part])
    }

    @Test(arguments: [
        ("x«: int» = 3", "annotations are not part of the cell language; leave this out"),
        ("x«: list[int]»", "leave the line out"), ("x.y«: int» = 3", "leave this out"),
        ("x[0]«: int» = 3", "leave this out"), ("class A:\n    x«: int» = 3", "annotations"),
        ("def f(a«: int»): pass", "annotations are not part of the cell language; leave this out"),
        ("def f(a«: int» = 3): pass", "annotations"), ("def f(*a«: int»): pass", "annotations"),
        ("def f(*, a«: 'A'»): pass", "annotations"), ("def f(**a«: int»): pass", "annotations"),
        ("def f() «-> int»: pass", "annotations"), ("def f() «-> dict[str, int]»:\n    return 1", "annotations"),
        ("«@a.b(1)»\ndef f(): pass", "decorators"), ("«@a»\nclass A: pass", "decorators"),
        ("class A:\n    «@property»\n    def f(self): return 1", "decorators"),
        ("(x «:=» 1)", "assignment expressions"),
        ("while x «:=» f(): pass", "assignment expressions"), ("f(x «:=» 1)", "assignment expressions"),
        ("[x «:=» 1]", "assignment expressions"), ("f'{(x «:=» 1)}'", "assignment expressions"),
        ("[x for y in z if (x «:=» y)]", "assignment expressions"), ("a[b «:=» 1]", "assignment expressions"),
        ("«match» x:\n    case 1:\n        pass\ny = 1", "'match'"), ("«match» (x, y):\n    case _: pass", "'match'"),
        ("«match» [x]:\n    case [1, *_] if a | b: pass", "'match'"), ("«async» def f(): pass", "asynchronous"),
        ("def f():\n    «async» for x in y: pass", "asynchronous"),
        ("def f():\n    «async» with x: pass", "asynchronous"), ("def f(): «await» x", "asynchronous"),
        ("def f(): return «await» x", "asynchronous"), ("def f(): return [x «async» for x in y]", "asynchronous"),
        ("from a import «*»", "'import *'"), ("from «.» import a", "relative imports"), ("x = «b'a'»", "bytes"),
        ("from «.»a import b", "relative imports"), ("from «...» import b", "relative imports"), ("«rb'\\d'»", "bytes"),
        ("def f(): «yield from» x", "'yield from'"), ("def f(): x = «yield from» y", "'yield from'"),
        ("try: a\n«except*» A: b", "'except*'"), ("x = 2 + «1.5e3J»", "complex numbers"),
        ("'«\\d»'", "unknown escape"), ("f'{x}«\\N»{DASH}'", "characters by name"),
        ("«type» X = int", "type aliases"),
        ("'«\\N»{DASH}'", "characters by name"),
        ("«ϕ» = 1", "'ϕ'"), ("class A(«metaclass»=B): pass", "only base classes"),
        ("class A(«*»B): pass", "only base classes"), ("class A(B, «**»C): pass", "only base classes"),
    ])
    func constructsOutsideTheSubsetAreNamed(_ marked: String, _ part: String) {
        expectDiagnostics(marked, [part])
    }

    @Test func severalMistakesAreReportedAtOnce() {
        expectDiagnostics("x =«»\ny = 1\nz = «)»\n«1» = w\n", ["missing", "unmatched", "literal"])
        expectDiagnostics(
            "def f(a, «a»):\n    x =«»\n    break\nif b «c»:\n    y = 1 +«»\nelse:\n    «2» = z\n",
            ["two parameters", "missing", "':' is missing", "missing", "literal"])
        expectDiagnostics(
            "def f(a«: int», b«: int») «-> int»:\n    return a «b»\n",
            ["annotations", "annotations", "annotations", "'b'"])
    }

    @Test func oneSlipIsOneMistake() {
        // The branches of a broken `if`, the block of a broken `def`, lines after a bracket, and lines half out of a block.
        expectDiagnostics("if a «b»:\n    c\nelif d:\n    e\nelse:\n    f\ng = 1", ["missing"])
        expectDiagnostics("def f(«1»):\n    return 1\nf()", ["parameter"])
        expectDiagnostics("try«»\n    a\nexcept B:\n    c\nfinally:\n    d", ["missing"])
        expectDiagnostics("if a:\n        b\n«    »c\n    d\n    e\nf", ["matches no block"])
        expectDiagnostics("x = «(»1,\ny = 2\nz = 3\nprint(y)", ["never closed"])
        expectDiagnostics("print(«'»abc)\nx = 1\nprint(x)", ["never closed"])
        expectDiagnostics("x = 1\n«  »y = 2\n  z = 3\nw = 4", ["no block begins"])
    }

    /// As CPython does, a bracket that stays open is named before what comes of it; on its own line it is one mistake more.
    @Test func bracketsThatStayOpenAreNotHidden() {
        let never = "never closed"
        expectDiagnostics("x = f«(»1,\ny = 2 3\nz = 4 5", [never])
        expectDiagnostics("x = (1 + 2\nprint«(»x\ny = 3", [never])
        expectDiagnostics("x = «(»1 «2»\ny = 3", [never, "',' or an operator is missing"])
        expectDiagnostics("x = 1 «2» + «(»3\ny = 4", ["not expected", never])
        expectDiagnostics("x = (1 + 2\nif x:\n    y = «]»\nz = 1", ["']' closes '('"])
        expectDiagnostics("x = «(»1,\ny = [2«)»\nz = 3", [never, "')' closes '['"])
        expectDiagnostics("if (x == 1«:» pass\ny = 1", ["')' is missing before ':'"])
        expectDiagnostics("print«(»'a'\ndef f(x):\n    return 1 «2»", [never, "not expected"])
        let open = parseCell(excerpt("print(f(1, 2")).1
        #expect(open.map { $0.notes.map { $0.message } } == [["'(' is open, too"]])
        #expect(open.map { $0.range.start } == [7])
    }

    @Test(arguments: [3000, 150])
    func textsThatNestTooDeepSayWhere(count: Int) {
        let brackets = String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count)
        let blocks = (0..<count).map { String(repeating: " ", count: $0) + "if 1:\n" }.joined()
        let signs = String(repeating: "-", count: count) + "1"
        let cases = [
            ("x = 1\n" + brackets, 106..<107, "brackets nest deeper than 100 levels"),
            ("f" + brackets + "\ny", 101..<102, "brackets nest deeper than 100 levels"),
            (signs, 100..<101, "this expression nests deeper than 100 levels"),
        ]
        for (text, range, message) in cases {
            let found = parseCell(excerpt(text)).1
            #expect(found.map { $0.range.start..<$0.range.end } == [range], "\(found.map { $0.message })")
            #expect(found.first?.message == message)
            #expect(found.first?.code == "cell.limit")
        }
        let found = parseCell(excerpt(blocks + String(repeating: " ", count: count) + "pass\nx = 1")).1
        // 100 heads with 0, 1, … 99 spaces before them, and the spaces of the next.
        let place = 100 * 6 + 99 * 100 / 2 + 100
        #expect(found.map { $0.range.start..<$0.range.end } == [place..<(place + 2)], "\(found.map { $0.message })")
        #expect(found.first?.message == "blocks nest deeper than 99 levels")
    }

    @Test func placesCountBytesAndFollowTheFile() throws {
        expectDiagnostics("é = '😀'; «1» = é", ["literal"])
        let stitched = Excerpt(
            file: "book.md", bytes: Array("if é:\n    1 = x\n".utf8),
            runs: [.init(start: 0, offset: 10), .init(start: 7, offset: 40)], endOffset: 50)
        let (_, diagnostics) = parseCell(stitched)
        #expect(diagnostics.map { $0.range } == [SourceRange(file: "book.md", start: 44, end: 45)])
    }

    @Test func aMissingBlockRemembersItsHead() {
        let (_, diagnostics) = parseCell(excerpt("x = 1\nwhile a:\ny = 2"))
        #expect(diagnostics.first?.notes.first?.message == "'while' stands here")
        #expect(diagnostics.first?.notes.first?.range == SourceRange(file: "test", start: 6, end: 11))
    }

    @Test(arguments: [
        ("retrun x", "return"), ("improt numpy", "import"), ("if a: b\nesle:\n    c", "else"), ("if x = 1: pass", "=="),
    ])
    func slipsAreCorrected(_ text: String, _ suggestion: String) {
        #expect(parseCell(excerpt(text)).1.first?.suggestion == suggestion)
    }
}

/// Expects one diagnostic at every `«…»`, in their order, whose messages hold the parts.
func expectDiagnostics(_ marked: String, _ parts: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let (text, ranges) = marks(marked)
    let (cell, diagnostics) = parseCell(excerpt(text))
    #expect(cell == nil, sourceLocation: sourceLocation)
    #expect(
        diagnostics.map { $0.range.start..<$0.range.end } == ranges, "\(text): \(diagnostics.map { $0.message })",
        sourceLocation: sourceLocation)
    for (diagnostic, part) in zip(diagnostics, parts) {
        #expect(diagnostic.message.contains(part), "\(diagnostic.message)", sourceLocation: sourceLocation)
        #expect(diagnostic.code == "cell.syntax", sourceLocation: sourceLocation)
    }
}
