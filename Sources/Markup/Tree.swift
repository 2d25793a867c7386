import Diagnostics

/// One Markdown file as a tree; every node knows the bytes it was written with.
public struct Document: Sendable {
    public var blocks: [Block]
    /// Footnotes in the order of their first reference.
    public var footnotes: [Footnote]

    public init(blocks: [Block], footnotes: [Footnote] = []) {
        self.blocks = blocks
        self.footnotes = footnotes
    }
}

public struct Footnote: Sendable {
    public var label: String
    public var blocks: [Block]
    public var range: SourceRange

    public init(label: String, blocks: [Block], range: SourceRange) {
        self.label = label
        self.blocks = blocks
        self.range = range
    }
}

public struct Block: Sendable {
    public indirect enum Kind: Sendable {
        case paragraph([Inline])
        case heading(level: Int, [Inline])
        case quote([Block])
        case list(List)
        case code(CodeBlock)
        /// A `$$ … $$` block: its TeX, and what stands behind the closing `$$` on its line (`{#eq-x}`).
        case math(tex: Excerpt, trailing: Excerpt)
        case table(Table)
        /// A raw HTML block, byte for byte.
        case html(Excerpt)
        case thematicBreak
    }

    public var kind: Kind
    public var range: SourceRange

    public init(_ kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

public struct List: Sendable {
    public struct Item: Sendable {
        public var blocks: [Block]
        /// Of a task list item: whether it is ticked.
        public var checked: Bool?
        public var range: SourceRange

        public init(blocks: [Block], checked: Bool?, range: SourceRange) {
            self.blocks = blocks
            self.checked = checked
            self.range = range
        }
    }

    /// The first number of an ordered list, nil for a bullet list.
    public var start: Int?
    public var isTight: Bool
    public var items: [Item]

    public init(start: Int?, isTight: Bool, items: [Item]) {
        self.start = start
        self.isTight = isTight
        self.items = items
    }
}

public struct CodeBlock: Sendable {
    public var isFenced: Bool
    /// The info string as written, without the blanks around it.
    public var info: Excerpt
    /// The lines of the block, each with its `\n`, without fence and indentation.
    public var body: Excerpt
    /// The first word of the info string, with escapes and entities resolved; empty when there is none.
    public var language: String

    public init(isFenced: Bool, info: Excerpt, body: Excerpt, language: String = "") {
        self.isFenced = isFenced
        self.info = info
        self.body = body
        self.language = language
    }
}

public struct Table: Sendable {
    public enum Alignment: Sendable {
        case none, left, centre, right
    }

    public struct Cell: Sendable {
        public var inlines: [Inline]
        public var range: SourceRange

        public init(inlines: [Inline], range: SourceRange) {
            self.inlines = inlines
            self.range = range
        }
    }

    public var alignments: [Alignment]
    public var header: [Cell]
    public var rows: [[Cell]]

    public init(alignments: [Alignment], header: [Cell], rows: [[Cell]]) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}

public struct Inline: Sendable {
    public indirect enum Kind: Sendable {
        /// Plain text with escapes and entities resolved, each byte with its place in the file.
        case text(Excerpt)
        case softBreak
        case lineBreak
        /// A code span: what CommonMark calls its content, in the author's bytes.
        case code(Excerpt)
        /// `$…$` or, with `display`, `$$…$$` inside a line: the TeX between the dollars, untouched.
        case math(Excerpt, display: Bool)
        /// One raw HTML tag or comment.
        case html(Excerpt)
        case emphasis([Inline])
        case strong([Inline])
        case strikethrough([Inline])
        /// The destination stands where it was written; that of a reference link, which is written elsewhere, at the label.
        case link(destination: Located<String>, title: String, [Inline])
        case image(source: Located<String>, title: String, [Inline])
        case footnote(label: String)
    }

    public var kind: Kind
    public var range: SourceRange

    public init(_ kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}
