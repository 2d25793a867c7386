public import HTML

/// Sets TeX with KaTeX and colours code with highlight.js, both run by JavaScriptCore while the book is built.
///
/// ```swift
/// let typesetter = try Typesetter(scripts: .debian)
/// let results = try typesetter.typeset([Formula("x_1"), Formula("\\frac{1}{2}", isDisplay: true)])
/// ```
/// A typesetter belongs to the thread that made it and costs some 40 ms to make; the result of a formula depends on the formula and the
/// macros alone, never on what was set before.
public final class Typesetter {
    private let engine: ScriptEngine
    private let scripts: Scripts
    private var highlighterIsLoaded = false

    /// - Throws: `TypesettingError` naming the file and its Debian package, or what JavaScriptCore refused.
    public init(scripts: Scripts) throws(TypesettingError) {
        self.scripts = scripts
        engine = try ScriptEngine()
        let katex = try readScript(scripts.katex, package: "libjs-katex")
        try engine.run(katex, name: scripts.katex)
        try engine.run(TypesetterScript.formulas, name: "typeset.js")
    }

    /// The formulas as HTML with MathML for assistive technology, or what is wrong with them, in their order.
    /// - Throws: `TypesettingError` only when the machinery itself fails.
    public func typeset(
        _ formulas: [Formula], macros: [TeXMacro] = []
    ) throws(TypesettingError) -> [Result<String, FormulaError>] {
        let answers = try engine.call(
            "longhandTypeset",
            [
                formulas.map(\.tex), formulas.map { $0.isDisplay ? "1" : "0" }, macros.map(\.name), macros.map(\.body),
            ])
        precondition(answers.count == formulas.count, "every formula has one answer")
        return zip(formulas, answers).map { formula, answer in
            answer.utf8.first == UInt8(ascii: "+")
                ? .success(String(answer.dropFirst()))
                : .failure(FormulaError(answer: answer.dropFirst(), formula: formula))
        }
    }

    /// The code with its words in spans of classes `hljs-keyword`, `hljs-number` and so on; as plain text when the language is unknown.
    public func highlight(_ code: String, language: String) throws(TypesettingError) -> HTMLNode {
        if !highlighterIsLoaded {
            try engine.run(try readScript(scripts.highlighter, package: "libjs-highlight.js"), name: scripts.highlighter)
            try engine.run(TypesetterScript.highlighting, name: "highlight.js")
            highlighterIsLoaded = true
        }
        let answer = try engine.call("longhandHighlight", [[code], [language]])
        return answer.first.map(HTMLNode.trusted) ?? .text(code)
    }
}
