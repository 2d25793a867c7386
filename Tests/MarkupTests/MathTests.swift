import Diagnostics
import Testing

import Markup

/// A text and its inlines: prose as it is, `⟨tex⟩` for math and `⟪tex⟫` for math on a line of its own.
private let inline: [(String, String)] = [
    ("$x$", "⟨x⟩"), ("a $x_1 * y_2$ b", "a ⟨x_1 * y_2⟩ b"), ("$5 and $10", "$5 and $10"), ("$ x$", "$ x$"),
    ("$x $", "$x $"),
    ("$x$5", "$x$5"), ("\\$x$", "$x$"), ("$a\\$b$", "⟨a\\$b⟩"), ("$\\\\$", "⟨\\\\⟩"), ("$`a_b`$", "⟨a_b⟩"),
    ("$`a`", "$‹a›"),
    ("from $5 to `$HOME`", "from $5 to ‹$HOME›"), ("$$x$$", "⟪x⟫"), ("a $$x + y$$ b", "a ⟪x + y⟫ b"),
    ("a $$x", "a $$x"), ("$$", "$$"),
    ("$\\frac{a}{b} \\, <c> \\& d$", "⟨\\frac{a}{b} \\, <c> \\& d⟩"), ("a$b$c", "a⟨b⟩c"),
    ("costs $5 and $x$", "costs $5 and ⟨x⟩"),
    ("$a\nb$", "⟨a\nb⟩"), ("`$x$`", "‹$x$›"), (" *t $a*b$ t*", " (t ⟨a*b⟩ t)"), ("[$x$](u)", "[⟨x⟩]"),
    ("$\\val{first.loss:.4f}$", "⟨\\val{first.loss:.4f}⟩"),
    ("$é$日$本$", "⟨é⟩日⟨本⟩"), ("$", "$"), ("a$", "a$"), ("$$$", "$$$"),
]

@Test(arguments: inline.indices) func dollarsAreMathOrProse(_ index: Int) {
    let (text, expected) = inline[index]
    let blocks = parseMarkdown(SourceText(path: "a.md", text: "x" + text)).document.blocks
    guard case .paragraph(let inlines) = blocks.first?.kind else {
        Issue.record("no paragraph")
        return
    }
    #expect(sketch(inlines) == "x" + expected)
}

func sketch(_ inlines: [Inline]) -> String {
    inlines.map { inline in
        switch inline.kind {
        case .text(let text), .html(let text): text.text
        case .code(let code): "‹\(code.text)›"
        case .math(let tex, let display): display ? "⟪\(tex.text)⟫" : "⟨\(tex.text)⟩"
        case .softBreak, .lineBreak: "\n"
        case .emphasis(let inner): "(\(sketch(inner)))"
        case .strong(let inner): "((\(sketch(inner))))"
        case .strikethrough(let inner): "~\(sketch(inner))~"
        case .link(_, _, let inner): "[\(sketch(inner))]"
        case .image(_, _, let inner): "![\(sketch(inner))]"
        case .footnote(let label): "[^\(label)]"
        }
    }.joined()
}

/// A text and the math blocks in it, wherever they stand: TeX and trailing text.
private let blocks: [(String, [[String]])] = [
    ("$$\n- x\n+ y\n= z\n> w\n# v\n$$", [["- x\n+ y\n= z\n> w\n# v", ""]]),
    ("$$ x $$ {#eq-x}", [["x", "{#eq-x}"]]),
    ("$$\nx\n$$ {#eq-x}", [["x", "{#eq-x}"]]),
    ("$$x\n+ y$$", [["x\n+ y", ""]]),
    ("text\n$$\na_b * c_d\n$$\nmore", [["a_b * c_d", ""]]),
    ("text\n$$ x $$ {#eq-y}\nmore", [["x", "{#eq-y}"]]),
    ("> $$\n> a\n> = b\n> $$ {#eq-q}", [["a\n= b", "{#eq-q}"]]),
    ("- item\n\n  $$\n  - a\n    b\n  $$", [["- a\n  b", ""]]),
    ("<details>\n\n$$\n<b>\n$$\n\n</details>", [["<b>", ""]]),
    ("```math\n\\frac{a}{b} \\\\\n```", [["\\frac{a}{b} \\\\\n", ""]]),
    ("```math {#eq-z}\nx\n```", [["x\n", "{#eq-z}"]]),
    ("    $$\n    x\n    $$", []), ("```\n$$\nx\n$$\n```", []), ("$$ x $$ and so on", []), ("$$$$", []),
    ("$$\r\na\r\nb\r\n$$", [["a\nb", ""]]),
    (
        "$$\\begin{aligned} a &= b \\\\\n\\$$ c &< d\n\\end{aligned}$$",
        [["\\begin{aligned} a &= b \\\\\n\\$$ c &< d\n\\end{aligned}", ""]]
    ),
]

@Test(arguments: blocks.indices) func mathBlocksArriveUntouched(_ index: Int) {
    let (text, expected) = blocks[index]
    let source = SourceText(path: "a.md", text: text)
    let parsed = parseMarkdown(source)
    #expect(mathBlocks(parsed.document.blocks) == expected)
    #expect(parsed.diagnostics == [])
    checkPlaces(parsed.document, source)
}

private func mathBlocks(_ blocks: [Block]) -> [[String]] {
    blocks.flatMap { block -> [[String]] in
        switch block.kind {
        case .math(let tex, let trailing): [[tex.text, trailing.text]]
        case .quote(let inner): mathBlocks(inner)
        case .list(let list): list.items.flatMap { mathBlocks($0.blocks) }
        default: []
        }
    }
}

@Test func mathThatIsNeverClosedIsReported() {
    let source = SourceText(path: "a.md", text: "é\n\n> $$\n> x\n>\n> *y*\n")
    let parsed = parseMarkdown(source)
    #expect(parsed.diagnostics.map(\.code) == ["markdown.math"])
    #expect(parsed.diagnostics.map(\.range) == [SourceRange(file: "a.md", start: 6, end: 8)])
    guard case .quote(let inner) = parsed.document.blocks[1].kind else {
        Issue.record("no quote")
        return
    }
    #expect(inner.count == 2)
}

@Test func mathInACellTakesAnEscapedPipe() {
    let source = SourceText(path: "a.md", text: "| a |\n|---|\n| $\\lvert x \\| y$ |\n")
    guard case .table(let table) = parseMarkdown(source).document.blocks[0].kind else {
        Issue.record("no table")
        return
    }
    #expect(sketch(table.rows[0][0].inlines) == "⟨\\lvert x | y⟩")
}
