import Diagnostics

/// A Markdown file as a tree, with the mistakes that the tree alone shows.
///
/// - Parameter offset: the start of a line; what stands before it (the front matter) is not read.
public func parseMarkdown(_ source: SourceText, from offset: Int = 0) -> (document: Document, diagnostics: [Diagnostic]) {
    (Document(blocks: []), [])
}

/// The inlines of one paragraph written outside a chapter's text, such as a caption; nothing in it starts a block.
public func parseInlines(_ excerpt: Excerpt) -> (inlines: [Inline], diagnostics: [Diagnostic]) {
    ([Inline(.text(excerpt), range: excerpt.range)], [])
}
