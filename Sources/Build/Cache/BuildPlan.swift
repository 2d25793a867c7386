import Book
import Cache
import Diagnostics
import Files

/// What has to be made again, and why.
struct BuildPlan: Sendable {
    /// Of everything outside the chapters.
    var frame: Digest
    /// Of every chapter's file, in the order of the sources.
    var sources: [Digest]
    /// Why a chapter is read and its page made, by its file; the others stay as they are.
    var reasons: [String: RebuildReason]
    /// The record that the other chapters come from; nil when everything is made anew.
    var record: BuildRecord?
    /// Whether the output is what this build would make.
    var isUnchanged: Bool { reasons.isEmpty && record != nil }
}

/// Why a chapter is made again.
public enum RebuildReason: Sendable, Equatable, CustomStringConvertible {
    case text
    case otherFile(String)
    case uses(String)
    case usedBy(String)
    case output(String)
    case sharesWarnings(String)
    case card
    /// A reason that holds for the whole book.
    case everything(String)

    public var description: String {
        switch self {
        case .text: "its text changed"
        case .otherFile(let path): "'\(path)', from which it is made, changed"
        case .uses(let chapter): "it uses '\(chapter)', which is made again"
        case .usedBy(let chapter): "'\(chapter)', which is made again, uses it"
        case .output(let path): "'\(path)' is not as it was written"
        case .sharesWarnings(let path): "'\(path)', which it includes too, has warnings"
        case .card: "the companion card shows what stands in it"
        case .everything(let reason): reason
        }
    }
}

extension BuildPlan {
    /// Compares a book with the record of its last good build.
    init(
        _ sources: BookSources, _ illegible: Diagnostic.Severity, memory: FileMemory, identity: Digest,
        record: BuildRecord?, output: String, threads: Threads
    ) {
        frame = BuildPlan.frame(of: sources, illegible)
        self.sources = threads.map(sources.chapters.count) { Digest(of: sources.chapters[$0].bytes) }
        reasons = [:]
        if let reason = BuildPlan.reasonForAll(record, identity, frame, sources) {
            for source in sources.chapters { reasons[source.fileName] = .everything(reason) }
            return
        }
        guard let record else { return }
        self.record = record
        let lost = BuildPlan.lostOutputs(record, output)
        for (index, chapter) in record.chapters.enumerated() {
            if let path = chapter.page?.outputs.first(where: lost.contains) { reasons[chapter.file] = .output(path) }
            for other in chapter.otherFiles where memory.digest(other.path) != other.digest {
                reasons[chapter.file] = .otherFile(other.path)
            }
            if self.sources[index] != chapter.source { reasons[chapter.file] = .text }
        }
        // A file of the whole site is made from all chapters, which may stay as they are; but none of them says so.
        let owned = Set(record.chapters.flatMap { $0.page?.outputs ?? [] })
        if let path = record.outputs.first(where: { lost.contains($0.path) && !owned.contains($0.path) })?.path {
            makeEverything("'\(path)' is not as it was written", sources)
        }
        spread()
    }

    /// Gives up what was known.
    mutating func makeEverything(_ reason: String, _ sources: BookSources) {
        record = nil
        for source in sources.chapters { reasons[source.fileName] = reasons[source.fileName] ?? .everything(reason) }
    }

    private static func frame(of sources: BookSources, _ illegible: Diagnostic.Severity) -> Digest {
        var digester = Digester()
        digester.add(illegible.rawValue)
        digester.add(sources.folder)
        digester.add(sources.name ?? "")
        digester.add(sources.settings.map { $0.bytes } ?? [])
        digester.add(sources.settings == nil ? "no settings" : "settings")
        for file in sources.chapters.map(\.fileName) + ["of"] + sources.allChapterFiles { digester.add(file) }
        return digester.finished()
    }

    private static func reasonForAll(
        _ record: BuildRecord?, _ identity: Digest, _ frame: Digest, _ sources: BookSources
    ) -> String? {
        guard let record else { return "there is no record of an earlier build" }
        if record.identity != identity { return "Longhand, a library, a font or a style sheet changed" }
        if record.frame != frame || record.chapters.map(\.file) != sources.chapters.map(\.fileName) {
            return "the book's settings or the list of its chapters changed"
        }
        return nil
    }

    private static func lostOutputs(_ record: BuildRecord, _ output: String) -> Set<String> {
        Set(record.outputs.filter { FileStamp(of: "\(output)/\($0.path)") != $0.stamp }.map(\.path))
    }

    /// What is made again carries those with it that it uses and that use it; a book that shows a card, those the card shows.
    private mutating func spread() {
        guard let record, !reasons.isEmpty else { return }
        let pages = record.chapters.compactMap { chapter in chapter.page.map { (chapter.file, $0.outline.uses) } }
        let files = Dictionary(pages.map { (chapterID(ofFile: $0.0), $0.0) }) { first, _ in first }
        var waiting = reasons.keys.sorted()
        func reach(_ file: String, _ reason: RebuildReason) {
            guard reasons[file] == nil else { return }
            reasons[file] = reason
            waiting.append(file)
        }
        // Users first: what they use beside is then read for their sake.
        let shared = record.includedFilesWithWarnings
        while let file = waiting.popLast() {
            let id = chapterID(ofFile: file)
            for (user, uses) in pages where uses.contains(id) { reach(user, .uses(id)) }
            // Of a warning in a file that several chapters include it is not known for which of them it was given.
            for (path, files) in shared where files.contains(file) {
                for other in files { reach(other, .sharesWarnings(path)) }
            }
        }
        for file in record.cardFiles { reach(file, .card) }
        waiting = reasons.keys.sorted()
        while let file = waiting.popLast() {
            for used in pages.first(where: { $0.0 == file })?.1 ?? [] {
                if let other = files[used] { reach(other, .usedBy(chapterID(ofFile: file))) }
            }
        }
    }
}

extension BuildRecord {
    /// Files that several chapters include and that warnings were given of, and the files of these chapters.
    fileprivate var includedFilesWithWarnings: [(path: String, chapters: [String])] {
        if diagnostics.isEmpty { return [] }
        let paths = Set(chapters.flatMap(\.otherFiles).map(\.path)).sorted()
        return paths.compactMap { path in
            guard diagnostics.contains(where: { $0.range.file.hasSuffix("/\(path)") }) else { return nil }
            let files = chapters.filter { $0.otherFiles.contains { $0.path == path } }.map(\.file)
            return files.count > 1 ? (path, files) : nil
        }
    }
}

extension SourceText {
    /// The last part of its path.
    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
