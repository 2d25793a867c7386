import Diagnostics

/// A Markdown file as a tree, with the mistakes that the tree alone shows.
///
/// GitHub-flavoured Markdown: CommonMark with tables, strikethrough, autolinks, task lists and footnotes, and with math.
/// - Parameter offset: the start of a line; what stands before it (the front matter) is not read.
public func parseMarkdown(_ source: SourceText, from offset: Int = 0) -> (document: Document, diagnostics: [Diagnostic])
{
    let reading = read(source, from: offset)
    return (reading.document, reading.diagnostics)
}

/// The inlines of one paragraph written outside a chapter's text, such as a caption; nothing in it starts a block.
public func parseInlines(_ excerpt: Excerpt) -> (inlines: [Inline], diagnostics: [Diagnostic]) {
    let reading = readInlines(excerpt)
    return (reading.inlines, reading.diagnostics)
}

/// A reading with the word whether every node was found in the source, which tests hold to be always so.
func read(_ source: SourceText, from offset: Int) -> (document: Document, diagnostics: [Diagnostic], isAligned: Bool) {
    let checked = checkedBytes(Excerpt(of: source, 0..<source.bytes.count))
    do throws(CommonMarkFailure) {
        let library = try CommonMark.shared.get()
        let tree = try library.document(checked.bytes[offset...])
        let lines = SourceLines(source: source, bytes: checked.bytes, from: offset)
        var reader = BlockReader(lines: lines, math: library.math)
        let document = reader.document(tree.root)
        let footnotes = FootnoteCheck.diagnostics(of: document, in: source, from: offset)
        return (document, checked.diagnostics + reader.diagnostics + footnotes, reader.isAligned)
    } catch {
        let place = source.range(offset, min(offset + 1, source.bytes.count))
        return (Document(blocks: []), checked.diagnostics + [diagnostic(of: error, at: place)], true)
    }
}

func readInlines(_ excerpt: Excerpt) -> (inlines: [Inline], diagnostics: [Diagnostic], isAligned: Bool) {
    let excerpt = excerpt.trimmed()
    let checked = checkedBytes(excerpt)
    let runs = checked.bytes.isEmpty ? [] : excerpt.runs
    let content = Excerpt(file: excerpt.file, bytes: checked.bytes, runs: runs, endOffset: excerpt.endOffset)
    do throws(CommonMarkFailure) {
        let tree = try CommonMark.shared.get().inlines(checked.bytes)
        guard let heading = tree.firstChild else { return ([], checked.diagnostics, true) }
        var reader = InlineReader(content: content, depthLimit: BlockReader.depthLimit)
        let inlines = reader.inlines(of: heading, depth: 0)
        let deep = reader.tooDeep.map { [depthDiagnostic(at: $0)] } ?? []
        return (inlines, checked.diagnostics + deep, reader.isAligned)
    } catch {
        return ([], checked.diagnostics + [diagnostic(of: error, at: excerpt.range)], true)
    }
}

func depthDiagnostic(at range: SourceRange) -> Diagnostic {
    let message = "nested more than \(BlockReader.depthLimit) levels deep; what is inside is not read"
    return Diagnostic(code: "markdown.depth", message, at: range)
}

private func diagnostic(of failure: CommonMarkFailure, at range: SourceRange) -> Diagnostic {
    let message =
        switch failure {
        case .missingExtension(let name): "the installed cmark-gfm has no extension '\(name)'"
        case .tooLong(let bytes): "\(bytes) bytes of Markdown are too many: a file may have \(CommonMark.longest)"
        case .noTree: "cmark-gfm could not read this text"
        }
    return Diagnostic(code: "markdown.library", message, at: range)
}
