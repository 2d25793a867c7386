import Book
import HTML
import JSON

/// What the head of a published page tells other machines: Open Graph for those that show links, JSON-LD for those that index.
///
/// It is made only for a book with a `url`, since all of it leads there.
extension SiteSources {
    /// - Parameter chapter: nil for the contents.
    func announcement(chapter index: Int?, description: String?) -> [HTMLNode] {
        guard let url = book.settings.url else { return [] }
        let address = index.map { "\(url)/\(book.chapters[$0].stem).html" } ?? "\(url)/"
        let title = index.map { words(book.chapters[$0].title, chapter: $0) } ?? book.settings.title
        var tags = [
            open("og:type", index == nil ? "book" : "article"), open("og:site_name", book.settings.title),
            open("og:title", title), open("og:url", address),
        ]
        if let description { tags.append(open("og:description", description)) }
        tags.append(HTMLNode.meta(with: [HTMLAttribute("name", "twitter:card"), HTMLAttribute("content", "summary")]))
        let facts = linkedData(url: url, chapter: index, address: address, title: title, description: description)
        let type = HTMLAttribute("type", "application/ld+json")
        return tags + [.script(with: [type], .text(facts.line))]
    }

    private func open(_ property: String, _ content: String) -> HTMLNode {
        .meta(with: [HTMLAttribute("property", property), HTMLAttribute("content", content)])
    }

    /// The book, or a chapter as a part of it, in the words of schema.org.
    private func linkedData(url: String, chapter index: Int?, address: String, title: String, description: String?)
        -> JSON
    {
        var members = [JSON.Member("@context", .string("https://schema.org"))]
        let type = index == nil ? JSON.string("Book") : .array([.string("Chapter"), .string("LearningResource")])
        members += [
            .init("@type", type), .init("@id", .string(address)), .init("url", .string(address)),
            .init("name", .string(title)), .init("inLanguage", .string(book.settings.language)),
        ]
        if let description { members.append(.init("description", .string(description))) }
        if let author = book.settings.author {
            members.append(
                .init("author", .object([.init("@type", .string("Person")), .init("name", .string(author))])))
        }
        if let index {
            members.append(.init("position", .integer(index + 1)))
            members.append(
                .init(
                    "isPartOf",
                    .object([
                        .init("@type", .string("Book")), .init("@id", .string("\(url)/")),
                        .init("name", .string(book.settings.title)),
                    ])))
        }
        return .object(members)
    }

    /// Every page of a published book by its address, for search engines; nil for a book without a `url`.
    public func sitemap() -> [UInt8]? {
        guard let url = book.settings.url else { return nil }
        let pages = [""] + book.chapters.map { "\($0.stem).html" } + (hasCompanion ? ["companion.html"] : [])
        let entries = pages.map { "  <url><loc>\(escaped("\(url)/\($0)"))</loc></url>\n" }.joined()
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(entries)</urlset>

            """.utf8)
    }

    private func escaped(_ address: String) -> String { HTMLNode.text(address).serialized() }
}
