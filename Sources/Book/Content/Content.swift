import Diagnostics

/// A block of a chapter as the reader will meet it: checked, with labels found and directives counted.
public indirect enum Content: Sendable {
    case paragraph([Span])
    case heading(Heading)
    case quote([Content])
    case callout(Callout)
    case details(Details)
    case list(ListContent)
    case code(CodeListing)
    case math(MathDisplay)
    case table(PipeTable)
    case image(ImageFigure)
    /// The directive of this number in its chapter.
    case directive(Int)
    case rule
    /// Raw HTML, only where the book allows it.
    case html(String)
}

public struct Heading: Sendable {
    public var level: Int
    /// The fragment that leads here, unique on the page.
    public var anchor: String
    public var spans: [Span]
}

/// GitHub's `> [!NOTE]`.
public struct Callout: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case note = "NOTE"
        case tip = "TIP"
        case important = "IMPORTANT"
        case warning = "WARNING"
        case caution = "CAUTION"
    }

    public var kind: Kind
    public var content: [Content]
}

/// `<details>`: a question, a solution, or anything else that opens.
public struct Details: Sendable {
    public enum Role: String, Sendable, CaseIterable {
        case question, solution
    }

    public var role: Role?
    public var isOpen: Bool
    public var summary: [Span]
    public var content: [Content]
}

public struct ListContent: Sendable {
    public struct Item: Sendable {
        public var checked: Bool?
        public var content: [Content]
    }

    public var start: Int?
    public var isTight: Bool
    public var items: [Item]
}

/// A fenced or indented block of code that is shown, not run.
public struct CodeListing: Sendable {
    /// The first word of the info string.
    public var language: String?
    public var text: String
    public var label: Label?
}

/// `$$ … $$` or a ` ```math ` fence.
public struct MathDisplay: Sendable {
    public var math: MathText
    public var label: Label?
}

public struct PipeTable: Sendable {
    public enum Alignment: String, Sendable {
        case left, center, right
    }

    public var alignments: [Alignment?]
    public var header: [[Span]]
    public var rows: [[[Span]]]
    public var label: Label?
    public var caption: [Span]?
}

/// An image alone in its paragraph, with a caption.
public struct ImageFigure: Sendable {
    public var source: String
    /// The caption; the alternative text is its plain text.
    public var caption: [Span]
    public var label: Label?
    /// As written, in percent of the column.
    public var width: String?
}
