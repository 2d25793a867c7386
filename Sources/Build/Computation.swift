import Book
import Cells
import Diagnostics
import Evaluation
import Files

/// A book read and computed, with everything that is wrong with it.
public struct ComputedBook: Sendable {
    public var book: Book
    public var chapters: [ComputedChapter]
    public var diagnostics: [Diagnostic]
    /// The texts that diagnostics point into.
    public var sources: [SourceText]

    public func results() -> [ChapterResults] { chapters.map(\.results) }
}

/// One chapter's values.
///
/// Sendable because nothing changes the values once the chapter has been run: other chapters take copies. Its scope is empty
/// once the chapter is gone.
public final class ComputedChapter: @unchecked Sendable {
    public let results: ChapterResults
    public let scope: Scope
    let diagnostics: [Diagnostic]

    init(_ values: ChapterValues) {
        results = values.results
        scope = values.scope
        diagnostics = values.diagnostics
    }

    /// Objects and functions may hold each other in circles, which nothing but this breaks.
    deinit { scope.removeAll() }
}

/// Reads and computes a book.
///
/// - Parameter closed: the outlines of chapters that are not read, by their files.
public func compute(
    _ sources: BookSources, closed: [String: ChapterOutline] = [:], threads: Threads, progress: Progress? = nil
) -> ComputedBook {
    let (book, reading) = readBook(sources, closed: closed) { count, read in threads.map(count) { read($0) } }
    progress?.begin(chapters: book.chapters.count { !$0.isClosed })
    var computed: [Int: ComputedChapter] = [:]
    var diagnostics = reading
    for level in book.levels {
        let done = computed
        let chapters = threads.map(level.count) { index in
            let chapter = book.chapters[level[index]]
            // What is not read uses nothing.
            if chapter.isClosed { return (ComputedChapter(evaluate(chapter.program, imports: [])), [Diagnostic]()) }
            let (imports, clashes) = book.imports(of: level[index]) { done[$0]?.scope }
            let values = ComputedChapter(evaluate(chapter.program, imports: imports))
            progress?.addChapter()
            return (values, clashes)
        }
        for (index, (chapter, clashes)) in zip(level, chapters) {
            computed[index] = chapter
            diagnostics += clashes + chapter.diagnostics
        }
    }
    let chapters = book.chapters.indices.map { index in
        guard let chapter = computed[index] else { preconditionFailure("every chapter stands in a level") }
        return chapter
    }
    if book.chapters.isEmpty { diagnostics += [nothingToRead(sources)].filter { _ in !diagnostics.hasErrors } }
    let texts = (sources.settings.map { [$0] } ?? []) + sources.chapters + book.otherSources
    return ComputedBook(
        book: book, chapters: chapters, diagnostics: diagnostics.inSourceOrder(of: texts.map(\.path)), sources: texts)
}

/// A book without chapters is a mistake: most likely the wrong folder.
private func nothingToRead(_ sources: BookSources) -> Diagnostic {
    let message =
        sources.chapters.isEmpty
        ? "there are no chapters here; a chapter is a file whose name ends in '.md'" : "every chapter is a draft"
    return Diagnostic(code: "book.empty", message, at: SourceRange(file: sources.folder, start: 0, end: 0))
}
