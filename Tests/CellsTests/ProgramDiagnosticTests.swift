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
        ("x = {1: 2, 3«}»", "':' is missing before '}'"), ("x = a if b«»", "'else' is missing here"),
        ("x «y»", "'y' was not expected here"), ("import a,«»", "the name of a module is missing"),
        ("from a import b,«»", "a name to import is missing"), ("x = «\\» 1", "nothing may follow it"),
    ])
    func mistakesAreNamedAndPlaced(_ marked: String, _ part: String) {
        expectDiagnostics(marked, [part])
    }

    @Test(arguments: [
        ("x«: int» = 3", "annotations"), ("def f(a«: int»): pass", "annotations"),
        ("def f() «-> int»: pass", "annotations"),
        ("«@a.b(1)»\ndef f(): pass", "decorators"), ("(x «:=» 1)", "assignment expressions"),
        ("«match» x:\n    case 1:\n        pass\ny = 1", "'match'"), ("«async» def f(): pass", "asynchronous"),
        ("from a import «*»", "'import *'"), ("from «.» import a", "relative imports"), ("x = «b'a'»", "bytes"),
        ("def f(): «yield from» x", "'yield from'"), ("try: a\n«except*» A: b", "'except*'"),
        ("'«\\N»{DASH}'", "characters by name"),
        ("«ϕ» = 1", "'ϕ'"), ("class A(«metaclass»=B): pass", "only base classes"),
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
    var (text, ranges, start) = ("", [Range<Int>](), 0)
    for character in marked {
        switch character {
        case "«": start = text.utf8.count
        case "»": ranges.append(start..<text.utf8.count)
        default: text.append(character)
        }
    }
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
