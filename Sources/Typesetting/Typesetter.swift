public import HTML

/// Sets TeX with KaTeX and colours code with highlight.js, both run by JavaScriptCore while the book is built.
///
/// ```swift
/// let typesetter = try Typesetter(scripts: .debian)
/// let results = try typesetter.typeset([Formula("x_1"), Formula("\\frac{1}{2}", isDisplay: true)])
/// ```
/// The result of a formula depends on the formula and the macros alone, never on what was set before. A typesetter
/// belongs to the thread that made it. It costs 25 ms to make and its first 300 formulas 130 ms while the engine warms; later ones take
/// 0.2 ms each. Two typesetters on two cores finish a small book no sooner than one, since both must warm.
public final class Typesetter {
    private let engine: ScriptEngine
    private let scripts: Scripts
    private var highlighterIsLoaded = false
    private var katexCommands: [String]?
    /// What was set already, with the macros it was set with.
    private var known: [Formula: Result<String, FormulaError>] = [:]
    private var knownMacros: [TeXMacro] = []

    /// - Throws: `TypesettingError` naming the file and its Debian package, or what JavaScriptCore refused.
    public init(scripts: Scripts) throws(TypesettingError) {
        self.scripts = scripts
        engine = try ScriptEngine()
        try engine.run(try readScript(scripts.katex, package: "libjs-katex"), name: scripts.katex)
        try engine.run(TypesetterScript.formulas, name: "typeset.js")
    }

    /// The formulas as HTML with MathML for assistive technology, or what is wrong with them, in their order.
    ///
    /// Equal formulas are set once.
    /// - Throws: `TypesettingError` only when the machinery itself fails.
    public func typeset(
        _ formulas: [Formula], macros: [TeXMacro] = []
    ) throws(TypesettingError) -> [Result<String, FormulaError>] {
        // A typesetter that serves an author all day stays within some tens of megabytes.
        if macros != knownMacros || known.count > 8192 {
            known.removeAll()
            knownMacros = macros
        }
        var asked: Set<Formula> = []
        let fresh = formulas.filter { known[$0] == nil && asked.insert($0).inserted }
        if !fresh.isEmpty { try learn(fresh) }
        return formulas.map { formula in
            guard let result = known[formula] else { preconditionFailure("every formula has been set") }
            return result
        }
    }

    private func learn(_ formulas: [Formula]) throws(TypesettingError) {
        let answers = try engine.call(
            "longhandTypeset",
            [
                formulas.map(\.tex), formulas.map { $0.isDisplay ? "1" : "0" },
                knownMacros.map(\.name), knownMacros.map(\.body),
            ])
        precondition(answers.count == formulas.count, "every formula has one answer")
        for (formula, answer) in zip(formulas, answers) {
            known[formula] = try FormulaAnswer(text: answer).result(for: formula, commands: commands)
        }
    }

    /// The commands an author may have meant: the book's own, then KaTeX's.
    private func commands() throws(TypesettingError) -> [String] {
        let own = knownMacros.map(\.name)
        if let katexCommands { return own + katexCommands }
        let names = commandNames(inScript: try readScript(scripts.katex, package: "libjs-katex"))
        katexCommands = names
        return own + names
    }

    /// The code with its words in spans of classes `hljs-keyword`, `hljs-number` and so on.
    ///
    /// As plain text when the language is unknown. The first call loads the highlighter.
    public func highlight(_ code: String, language: String) throws(TypesettingError) -> HTMLNode {
        if !highlighterIsLoaded { try loadHighlighter() }
        let answer = try engine.call("longhandHighlight", [[code], [language]])
        return answer.first.map(HTMLNode.trusted) ?? .text(code)
    }

    private func loadHighlighter() throws(TypesettingError) {
        let library = try readScript(scripts.highlighter, package: "libjs-highlight.js")
        try engine.run(HighlighterScript.functions, name: "highlighting.js")
        _ = try engine.call("longhandLoadHighlighter", [[library]])
        highlighterIsLoaded = true
    }
}
