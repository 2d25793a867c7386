import MarkedBooks
import Testing

/// Which names a value sees.
struct ScopeTests {
    private func shown(_ files: KeyValuePairs<String, String>, sourceLocation: SourceLocation = #_sourceLocation)
        -> [[String?]]
    {
        let marked = MarkedBook(files)
        #expect(marked.differences(from: []) == [], sourceLocation: sourceLocation)
        let book = marked.evaluated()
        return book.values.indices.map { book.shown(chapter: $0) }
    }

    private func network(_ name: String, _ weight: String) -> String {
        "```{network} \(name)\n#| display: none\ninputs: [x]\nlayers:\n  - y: {W: [[\(weight)]]}\n```\n\n"
    }

    private func solution(_ text: String) -> String {
        "<details class=\"solution\">\n<summary>S</summary>\n\n\(text)\n\n</details>\n\n"
    }

    @Test func aValueSeesNamesBoundFurtherDown() {
        #expect(
            shown(["01-a.md": "`{=} n.w11` `{check} n.w11 == 2`\n\n```{check}\nn.w11 == 2\n```\n\n" + network("n", "2")]
            ) == [["2"]])
    }

    @Test func namesOfASolutionStayInside() {
        let chapter =
            solution(network("n", "1") + "`{=} n.w11`") + solution("`{=} n.w11`\n\n" + network("n", "2"))
            + network("n", "3") + "`{=} n.w11`"
        #expect(shown(["01-a.md": chapter]) == [["1", "2", "3"]])
        let marked = MarkedBook(solution(network("n", "1")) + "`{=} «n».w11`")
        #expect(marked.differences(from: ["cell.name: name 'n' is not defined"]) == [])
    }

    @Test func aQuestionHasNoScopeOfItsOwn() {
        let question =
            "<details class=\"question\">\n<summary>Q</summary>\n\n\(network("n", "1"))\n</details>\n\n`{=} n.w11`"
        #expect(shown(["01-a.md": question]) == [["1"]])
    }

    @Test func aChapterUsesFinalValuesOfOthers() {
        #expect(
            shown([
                "01-a.md": "---\nuse: [b, {from: c, names: [m]}]\n---\n`{=} n.w11` `{=} m.w11`",
                "02-b.md": network("n", "1"), "03-c.md": network("m", "2") + network("n", "3"),
            ]) == [["1", "2"], [], []])
    }

    @Test func usedNamesAreNotHandedOn() {
        let marked = MarkedBook([
            "01-a.md": network("n", "1"), "02-b.md": "---\nuse: a\n---\n", "03-c.md": "---\nuse: b\n---\n`{=} n.w11`",
        ])
        #expect(marked.evaluated().shown(chapter: 2) == ["1"])
    }

    @Test func aMistakeInAUsedChapterIsNotItsUsers() {
        let marked = MarkedBook([
            "01-a.md": network("n", "«misfortune»") + "```«{network}»\ninputs: [x]\n```",
            "02-b.md": "---\nuse: [{from: a, names: [n, other]}]\n---\n`{=} n.w11` `{=} other.w11`",
            "03-c.md": "---\nuse: b\n---\n`{=} n.w11`",
        ])
        #expect(
            marked.differences(from: [
                "cell.name: name 'misfortune' is not defined",
                "network.name: '{network}' needs a name: '{network} NAME'",
            ]) == [])
    }

    @Test func digitsHoldForCaptionsToo() {
        let network =
            "```{network} n\n#| digits: 2\n#| caption: `{=} n.w11`\ninputs: [x]\nlayers:\n  - y: {W: [[1/3]]}\n```\n\n`{=} n.w11`"
        #expect(shown(["01-a.md": "---\ndigits: 6\n---\n" + network]) == [["0.33", "0.333333"]])
    }
}
