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
        evaluationOrder: linker.evaluationOrder, otherSources: distinct(read.flatMap(\.otherSources)))
    return (book, diagnostics)
}

/// Each file once.
private func distinct(_ sources: [SourceText]) -> [SourceText] {
    var paths: Set<String> = []
    return sources.filter { paths.insert($0.path).inserted }
}

/// The chapters' sources in reading order, each with its number in the whole book.
private struct ChapterOrder {
    private(set) var chapters: [(source: SourceText, number: Int)] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var unlisted: [SourceText] = []

    init(_ sources: BookSources, _ settings: BookSettings) {
        guard let chosen = settings.chapters else {
            chapters = sources.chapters.map { source in
                (source, (sources.allChapterFiles.firstIndex(of: fileName(source)) ?? 0) + 1)
            }
            return
        }
        let files = sources.allChapterFiles
        var listed: [Located<String>] = []
        for (index, entry) in chosen.enumerated() {
            guard let file = files.first(where: { $0 == entry.value || chapterID(ofFile: $0) == entry.value }) else {
                report(
                    "there is no chapter '\(entry.value)'", at: entry.range,
                    suggestion: nearestName(to: entry.value, in: files.map(chapterID) + files))
                continue
            }
            if let first = listed.first(where: { $0.value == file }) {
                report(
                    "the chapter '\(entry.value)' stands twice", at: entry.range,
                    notes: [.init("first here", at: first.range)])
                continue
            }
            listed.append(Located(file, entry.range))
            if let source = sources.chapters.first(where: { fileName($0) == file }) {
                chapters.append((source, index + 1))
            }
        }
        // After a mistake in the list the chapters that are not in it follow; which was meant is not known.
        let rest = sources.chapters.filter { source in !listed.contains { $0.value == fileName(source) } }
        if diagnostics.isEmpty { unlisted = rest }
        chapters += rest.enumerated().map { ($1, chosen.count + $0 + 1) }
    }

    /// A chapter that the author's list leaves out is a mistake, unless it is a draft.
    mutating func checkUnlisted(drafts: [String]) {
        for source in unlisted where !drafts.contains(fileName(source)) {
            report(
                "the chapter is not in the 'chapters' of book.yml; list it there or set 'draft: true'",
                at: source.range(0, 0))
        }
    }

    private mutating func report(
        _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], suggestion: String? = nil
    ) {
        diagnostics.append(Diagnostic(code: "book.chapters", message, at: range, notes: notes, suggestion: suggestion))
    }
}

private func fileName(_ source: SourceText) -> String {
    source.path.split(separator: "/").last.map(String.init) ?? source.path
}
