import Book
import HTML

/// The companion card: figures and tables of the book that a reader keeps in view.
extension SiteSources {
    /// The words of the book's language.
    var words: Language.Words { book.settings.locale.words }

    /// Whether the book has a card.
    public var hasCompanion: Bool { !book.companion.isEmpty }

    /// The card beside the text of every chapter, where there is room for it.
    func companion(desk: FormulaDesk) -> HTMLNode {
        .aside(class: "companion", with: [.label(words.card)], companionParts(desk, withCaptions: false))
    }

    /// `companion.html`: the card by itself, to be printed.
    func companionPage(desk: FormulaDesk) -> HTMLNode {
        let card =
            [HTMLNode.text("\n"), .h1(.text(words.card)), .text("\n")] + companionParts(desk, withCaptions: true)
        let body: [HTMLNode] = [
            .a(class: "skip", with: [.href("#page:content")], .text(words.skipToCard)),
            runningHead(.text(words.card), address: "companion.html", toCard: false),
            margin(open: nil, sections: .text(""), desk),
            .main(id: "page:content", with: [HTMLAttribute("tabindex", "-1")], .article(class: "card", card)),
        ]
        return HTMLPage(
            language: book.settings.language, title: "\(words.card) · \(book.settings.title)",
            description: book.settings.description, author: book.settings.author,
            canonical: book.settings.url.map { "\($0)/companion.html" }, body: body
        ).node
    }

    private func companionParts(_ desk: FormulaDesk, withCaptions: Bool) -> [HTMLNode] {
        book.companion.flatMap { found -> [HTMLNode] in
            let renderer = PageRenderer(sources: self, chapterIndex: found.chapter, desk: desk, dressing: .repeated)
            return renderer.repeated(found.target, withCaption: withCaptions).map { [$0, .text("\n")] } ?? []
        }
    }
}
