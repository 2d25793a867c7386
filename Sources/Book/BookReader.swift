import Diagnostics

/// Reads a book: settings, chapters in order, and what they say of each other.
///
/// - Parameter closed: the outlines of chapters that need not be read, by their files.
/// - Parameter map: applies a function to the numbers below a count, perhaps at the same time, and gives the results in order.
public func readBook(
    _ sources: BookSources, closed: [String: ChapterOutline] = [:],
    map: (Int, @escaping @Sendable (Int) -> ReadChapter) -> [ReadChapter] = { count, read in (0..<count).map(read) }
) -> (book: Book, diagnostics: [Diagnostic]) {
    var (settings, diagnostics) = BookSettings.read(sources.settings, folder: sources.name ?? sources.folder)
    var order = ChapterOrder(sources, settings)
    let fixed = settings
    let chosen = order.chapters
    let read = map(chosen.count) { index in
        let source = chosen[index].source
        if let outline = closed[fileName(source)] { return ReadChapter(closed: outline, source, settings: fixed) }
        return ReadChapter(source, number: chosen[index].number, settings: fixed) { path in
            sources.file(path).map { SourceText(path: "\(sources.folder)/\(path)", bytes: $0) }
        }
    }
    order.checkUnlisted(drafts: read.compactMap(\.draft?.file))
    diagnostics += order.diagnostics + read.flatMap(\.diagnostics)
    var linker = Linker(chapters: read.compactMap(\.chapter), drafts: read.compactMap(\.draft), sources: sources)
    linker.link()
    linker.linkCompanion(settings.companion)
    diagnostics += linker.diagnostics
    settings.title = settings.title.isEmpty ? "Book" : settings.title
    let book = Book(
        settings: settings, chapters: linker.chapters, labels: linker.labels, companion: linker.companion,
        parts: order.parts(of: linker.chapters), evaluationOrder: linker.evaluationOrder,
        otherSources: distinct(read.flatMap(\.otherSources)))
    return (book, diagnostics)
}

/// Each file once.
private func distinct(_ sources: [SourceText]) -> [SourceText] {
    var paths: Set<String> = []
    return sources.filter { paths.insert($0.path).inserted }
}
