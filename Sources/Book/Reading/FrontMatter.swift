import Diagnostics
import Markup
import YAMLReader

extension FrontMatterKeys {
    static func read(_ yaml: Excerpt?) -> (FrontMatterKeys, [Diagnostic]) {
        var reader = ArgumentReader(subject: "front-matter")
        var keys = Arguments()
        if let yaml {
            let (node, found) = readYAML(yaml)
            reader.add(found)
            keys = reader.mapping(node, schema, place: yaml.range)
        }
        let uses = (keys["use"]?.list ?? []).compactMap { argument -> Use? in
            if let chapter = argument.words { return Use(chapter: chapter, names: nil) }
            guard let mapping = argument.mapping, let chapter = mapping.words("from") else { return nil }
            return Use(chapter: chapter, names: mapping.key("names") == nil ? nil : mapping.allWords("names"))
        }
        let front = FrontMatterKeys(
            title: keys.words("title"), description: keys.words("description"), digits: keys.integer("digits"), uses: uses,
            isDraft: keys.flag("draft") ?? false)
        return (front, reader.diagnostics)
    }
}

/// `forward` of `chapters/02-forward.md`, and `02-forward`.
func chapterNames(ofFile path: String) -> (id: String, stem: String) {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    let digits = stem.prefix { ("0"..."9").contains($0) }
    let rest = stem.dropFirst(digits.count)
    guard !digits.isEmpty, rest.hasPrefix("-"), rest.count > 1 else { return (stem, stem) }
    return (String(rest.dropFirst()), stem)
}

/// Reads one chapter; nil for a draft.
func readChapter(
    _ source: SourceText, number: Int, settings: BookSettings, file: @escaping (String) -> SourceText?
) -> (chapter: Chapter?, diagnostics: [Diagnostic]) {
    let (matter, splitting) = FrontMatter.split(source)
    let (front, frontFound) = FrontMatterKeys.read(matter?.yaml)
    if front.isDraft { return (nil, splitting + frontFound) }
    var (document, parsing) = parseMarkdown(source, from: matter?.bodyOffset ?? 0)
    let names = chapterNames(ofFile: source.path)
    var reader = ChapterReader(
        source: source, chapterID: names.id, allowsHTML: settings.allowsHTML, file: file)
    reader.diagnostics = splitting + frontFound + parsing
    let title = readTitle(front, &document, &reader, fallback: names.id)
    let description = front.description.map { reader.readMarkdown(excerpt(of: $0, in: source)) } ?? []
    let (content, footnotes) = reader.read(document)
    var chapter = Chapter(
        id: names.id, stem: names.stem, path: source.path, number: number, title: title, description: description,
        uses: front.uses, content: content, footnotes: footnotes, directives: reader.directives,
        program: .init(digits: front.digits ?? settings.digits, items: reader.items), expressions: reader.expressions,
        targets: reader.targets)
    chapter.references = reader.references
    chapter.links = reader.links
    chapter.anchors = reader.anchors.all
    chapter.images = reader.images
    return (chapter, reader.diagnostics)
}

/// The title of the front matter, or the first heading when it is of the first level.
private func readTitle(
    _ front: FrontMatterKeys, _ document: inout Document, _ reader: inout ChapterReader, fallback: String
) -> [Span] {
    if let title = front.title { return reader.readMarkdown(excerpt(of: title, in: reader.source)) }
    if let first = document.blocks.first, case .heading(1, let inlines) = first.kind {
        document.blocks.removeFirst()
        return reader.read(inlines)
    }
    return [.text(fallback.prefix(1).uppercased() + fallback.dropFirst())]
}

/// A scalar of the front matter as Markdown with its place.
private func excerpt(of words: Located<String>, in source: SourceText) -> Excerpt {
    let written = source.bytes[words.range.start..<words.range.end]
    if Array(written) == Array(words.value.utf8) { return Excerpt(of: source, words.range.start..<words.range.end) }
    return Excerpt(file: source.path, bytes: Array(words.value.utf8), offset: words.range.start)
}

/// The ids of the chapters that a chapter's front matter says it uses.
public func chaptersUsed(by source: SourceText) -> [String] {
    FrontMatterKeys.read(FrontMatter.split(source).frontMatter?.yaml).0.uses.map(\.chapter.value)
}

/// `forward` of `02-forward.md`.
public func chapterID(ofFile name: String) -> String { chapterNames(ofFile: name).id }
