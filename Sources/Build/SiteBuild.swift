import Book
import Cache
import Canvas
import Diagnostics
import Evaluation
import Figures
import Files
import JSON
import Site
import Typesetting

/// What the world refused while a site was made.
public enum BuildError: Error, Sendable, CustomStringConvertible {
    case file(FileError)
    case canvas(CanvasError)
    case graph(GraphPlacingError)
    case typesetting(TypesettingError)

    public var description: String {
        switch self {
        case .file(let error): error.description
        case .canvas(let error): error.description
        case .graph(let error): error.description
        case .typesetting(let error): error.description
        }
    }
}

/// A site ready to be written, or what is wrong with its book.
public struct BuiltSite: Sendable {
    public var diagnostics: [Diagnostic]
    public var sources: [SourceText]
    /// nil when there are errors, and when the output is already what it should be.
    public var tree: Tree?
    /// Why chapters were made again, in the order of their files.
    public var reasons: [(file: String, reason: RebuildReason)] = []
    /// What will be known of this build once the tree is in its place.
    var record: BuildRecord?
    /// What one page of everything is made from.
    var single: (site: SiteSources, typeset: Typeset)?

    /// Whether nothing had to be made.
    public var isUnchanged: Bool { tree == nil && !diagnostics.hasErrors }
}

extension Workshop {
    /// Makes a site from a book's sources; a pure function of these and of the assets, whatever a cache holds.
    ///
    /// - Parameter illegible: how grave it is when something in a figure cannot be read.
    public func makeSite(
        _ sources: BookSources, illegible: Diagnostic.Severity = .warning, cache: BuildCache? = nil,
        usesRecord: Bool = true, progress: Progress? = nil
    ) throws(BuildError) -> BuiltSite {
        let memory = FileMemory(sources.file)
        var sources = sources
        sources.file = { memory.bytes($0) }
        let program = try refusingFiles { () throws(FileError) in try identity(of: share, program: self.program) }
        var plan = BuildPlan(
            sources, illegible, memory: memory, identity: program, record: usesRecord ? cache?.record : nil,
            output: cache?.output ?? "", threads: threads)
        if plan.isUnchanged, let record = plan.record {
            return BuiltSite(diagnostics: record.diagnostics, sources: sources.texts(memory, record))
        }
        let making = SiteMaking(
            sources: sources, workshop: self, illegible: illegible, cache: cache, memory: memory, identity: program,
            progress: progress)
        if plan.record != nil, let site = try making.site(plan) { return site }
        plan.makeEverything("a title, a label or the companion card changed, which other pages show", sources)
        guard let site = try making.site(plan) else { preconditionFailure("a site made as a whole is one") }
        return site
    }
}

/// Puts a site in its place and keeps what is known of it.
///
/// - Returns: false when something in the folder changed since the site was made, which has to be made again.
public func write(_ site: BuiltSite, to output: String, cache: BuildCache?) throws(FileError) -> Bool {
    guard let tree = site.tree else {
        if site.isUnchanged { try tidyFolder(output) }
        return true
    }
    guard let stamps = try replaceFolder(output, with: tree) else { return false }
    guard var record = site.record, let cache else { return true }
    record.outputs = tree.files.compactMap { file in
        stamps[file.path].map { .init(path: file.path, stamp: $0) }
    }
    cache.keep(record)
    return true
}

/// What the disk refuses as a refusal of the build.
func refusingFiles<Result>(_ body: () throws(FileError) -> Result) throws(BuildError) -> Result {
    do throws(FileError) { return try body() } catch { throw .file(error) }
}

extension BookSources {
    /// The texts that the warnings of an earlier build point into.
    func texts(_ memory: FileMemory, _ record: BuildRecord) -> [SourceText] {
        let own = (settings.map { [$0] } ?? []) + chapters
        let others = record.chapters.flatMap(\.otherFiles).compactMap { file in
            memory.bytes(file.path).map { SourceText(path: "\(folder)/\(file.path)", bytes: $0) }
        }
        let asked = Set(record.diagnostics.map(\.range.file))
        return own + others.filter { asked.contains($0.path) }
    }
}
