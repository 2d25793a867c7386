/// What a figure of matrices shows: blocks of numbers with signs between them, and what stands out in them.
///
///     [3 1] · [6 −3; −2 5] = [16 −4]
///
/// Numbers come as texts; where they go is decided when the figure is laid out.
public struct MatrixFigure: Sendable, Equatable {
    public enum Arrangement: String, Sendable, CaseIterable {
        /// Blocks beside each other, as in a formula.
        case line
        /// Left factor at the left, right factor on top, the product where their rows and columns cross (Falk's scheme).
        case cross
    }

    /// Rows or columns that blocks have in common.
    public struct Axis: Sendable, Equatable {
        /// How many there are.
        public var count: Int
        /// Those whose entries are at hand, in order; all of them unless there are very many.
        public var shown: [Int]
        /// One for each of `shown`, or none.
        public var names: [Label]

        public init(count: Int, shown: [Int], names: [Label] = []) {
            self.count = count
            self.shown = shown
            self.names = names
        }
    }

    /// A matrix, a vector or, without brackets, a number.
    public struct Block: Sendable, Equatable {
        /// The block in roles of the display list, as `left`.
        public var id: String
        /// Places in the figure's axes.
        public var rows: Int
        public var columns: Int
        /// A list for each row shown.
        public var entries: [[String]]
        public var name: Label?
        /// Its true size, as `2 × 3`.
        public var shape: String?
        public var hasBrackets: Bool
        public var bands: Bands?

        public init(
            id: String, rows: Int, columns: Int, entries: [[String]], name: Label? = nil, shape: String? = nil,
            hasBrackets: Bool = true, bands: Bands? = nil
        ) {
            self.id = id
            self.rows = rows
            self.columns = columns
            self.entries = entries
            self.name = name
            self.shape = shape
            self.hasBrackets = hasBrackets
            self.bands = bands
        }
    }

    /// Which lines of a block carry the marks that pair them with those of another.
    public enum Bands: Sendable, Equatable { case rows, columns }

    /// What stands out in a block; numbers count from 0.
    public enum Lit: Sendable, Equatable {
        case row(Int)
        case column(Int)
        case cell(row: Int, column: Int)
    }

    /// How one entry of the result comes about: `3 · 6 + 1 · (−2) = 16`.
    public struct Sum: Sendable, Equatable {
        public struct Term: Sendable, Equatable {
            /// The sign in front of it; that of the first is not shown.
            public var sign: String
            public var text: String

            public init(sign: String, text: String) {
                self.sign = sign
                self.text = text
            }
        }

        public var terms: [Term]
        /// Whether terms are missing before the last.
        public var isElided: Bool
        /// `=` or `≈`.
        public var relation: String
        public var result: String

        public init(terms: [Term], isElided: Bool = false, relation: String, result: String) {
            self.terms = terms
            self.isElided = isElided
            self.relation = relation
            self.result = result
        }
    }

    /// One state of the figure; several are the frames of a computation.
    public struct Panel: Sendable, Equatable {
        /// For each block what is lit, or nothing.
        public var lit: [Lit?]
        public var sum: Sum?
        /// How many entries of the last block are known, row by row; nil for all.
        public var known: Int?

        public init(lit: [Lit?], sum: Sum? = nil, known: Int? = nil) {
            self.lit = lit
            self.sum = sum
            self.known = known
        }
    }

    public var axes: [Axis]
    /// Operands, and after the last sign the result.
    public var blocks: [Block]
    /// Between the blocks.
    public var signs: [String]
    public var arrangement: Arrangement
    /// At least one.
    public var panels: [Panel]
    /// The only panel drawn, on a canvas that would hold each of them; nil for all of them, side by side.
    public var selected: Int?
    /// The width that is aimed at, in points: that of the page's column, or less beside neighbours.
    public var room = 600.0
    /// The size from which letters get smaller until the figure fits, in points.
    public var largestLetters = 14.0
    /// Whether the brackets stand in the middle of the canvas, for a row with signs between its figures.
    public var isCentred = false

    public init(
        axes: [Axis], blocks: [Block], signs: [String], arrangement: Arrangement = .line, panels: [Panel],
        selected: Int? = nil
    ) {
        precondition(signs.count == blocks.count - 1, "a sign stands between every two blocks")
        precondition(arrangement == .line || blocks.count == 3, "two factors and their product cross")
        precondition(panels.allSatisfy { $0.lit.count == blocks.count }, "a panel says of every block what is lit")
        self.axes = axes
        self.blocks = blocks
        self.signs = signs
        self.arrangement = arrangement
        self.panels = panels
        self.selected = selected
    }

    /// The figures of the single panels, all of one size; none when there is but one panel.
    public var frames: [MatrixFigure] {
        if panels.count < 2 { return [] }
        return panels.indices.map { index in
            var frame = self
            frame.selected = index
            return frame
        }
    }
}

extension MatrixFigure {
    /// Which of `count` lines are shown when at most `limit` are, and with them those to be kept: from the first on, and the
    /// last.
    public static func shown(of count: Int, limit: Int, keeping kept: [Int] = []) -> [Int] {
        if count <= limit { return Array(0..<count) }
        let extra = kept.filter { $0 >= 0 && $0 < count - 1 }
        var head = max(1, limit - 1)
        var shown: [Int] = []
        // What is kept beyond the first lines takes the place of the last of these.
        while head >= 1 {
            shown = (0..<count - 1).filter { $0 < head || extra.contains($0) } + [count - 1]
            if shown.count <= limit { break }
            head -= 1
        }
        return shown
    }
}
