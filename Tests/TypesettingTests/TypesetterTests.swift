import HTML
import Testing
import Typesetting

@Suite struct TypesetterTests {
    let typesetter: Typesetter

    init() throws {
        typesetter = try Typesetter(scripts: .debian)
    }

    @Test func aFormulaBecomesHTMLAndMathML() throws {
        let html = try typesetter.typeset([Formula("x_1")])[0].get()
        #expect(html.hasPrefix("<span class=\"katex\"><span class=\"katex-mathml\"><math"))
        #expect(html.contains("<annotation encoding=\"application/x-tex\">x_1</annotation>"))
    }

    @Test func displayStyleIsAnotherThing() throws {
        let results = try typesetter.typeset([Formula("x"), Formula("x", isDisplay: true)])
        #expect(try results[1].get() == "<span class=\"katex-display\">\(results[0].get())</span>".replacingMathTag())
    }

    @Test func everyResultStandsAtItsFormulasPlace() throws {
        let formulas = ["a", "\\nope", "b", "a"].map { Formula($0) }
        let results = try typesetter.typeset(formulas)
        #expect(results[0] == results[3])
        #expect(try results[2].get().contains("<mi>b</mi>"))
        #expect(throws: FormulaError.self) { try results[1].get() }
    }

    @Test func noFormulasGiveNoResults() throws {
        #expect(try typesetter.typeset([]).isEmpty)
    }

    @Test func macrosStandForTheirBodies() throws {
        let macros = [TeXMacro(name: "\\half", body: "\\frac{#1}{2}")]
        let result = try typesetter.typeset([Formula("\\half{x}")], macros: macros)[0].get()
        #expect(result.contains("<mfrac><mi>x</mi><mn>2</mn></mfrac>"))
        #expect(throws: FormulaError.self) { try typesetter.typeset([Formula("\\half{x}")])[0].get() }
    }

    @Test func aDefinitionInOneFormulaNeverReachesTheNext() throws {
        for definition in ["\\gdef\\y{1}\\y", "\\global\\def\\y{1}", "\\gdef\\frac{1}"] {
            let before = try Typesetter(scripts: .debian).typeset([Formula("\\y"), Formula("\\frac12")])
            let after = try Typesetter(scripts: .debian).typeset([
                Formula(definition), Formula("\\y"), Formula("\\frac12"),
            ])
            #expect(Array(after.dropFirst()) == before)
        }
    }

    @Test func theOrderOfFormulasChangesNothing() throws {
        let formulas = ["\\frac{1}{2}", "\\nope", "\\sqrt{x}", "\\color{red} x", "y"].map {
            Formula($0, isDisplay: true)
        }
        let forward = try typesetter.typeset(formulas)
        let backward = try Typesetter(scripts: .debian).typeset(formulas.reversed())
        #expect(forward == backward.reversed())
    }

    @Test(arguments: [
        "\\href{javascript:alert(1)}{x}", "\\includegraphics{http://x.org/y.png}", "\\htmlClass{x}{y}",
        "\\url{http://x.org}",
    ])
    func untrustedCommandsMakeNoLinksImagesOrAttributes(tex: String) throws {
        guard case .success(let html) = try typesetter.typeset([Formula(tex)])[0] else { return }
        #expect(!html.contains("href=") && !html.contains("<img") && !html.contains("class=\"x\""))
    }

    @Test func markupInTeXIsEscaped() throws {
        let html = try typesetter.typeset([Formula("\\text{<script>}")])[0].get()
        #expect(!html.contains("<script>"))
    }

    @Test func sizesAreBounded() throws {
        let html = try typesetter.typeset([Formula("\\rule{9999em}{9999em}")])[0].get()
        #expect(html.contains("50em") && !html.contains("9999em;"))
    }
}

extension String {
    /// The display form differs from the inline one in this attribute too.
    fileprivate func replacingMathTag() -> String {
        let tag = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\""
        guard let range = firstRange(of: tag) else { return self }
        return self[..<range.upperBound] + " display=\"block\"" + self[range.upperBound...]
    }

    private func firstRange(of text: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
    }
}
