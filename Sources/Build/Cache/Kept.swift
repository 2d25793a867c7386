import Book
import Diagnostics
import Site

/// What stays of the last good build.
struct Kept: Sendable {
    let record: BuildRecord?
    private let chapters: [String: ChapterRecord]

    init(_ plan: BuildPlan) {
        record = plan.record
        let kept = plan.record?.chapters.filter { plan.reasons[$0.file] == nil } ?? []
        chapters = Dictionary(kept.map { ($0.file, $0) }) { first, _ in first }
    }

    func page(_ file: String) -> ChapterRecord.Page? { chapters[file]?.page }

    /// Of the chapters that are not read.
    var outlines: [String: ChapterOutline] { chapters.compactMapValues { $0.page?.outline } }

    /// Whether what the rest of the book knows of the chapters that were read is what it knew before.
    func outlinesHold(in computed: ComputedBook) -> Bool {
        guard let record else { return true }
        return record.chapters.compactMap { $0.page?.outline } == computed.book.chapters.map(\.outline).inFileOrder
    }

    /// What pages show of other chapters: of those that were read as it is now, of the others as it was.
    func faces(_ site: SiteSources, _ typeset: Typeset) -> [ChapterFace] {
        site.book.chapters.indices.map { index in
            page("\(site.book.chapters[index].stem).md")?.face ?? site.face(chapter: index, typeset: typeset)
        }
    }

    /// Whether pages show of other chapters what they showed before.
    func facesHold(_ site: SiteSources, _ typeset: Typeset) -> Bool {
        guard let record else { return true }
        let before = Dictionary(record.chapters.map { ($0.file, $0.page?.face) }) { first, _ in first }
        let same = zip(site.book.chapters, site.faces).allSatisfy { before["\($0.stem).md"] == $1 }
        return same && site.card(typeset: typeset) == record.card
    }

    /// The warnings of chapters that were not read.
    func diagnostics(except computed: ComputedBook) -> [Diagnostic] {
        guard let record else { return [] }
        let read = Set(computed.book.chapters.filter { !$0.isClosed }.map(\.path))
        let others = Set(computed.book.otherSources.map(\.path))
        let closed = Set(computed.book.chapters.filter(\.isClosed).map(\.path))
        return record.diagnostics.filter { diagnostic in
            let file = diagnostic.range.file
            return closed.contains(file)
                || !read.contains(file) && !others.contains(file) && !file.hasSuffix("book.yml")
        }
    }
}

extension [ChapterOutline] {
    /// A record lists chapters by their files.
    fileprivate var inFileOrder: [ChapterOutline] {
        sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    }
}

extension BuildPlan {
    /// What is known of a chapter that is not read.
    func kept(_ file: String) -> ChapterRecord? {
        reasons[file] == nil ? record?.chapters.first { $0.file == file } : nil
    }

    func reasonsInOrder(_ sources: BookSources) -> [(file: String, reason: RebuildReason)] {
        sources.chapters.compactMap { source in reasons[source.fileName].map { (source.fileName, $0) } }
    }
}
