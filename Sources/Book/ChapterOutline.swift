import Diagnostics
import Evaluation

/// What the rest of a book knows of a chapter without reading it: its name, its number, and where one can refer to.
///
/// While the outlines of all chapters stay as they are, a change in one chapter means nothing to what is written in another.
public struct ChapterOutline: Sendable, Equatable {
    /// The file the chapter stands in, such as `02-forward.md`.
    public var file: String
    /// Its place in the book.
    public var number: ChapterNumber
    /// The ids of the chapters it uses.
    public var uses: [String]
    public var targets: [Target]
    /// Every fragment of the page, in byte order.
    public var anchors: [String]

    /// Something that can be referred to.
    public struct Target: Sendable, Equatable {
        public var label: String
        /// Counts the chapter's targets of its prefix; sections have none.
        public var number: Int?
        /// The words of a section's heading.
        public var title: String

        public init(label: String, number: Int?, title: String) {
            self.label = label
            self.number = number
            self.title = title
        }
    }

    public init(file: String, number: ChapterNumber, uses: [String], targets: [Target], anchors: [String]) {
        self.file = file
        self.number = number
        self.uses = uses
        self.targets = targets
        self.anchors = anchors
    }
}

extension Chapter {
    /// What the rest of the book knows of the chapter.
    public var outline: ChapterOutline {
        ChapterOutline(
            file: "\(stem).md", number: number, uses: uses.map(\.chapter.value),
            targets: targets.compactMap { target in
                target.label.map { .init(label: $0.name, number: target.number, title: target.title.plainText) }
            }, anchors: anchors.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    /// A chapter that is not read: it has its outline and nothing else.
    init(closed outline: ChapterOutline, path: String, digits: Int) {
        let names = chapterNames(ofFile: path)
        let place = SourceRange(file: path, start: 0, end: 0)
        self.init(
            id: names.id, stem: names.stem, path: path, number: outline.number, title: [], description: [],
            uses: outline.uses.map { Use(chapter: Located($0, place), names: nil) }, content: [], footnotes: [],
            directives: [], program: Program(digits: digits, items: []), expressions: [],
            targets: outline.targets.compactMap { target in
                Label.Prefix(of: target.label).map { prefix in
                    Target(
                        prefix: prefix, label: Label(name: target.label, prefix: prefix, range: place), directive: nil,
                        number: target.number, title: [.text(target.title)])
                }
            })
        anchors = Set(outline.anchors)
        isClosed = true
    }
}
