import Book
import Diagnostics
import Evaluation
import Foundation
import Support
import Testing

@testable import Site

/// What a chapter of plain Markdown becomes on its page, with nothing of the page around it.
private func fragment(_ markdown: String) -> String {
    let chapter = SourceText(path: "a.md", text: "---\ntitle: Title\n---\n" + markdown)
    let settings = SourceText(path: "book.yml", text: "unsafe-html: true\n")
    let sources = BookSources(settings: settings, chapters: [chapter], allChapterFiles: ["a.md"], folder: ".") { _ in
        nil
    }
    let results = ChapterResults(values: [], displays: [])
    return SiteSources(book: readBook(sources).book, results: [results], figureSizes: [:]).plainFragment(chapter: 0)
}

/// Without the ids and labels of footnotes, which are Longhand's own: a number in place of the label.
private func withoutFootnoteIDs(_ html: String) -> String {
    var html = html.replacing(#/<li id="fn[:-][^"]*">/#, with: "<li>")
    html = html.replacing(#/<a [^>]*(fnref[:-]|"#fn[:-])[^>]*>/#, with: "<a>")
    return html.replacing(" data-footnotes", with: "")
}

/// Pages and cmark-gfm agree on whatever is not Longhand's own syntax.
@Suite(.enabled(if: CommandOracle.isInstalled, "the command cmark-gfm is not installed (Debian package cmark-gfm)"))
struct ConformanceTests {
    static let hasExamples = ConditionTrait.enabled(
        if: SpecificationExamples.isInstalled,
        "no specification to take examples from (Debian package golang-github-yuin-goldmark-dev)")

    @Test(hasExamples) func commonMarkExamplesBecomeWhatCMarkMakesOfThem() throws {
        try compare(SpecificationExamples.commonMark())
    }

    @Test(hasExamples) func extensionExamplesBecomeWhatCMarkMakesOfThem() throws {
        try compare(SpecificationExamples.extensions())
    }

    private func compare(_ texts: [String]) throws {
        for (number, (text, expected)) in zip(texts, try CommandOracle.html(of: texts)).enumerated() {
            let made = withoutFootnoteIDs(fragment(text))
            #expect(
                made == withoutFootnoteIDs(expected.replacing("\r\n", with: "\n")), "example \(number + 1): \(text)")
        }
    }
}
