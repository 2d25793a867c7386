import Book
import Diagnostics
import Files
import JSON
import Notebooks
import Site

/// The files of a site as they are gathered, and which of them belong to which chapter.
struct SiteParts {
    private(set) var files: [Tree.File] = []
    private let site: SiteSources
    private let computed: ComputedBook
    private let kept: Kept
    private var paths: Set<String> = []
    private var owned: [Int: [String]] = [:]
    private var values: [Int: String] = [:]

    init(_ site: SiteSources, _ computed: ComputedBook, _ kept: Kept) {
        self.site = site
        self.computed = computed
        self.kept = kept
    }

    private var open: [Int] { site.book.chapters.indices.filter { !site.book.chapters[$0].isClosed } }

    private mutating func add(_ path: String, _ contents: Tree.Contents) {
        if paths.insert(path).inserted { files.append(Tree.File(path: path, contents: contents)) }
    }

    mutating func add(_ written: [(path: String, bytes: [UInt8])], to chapter: Int) {
        for file in written {
            add(file.path, .bytes(file.bytes))
            owned[chapter, default: []].append(file.path)
        }
    }

    /// The pages: those of chapters that were read are made, of the others everything is kept.
    mutating func addPages(_ typeset: Typeset, _ threads: Threads) {
        add("index.html", .bytes(site.contentsPage()))
        if let sitemap = site.sitemap() { add("sitemap.xml", .bytes(sitemap)) }
        if site.hasCompanion { add("companion.html", .bytes(site.companionPage(typeset: typeset))) }
        let (open, site) = (open, site)
        let pages = threads.map(open.count) { site.pageFiles(chapter: open[$0], typeset: typeset) }
        for (index, files) in zip(open, pages) { add(files, to: index) }
        let stamps = kept.record.map { Dictionary($0.outputs.map { ($0.path, $0.stamp) }) { first, _ in first } } ?? [:]
        for chapter in site.book.chapters where chapter.isClosed {
            for path in kept.page("\(chapter.stem).md")?.outputs ?? [] {
                if let stamp = stamps[path] { add(path, .kept(stamp)) }
            }
        }
    }

    /// Every chapter that was read as a notebook and as a Python program.
    mutating func addNotebooks(_ pictures: [DrawnFigure], _ threads: Threads) {
        let (open, site, computed) = (open, site, computed)
        let made = threads.map(open.count) { place in
            let index = open[place]
            let own = pictures.filter { $0.chapter == index }.compactMap { picture in
                picture.png.map { (picture.name, $0) }
            }
            let (imports, _) = site.book.imports(of: index) { computed.chapters[$0].scope }
            return notebook(
                NotebookSources(
                    site: site, chapter: index, texts: computed.sources,
                    imports: imports.map { ($0.name.value, $0.value) },
                    pictures: Dictionary(own) { first, _ in first }))
        }
        for (index, notebook) in zip(open, made) {
            let stem = site.book.chapters[index].stem
            add([("\(stem).ipynb", notebook.file), ("\(stem).py", notebook.program)], to: index)
        }
    }

    /// Every value of the book by chapter and name; writing all the digits of a training run takes a while, so chapters share it.
    mutating func addValues(_ threads: Threads) {
        let (open, computed) = (open, computed)
        let texts = threads.map(open.count) { valuesJSON(computed.chapters[open[$0]].scope).indented(depth: 1) }
        for (index, text) in zip(open, texts) { values[index] = text }
        let members = site.book.chapters.indices.map { index in
            let chapter = site.book.chapters[index]
            return (key: chapter.id, text: values[index] ?? kept.page("\(chapter.stem).md")?.values ?? "")
        }
        add("values.json", .bytes(Array(JSON.object(ofTexts: members).utf8)))
    }

    /// Style sheets, scripts and fonts.
    mutating func addShared(_ shared: [Tree.File], isKept: Bool) {
        let stamps = kept.record.map { Dictionary($0.outputs.map { ($0.path, $0.stamp) }) { first, _ in first } } ?? [:]
        for file in shared {
            if isKept, let stamp = stamps[file.path] {
                add(file.path, .kept(stamp))
            } else {
                add(file.path, file.contents)
            }
        }
    }

    /// The images the pages show and the files they link to.
    ///
    /// - Returns: what is wrong with their names: none may take the place of a file that Longhand writes.
    mutating func addAuthorFiles(_ sources: BookSources) -> [Diagnostic] {
        let made = paths
        let folders = Set(made.flatMap { path in path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) } })
        var diagnostics: [Diagnostic] = []
        var seen: Set<String> = []
        for index in open {
            for asked in site.book.chapters[index].images + site.book.chapters[index].links {
                guard let path = localFile(asked.value), let bytes = sources.file(path) else { continue }
                if made.contains(path) && !isKeptForAnother(path) || folders.contains(path) {
                    if seen.insert(path).inserted { diagnostics.append(clash(path, asked.range)) }
                    continue
                }
                add([(path, bytes)], to: index)
            }
        }
        return diagnostics
    }

    /// Whether a file stands in the site because a chapter that was not read shows it too.
    private func isKeptForAnother(_ path: String) -> Bool {
        site.book.chapters.contains { chapter in
            chapter.isClosed && kept.page("\(chapter.stem).md")?.outputs.contains(path) == true
        }
    }

    private func clash(_ path: String, _ place: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "file.name", "'\(path)' has the name of a file that the site has already; rename it", at: place)
    }

    /// What the record of this build says of a chapter; nil for a draft.
    func page(ofFile file: String) -> ChapterRecord.Page? {
        if let page = kept.page(file) { return page }
        guard let index = site.book.chapters.firstIndex(where: { "\($0.stem).md" == file }) else { return nil }
        return .init(
            outline: site.book.chapters[index].outline, face: site.faces[index], values: values[index] ?? "",
            outputs: owned[index] ?? [])
    }
}

extension Chapter {
    /// The files of the book that the chapter shows or leads to.
    var localFiles: [String] { (images + links).compactMap { localFile($0.value) } }
}

/// The path of the file in the book that an address names; nil for a chapter, and for what is not in the book.
private func localFile(_ address: String) -> String? {
    let path = filePath(ofAddress: address).split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return isExternal(address) || path.hasSuffix(".md") || path.isEmpty ? nil : path
}
