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
    if book.chapters.isEmpty { diagnostics += [nothingToRead(sources)].filter { _ in !diagnostics.hasErrors } }
    let texts = texts(of: diagnostics, sources)
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

/// The settings, the chapters, and what other files the diagnostics point into.
private func texts(of diagnostics: [Diagnostic], _ sources: BookSources) -> [SourceText] {
    var texts = (sources.settings.map { [$0] } ?? []) + sources.chapters
    for file in diagnostics.flatMap({ [$0.range.file] + $0.notes.compactMap(\.range?.file) })
    where !texts.contains(where: { $0.path == file }) {
        guard file.hasPrefix("\(sources.folder)/"),
            let bytes = sources.file(String(file.dropFirst(sources.folder.count + 1)))
        else { continue }
        texts.append(SourceText(path: file, bytes: bytes))
    }
    return texts
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
                imports.append((name, value.copied()))
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
