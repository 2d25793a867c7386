import Diagnostics
import Markup

/// The tags an author may write, each with the attributes it may have.
private let allowedTags: [(name: String, attributes: [String])] = [
    ("details", ["class", "open"]), ("summary", []), ("br", []), ("sub", []), ("sup", []), ("kbd", []),
    ("abbr", ["title"]),
]

extension ChapterReader {
    /// Tags may stand in each other so deep.
    private static let tagLimit = 30

    /// Reads an inline tag with what it holds; nil for end tags and comments.
    mutating func readTag(_ html: Excerpt, _ cursor: inout InlineCursor, until open: String?) -> Span? {
        if allowsHTML { return .html(html.text) }
        guard let token = htmlTokens(html).first else { return nil }
        switch token {
        case .comment: return nil
        case .text(let text):
            report("html.tag", "raw HTML is not allowed here", at: text.range)
            return nil
        case .end(let name, let tag):
            if name != open { endUnopened(name, tag) }
            return nil
        case .start(let name, let attributes, let tag):
            return start(name, attributes, tag, &cursor)
        }
    }

    private mutating func start(
        _ name: String, _ attributes: [HTMLTokenAttribute], _ tag: Excerpt, _ cursor: inout InlineCursor
    ) -> Span? {
        checkAttributes(attributes, of: name)
        switch name {
        case "br": return .lineBreak
        case "sub": return .tag(.subscripted, readTagged(name, tag, &cursor))
        case "sup": return .tag(.superscripted, readTagged(name, tag, &cursor))
        case "kbd": return .tag(.keyboard, readTagged(name, tag, &cursor))
        case "abbr":
            guard let title = attributes.first(where: { $0.name.value == "title" })?.value?.value else {
                report("html.attribute", "'<abbr>' needs a 'title', the words it stands for", at: tag.range)
                return .tag(.abbreviation(title: ""), readTagged(name, tag, &cursor))
            }
            return .tag(.abbreviation(title: title), readTagged(name, tag, &cursor))
        default:
            refuse(name, tag)
            return nil
        }
    }

    private mutating func readTagged(_ name: String, _ tag: Excerpt, _ cursor: inout InlineCursor) -> [Span] {
        guard tagDepth < ChapterReader.tagLimit else {
            report("html.depth", "'<\(name)>' stands in more than \(ChapterReader.tagLimit) other tags", at: tag.range)
            refusedTags[name, default: 0] += 1
            return []
        }
        tagDepth += 1
        defer { tagDepth -= 1 }
        return read(&cursor, until: name, opened: tag.range)
    }

    func isEndTag(_ html: Excerpt, of name: String?) -> Bool {
        if let name, case .end(name, _) = htmlTokens(html).first { true } else { false }
    }

    // MARK: Checking

    private mutating func refuse(_ name: String, _ tag: Excerpt) {
        refusedTags[name, default: 0] += 1
        let known = allowedTags.map(\.name)
        if known.contains(name) {
            report("html.place", "'<\(name)>' stands at the start of a line below a blank line", at: tag.range)
        } else {
            report(
                "html.tag", "'<\(name)>' is not allowed; a book may use \(known.joined(separator: ", "))",
                at: tag.range,
                suggestion: nearestName(to: name, in: known).map { "<\($0)>" })
        }
    }

    /// The end of a tag that was refused was spoken of there.
    private mutating func endUnopened(_ name: String, _ tag: Excerpt) {
        if let count = refusedTags[name], count > 0 {
            refusedTags[name] = count - 1
        } else {
            report("html.end", "'</\(name)>' closes nothing", at: tag.range)
        }
    }

    mutating func checkAttributes(_ attributes: [HTMLTokenAttribute], of name: String) {
        guard let allowed = allowedTags.first(where: { $0.name == name })?.attributes else { return }
        for (index, attribute) in attributes.enumerated() {
            if !allowed.contains(attribute.name.value) {
                report(
                    "html.attribute", "'<\(name)>' may not have the attribute '\(attribute.name.value)'",
                    at: attribute.name.range, suggestion: nearestName(to: attribute.name.value, in: allowed))
            } else if attributes[..<index].contains(where: { $0.name.value == attribute.name.value }) {
                report("html.attribute", "'\(attribute.name.value)' stands twice", at: attribute.name.range)
            }
        }
    }
}
