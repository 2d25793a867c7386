import Diagnostics
import Support
import Testing

@testable import Markup

private let corpus = [
    "| a | b |\n|:-|-:|\n| x \\| y | ~~k~~ |\n| `c \\| d` |\n",
    "above\n| é | 日本 | 😀 |\n|:-:|---|---|\n| *a* | **b** | [c](d) | e |\n\nbelow\n",
    "> | a |\n> |---|\n> | b |\nlazy\n",
    "- [x] done\n- [ ] not *yet*\n  - [X] nested\n\n1. [ ] one\n\n   two\n",
    "~~one~~ ~two~ ~~~three~~~ a~b~c\n",
    "see www.example.org/a_b, http://é.org?x=1&amp;y=2) and me_you@example.org.\n",
    "(https://a.org/b(c)) <https://d.org?e&f> mailto:x@y.org\n",
    "a[^x] b[^ü] c[^x] d[^none]\n\n[^x]: foo *b*\n\n    more\n\n[^ü]:\n    - l\n",
    "# a # \n\n## b \\#\n\nc\n===\n\nd\n---\n",
    "> a\nb\n> - c\n>   d\n\n1) x\n2) y\n\n\n   z\n",
    "\ta\tb\n\n-\tc\n\n\t\td\n",
    "```{network} toy\n#| label: x\n\ta: 1\n```\n~~~\nunclosed",
    "a \\*b\\* &amp; &copy; &#35; &#x1F600; &nGt; &nope; \\\\ \\a\n",
    "[é *b*][r] [r][] [r] ![i *j* `k`](u \"t\\\"\") [x](<a b> 'c')\n\n[r]: /u 'T'\n",
    "a  \nb\\\nc\n   d `e\nf` <b\n c=\"d\">\n",
    "<details><summary>s</summary>\n\n*in*\n\n</details>\n<!-- c\n\nd -->\n",
    "***a** b* __c__ _d_e_ f*g*h **i*j**\n",
    "a\r\nb  \r\nc\r\n\r\n```\r\nd\r\n```\r\n",
    "price $5 and $10, \\$3\n",
    "a \\| b\r\nc\r\n| d | e |\r\n| - | - |\r\n",
    "[a]: /u\n===\n[a] \\|&\nx\n| a | b |\n| - | - |\n---\n",
    "a\n===\n===\n| a | b |\n| - | - |\n",
    "x| a | b |\n| - | - |\n| a | b |\n| - | - |\n",
]

@Suite(.enabled(if: CommandOracle.isInstalled, "the command cmark-gfm is not installed (Debian package cmark-gfm)"))
struct ConformanceTests {
    static let hasExamples = ConditionTrait.enabled(
        if: SpecificationExamples.isInstalled,
        "no specification to take examples from (Debian package golang-github-yuin-goldmark-dev)")

    @Test func ownExamplesReadAsCMarkReadsThem() throws { try compare(corpus) }

    @Test(hasExamples) func commonMarkExamplesReadAsCMarkReadsThem() throws {
        let examples = try SpecificationExamples.commonMark()
        #expect(examples.count > 600)
        try compare(examples)
    }

    @Test(hasExamples) func extensionExamplesReadAsCMarkReadsThem() throws {
        let examples = try SpecificationExamples.extensions()
        #expect(examples.count > 40)
        try compare(examples)
    }

    private func compare(_ texts: [String]) throws {
        let expected = try CommandOracle.html(of: texts)
        for (text, html) in zip(texts, expected) {
            let source = SourceText(path: "a.md", text: text)
            let reading = read(source, from: 0)
            #expect(ReferenceHTML.render(reading.document) == html.replacing("\r\n", with: "\n"), "\(text)")
            #expect(reading.isAligned, "\(text)")
            checkPlaces(reading.document, source)
        }
    }
}
