import Book
import Cells
import Diagnostics
import Evaluation
import Site

/// What a notebook is made from beside the book and what it came to.
public struct NotebookSources {
    public var site: SiteSources
    public var chapter: Int
    /// The chapter's file, and those it includes.
    public var texts: [SourceText]
    /// The values of other chapters that it uses.
    public var imports: [(name: String, value: Value)]
    /// The figures as PNG by their names.
    public var pictures: [String: [UInt8]]

    public init(
        site: SiteSources, chapter: Int, texts: [SourceText], imports: [(name: String, value: Value)],
        pictures: [String: [UInt8]]
    ) {
        self.site = site
        self.chapter = chapter
        self.texts = texts
        self.imports = imports
        self.pictures = pictures
    }
}

/// A chapter as a notebook that runs in Jupyter with NumPy alone and prints what the page shows.
///
/// Prose becomes Markdown with the computed numbers put in, figures become pictures, programs stay as they are. Directives that
/// bind names become Python with a small library, which stands at the top where it is needed.
public func notebook(_ sources: NotebookSources) -> Notebook {
    var maker = NotebookMaker(sources)
    maker.make()
    return maker.notebook
}

private struct NotebookMaker {
    let sources: NotebookSources
    let chapter: Chapter
    let results: ChapterResults
    let markdown: MarkdownWriter
    let code: DirectiveCode
    let directives: [Int: Directive]
    var notebook: Notebook
    /// Markdown that has no cell yet.
    var text: [String] = []
    var usesLibrary = false
    /// The names bound so far, without those of solutions that ended.
    var bound: Set<String> = []
    /// The names that cannot be had without PyTorch.
    var resting: Set<String> = ["torch"]

    init(_ sources: NotebookSources) {
        self.sources = sources
        chapter = sources.site.book.chapters[sources.chapter]
        results = sources.site.results[sources.chapter]
        markdown = MarkdownWriter(site: sources.site, chapter: sources.chapter)
        code = DirectiveCode(texts: sources.texts, networks: results.networks)
        let pairs = chapter.program.items.compactMap { item in
            if case .directive(let directive) = item { (directive.id, directive) } else { nil }
        }
        directives = Dictionary(pairs) { first, _ in first }
        notebook = Notebook(title: sources.site.words(chapter.title, chapter: sources.chapter))
    }

    mutating func make() {
        begin()
        let imported = importedValues()
        let place = notebook.cells.count
        for content in chapter.content { add(content) }
        if !chapter.footnotes.isEmpty {
            flush()
            let notes = chapter.footnotes.map { "\($0.number). \(markdown.blocks($0.content))" }
            text.append("---\n\n\(notes.joined(separator: "\n"))")
        }
        flush()
        var head: [NotebookCell] = []
        if usesLibrary || imported.contains("Book") {
            head.append(
                .markdown("The networks of this book, as a small library. The cells below need it.", pictures: []))
            head.append(.code(NotebookProgram(text: prelude, isGenerated: true, isHidden: true)))
        } else if imported.contains("np.") {
            head.append(.code(NotebookProgram(text: "import numpy as np", isGenerated: true)))
        }
        if !imported.isEmpty {
            head.append(.markdown("From other chapters:", pictures: []))
            head.append(.code(NotebookProgram(text: imported, isGenerated: true)))
        }
        notebook.cells.insert(contentsOf: head, at: place)
    }

    /// The title, and the macros that formulas use.
    private mutating func begin() {
        let macros = sources.site.book.settings.macros.map { macro in
            let count = (1...9).last { macro.body.contains("#\($0)") }
            return "$\\newcommand{\(macro.name)}\(count.map { "[\($0)]" } ?? ""){\(macro.body)}$"
        }
        text.append("# \(markdown.spans(chapter.title).oneLine)")
        if !chapter.description.isEmpty { text.append("*\(markdown.spans(chapter.description).oneLine)*") }
        if !macros.isEmpty { text.append(macros.joined(separator: "\n")) }
        flush()
    }

    /// Statements that bind what the chapter brings in from others.
    private mutating func importedValues() -> String {
        var values = PythonCode()
        var statements: [String] = []
        for (name, value) in sources.imports {
            guard let expression = values.expression(value) else { continue }
            statements.append("\(name) = \(expression)")
            values.remember(name, value)
            bound.insert(name)
        }
        return statements.joined(separator: "\n")
    }

    // MARK: Cells

    private mutating func flush() {
        if text.isEmpty { return }
        notebook.cells.append(.markdown(text.joined(separator: "\n\n"), pictures: []))
        text = []
    }

    private mutating func add(_ content: Content) {
        switch content {
        case .directive(let id): add(chapter.directives[id])
        case .details(let details) where details.content.contains(where: \.holdsDirective): add(details)
        case .heading:
            flush()
            text.append(markdown.block(content))
        default: text.append(markdown.block(content))
        }
    }

    /// What opens with a click cannot hold cells, so they follow under its summary. What a solution binds ends with it.
    private mutating func add(_ details: Details) {
        flush()
        text.append("**\(markdown.spans(details.summary).oneLine)**")
        let own = Set(details.content.flatMap(names))
        let hidden = details.role == .solution ? own.intersection(bound).sorted() : []
        let before = bound
        if !hidden.isEmpty {
            add(generated: "_outer = (\(hidden.joined(separator: ", ")),)  # put back after the solution")
        }
        for content in details.content { add(content) }
        flush()
        if !hidden.isEmpty { add(generated: "(\(hidden.joined(separator: ", ")),) = _outer") }
        if details.role == .solution { bound = before }
    }

    private func names(_ content: Content) -> [String] {
        guard case .directive(let id) = content, let directive = directives[id] else { return [] }
        if case .python(let body) = directive.body { return body.names.map(\.value) }
        return directive.name.map { [$0.value] } ?? []
    }

    /// Code that stands for directives; one cell for several in a row.
    private mutating func add(generated statement: String) {
        flush()
        if case .code(var last) = notebook.cells.last, last.isGenerated {
            last.text += "\n" + statement
            notebook.cells[notebook.cells.count - 1] = .code(last)
        } else {
            notebook.cells.append(.code(NotebookProgram(text: statement, isGenerated: true)))
        }
    }

    private mutating func add(_ shown: DirectiveContent) {
        guard let directive = directives[shown.id] else { return }
        if let title = shown.title { text.append("**\(markdown.spans(title).oneLine)**") }
        if let statement = code.statement(directive) {
            usesLibrary = true
            add(generated: statement)
        }
        if case .python(let body) = directive.body { add(body, shown) }
        bound.formUnion(names(.directive(shown.id)))
        switch results.displays[shown.id] {
        case .nothing, .listing: break
        case .figure(let display): add(display, shown)
        case .table(let display): text.append(table(display, shown))
        case .steps(let steps):
            let formulas = steps.enumerated().map {
                markdown.display($1, label: $0 == steps.count - 1 && shown.caption == nil ? shown.label : nil)
            }
            let heading = shown.caption == nil ? nil : heading(.equation, shown)
            text.append(markdown.captioned(formulas.joined(separator: "\n\n"), heading, shown.caption))
        }
    }

    private mutating func add(_ body: CellBody, _ shown: DirectiveContent) {
        guard let cell = body.cell, case .listing(let display) = results.displays[shown.id] else { return }
        let heading = heading(.listing, shown)
        if heading != nil || shown.caption != nil {
            let words = [heading.map { "**\($0).**" }, shown.caption.map { markdown.spans($0).oneLine }]
            text.append(words.compactMap { $0 }.joined(separator: " "))
        }
        let program = shown.listing?.code ?? body.code.text
        let needsTorch = program.contains("import torch") || cell.freeNames.contains(where: resting.contains)
        if needsTorch {
            resting.formUnion(body.names.map(\.value))
            text.append("The next cell needs PyTorch: `pip install torch`.")
        }
        flush()
        notebook.cells.append(
            .code(
                NotebookProgram(
                    text: program.hasSuffix("\n") ? String(program.dropLast()) : program, output: display.output,
                    traceback: display.traceback, isHidden: shown.listing?.showsCode == false || shown.display == .none,
                    needsTorch: needsTorch)))
    }

    private mutating func add(_ display: FigureDisplay, _ shown: DirectiveContent) {
        guard let png = sources.pictures[shown.figureName] else { return }
        flush()
        let alt = shown.alt.map { markdown.alt($0) } ?? display.alt.asMarkdown(inTable: false).oneLine
        let image = "![\(alt)](attachment:\(shown.figureName).png)"
        let words = markdown.captioned(image, heading(.figure, shown), shown.caption)
        notebook.cells.append(.markdown(words, pictures: [(shown.figureName, png)]))
    }

    private func table(_ display: TableDisplay, _ shown: DirectiveContent) -> String {
        let cell = { (cell: TableDisplay.Cell) in
            switch cell {
            case .text(let text): text.asMarkdown(inTable: true)
            case .symbol(let tex): "$\(tex)$"
            case .value(let value): value.plain.asMarkdown(inTable: true)
            case .empty: ""
            }
        }
        let header =
            shown.headings.isEmpty
            ? display.header.map(cell) : shown.headings.map { markdown.spans($0, inTable: true) }
        let table = markdown.table(header, display.rows.map { $0.map(cell) })
        return markdown.captioned(table, heading(.table, shown), shown.caption)
    }

    private func heading(_ prefix: Label.Prefix, _ shown: DirectiveContent) -> String? {
        sources.site.heading(prefix, label: shown.label, directive: shown.id, chapter: sources.chapter)
    }
}

extension Content {
    fileprivate var holdsDirective: Bool {
        switch self {
        case .directive: true
        case .details(let details): details.content.contains(where: \.holdsDirective)
        default: false
        }
    }
}
