import Book

/// Words of the pages for other forms of the book.
extension SiteSources {
    /// The words alone, with values put in.
    public func words(_ spans: [Span], chapter: Int) -> String { renderer(chapter).text(spans) }

    /// `Figure 2.3` for a label of the book, and for a section its title in quotes, as outlines know it; nil for a label that is not there.
    public func reference(to label: String, from chapter: Int) -> String? {
        guard let target = book.labels[label] else { return nil }
        if target.target.prefix == .section {
            let quotes = book.settings.locale.quotes
            return quotes.open + target.target.title.plainText + quotes.close
        }
        return "\(book.settings.locale.word(target.target.prefix)) \(renderer(chapter).number(of: label) ?? "")"
    }

    /// `2.3` for a label of the book.
    public func number(of label: String, chapter: Int) -> String? { renderer(chapter).number(of: label) }

    /// `Figure 2.3` for what a directive shows; nil for what has no number.
    public func heading(_ prefix: Label.Prefix, label: Label?, directive: Int?, chapter: Int) -> String? {
        renderer(chapter).number(prefix, label: label, directive: directive).map {
            "\(book.settings.locale.word(prefix)) \($0)"
        }
    }

    private func renderer(_ chapter: Int) -> PageRenderer {
        PageRenderer(sources: self, chapterIndex: chapter, desk: FormulaDesk())
    }
}
