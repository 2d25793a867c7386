import Diagnostics

/// The YAML at the top of a chapter, between a first line `---` and the next line `---`.
public struct FrontMatter: Sendable {
    /// The lines between the two fences, each with its line ending.
    public var yaml: Excerpt
    /// Both fences and what stands between them.
    public var range: SourceRange
    /// Where the Markdown starts: the line after the closing fence.
    public var bodyOffset: Int

    /// The front matter of a file; nil, without a word, when the first line is not `---`.
    ///
    /// A fence that is never closed gives a diagnostic and no front matter.
    public static func split(_ source: SourceText) -> (frontMatter: FrontMatter?, diagnostics: [Diagnostic]) {
        let count = source.lineStarts.count
        guard isFence(source, 1) else { return (nil, []) }
        let opening = source.line(1)
        guard let closing = (2..<max(count + 1, 2)).first(where: { isFence(source, $0) }) else {
            let message = "the front matter is never closed: a second line '---' ends it"
            let range = source.range(opening.startIndex, opening.endIndex)
            return (nil, [Diagnostic(code: "markdown.front-matter", message, at: range)])
        }
        let bodyOffset = closing < count ? source.lineStarts[closing] : source.bytes.count
        let matter = FrontMatter(
            yaml: Excerpt(of: source, source.lineStarts[1]..<source.lineStarts[closing - 1]),
            range: source.range(0, source.line(closing).endIndex), bodyOffset: bodyOffset)
        return (matter, [])
    }

    /// Whether a line is `---`, blanks behind it and a byte order mark before it allowed.
    private static func isFence(_ source: SourceText, _ number: Int) -> Bool {
        var line = source.line(number)
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        return line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
