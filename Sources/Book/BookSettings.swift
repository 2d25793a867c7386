import Diagnostics
import YAMLReader

/// What `book.yml` says.
public struct BookSettings: Sendable {
    public var title: String
    public var author: String?
    public var description: String?
    /// A language tag, such as `en`.
    public var language: String
    /// The words and marks of the language.
    public var locale: Language
    /// Where the site will be published, without a slash at its end.
    public var url: String?
    public var digits: Int
    /// The chapters' ids or files in reading order, when the author chose one.
    public var chapters: [Located<String>]?
    /// The chapters in parts, when the author made some; then `chapters` is nil.
    public var parts: [(title: Located<String>, chapters: [Located<String>])]
    /// The ids or files of the appendices in reading order.
    public var appendices: [Located<String>]
    /// Labels of the figures and tables on the companion card.
    public var companion: [Located<String>]
    /// TeX macros by name, such as `\R`.
    public var macros: [(name: String, body: String)]
    /// Figure formats beside SVG.
    public var formats: [String]
    public var allowsHTML: Bool

    static let schema: [KeySchema] = [
        KeySchema("title", .text, "the title of the book"),
        KeySchema("author", .text, "who wrote it"),
        KeySchema("description", .text, "one sentence about it"),
        KeySchema("language", .text, "its language, such as `en`"),
        KeySchema("url", .text, "where the site is published"),
        KeySchema("digits", .integer(1...17), "significant digits of numbers without a format; 4 when absent"),
        KeySchema("chapters", .list(.text), "the chapters' ids or files in reading order; file-name order when absent"),
        KeySchema("parts", .list(.mapping(partKeys)), "the chapters in parts, instead of `chapters`"),
        KeySchema("appendices", .list(.text), "the ids or files of chapters that are appendices, with letters"),
        KeySchema("companion", .list(.text), "labels of the figures and tables on a card that stays in view"),
        KeySchema("macros", .entries(.text), "TeX macros"),
        KeySchema("formats", .list(.choice(["png", "pdf"])), "figure formats beside SVG"),
        KeySchema("unsafe-html", .flag, "whether raw HTML is let through"),
    ]

    static let partKeys: [KeySchema] = [
        KeySchema("title", .text, required: true, "the title of the part"),
        KeySchema("chapters", .list(.text), required: true, "the ids or files of its chapters"),
    ]

    /// Reads `book.yml`; a book without one is called by its folder.
    static func read(_ source: SourceText?, folder: String) -> (BookSettings, [Diagnostic]) {
        var reader = ArgumentReader(subject: "book")
        var keys = Arguments()
        if let source {
            let excerpt = Excerpt(of: source, 0..<source.bytes.count)
            let (node, found) = readYAML(excerpt)
            reader.add(found)
            keys = reader.mapping(node, schema, place: source.range(0, 0))
        }
        let words = { keys.words($0)?.value }
        var macros: [(name: String, body: String)] = []
        for entry in keys.entries("macros") {
            guard let body = entry.value.words else { continue }
            let name = entry.key.value
            macros.append((name.hasPrefix("\\") ? name : "\\\(name)", body.value))
        }
        let parts = readParts(keys, &reader)
        let locale = readLanguage(keys, &reader)
        let settings = BookSettings(
            title: words("title") ?? titled(folder), author: words("author"), description: words("description"),
            language: locale.tag, locale: locale, url: words("url"), digits: keys.integer("digits") ?? 4,
            chapters: parts.isEmpty ? keys["chapters"]?.list.compactMap(\.words) : nil, parts: parts,
            appendices: keys.allWords("appendices"), companion: keys.allWords("companion"), macros: macros,
            formats: keys.allWords("formats").map(\.value), allowsHTML: keys.flag("unsafe-html") ?? false)
        return (settings, reader.diagnostics)
    }

    private static func readLanguage(_ keys: Arguments, _ reader: inout ArgumentReader) -> Language {
        guard let written = keys.words("language") else { return Language("en") }
        guard Language.isTag(written.value) else {
            reader.report(
                "language", "a language is written like 'de' or 'en-GB', not '\(written.value)'", at: written.range)
            return Language("en")
        }
        let language = Language(written.value)
        if !language.isKnown {
            let known = Language.known.joined(separator: ", ")
            reader.add([
                Diagnostic(
                    .warning, code: "book.language",
                    "pages have English words such as 'Figure', since those of '\(written.value)' are not known; "
                        + "known: \(known)", at: written.range)
            ])
        }
        return language
    }

    private static func readParts(
        _ keys: Arguments, _ reader: inout ArgumentReader
    ) -> [(title: Located<String>, chapters: [Located<String>])] {
        if let key = keys.key("parts"), keys.wasMentioned("chapters") {
            reader.report("parts", "'chapters' and 'parts' both list the chapters; keep one of them", at: key.range)
        }
        return (keys["parts"]?.list ?? []).compactMap { argument in
            guard let part = argument.mapping, let title = part.words("title"), part.key("chapters") != nil else {
                return nil
            }
            return (title, part.allWords("chapters"))
        }
    }

    private static func titled(_ folder: String) -> String {
        let name = folder.split(separator: "/").last.map(String.init) ?? "Book"
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}

/// What the front matter of a chapter says.
struct FrontMatterKeys {
    var title: Excerpt?
    var description: Excerpt?
    var digits: Int?
    var uses: [Use]
    var isDraft: Bool

    static let schema: [KeySchema] = [
        KeySchema("title", .markdown, "the title; the first heading when absent"),
        KeySchema("description", .markdown, "one sentence about the chapter"),
        KeySchema("digits", .integer(1...17), "significant digits of numbers without a format"),
        KeySchema("use", .list(.either(.mapping(useKeys), .text)), "chapters whose final values are brought in"),
        KeySchema("draft", .flag, "whether the chapter is left out"),
    ]

    static let useKeys: [KeySchema] = [
        KeySchema("from", .text, required: true, "the chapter"),
        KeySchema("names", .list(.name), "the names that are brought in; all when absent"),
    ]
}
