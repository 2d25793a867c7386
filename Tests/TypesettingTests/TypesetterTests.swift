import Testing
import Typesetting

@Suite struct TypesetterTests {
    @Test func aFormulaBecomesHTMLAndMathML() throws {
        let results = try Typesetter(scripts: .debian).typeset([Formula("x_1")])
        let html = try #require(results.first).get()
        #expect(html.hasPrefix("<span class=\"katex\"><span class=\"katex-mathml\"><math"))
        #expect(html.contains("<annotation encoding=\"application/x-tex\">x_1</annotation>"))
    }

    @Test(arguments: [
        ("a + \\foo", 4..<8, "Undefined control sequence: \\foo"),
        ("é\u{1D400} \\foo", 7..<11, "Undefined control sequence: \\foo"),
        ("\\frac{1}{", 9..<9, "Unexpected end of input in a macro argument, expected '}'"),
    ])
    func anErrorPointsAtTheCommandKaTeXNames(tex: String, range: Range<Int>, message: String) throws {
        let results = try Typesetter(scripts: .debian).typeset([Formula("1"), Formula(tex)])
        #expect(throws: Never.self) { try results[0].get() }
        #expect(results[1] == .failure(FormulaError(message: message, range: range)))
    }
}
