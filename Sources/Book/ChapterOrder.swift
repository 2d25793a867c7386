import Diagnostics

/// Where a chapter stands in its book: `3`, or `B` for the second appendix.
public struct ChapterNumber: Sendable, Equatable, CustomStringConvertible {
    /// Counts from 1, the appendices apart from the chapters.
    public var value: Int
    public var isAppendix: Bool

    public init(_ value: Int, isAppendix: Bool = false) {
        self.value = value
        self.isAppendix = isAppendix
    }

    /// Appendices have letters: A to Z, then AA.
    public var description: String {
        if !isAppendix { return String(value) }
        var letters = ""
        var rest = value
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// Chapters that stand under one heading of the contents.
public struct BookPart: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// Chapters of a book without parts, or those that its parts leave out.
        case chapters
        case part(title: String)
        case appendices
    }

    public var kind: Kind
    /// Indices into the book's chapters.
    public var chapters: [Int]

    public init(kind: Kind, chapters: [Int]) {
        self.kind = kind
        self.chapters = chapters
    }
}

/// The chapters' sources in reading order, each with its number in the whole book.
struct ChapterOrder {
    struct Entry {
        var source: SourceText
        var number: ChapterNumber
        var kind: BookPart.Kind
    }

    private(set) var chapters: [Entry] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let sources: BookSources
    private var listed: [Located<String>] = []
    private var unlisted: [SourceText] = []
    /// The key of `book.yml` that lists the chapters.
    private let key: String

    init(_ sources: BookSources, _ settings: BookSettings) {
        self.sources = sources
        key = settings.parts.isEmpty ? "chapters" : "parts"
        // Appendices are known first, since a book that lists no chapters has all others in the order of their names.
        let appendices = files(settings.appendices)
        var numbered = 0
        if settings.parts.isEmpty, settings.chapters == nil {
            let files = sources.allChapterFiles.filter { !appendices.map(\.file).contains($0) }
            // One file that was asked for by a name that is no chapter's is the first.
            for source in sources.chapters where !appendices.map(\.file).contains(fileName(source)) {
                let number = (files.firstIndex(of: fileName(source)) ?? 0) + 1
                chapters.append(Entry(source: source, number: ChapterNumber(number), kind: .chapters))
            }
        }
        for (file, index) in files(settings.chapters ?? []) { add(file, ChapterNumber(index), .chapters) }
        numbered = settings.chapters?.count ?? 0
        for part in settings.parts {
            if part.chapters.isEmpty { report("the part '\(part.title.value)' has no chapters", at: part.title.range) }
            for (file, index) in files(part.chapters) {
                add(file, ChapterNumber(numbered + index), .part(title: part.title.value))
            }
            numbered += part.chapters.count
        }
        let rest = sources.chapters.filter { source in
            !chapters.contains { fileName($0.source) == fileName(source) }
                && !appendices.contains { $0.file == fileName(source) }
        }
        // After a mistake in the list the chapters that are not in it follow; which was meant is not known.
        if diagnostics.isEmpty { unlisted = rest }
        for (index, source) in rest.enumerated() {
            chapters.append(Entry(source: source, number: ChapterNumber(numbered + index + 1), kind: .chapters))
        }
        for (file, index) in appendices { add(file, ChapterNumber(index, isAppendix: true), .appendices) }
    }

    private mutating func add(_ file: String, _ number: ChapterNumber, _ kind: BookPart.Kind) {
        guard let source = sources.chapters.first(where: { fileName($0) == file }) else { return }
        chapters.append(Entry(source: source, number: number, kind: kind))
    }

    /// The files of chapters that the author lists by id or by file, each with its place in the list.
    private mutating func files(_ entries: [Located<String>]) -> [(file: String, index: Int)] {
        let all = sources.allChapterFiles
        var found: [(file: String, index: Int)] = []
        for (index, entry) in entries.enumerated() {
            guard let file = all.first(where: { $0 == entry.value || chapterID(ofFile: $0) == entry.value }) else {
                report(
                    "there is no chapter '\(entry.value)'", at: entry.range,
                    suggestion: nearestName(to: entry.value, in: all.map(chapterID) + all))
                continue
            }
            if let first = listed.first(where: { $0.value == file }) {
                report(
                    "the chapter '\(entry.value)' stands twice", at: entry.range,
                    notes: [.init("first here", at: first.range)])
                continue
            }
            listed.append(Located(file, entry.range))
            found.append((file, index + 1))
        }
        return found
    }

    /// A chapter that the author's list leaves out is a mistake, unless it is a draft.
    mutating func checkUnlisted(drafts: [String]) {
        for source in unlisted where !drafts.contains(fileName(source)) {
            report(
                "the chapter is not in the '\(key)' of book.yml; list it there or set 'draft: true'",
                at: source.range(0, 0))
        }
    }

    /// The headings of the contents, over those of the given chapters that stand under each.
    func parts(of read: [Chapter]) -> [BookPart] {
        var parts: [BookPart] = []
        for (index, chapter) in read.enumerated() {
            let kind = chapters.first { $0.source.path == chapter.path }?.kind ?? .chapters
            if parts.last?.kind == kind {
                parts[parts.count - 1].chapters.append(index)
            } else {
                parts.append(BookPart(kind: kind, chapters: [index]))
            }
        }
        return parts
    }

    private mutating func report(
        _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], suggestion: String? = nil
    ) {
        diagnostics.append(Diagnostic(code: "book.chapters", message, at: range, notes: notes, suggestion: suggestion))
    }
}

func fileName(_ source: SourceText) -> String {
    source.path.split(separator: "/").last.map(String.init) ?? source.path
}
