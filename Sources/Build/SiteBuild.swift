import Book
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
    /// nil when there are errors.
    public var tree: Tree?
}

/// Makes a site from a book's sources; a pure function of these and of the assets.
///
/// - Parameter illegible: how grave it is when something in a figure cannot be read.
public func makeSite(
    _ sources: BookSources, share: ShareFolder, illegible: Diagnostic.Severity = .warning, threads: Threads
) throws(BuildError) -> BuiltSite {
    let computed = compute(sources, threads: threads)
    let (answers, pictures, found) = try render(computed, share, illegible, threads)
    let diagnostics = (computed.diagnostics + found).inSourceOrder(of: computed.sources.map(\.path))
    var built = BuiltSite(diagnostics: diagnostics, sources: computed.sources, tree: nil)
    if diagnostics.hasErrors { return built }
    var site = SiteSources(book: computed.book, results: computed.results(), figureSizes: [:])
    for picture in pictures { site.figureSizes[picture.name] = picture.size }
    var files = pages(site, answers, threads)
    for picture in pictures { files += picture.files.map { Tree.File(path: $0.path, contents: .bytes($0.bytes)) } }
    files += [valuesFile(computed, threads)] + (try share.files())
    for file in authorFiles(computed, sources) {
        if let clash = clash(file, among: files) { built.diagnostics.append(clash) } else { files.append(file.file) }
    }
    if !built.diagnostics.hasErrors { built.tree = Tree(files: files) }
    return built
}

/// Sets the formulas and draws the figures, at once.
private func render(
    _ computed: ComputedBook, _ share: ShareFolder, _ illegible: Diagnostic.Severity, _ threads: Threads
) throws(BuildError) -> (Typeset, [DrawnFigure], [Diagnostic]) {
    let book = computed.book
    let site = SiteSources(book: book, results: computed.results(), figureSizes: [:])
    let requests =
        threads.map(book.chapters.count) { site.requests(chapter: $0) }
        + [site.requestsOfContents(), site.requestsOfCompanion()]
    let figures = book.chapters.indices.flatMap { site.images(chapter: $0) }
    let (answered, drawn) = threads.both {
        Result { () throws(TypesettingError) in
            try typeset(requests, macros: book.settings.macros, scripts: share.scripts)
        }
    } _: { rest in
        Result { () throws(BuildError) in
            try draw(figures, formats: book.settings.formats, illegible: illegible, threads: rest)
        }
    }
    switch (answered, drawn) {
    case (.success(let answers), .success(let pictures)):
        return (answers.typeset, pictures.drawn, answers.diagnostics + pictures.diagnostics)
    case (.failure(let error), _): throw .typesetting(error)
    case (_, .failure(let error)): throw error
    }
}

private func pages(_ site: SiteSources, _ typeset: Typeset, _ threads: Threads) -> [Tree.File] {
    let chapters = threads.map(site.book.chapters.count) { index in
        Tree.File(
            path: "\(site.book.chapters[index].stem).html",
            contents: .bytes(site.page(chapter: index, typeset: typeset)))
    }
    var pages = [Tree.File(path: "index.html", contents: .bytes(site.contentsPage(typeset: typeset)))] + chapters
    if site.hasCompanion {
        pages.append(Tree.File(path: "companion.html", contents: .bytes(site.companionPage(typeset: typeset))))
    }
    return pages
}

/// A file of the author's that goes into the site, and where it is asked for.
private typealias AuthorFile = (file: Tree.File, place: SourceRange)

/// The images the pages show and the files they link to.
private func authorFiles(_ computed: ComputedBook, _ sources: BookSources) -> [AuthorFile] {
    var seen: Set<String> = []
    return computed.book.chapters.flatMap { $0.images + $0.links }.compactMap { asked in
        let path = filePath(ofAddress: asked.value).split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        guard !isExternal(asked.value), !path.hasSuffix(".md"), seen.insert(path).inserted,
            let bytes = sources.file(path)
        else { return nil }
        return (Tree.File(path: path, contents: .bytes(bytes)), asked.range)
    }
}

/// A file of the author's may not take the place of one that Longhand writes.
private func clash(_ file: AuthorFile, among files: [Tree.File]) -> Diagnostic? {
    guard files.contains(where: { $0.path == file.file.path || $0.path.hasPrefix("\(file.file.path)/") }) else {
        return nil
    }
    return Diagnostic(
        code: "file.name", "'\(file.file.path)' has the name of a file that the site has already; rename it",
        at: file.place)
}

/// Every value of the book by chapter and name; writing all the digits of a training run takes a while, so chapters share it.
private func valuesFile(_ computed: ComputedBook, _ threads: Threads) -> Tree.File {
    let texts = threads.map(computed.chapters.count) { index in
        (key: computed.book.chapters[index].id, text: valuesJSON(computed.chapters[index].scope).indented(depth: 1))
    }
    return Tree.File(path: "values.json", contents: .bytes(Array(JSON.object(ofTexts: texts).utf8)))
}
