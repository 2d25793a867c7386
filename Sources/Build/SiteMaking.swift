import Book
import Cache
import Diagnostics
import Evaluation
import Files
import JSON
import Site
import Typesetting

/// One attempt at a site: chapters that changed are made, the pages of the others are kept as they stand.
struct SiteMaking: Sendable {
    let sources: BookSources
    let workshop: Workshop
    let illegible: Diagnostic.Severity
    let cache: BuildCache?
    let memory: FileMemory
    let identity: Digest
    let progress: Progress?

    private var threads: Threads { workshop.threads }

    /// The site; nil when what others show of a chapter changed, so that their pages cannot be kept.
    func site(_ plan: BuildPlan) throws(BuildError) -> BuiltSite? {
        let kept = Kept(plan)
        let computed = compute(sources, closed: kept.outlines, threads: threads, progress: progress)
        if !kept.outlinesHold(in: computed) { return nil }
        let stores = stores(computed)
        let (typeset, pictures, found) = try render(computed, stores)
        cache?.keep(stores.map { ($0.stem, $0.store) })
        let old = kept.diagnostics(except: computed)
        let diagnostics = (computed.diagnostics + found + old).inSourceOrder(of: computed.sources.map(\.path))
        var built = BuiltSite(
            diagnostics: diagnostics, sources: sources.texts(computed.sources, asked: old, memory),
            reasons: plan.reasonsInOrder(sources))
        if diagnostics.hasErrors { return built }
        var site = SiteSources(book: computed.book, results: computed.results())
        for picture in pictures { site.figureSizes[picture.name] = picture.size }
        site.faces = kept.faces(site, typeset)
        guard kept.facesHold(site, typeset) else { return nil }
        var parts = SiteParts(site, computed, kept)
        parts.addPages(typeset, threads)
        for picture in pictures { parts.add(picture.files.map { ($0.path, $0.bytes) }, to: picture.chapter) }
        parts.addNotebooks(pictures, threads)
        parts.addValues(threads)
        parts.addShared(try workshop.share.files(), isKept: kept.record != nil)
        built.diagnostics += parts.addAuthorFiles(sources)
        if built.diagnostics.hasErrors { return built }
        built.tree = Tree(files: parts.files)
        built.single = (site, typeset)
        built.record = record(plan, parts, site, typeset, built.diagnostics)
        if kept.record == nil { cache?.forget(except: Set(computed.book.chapters.map(\.stem))) }
        return built
    }

    /// The results of every chapter that is read.
    private func stores(_ computed: ComputedBook) -> [ChapterStore] {
        computed.book.chapters.indices.filter { !computed.book.chapters[$0].isClosed }.map { index in
            let stem = computed.book.chapters[index].stem
            let store = cache?.store(ofChapter: stem, identity: identity) ?? ResultStore(identity: identity)
            return ChapterStore(chapter: index, stem: stem, store: store)
        }
    }

    /// Sets the formulas and draws the figures, at once.
    private func render(
        _ computed: ComputedBook, _ stores: [ChapterStore]
    ) throws(BuildError) -> (Typeset, [DrawnFigure], [Diagnostic]) {
        let settings = computed.book.settings
        let site = SiteSources(book: computed.book, results: computed.results())
        let requests = threads.map(stores.count) { site.requests(chapter: stores[$0].chapter) }
        let card = stores.first.map { (site.requestsOfCompanion(), $0.store) }
        let asked = zip(requests, stores.map(\.store)) + (card.map { [$0] } ?? [])
        let figures = stores.flatMap { store in
            site.images(chapter: store.chapter).map { (chapter: store.chapter, figure: $0, store: store.store) }
        }
        let (answered, drawn) = threads.both {
            Result { () throws(TypesettingError) in
                try typeset(asked, macros: settings.macros, workshop.typesetter)
            }
        } _: { rest in
            Result { () throws(BuildError) in
                try draw(
                    figures, formats: settings.formats, illegible: illegible, workshop.renderers, threads: rest,
                    progress: progress)
            }
        }
        switch (answered, drawn) {
        case (.success(let answers), .success(let pictures)):
            return (answers.typeset, pictures.drawn, answers.diagnostics + pictures.diagnostics)
        case (.failure(let error), _): throw .typesetting(error)
        case (_, .failure(let error)): throw error
        }
    }

    /// What will be known of this build; the outputs are added once they are written.
    private func record(
        _ plan: BuildPlan, _ parts: SiteParts, _ site: SiteSources, _ typeset: Typeset, _ diagnostics: [Diagnostic]
    ) -> BuildRecord {
        let chapters = zip(sources.chapters, plan.sources).map { source, digest in
            ChapterRecord(
                file: source.fileName, source: digest, otherFiles: otherFiles(of: source.fileName, plan, site),
                page: parts.page(ofFile: source.fileName))
        }
        let cardFiles = Set(site.book.companion.map { "\(site.book.chapters[$0.chapter].stem).md" }).sorted()
        return BuildRecord(
            identity: identity, frame: plan.frame, chapters: chapters, card: site.card(typeset: typeset),
            cardFiles: cardFiles, diagnostics: diagnostics, outputs: [])
    }

    /// The files beside its own that a chapter is made from.
    private func otherFiles(of file: String, _ plan: BuildPlan, _ site: SiteSources) -> [ChapterRecord.OtherFile] {
        if let old = plan.kept(file) { return old.otherFiles }
        guard let chapter = site.book.chapters.first(where: { "\($0.stem).md" == file }) else { return [] }
        return Set(chapter.filesAsked).sorted().map { .init(path: $0, digest: memory.digest($0)) }
    }
}

/// A chapter that is read, with the results of its earlier builds.
struct ChapterStore: Sendable {
    var chapter: Int
    var stem: String
    var store: ResultStore
}

extension BookSources {
    fileprivate func texts(_ texts: [SourceText], asked: [Diagnostic], _ memory: FileMemory) -> [SourceText] {
        let known = Set(texts.map(\.path))
        let missing = Set(asked.map(\.range.file)).subtracting(known).sorted()
        return texts
            + missing.compactMap { path in
                guard path.hasPrefix("\(folder)/") else { return nil }
                return memory.bytes(String(path.dropFirst(folder.count + 1))).map { SourceText(path: path, bytes: $0) }
            }
    }
}

extension Chapter {
    /// Every file of the book beside its own that the chapter is made from, shows or leads to.
    fileprivate var filesAsked: [String] {
        otherFiles + localFiles
    }
}
