import Diagnostics
import Evaluation
import Markup

extension ChapterReader {
    /// `<details>` may stand in each other so deep.
    private static let detailsLimit = 30

    /// Reads a raw HTML block: the parts of `<details>`, comments, which vanish, or running text with tags in it.
    ///
    /// - Returns: `closes` when the `<details>` being read ends here.
    mutating func readHTML(
        _ html: Excerpt, _ cursor: inout BlockCursor, inside details: SourceRange?
    ) -> (content: [Content], closes: Bool) {
        var tokens = htmlTokens(html)[...]
        if allowsHTML, !tokens.contains(where: \.isOfDetails) { return ([.html(html.text)], false) }
        let (content, closes) = readPieces(&tokens, &cursor, inside: details)
        while closes, let token = tokens.first,
            token.isBlank || token.isEndOfDetails && pendingEnds + 1 < detailsDepth - detailsOutside
        {
            if token.isEndOfDetails { pendingEnds += 1 }
            tokens.removeFirst()
        }
        if closes, let rest = tokens.first {
            report("html.blank", "a blank line is missing after '</details>'", at: rest.excerpt.trimmed.range)
        }
        return (content, closes)
    }

    /// Reads tokens up to the end of the `<details>` they stand in, or to the last.
    private mutating func readPieces(
        _ tokens: inout ArraySlice<HTMLToken>, _ cursor: inout BlockCursor, inside details: SourceRange?
    ) -> (content: [Content], closes: Bool) {
        var content: [Content] = []
        while let token = tokens.popFirst() {
            switch token {
            case .comment(let isClosed, let comment):
                if !isClosed { report("html.open", "'<!--' is never closed", at: comment.range(0..<4)) }
            case .start("details", let attributes, let tag):
                content += readDetails(attributes, tag, &tokens, &cursor).map { [.details($0)] } ?? []
            case .end("details", let tag):
                if details != nil { return (content, true) }
                report("html.end", "'</details>' closes nothing", at: tag.range)
            case .start("summary", _, let tag), .end("summary", let tag):
                report("html.summary", "'\(tag.text)' belongs to the start of '<details>'", at: tag.range)
            case .text(let text), .start(_, _, let text), .end(_, let text):
                content += readLooseText(text, &tokens)
            }
        }
        return (content, false)
    }

    /// Text inside an HTML block, with the tags in it, is running text.
    private mutating func readLooseText(_ start: Excerpt, _ tokens: inout ArraySlice<HTMLToken>) -> [Content] {
        var text = start
        while let token = tokens.first, !token.isOfDetails, !token.isComment {
            text = text + token.excerpt
            tokens.removeFirst()
        }
        if text.trimmed.bytes.isEmpty { return [] }
        let spans = readMarkdown(text.trimmed)
        return spans.isEmpty ? [] : [.paragraph(spans)]
    }

    /// nil when it stands too deep.
    private mutating func readDetails(
        _ attributes: [HTMLTokenAttribute], _ tag: Excerpt, _ tokens: inout ArraySlice<HTMLToken>,
        _ cursor: inout BlockCursor
    ) -> Details? {
        guard detailsDepth < ChapterReader.detailsLimit else {
            report("html.depth", "'<details>' stands in more than \(ChapterReader.detailsLimit) others", at: tag.range)
            return nil
        }
        detailsDepth += 1
        defer { detailsDepth -= 1 }
        checkAttributes(attributes, of: "details")
        let role = readRole(attributes)
        let summary = readSummary(&tokens, tag)
        if role == .solution { items.append(.openScope) }
        defer { if role == .solution { items.append(.closeScope) } }
        var (content, closes) = readPieces(&tokens, &cursor, inside: tag.range)
        if !closes { content += read(&cursor, inside: tag.range) }
        return Details(role: role, isOpen: isOpen(attributes), summary: summary, content: content)
    }

    private func isOpen(_ attributes: [HTMLTokenAttribute]) -> Bool { attributes.contains { $0.name.value == "open" } }

    private mutating func readRole(_ attributes: [HTMLTokenAttribute]) -> Details.Role? {
        guard let value = attributes.first(where: { $0.name.value == "class" })?.value else { return nil }
        if let role = Details.Role(rawValue: value.value) { return role }
        let known = Details.Role.allCases.map(\.rawValue)
        report(
            "html.class", "unknown class '\(value.value)'; known: \(known.joined(separator: ", "))", at: value.range,
            suggestion: nearestName(to: value.value, in: known))
        return nil
    }

    private mutating func readSummary(_ tokens: inout ArraySlice<HTMLToken>, _ details: Excerpt) -> [Span] {
        while let token = tokens.first, token.isBlank { tokens.removeFirst() }
        guard case .start("summary", let attributes, let tag) = tokens.first else {
            report("html.summary", "'<details>' starts with '<summary>…</summary>'", at: details.range)
            return []
        }
        checkAttributes(attributes, of: "summary")
        tokens.removeFirst()
        var text = tag.excerpt(tag.bytes.count..<tag.bytes.count)
        while let token = tokens.first, !token.isOfDetails {
            text = text + token.excerpt
            tokens.removeFirst()
        }
        guard case .end("summary", _) = tokens.first else {
            report(
                "html.open", "'<summary>' is never closed; '</summary>' stands before the first blank line",
                at: tag.range)
            return []
        }
        tokens.removeFirst()
        return readMarkdown(text.trimmed)
    }
}

extension HTMLToken {
    /// As it was written.
    fileprivate var excerpt: Excerpt {
        switch self {
        case .text(let excerpt), .start(_, _, let excerpt), .end(_, let excerpt), .comment(_, let excerpt): excerpt
        }
    }

    fileprivate var isComment: Bool { if case .comment = self { true } else { false } }

    /// Whether it is one of the tags that questions and solutions are made of.
    fileprivate var isOfDetails: Bool {
        switch self {
        case .start(let name, _, _), .end(let name, _): name == "details" || name == "summary"
        case .text, .comment: false
        }
    }

    fileprivate var isEndOfDetails: Bool { if case .end("details", _) = self { true } else { false } }

    /// Whether nothing of it would be seen.
    fileprivate var isBlank: Bool {
        switch self {
        case .comment(let isClosed, _): isClosed
        case .text(let text): text.trimmed.bytes.isEmpty
        case .start, .end: false
        }
    }
}
