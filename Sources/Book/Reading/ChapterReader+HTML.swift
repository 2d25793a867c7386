import Diagnostics
import Evaluation
import Markup

/// The tags an author may write, each with the attributes it may have.
private let allowedTags: [(name: String, attributes: [String])] = [
    ("details", ["class", "open"]), ("summary", []), ("br", []), ("sub", []), ("sup", []), ("kbd", []), ("abbr", ["title"]),
]

extension ChapterReader {
    // MARK: Blocks

    /// Reads a raw HTML block: the parts of `<details>`, or comments, which vanish.
    ///
    /// - Returns: nil for nothing to show; `closes` when the `<details>` being read ends here.
    mutating func readHTML(
        _ html: Excerpt, _ cursor: inout BlockCursor, inside details: SourceRange?
    ) -> (content: [Content], closes: Bool)? {
        var content: [Content] = []
        var tokens = htmlTokens(html)[...]
        if allowsHTML, !isOnlyDetails(tokens) { return ([.html(html.text)], false) }
        while let token = tokens.popFirst() {
            switch token {
            case .comment: continue
            case .text(let text):
                if !text.trimmed.bytes.isEmpty { content += readLooseText(text) }
            case .start("details", let attributes, let tag):
                content.append(.details(readDetails(attributes, tag, &tokens, &cursor)))
            case .end("details", let tag):
                guard details != nil else {
                    report("html.end", "'</details>' closes nothing", at: tag.range)
                    continue
                }
                if let rest = tokens.first(where: { !isBlank($0) }) { reportBehind(rest) }
                return (content, true)
            case .start(let name, _, let tag), .end(let name, let tag):
                reject(name, tag)
            }
        }
        return (content, false)
    }

    private func isOnlyDetails(_ tokens: ArraySlice<HTMLToken>) -> Bool {
        tokens.allSatisfy {
            switch $0 {
            case .comment, .text: true
            case .start(let name, _, _), .end(let name, _): name == "details" || name == "summary"
            }
        } && tokens.contains { if case .text = $0 { false } else if case .comment = $0 { false } else { true } }
    }

    private func isBlank(_ token: HTMLToken) -> Bool {
        switch token {
        case .comment: true
        case .text(let text): text.trimmed.bytes.isEmpty
        default: false
        }
    }

    private mutating func reportBehind(_ token: HTMLToken) {
        switch token {
        case .text(let text): report("html.blank", "a blank line is missing after '</details>'", at: text.trimmed.range)
        case .start(_, _, let tag), .end(_, let tag):
            report("html.blank", "a blank line is missing after '</details>'", at: tag.range)
        case .comment: break
        }
    }

    /// Text inside an HTML block is running text.
    private mutating func readLooseText(_ text: Excerpt) -> [Content] {
        let (inlines, found) = parseInlines(text.trimmed)
        diagnostics += found
        let spans = read(inlines)
        return spans.isEmpty ? [] : [.paragraph(spans)]
    }

    private mutating func readDetails(
        _ attributes: [HTMLTokenAttribute], _ tag: Excerpt, _ tokens: inout ArraySlice<HTMLToken>, _ cursor: inout BlockCursor
    ) -> Details {
        checkAttributes(attributes, of: "details")
        let role = readRole(attributes)
        let summary = readSummary(&tokens, tag)
        if role == .solution { items.append(.openScope) }
        defer { if role == .solution { items.append(.closeScope) } }
        var content: [Content] = []
        for token in tokens {
            if case .end("details", _) = token {
                tokens = []
                return Details(role: role, isOpen: isOpen(attributes), summary: summary, content: content)
            }
            if case .text(let text) = token, !text.trimmed.bytes.isEmpty { content += readLooseText(text) }
        }
        tokens = []
        content += read(&cursor, inside: tag.range)
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
        while let token = tokens.first, isBlank(token) { tokens.removeFirst() }
        guard case .start("summary", _, _) = tokens.first else {
            report("html.summary", "'<details>' starts with '<summary>…</summary>'", at: details.range)
            return []
        }
        tokens.removeFirst()
        var text: Excerpt?
        while let token = tokens.popFirst() {
            switch token {
            case .end("summary", _):
                guard let text else { return [] }
                let (inlines, found) = parseInlines(text.trimmed)
                diagnostics += found
                return read(inlines)
            case .text(let piece): text = text.map { $0 + piece } ?? piece
            case .start(_, _, let tag), .end(_, let tag): text = text.map { $0 + tag } ?? tag
            case .comment: break
            }
        }
        report("html.open", "'<summary>' is never closed; it ends on its own line", at: details.range)
        return []
    }

    // MARK: Inlines

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
            if name != open { report("html.end", "'</\(name)>' closes nothing", at: tag.range) }
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
        case "sub": return .tag(.subscripted, read(&cursor, until: name, opened: tag.range))
        case "sup": return .tag(.superscripted, read(&cursor, until: name, opened: tag.range))
        case "kbd": return .tag(.keyboard, read(&cursor, until: name, opened: tag.range))
        case "abbr":
            let title = attributes.first { $0.name.value == "title" }?.value?.value ?? ""
            return .tag(.abbreviation(title: title), read(&cursor, until: name, opened: tag.range))
        default:
            reject(name, tag)
            return nil
        }
    }

    func isEndTag(_ html: Excerpt, of name: String?) -> Bool {
        if let name, case .end(name, _) = htmlTokens(html).first { true } else { false }
    }

    // MARK: Checking

    private mutating func reject(_ name: String, _ tag: Excerpt) {
        let known = allowedTags.map(\.name)
        report(
            "html.tag", "'<\(name)>' is not allowed; a book may use \(known.joined(separator: ", "))", at: tag.range,
            suggestion: known.contains(name) ? nil : nearestName(to: name, in: known))
    }

    private mutating func checkAttributes(_ attributes: [HTMLTokenAttribute], of name: String) {
        guard let allowed = allowedTags.first(where: { $0.name == name })?.attributes else { return }
        for attribute in attributes where !allowed.contains(attribute.name.value) {
            report(
                "html.attribute", "'<\(name)>' may not have the attribute '\(attribute.name.value)'", at: attribute.name.range,
                suggestion: nearestName(to: attribute.name.value, in: allowed))
        }
    }
}
