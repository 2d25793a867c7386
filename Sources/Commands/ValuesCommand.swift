import Book
import Build
import Diagnostics
import Files

func runValues(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    try compute(chapter: line.arguments[0], report) { computed, index in
        say(valuesJSON(computed.chapters[index].scope).indented)
    }
}

/// Computes one chapter with those it uses, reports, and hands it on if it is clean.
func compute(
    chapter path: String, _ report: Report, _ use: (ComputedBook, Int) throws(UsageError) -> Exit
) throws(UsageError) -> Exit {
    try checkBook(path)
    let sources: BookSources
    let file: String
    do throws(FileError) {
        let folder = try BookFolder(path)
        guard let chapter = folder.chapter else {
            throw FileError(operation: "read", path: path, reason: "Not a chapter file")
        }
        file = chapter
        sources = try folder.load()
    } catch {
        return refuse(error)
    }
    let computed = compute(sources, threads: Threads())
    report.write(computed.diagnostics, computed.sources)
    if computed.diagnostics.hasErrors { return .bookHasErrors }
    guard let index = computed.book.chapters.firstIndex(where: { "\($0.stem).md" == file }) else {
        throw UsageError("'\(path)' is a draft, which is left out")
    }
    return try use(computed, index)
}
