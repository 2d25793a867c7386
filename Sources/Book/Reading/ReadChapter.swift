import Diagnostics
import Markup

/// One chapter as it was read on its own.
public struct ReadChapter: Sendable {
    /// nil for a draft.
    var chapter: Chapter?
    /// The id of the draft and the file it stands in, when it is one.
    var draft: (id: String, file: String)?
    var diagnostics: [Diagnostic]
    var otherSources: [SourceText] = []

    /// A chapter that need not be read.
    init(closed outline: ChapterOutline, _ source: SourceText, settings: BookSettings) {
        chapter = Chapter(closed: outline, path: source.path, digits: settings.digits)
        diagnostics = []
    }

    /// Reads a chapter; of a draft only its front matter.
    init(_ source: SourceText, number: ChapterNumber, settings: BookSettings, file: @escaping (String) -> SourceText?) {
        let (matter, splitting) = FrontMatter.split(source)
        let (front, found) = FrontMatterKeys.read(matter?.yaml)
        diagnostics = splitting + found
        let names = chapterNames(ofFile: source.path)
        if front.isDraft {
            draft = (names.id, "\(names.stem).md")
            return
        }
        var (document, parsing) = parseMarkdown(source, from: matter?.bodyOffset ?? 0)
        var asked: [String] = []
        var reader = ChapterReader(source: source, chapterID: names.id, allowsHTML: settings.allowsHTML) { path in
            asked.append(path)
            return file(path)
        }
        let lacksImports = diagnostics.hasErrors
        reader.diagnostics = diagnostics + parsing
        let title = reader.readTitle(front, &document)
        let description = front.description.map { reader.readMarkdown($0) } ?? []
        let (content, footnotes) = reader.read(document)
        var chapter = Chapter(
            id: names.id, stem: names.stem, path: source.path, number: number, title: title, description: description,
            uses: front.uses, content: content, footnotes: footnotes, directives: reader.directives,
            program: .init(
                digits: front.digits ?? settings.digits, marks: settings.locale.marks, items: reader.items,
                lacksImports: lacksImports),
            expressions: reader.expressions, targets: reader.targets)
        chapter.references = reader.references
        chapter.brokenLabels = reader.brokenLabels
        chapter.links = reader.links
        chapter.anchors = reader.anchors.all
        chapter.images = reader.images
        chapter.otherFiles = asked
        self.chapter = chapter
        diagnostics = reader.diagnostics
        otherSources = reader.otherSources
    }
}

extension ChapterReader {
    /// The title of the front matter, or the first heading when it is of the first level, or the chapter's id.
    fileprivate mutating func readTitle(_ front: FrontMatterKeys, _ document: inout Document) -> [Span] {
        if let title = front.title { return readMarkdown(title) }
        if let first = document.blocks.first, case .heading(1, let inlines) = first.kind {
            document.blocks.removeFirst()
            return read(inlines)
        }
        return [.text(chapterID.prefix(1).uppercased() + chapterID.dropFirst())]
    }
}
