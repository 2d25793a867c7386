import Diagnostics
import Markup

/// Whether a file of a book's folder is a chapter. Those that begin with `_`, as those in folders, are there to be included.
public func isChapterFile(_ name: String) -> Bool {
    name.hasSuffix(".md") && !name.hasPrefix(".") && !name.hasPrefix("_") && !name.contains("/")
}

/// `{include} _file.md`: the blocks of another file stand here.
extension ChapterReader {
    /// Files may include each other so deep.
    private static let includeDepth = 8
    /// A chapter may hold so many files, each counted as often as it is included.
    private static let includeLimit = 500
    static let includeKind = "include"

    /// The file behind `{include}`, in the info string of a fence; nil for any other.
    func includedFile(_ code: CodeBlock) -> Excerpt? {
        let info = code.info
        guard let close = info.bytes.firstIndex(of: UInt8(ascii: "}")),
            info.excerpt(1..<close).trimmed.text == Self.includeKind
        else { return nil }
        return info.excerpt(close + 1..<info.bytes.count).trimmed
    }

    /// The blocks of the file, as if they stood here; diagnostics point into the file.
    mutating func include(_ path: Excerpt, _ code: CodeBlock) -> [Content] {
        if !code.body.trimmed.bytes.isEmpty {
            report("include.body", "'{include}' has no body and no options", at: code.body.trimmed.range)
        }
        guard let included = sourceToInclude(path, code) else {
            // What the file would have bound is unknown.
            items.append(.unknown(nil))
            return []
        }
        let (matter, splitting) = FrontMatter.split(included)
        diagnostics += splitting
        if let matter {
            report(
                "include.front-matter", "only a chapter has front matter, not what it includes", at: matter.yaml.range)
        }
        let (document, parsing) = parseMarkdown(included, from: matter?.bodyOffset ?? 0)
        diagnostics += parsing
        return reading(included, path.text) { reader in
            reader.within(footnotesOf: document) { $0.read(document.blocks) }
        }
    }

    private mutating func sourceToInclude(_ path: Excerpt, _ code: CodeBlock) -> SourceText? {
        let name = path.text
        guard !path.bytes.isEmpty else {
            report("include.file", "'{include}' needs a file: '{include} _file.md'", at: code.info.range)
            return nil
        }
        guard name.hasSuffix(".md") else {
            report("include.file", "'{include}' takes a Markdown file, whose name ends in '.md'", at: path.range)
            return nil
        }
        if isChapterFile(name) {
            report(
                "include.chapter",
                "'\(name)' is the name of a chapter; a file to be included stands in a folder, or its name begins "
                    + "with '_'", at: path.range)
            return nil
        }
        if let start = including.firstIndex(of: name) {
            let circle = (including[start...] + [name]).map { "'\($0)'" }.joined(separator: " includes ")
            report("include.cycle", "\(circle)", at: path.range)
            return nil
        }
        guard including.count < Self.includeDepth, includeCount < Self.includeLimit else {
            report(
                "include.limit",
                including.count < Self.includeDepth
                    ? "a chapter may include \(Self.includeLimit) files"
                    : "files may include each other \(Self.includeDepth) deep", at: path.range)
            return nil
        }
        guard let source = file(name) else {
            report("include.file", "there is no file '\(name)' in the book's folder", at: path.range)
            return nil
        }
        includeCount += 1
        if !otherSources.contains(where: { $0.path == source.path }) { otherSources.append(source) }
        return source
    }

    /// Reads with another file in place of this one.
    private mutating func reading(
        _ included: SourceText, _ name: String, _ read: (inout ChapterReader) -> [Content]
    ) -> [Content] {
        let (outer, outerDepth) = (source, detailsOutside)
        source = included
        including.append(name)
        detailsOutside = detailsDepth
        defer {
            source = outer
            including.removeLast()
            detailsOutside = outerDepth
        }
        return read(&self)
    }

    /// Footnotes belong to the file they stand in; all stand at the end of the page.
    mutating func within(footnotesOf document: Document, _ read: (inout ChapterReader) -> [Content]) -> [Content] {
        let outer = footnotes.enter(document.footnotes.map(\.label))
        let content = read(&self)
        if !document.footnotes.isEmpty {
            pendingFootnotes.append(PendingFootnotes(source: source, scope: footnotes.scope, notes: document.footnotes))
        }
        footnotes.scope = outer
        return content
    }
}

/// The footnotes of one file, to be read after everything else.
struct PendingFootnotes {
    var source: SourceText
    var scope: FootnoteCounter.Scope
    var notes: [Footnote]
}
