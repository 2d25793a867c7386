import Diagnostics
import Testing

@testable import Markup

private let atoms = [
    "a", "b c", "é", "日本", "😀", " ", "  ", "\n", "\n", "\n\n", "\t", "*", "**", "_", "__", "~", "~~", "`", "``",
    "```\n", "~~~ x\n",
    "[", "]", "[a]", "(b)", "[x](y \"t\")", "![", "](", ")", "<", ">", "> ", "\n> ", "- ", "\n- ", "1. ", "\n  ",
    "\n    ", "# ", "\n# ",
    "===\n", "---\n", "|", "| a | b |\n| - | - |\n", "\\|", "\\", "\\*", "&amp;", "&copy;", "&", "&#35;", "&nGt;",
    "www.x.org",
    "http://a.b/c?d=e&amp;f", "me@x.org", "<http://a.b>", "<b>", "<!-- c -->", "</details>\n", "<details>\n", "$",
    "$x$", "$$", "$$\n",
    "$`a`$", "[^n]", "\n[^n]: note\n", "\n[a]: /u \"t\"\n", "[x] ", "\"", "'", "!", ".", "{#sec-x}", "5",
    "\n$$ a $$ {#eq-x}\n", "  \n",
    "\\\n", "mailto:a@b.c", "\r\n",
]

/// A small generator with a seed (SplitMix64), so that a failing text can be made again.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func text(atoms count: Int) -> String {
        (0..<count).map { _ in atoms.randomElement(using: &self) ?? "" }.joined()
    }
}

@Test(arguments: 1...20) func everyNodeOfARandomTextStandsWhereItSays(_ seed: UInt64) {
    var dice = Dice(state: seed)
    for round in 0..<100 {
        let text = dice.text(atoms: 1 + round % 25)
        let source = SourceText(path: "a.md", text: text)
        let reading = read(source, from: 0)
        #expect(reading.isAligned, "\(text.debugDescription)")
        checkPlaces(reading.document, source)
    }
}

@Test(arguments: 1...5) func everyInlineOfARandomCaptionStandsWhereItSays(_ seed: UInt64) {
    var dice = Dice(state: seed)
    for round in 0..<100 {
        let source = SourceText(path: "a.md", text: "#| caption: " + dice.text(atoms: 1 + round % 10))
        let excerpt = Excerpt(of: source, 12..<source.bytes.count)
        let reading = readInlines(excerpt)
        #expect(reading.isAligned, "\(excerpt.text.debugDescription)")
        var checker = PlaceChecker(source: source)
        checker.inlines(reading.inlines, in: SourceRange(file: "a.md", start: 12, end: source.bytes.count))
    }
}

/// A text and what its nodes cover, in the order in which they start.
private let written: [(String, [String])] = [
    ("é *日本* `😀 x`", ["é ", "*日本*", "日本", " ", "`😀 x`"]),
    ("a &amp; b\\*c", ["a &amp; b\\*c"]),
    (
        "[t *e*](u) ![i](v \"w\") [r]\n\n[r]: x",
        ["[t *e*](u)", "t ", "*e*", "e", " ", "![i](v \"w\")", "i", " ", "[r]", "r"]
    ),
    ("> a\n> `b\n> c` d", ["a", "\n", "`b\n> c`", " d"]),
    ("- x  \n  y", ["x", "  \n", "y"]),
    ("<http://a.b> www.c.d x@y.z", ["<http://a.b>", "http://a.b", " ", "www.c.d", "www.c.d", " ", "x@y.z", "x@y.z"]),
    ("a[^n]\n\n[^n]: b", ["a", "[^n]"]),
    ("# t {#sec-x} ##", ["t {#sec-x}"]),
    ("~~a~~ ~b~ <br> **c**", ["~~a~~", "a", " ", "~b~", "b", " ", "<br>", " ", "**c**", "c"]),
]

@Test(arguments: written.indices) func inlinesCoverWhatWasWritten(_ index: Int) {
    let source = SourceText(path: "a.md", text: written[index].0)
    #expect(covered(parseMarkdown(source).document.blocks, source) == written[index].1)
}

private func covered(_ blocks: [Block], _ source: SourceText) -> [String] {
    blocks.flatMap { block -> [String] in
        switch block.kind {
        case .paragraph(let inlines), .heading(_, let inlines): covered(inlines, source)
        case .quote(let inner): covered(inner, source)
        case .list(let list): list.items.flatMap { covered($0.blocks, source) }
        default: []
        }
    }
}

private func covered(_ inlines: [Inline], _ source: SourceText) -> [String] {
    inlines.flatMap { inline -> [String] in
        let own = String(decoding: source.bytes[inline.range.start..<inline.range.end], as: UTF8.self)
        switch inline.kind {
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
            .image(_, _, let inner):
            return [own] + covered(inner, source)
        default: return [own]
        }
    }
}

@Test func aCellKnowsThePlaceBehindAnEscapedPipe() throws {
    let source = SourceText(path: "a.md", text: "| a |\n|---|\n| x `b \\| c` @fig-x |\n")
    guard case .table(let table) = parseMarkdown(source).document.blocks[0].kind else { throw NotFound() }
    let inlines = table.rows[0][0].inlines
    guard case .code(let code) = inlines[1].kind, case .text(let text) = inlines[2].kind else { throw NotFound() }
    #expect(code.text == "b | c")
    #expect(source.bytes[code.offset(at: 4)] == UInt8(ascii: "c"))
    #expect(source.position(at: text.offset(at: 1)) == Position(line: 3, column: 14))
}

@Test func theMarkdownBehindFrontMatterKeepsItsPlaces() throws {
    let source = SourceText(path: "a.md", text: "---\ntitle: é\n---\n\n*x*\n")
    let matter = try #require(FrontMatter.split(source).frontMatter)
    #expect(matter.yaml.text == "title: é\n")
    let block = try #require(parseMarkdown(source, from: matter.bodyOffset).document.blocks.first)
    #expect(source.position(at: block.range.start) == Position(line: 5, column: 1))
}

struct NotFound: Error {}
