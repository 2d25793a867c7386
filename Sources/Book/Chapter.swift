import Diagnostics
import Evaluation

/// One chapter, read and checked: what it says, what it computes and what can be referred to.
public struct Chapter: Sendable {
    /// The file name without number and ending: `forward` of `02-forward.md`.
    public var id: String
    /// The file name without ending; its page is `STEM.html`.
    public var stem: String
    public var path: String
    /// Its place in the book.
    public var number: ChapterNumber
    public var title: [Span]
    public var description: [Span]
    public var uses: [Use]
    public var content: [Content]
    public var footnotes: [FootnoteContent]
    public var directives: [DirectiveContent]
    public var program: Program
    /// The expressions of the inline values, as they were written.
    public var expressions: [String]
    /// Everything that has a number or a label, in the order of the page.
    public var targets: [Target]
    /// References to labels, to be checked when the whole book is known.
    var references: [Located<String>] = []
    /// Labels that mean nothing after a mistake.
    var brokenLabels: Set<String> = []
    /// Where the chapter's links lead, as written.
    public internal(set) var links: [Located<String>] = []
    /// Every fragment of the page.
    var anchors: Set<String> = []
    /// Image files the page shows, relative to the book's folder.
    public internal(set) var images: [Located<String>] = []
    /// The other files of the book that were asked for while it was read, by path within the folder, such as data.
    public internal(set) var otherFiles: [String] = []
    /// Whether only its outline is known: nothing in it has changed since it was last read.
    public internal(set) var isClosed = false
}

extension Chapter {
    /// The table or image that has a label, wherever on the page it stands; what directives show is not among these.
    public func labelled(_ name: String) -> Content? {
        var waiting = footnotes.flatMap(\.content) + content
        while let next = waiting.popLast() {
            switch next {
            case .table(let table) where table.label?.name == name: return next
            case .image(let image) where image.label?.name == name: return next
            case .quote(let inner): waiting += inner
            case .callout(let callout): waiting += callout.content
            case .details(let details): waiting += details.content
            case .list(let list): waiting += list.items.flatMap(\.content)
            default: break
            }
        }
        return nil
    }
}

/// `use:` of another chapter's final values.
public struct Use: Sendable {
    public var chapter: Located<String>
    /// nil for all.
    public var names: [Located<String>]?
}

/// A footnote, its number on the page and how often it is referred to.
public struct FootnoteContent: Sendable {
    public var number: Int
    public var content: [Content]
    public var references: Int
}

/// What the author says about a directive's output.
public struct DirectiveContent: Sendable {
    public var id: Int
    public var kind: DirectiveKind
    public var name: String?
    public var display: DisplayMode
    public var label: Label?
    public var caption: [Span]?
    public var alt: [Span]?
    public var title: [Span]?
    public var width: String?
    /// The headings of a `{table}`.
    public var headings: [[Span]]
    /// The name of its figure file: its label, or `CHAPTER-KIND-N`.
    public var figureName: String
    /// What a cell shows.
    public var listing: CellListing?
    /// The directive as it was written, where `echo` asks for it.
    public var source: CodeListing?
    /// What the author says about each panel.
    public var panels: [PanelContent]
    public var range: SourceRange
}

/// What the author says about one of several figures side by side.
public struct PanelContent: Sendable {
    public var caption: [Span]?
    public var alt: [Span]?
}

/// The program of a cell, and which of its parts are shown.
public struct CellListing: Sendable {
    public var code: String
    public var showsCode: Bool
    public var showsOutput: Bool
}

/// Something that has a number: a figure, table, equation, listing or section.
public struct Target: Sendable {
    public var prefix: Label.Prefix
    public var label: Label?
    /// The directive whose output it is.
    public var directive: Int?
    /// Counts the chapter's targets of this prefix, from 1; sections have none.
    public var number: Int?
    /// The heading of a section.
    public var title: [Span]
}
