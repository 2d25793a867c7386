import Diagnostics
import Testing

@testable import Cells

@Suite struct DiagnosticTests {
    @Test(arguments: [
        ("1 +«» ", "an expression is missing here"), ("«»", "an expression is missing"), ("(1, 2«]»", "']' closes '('"),
        ("«(»1", "'(' was never closed"),
        ("1«)»", "unmatched ')'"), ("«'»abc", "never closed"), ("a «=» 1", "'==' compares"),
        ("a «b»", "'b' was not expected"),
        ("(a «:=» 1)", "assignment expression"), ("a «+=» 1", "assignment '+='"),
        ("«import» math", "statement 'import'"), ("1 «?» 2", "'?' is not part"), ("«12abc»", "is not a number"),
        ("2 «×» 3", "'×' is not part"), ("«0x»", "digits are missing"), ("«01»", "does not start with 0"),
        ("1 if 2«»", "'else' is missing"), ("«1_»", "stands between digits"), ("a.«(»1)", "a name after '.'"),
        ("a«.1»", "'.1' was not expected"),
        ("f(a=1, «2»)", "must stand before 'a='"), ("f(a=1, «a»=2)", "given twice"), ("'«\\q»'", "unknown escape"),
        ("'«\\x4»'", "2 hexadecimal digits"), ("[1 for «1» in x]", "cannot assign"),
        ("«3j»", "complex"), ("«b'x'»", "bytes"), ("f'«{»a'", "'{' was never closed"), ("«*a»", "unpacks only"),
        ("f(«x for x in y», 1)", "needs parentheses"), ("x[«]»", "an expression is missing before ']'"),
    ])
    func syntax(_ marked: String, _ part: String) {
        let source = MarkedSource(marked)
        let (expression, diagnostics) = parseExpression(excerpt(source.text))
        #expect(expression == nil)
        guard let first = diagnostics.first else {
            Issue.record("no diagnostic for \(source.text)")
            return
        }
        #expect(first.code == "cell.syntax")
        #expect((part.isEmpty || first.message.contains(part)), "\(first.message)")
        #expect(first.range.start..<first.range.end == source.range, "\(first.message)")
    }

    @Test(arguments: [
        ("1 + «foo» * 2", "cell.name", "'foo' is not defined"),
        ("2 * («1 / 0»)", "cell.zero-division", "division by zero"),
        ("«1 + 'a'» + 2", "cell.type", "'+' does not combine"),
        ("[1, «[2][5]»]", "cell.index", "brackets count from 0"), ("«sqrt(-1)»", "cell.value", "not defined"),
        ("(1).«foo»", "cell.attribute", "has no attribute 'foo'"), ("«len(5)»", "cell.type", "no length"),
        ("«[1, 2] @ [3, 4]»", "cell.type", "'@'"), ("np.«expp»(1)", "cell.attribute", "'expp'"),
        ("round(1.5, «digits»=1)", "cell.type", "no argument 'digits'"), ("«1.5 ^ 2»", "cell.type", "'**'"),
        ("«np.array([1, 2]) + np.array([1, 2, 3])»", "cell.value", "(2,) and (3,)"),
        ("«np.array([[1, 2], [3]])»", "cell.value", "another has 1"),
        ("[x for x in «5»]", "cell.type", "item by item"),
        ("1 if «np.array([1, 2])» else 2", "cell.value", "neither true nor false"),
        ("«{1: 2}[3]»", "cell.key", "no key 3"), ("[0] * («10 ** 30») * 2", "cell.overflow", "64 bits"),
        ("f'{«x»}'", "cell.name", "'x'"), ("f'{1:«.2q»}'", "cell.format", "q"),
        ("[y for x in [1] for y in [«z»]]", "cell.name", "'z'"), ("[1, 2][«1.5»:]", "cell.type", "a bound of a slice"),
    ])
    func running(_ marked: String, _ code: String, _ part: String) {
        expectDiagnostic(marked, code, part)
    }

    @Test func namesAreSuggested() throws {
        let scope = Scope()
        scope.bind("learning_rate", to: .float(0.5))
        let expression = try parsed("learning_rat * 2")
        do throws(Failure) {
            _ = try evaluate(expression, in: scope)
            Issue.record("there is no such name")
        } catch {
            #expect(error.diagnostic.suggestion == "learning_rate")
        }
    }

    @Test func placesFollowTheExcerptIntoItsFile() throws {
        // `1 +` and `x` stand on two lines of a file, each behind `#| `.
        let stitched = Excerpt(
            file: "book.md", bytes: Array("1 +\nx".utf8),
            runs: [.init(start: 0, offset: 103), .init(start: 4, offset: 110)],
            endOffset: 111)
        let expression = try #require(parseExpression(stitched).0)
        do throws(Failure) {
            _ = try evaluate(expression, in: Scope())
            Issue.record("x has no value")
        } catch {
            #expect(error.diagnostic.range == SourceRange(file: "book.md", start: 110, end: 111))
        }
    }

    @Test func unknownValuesAreSilent() throws {
        let scope = Scope()
        scope.bind("broken", to: .unknown)
        for text in [
            "broken", "broken + nonsense", "len(broken)", "broken.x[1]", "[broken, 1]", "broken < 2",
            "approx(broken, 1, 2)", "f'{broken}'", "[x for x in broken]",
        ] {
            let expression = try parsed(text)
            let value = try evaluate(expression, in: scope)
            guard case .unknown = value else {
                Issue.record("\(text) is not unknown")
                continue
            }
            #expect(checkClaim(expression, written: text, in: scope) == nil)
            #expect(try show(parsedFormatted(text), in: scope) == nil)
        }
    }
}
