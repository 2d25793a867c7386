import Testing
import Typesetting

@Suite struct FormulaErrorTests {
    /// The piece KaTeX names stands between ‹ and ›.
    @Test(arguments: [
        ("a + ‹\\foo›", "Undefined control sequence: \\foo"),
        ("‹\\foo›", "Undefined control sequence: \\foo"),
        ("é\u{1D400}日 ‹\\foo› \u{1D400}", "Undefined control sequence: \\foo"),
        ("a long formula before it, and ‹\\foo› then a long formula after it", "Undefined control sequence: \\foo"),
        ("\\frac{1}{‹›", "Unexpected end of input in a macro argument, expected '}'"),
        ("x^2‹^›3", "Double superscript"),
        ("a ‹}› b", "Expected 'EOF', got '}'"),
        ("\\begin{nope}", nil),
    ])
    func pointsAtWhatKaTeXNames(marked: String, message: String?) throws {
        let tex = marked.filter { $0 != "‹" && $0 != "›" }
        let error = try #require(try failure(tex))
        if let message { #expect(error.message == message) }
        guard let open = marked.firstIndex(of: "‹"), let close = marked.firstIndex(of: "›") else { return }
        let start = marked[..<open].utf8.count
        #expect(error.range == start..<(start + marked[open..<close].utf8.count - 3))
    }

    @Test func anErrorInAMacrosBodyHasNoPlaceInTheFormula() throws {
        let error = try #require(try failure("a + \\m", macros: [TeXMacro(name: "\\m", body: "\\foo")]))
        #expect(error.message == "Undefined control sequence: \\foo")
        #expect(error.range == nil)
    }

    @Test(arguments: [
        ("\\fraq{1}{2}", "\\frac"), ("\\sigmoid", "\\sigma"), ("\\zzzzzz", nil), ("\\alhpa", "\\alpha"),
        ("\\partal", "\\partial"), ("\\wieght", "\\weight"),
    ])
    func anUnknownCommandHasTheNearestOneBesideIt(tex: String, suggestion: String?) throws {
        let error = try #require(try failure(tex, macros: [TeXMacro(name: "\\weight", body: "w")]))
        #expect(error.suggestion == suggestion)
    }

    @Test func aMacroWithoutEndIsStopped() throws {
        let error = try #require(try failure("\\m", macros: [TeXMacro(name: "\\m", body: "\\m\\m")]))
        #expect(error.message.contains("Too many expansions"))
    }

    @Test func bracesNestedTooDeepAreAMistakeOfTheFormula() throws {
        let depth = 200_000
        let tex = String(repeating: "{", count: depth) + String(repeating: "}", count: depth)
        let error = try #require(try failure(tex))
        #expect(error.message == "the formula is nested too deeply")
    }

    @Test func aNulIsNoEndOfTheFormula() throws {
        let html = try Typesetter(scripts: .debian).typeset([Formula("\\text{a\0b}")])[0]
        #expect(try html.get().contains("a\u{FFFD}b"))
    }

    private func failure(_ tex: String, macros: [TeXMacro] = []) throws -> FormulaError? {
        let results = try Typesetter(scripts: .debian).typeset(
            [Formula("1"), Formula(tex), Formula("2")], macros: macros)
        _ = try (results[0].get(), results[2].get())
        guard case .failure(let error) = results[1] else { return nil }
        return error
    }
}
