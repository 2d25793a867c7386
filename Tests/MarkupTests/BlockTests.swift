import Diagnostics
import Testing

import Markup

private func fences(_ text: String) -> [CodeBlock] {
    func find(_ blocks: [Block]) -> [CodeBlock] {
        blocks.flatMap { block -> [CodeBlock] in
            switch block.kind {
            case .code(let code): [code]
            case .quote(let inner): find(inner)
            case .list(let list): list.items.flatMap { find($0.blocks) }
            default: []
            }
        }
    }
    return find(parseMarkdown(SourceText(path: "a.md", text: text)).document.blocks)
}

@Test func theInfoOfAFenceIsUntouched() {
    let code = fences("```  {network} toy\\* &amp; x  \nb\n```")[0]
    #expect(code.info.text == "{network} toy\\* &amp; x")
    #expect(code.info.range.start == 5)
    #expect(fences("```foo\\+bar x\n```")[0].language == "foo+bar")
}

private let bodies: [(String, String)] = [
    ("```\na\n\tb\n```", "a\n\tb\n"), ("  ```\n  a\n    b\n c\n  ```", "a\n  b\nc\n"),
    ("> ```\n> a\n>\n>  b\n> ```", "a\n\n b\n"),
    ("- ```\n  a\n\n    b\n  ```", "a\n\n  b\n"), ("```\nunclosed", "unclosed\n"), ("```\n```", ""),
    ("```\r\na\r\nb\r\n```", "a\nb\n"),
    ("-\t```\n\ta\n\t```", "a\n"), ("    a\n\n    b", "a\n\nb\n"),
]

@Test(arguments: bodies.indices) func theBodyOfAFenceIsWithoutWhatStandsBeforeItsLines(_ index: Int) {
    let (text, body) = bodies[index]
    let source = SourceText(path: "a.md", text: text)
    #expect(fences(text).map(\.body.text) == [body])
    checkPlaces(parseMarkdown(source).document, source)
}

@Test func footnotesComeInTheOrderOfTheirUse() {
    let source = SourceText(path: "a.md", text: "a[^B] c[^b] d[^c]\n\n[^c]: 1\n\n[^b]: 2\n\n    3\n")
    let document = parseMarkdown(source).document
    #expect(document.footnotes.map(\.label) == ["b", "c"])
    #expect(document.footnotes.map(\.blocks.count) == [2, 1])
    guard case .paragraph(let inlines) = document.blocks[0].kind else {
        Issue.record("no paragraph")
        return
    }
    #expect(sketch(inlines) == "a[^b] c[^b] d[^c]")
}

/// A text with a footnote amiss, where that is, and what is said.
private let amiss: [(String, String, String)] = [
    ("é[^a]\n\n[^a]: 1\n\n[^b]: 2\n", "[^b]", "nothing refers to the footnote '[^b]'"),
    ("é[^a]\n\n[^a]: 1\n\n[^A]: 2\n", "[^A]", "the footnote '[^A]' is defined a second time"),
    ("é *x[^nota]*\n\na[^note]\n\n[^note]: 1\n", "[^nota]", "no footnote is named '[^nota]'"),
    ("| a |\n|---|\n| [^x] |\n", "[^x]", "no footnote is named '[^x]'"),
]

@Test(arguments: amiss.indices) func aFootnoteThatWouldVanishIsReported(_ index: Int) throws {
    let (text, place, message) = amiss[index]
    let source = SourceText(path: "a.md", text: text)
    let found = parseMarkdown(source).diagnostics
    #expect(found.map(\.message) == [message])
    let range = try #require(found.first?.range)
    #expect(String(decoding: source.bytes[range.start..<range.end], as: UTF8.self) == place)
}

@Test(arguments: [
    "\\[^a]", "`[^a]`", "```\n[^a]: x\n```", "[^ a]", "[^]: x", "$[^a]$", "<details>\n[^a]: x\n</details>",
    "a[^b]\n\n> [^b]: c",
])
func whatIsNoFootnoteIsLeftAlone(_ text: String) {
    #expect(parseMarkdown(SourceText(path: "a.md", text: text)).diagnostics == [])
}

@Test func aCaptionIsOneParagraphWhateverItLooksLike() {
    for text in ["- a *b*", "# a", "> a", "1. a", "    a", "```", "[a]: b", "| a |", "a | b"] {
        let excerpt = Excerpt(file: "a.md", bytes: Array(text.utf8), offset: 7)
        let parsed = parseInlines(excerpt)
        #expect(sketch(parsed.inlines) == text.replacing("*b*", with: "(b)").drop { $0 == " " })
        #expect(parsed.inlines.first?.range.start == 7 + (text.hasPrefix(" ") ? 4 : 0))
    }
}

@Test func frontMatterStandsBetweenTwoFences() throws {
    #expect(FrontMatter.split(SourceText(path: "a.md", text: "# no")).frontMatter == nil)
    let empty = try #require(FrontMatter.split(SourceText(path: "a.md", text: "---\n---")).frontMatter)
    #expect(empty.yaml.text == "")
    #expect(empty.bodyOffset == 7)
    let crlf = try #require(FrontMatter.split(SourceText(path: "a.md", text: "---\r\na: 1\r\n--- \r\nb")).frontMatter)
    #expect(crlf.yaml.text == "a: 1\r\n")
    #expect(crlf.bodyOffset == 17)
    let open = FrontMatter.split(SourceText(path: "a.md", text: "---\na: 1\n"))
    #expect(open.frontMatter == nil)
    #expect(open.diagnostics.map(\.code) == ["markdown.front-matter"])
    #expect(open.diagnostics.map(\.range) == [SourceRange(file: "a.md", start: 0, end: 3)])
}
