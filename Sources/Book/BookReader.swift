import Diagnostics

/// Reads a book: settings, chapters in order, and what they say of each other.
///
/// - Parameter map: applies a function to the numbers below a count, perhaps at the same time, and gives the results in order.
public func readBook(
    _ sources: BookSources,
    map: (Int, @escaping @Sendable (Int) -> ReadChapter) -> [ReadChapter] = { count, read in (0..<count).map(read) }
) -> (book: Book, diagnostics: [Diagnostic]) {
    var (settings, diagnostics) = BookSettings.read(sources.settings, folder: sources.folder)
    let order = chapterOrder(sources, settings, &diagnostics)
    let fixed = settings
    let read = map(order.count) { index in
        let (source, number) = order[index]
        let (chapter, found) = readChapter(source, number: number, settings: fixed) { path in
            sources.file(path).map { SourceText(path: "\(sources.folder)/\(path)", bytes: $0) }
        }
        return ReadChapter(chapter: chapter, diagnostics: found)
    }
    diagnostics += read.flatMap(\.diagnostics)
    let chapters = read.compactMap(\.chapter)
    var linker = Linker(chapters: chapters, sources: sources)
    linker.link()
    diagnostics += linker.diagnostics
    settings.title = settings.title.isEmpty ? "Book" : settings.title
    let book = Book(
        settings: settings, chapters: chapters, labels: linker.labels, evaluationOrder: linker.evaluationOrder)
    return (book, diagnostics)
}

/// One chapter as it was read on its own.
public struct ReadChapter: Sendable {
    var chapter: Chapter?
    var diagnostics: [Diagnostic]
}

/// The chapters' sources in reading order, each with its number in the whole book.
private func chapterOrder(
    _ sources: BookSources, _ settings: BookSettings, _ diagnostics: inout [Diagnostic]
) -> [(source: SourceText, number: Int)] {
    let names = { (path: String) in path.split(separator: "/").last.map(String.init) ?? path }
    guard let chosen = settings.chapters else {
        return sources.chapters.map { source in
            (source, (sources.allChapterFiles.firstIndex(of: names(source.path)) ?? 0) + 1)
        }
    }
    var order: [(source: SourceText, number: Int)] = []
    for (index, file) in chosen.enumerated() {
        guard sources.allChapterFiles.contains(file.value) else {
            diagnostics.append(
                Diagnostic(
                    code: "book.chapters", "there is no chapter file '\(file.value)'", at: file.range,
                    suggestion: nearestName(to: file.value, in: sources.allChapterFiles)))
            continue
        }
        if let source = sources.chapters.first(where: { names($0.path) == file.value }) { order.append((source, index + 1)) }
    }
    for source in sources.chapters where !chosen.contains(where: { $0.value == names(source.path) }) {
        diagnostics.append(
            Diagnostic(
                code: "book.chapters", "the chapter is not in the 'chapters' of book.yml; list it there or set 'draft: true'",
                at: source.range(0, 0)))
    }
    return order
}
