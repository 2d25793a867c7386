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
/// Sendable because nothing changes the values once the chapter has been run: other chapters take copies.
public final class ComputedChapter: @unchecked Sendable {
    public let results: ChapterResults
    public let scope: Scope
    let diagnostics: [Diagnostic]

    init(_ values: ChapterValues) {
        results = values.results
        scope = values.scope
        diagnostics = values.diagnostics
    }
}

/// Reads and computes a book.
public func compute(_ sources: BookSources, threads: Threads) -> ComputedBook {
    let (book, reading) = readBook(sources) { count, read in threads.map(count) { read($0) } }
    var computed: [Int: ComputedChapter] = [:]
    var diagnostics = reading
    for level in levels(of: book) {
        let done = computed
        let chapters = threads.map(level.count) { index in
            let chapter = book.chapters[level[index]]
            let (imports, clashes) = imported(by: chapter, book, done)
            let values = ComputedChapter(evaluate(chapter.program, imports: imports))
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
    let texts = (sources.settings.map { [$0] } ?? []) + sources.chapters
    return ComputedBook(
        book: book, chapters: chapters, diagnostics: diagnostics.inSourceOrder(of: texts.map(\.path)), sources: texts)
}

/// The chapters in groups, each of which uses only chapters of groups before it.
private func levels(of book: Book) -> [[Int]] {
    var level: [Int: Int] = [:]
    for index in book.evaluationOrder {
        let used = book.chapters[index].uses.compactMap { use in book.chapters.firstIndex { $0.id == use.chapter.value }
        }
        level[index] = used.compactMap { level[$0] }.map { $0 + 1 }.max() ?? 0
    }
    let count = (level.values.max() ?? -1) + 1
    return (0..<count).map { number in book.chapters.indices.filter { level[$0] == number } }
}

/// The values a chapter brings in from others.
private func imported(
    by chapter: Chapter, _ book: Book, _ computed: [Int: ComputedChapter]
) -> ([(name: Located<String>, value: Value)], [Diagnostic]) {
    var imports: [(name: Located<String>, value: Value)] = []
    var diagnostics: [Diagnostic] = []
    for use in chapter.uses {
        guard let index = book.chapters.firstIndex(where: { $0.id == use.chapter.value }),
            let scope = computed[index]?.scope
        else {
            // A chapter that is not there was reported; names it would have given are unknown.
            for name in use.names ?? [] { imports.append((name, .unknown)) }
            continue
        }
        for name in use.names ?? scope.names.map({ Located($0, use.chapter.range) }) {
            if let first = imports.first(where: { $0.name.value == name.value }) {
                diagnostics.append(
                    Diagnostic(
                        code: "use.clash", "'\(name.value)' is brought in twice", at: name.range,
                        notes: [Diagnostic.Note("first here", at: first.name.range)]))
            } else if scope.binds(name.value), let value = scope.value(of: name.value) {
                imports.append((name, value))
            } else {
                diagnostics.append(
                    Diagnostic(
                        code: "use.name", "the chapter '\(use.chapter.value)' has no '\(name.value)'", at: name.range,
                        suggestion: nearestName(to: name.value, in: scope.names)))
                imports.append((name, .unknown))
            }
        }
    }
    return (imports, diagnostics)
}
