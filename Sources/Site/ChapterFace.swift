import Book
import HTML

/// What the pages of other chapters and the contents show of a chapter.
public struct ChapterFace: Sendable, Equatable {
    /// As HTML.
    public var title: String
    public var titleText: String
    public var descriptionText: String
    /// The titles of the sections that have labels, as HTML.
    public var sections: [Section]

    public struct Section: Sendable, Equatable {
        public var label: String
        public var title: String

        public init(label: String, title: String) {
            self.label = label
            self.title = title
        }
    }

    public init(title: String, titleText: String, descriptionText: String, sections: [Section]) {
        self.title = title
        self.titleText = titleText
        self.descriptionText = descriptionText
        self.sections = sections
    }

    static let blank = ChapterFace(title: "", titleText: "", descriptionText: "", sections: [])
}

extension SiteSources {
    /// What other pages show of a chapter that was read.
    public func face(chapter index: Int, typeset: Typeset) -> ChapterFace {
        let desk = FormulaDesk(answers: typeset)
        let renderer = PageRenderer(sources: self, chapterIndex: index, desk: desk, dressing: .repeated)
        let chapter = book.chapters[index]
        let html = { (spans: [Span]) in HTMLNode.fragment(renderer.spans(spans)).serialized() }
        let sections = chapter.targets.compactMap { target in
            target.prefix == .section
                ? target.label.map { ChapterFace.Section(label: $0.name, title: html(target.title)) } : nil
        }
        return ChapterFace(
            title: html(chapter.title), titleText: renderer.text(chapter.title),
            descriptionText: renderer.text(chapter.description), sections: sections)
    }

    /// Blank while the pages are only asked which formulas they have.
    func face(_ chapter: Int) -> ChapterFace { faces.isEmpty ? .blank : faces[chapter] }

    /// The title of a section of any chapter.
    func title(ofSection label: String, in chapter: Int) -> HTMLNode {
        .trusted(face(chapter).sections.first { $0.label == label }?.title ?? "")
    }

    /// The companion card as every page has it, to be compared with an earlier one.
    public func card(typeset: Typeset) -> String { companion(desk: FormulaDesk(answers: typeset)).serialized() }
}
