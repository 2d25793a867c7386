import Diagnostics
import Networks
import Tensors
import Testing

@testable import Cells

@Suite struct ShownTests {
    private func shown(_ text: String, digits: Int = 4, in scope: Scope = Scope()) throws -> Shown {
        let formatted = try parsedFormatted(text)
        return try #require(try show(formatted, in: scope, digits: digits))
    }

    @Test(arguments: [
        ("16.0", "16", "16"), ("0.7319417133694889", "0.7319", "0.7319"), ("0.25", "0.25", "0.25"),
        ("1.00004", "1.000", "1.000"), ("3", "3", "3"), ("-2.5", "−2.5", "-2.5"), ("-0.0", "0", "0"),
        ("-5.34381483665323e-08", "−5.344 × 10⁻⁸", "-5.344 \\times 10^{-8}"), ("1 / 3:.2f", "0.33", "0.33"),
        ("1234567:,", "1,234,567", "1{,}234{,}567"), ("0.123:.1%", "12.3%", "12.3\\%"), ("2:+d", "+2", "+2"),
        ("0.1 + 0.2!r", "0.30000000000000004", "0.30000000000000004"), ("1 == 1", "True", "\\text{True}"),
        ("None", "None", "\\text{None}"), ("'a_b'", "a_b", "\\text{a\\_b}"), ("'x:y'[0]", "x", "\\text{x}"),
        ("{'a': 1}['a']:.1f", "1.0", "1.0"),
        ("[1, -2.5]", "[1, −2.5]", "\\left[1, -2.5\\right]"), ("(1, 'a')", "(1, 'a')", "\\left(1, \\text{'a'}\\right)"),
        ("np.array([1.0, 0.33333333])", "[1, 0.3333]", "\\begin{bmatrix} 1 & 0.3333 \\end{bmatrix}"),
        (
            "np.array([[1, -2], [0.25, 2]])", "[[1, −2], [0.25, 2]]",
            "\\begin{bmatrix} 1 & -2 \\\\ 0.25 & 2 \\end{bmatrix}"
        ),
        (
            "[[1, 2], [3, 4]]:.1f", "[[1.0, 2.0], [3.0, 4.0]]",
            "\\begin{bmatrix} 1.0 & 2.0 \\\\ 3.0 & 4.0 \\end{bmatrix}"
        ),
        ("np.sum(np.array([0.5, 0.25]))", "0.75", "0.75"), ("np.float64 if 0 else 1", "1", "1"),
        ("1 if 2 != 3 else 4:d", "1", "1"), ("np.array([0.5])[0]!r", "0.5", "0.5"), ("True:d", "1", "1"),
    ])
    func forms(_ text: String, _ plain: String, _ tex: String) throws {
        let found = try shown(text)
        #expect(found.plain == plain)
        #expect(found.tex == tex)
    }

    @Test func negativeNumbersInParentheses() throws {
        #expect(try shown("-2.5").texParenthesised == "(-2.5)")
        #expect(try shown("2.5").texParenthesised == "2.5")
        #expect(try shown("-1.5!r").texParenthesised == "(-1.5)")
    }

    @Test func allDigitsAreKeptBeside() throws {
        let found = try shown("2 / 3")
        #expect(found.full == "0.6666666666666666" && !found.isExact && found.isNumeric)
        #expect(try shown("0.5").isExact)
        #expect(try shown("2 / 3", digits: 2).plain == "0.67")
    }

    @Test(arguments: [
        ("1:«.2q»", "cell.format", "unknown format type"), ("1.5:«d»", "cell.format", ""),
        ("'a':«.2f»", "cell.format", ""), ("«1e308 * 10»", "cell.value", "infinity"),
        ("«[1, np.inf]»", "cell.value", "infinity"), ("«1e308 * 10»!r", "cell.value", "infinity"),
        ("«toy»", "cell.value", "a network cannot be shown"), ("«abs»", "cell.value", "call it with parentheses"),
        ("None:«d»", "cell.format", "takes no format"), ("1!«q»", "cell.syntax", "after '!'"),
        ("1 /«»:.2f", "cell.syntax", "missing here"), ("1:«.»", "cell.format", ""),
    ])
    func mistakes(_ marked: String, _ code: String, _ part: String) throws {
        let source = MarkedSource(marked)
        let scope = Scope()
        let layer = LayerDeclaration(name: "y", weights: .matrix(Tensor(rows: [[1]])), activation: .linear)
        scope.bind("toy", to: .network(try NetworkDeclaration(inputs: ["x"], layers: [layer]).network()))
        let (formatted, diagnostics) = parseFormatted(excerpt(source.text))
        var found = diagnostics.first
        if let formatted {
            do { _ = try show(formatted, in: scope) } catch { found = error.diagnostic }
        }
        let diagnostic = try #require(found)
        #expect(diagnostic.code == code)
        #expect((part.isEmpty || diagnostic.message.contains(part)), "\(diagnostic.message)")
        #expect(diagnostic.range.start..<diagnostic.range.end == source.range, "\(diagnostic.message)")
    }

    @Test(
        arguments: [
            ("1 < 2", nil), ("1 < 2 < 3", nil), ("approx(1.0001, 1, 1e-3)", nil), ("np.array([1, 2]) == [1, 2]", nil),
            ("np.allclose([1.0], [1.0])", nil),
            (
                "0.08699208259994781 < 0.08",
                "claim is false: 0.08699208259994781 < 0.08: left is 0.08699208259994781, right is 0.08"
            ),
            ("1 < 2 > 3", "claim is false: 1 < 2 > 3: at '>' left is 2, right is 3"),
            (
                "approx(1.5, 1, 0.25)",
                "claim is false: approx(1.5, 1, 0.25): left is 1.5, right is 1, they differ by 0.5"
            ),
            ("1 == 1 and 2 == 3", "claim is false: 1 == 1 and 2 == 3: left is 2, right is 3"),
            ("not 1", "claim is false: not 1: its value is False"),
            (
                "np.array([1, 2]) == [1, 3]",
                "claim is false: np.array([1, 2]) == [1, 3]: left is array([1, 2]), right is [1, 3]"
            ),
            ("nope == 1", "name 'nope' is not defined"), ("1 / 0 == 1", "division by zero"),
        ] as [(String, String?)])
    func claims(_ text: String, _ message: String?) throws {
        let claim = try parsed(text)
        #expect(checkClaim(claim, written: text, in: Scope())?.message == message)
    }
}
