import Cells
import Diagnostics
import Figures
import Networks

/// What a chapter's program came to.
public struct ChapterValues {
    public var results: ChapterResults
    /// The names bound at the chapter's end, in order of definition.
    public var scope: Scope
    public var diagnostics: [Diagnostic]
}

/// What a chapter's pages show.
public struct ChapterResults: Sendable {
    /// The inline values by the number of their request; nil where there was a mistake.
    public var values: [Shown?]
    /// What the directives show, by their number.
    public var displays: [Display]
    /// The networks that directives declared, with their initial values, by the directives' numbers.
    public var networks: [Int: Network] = [:]

    public init(values: [Shown?], displays: [Display]) {
        self.values = values
        self.displays = displays
    }
}

/// What a directive puts on the page.
public enum Display: Sendable {
    case nothing
    case figure(FigureDisplay)
    case table(TableDisplay)
    /// Worked steps: one formula in TeX a step.
    case steps([String])
    case listing(ListingDisplay)
}

/// What came of a cell.
public struct ListingDisplay: Sendable {
    /// What it printed, and the value of its last expression.
    public var output: String
    /// How the wanted failure came about, as Python would tell it; nil when there was none.
    public var traceback: String?
    /// The names it takes from the book's engine, in the order of their use.
    public var engineNames: [String]

    public init(output: String, traceback: String? = nil, engineNames: [String] = []) {
        self.output = output
        self.traceback = traceback
        self.engineNames = engineNames
    }
}

/// A figure with what stands for it where it cannot be seen.
public struct FigureDisplay: Sendable {
    public var figure: Figure
    /// A sentence made from the figure's numbers.
    public var alt: String
    /// The figure's numbers; none for a figure that shows no numbers.
    public var tables: [FigureTable]
    /// The figure in steps, where it is one of a computation; all of one size.
    public var frames: [FigureDisplay]
    /// The figures that stand in it side by side; empty for a single figure.
    public var panels: [FigureDisplay]

    public init(
        figure: Figure, alt: String, tables: [FigureTable] = [], frames: [FigureDisplay] = [],
        panels: [FigureDisplay] = []
    ) {
        self.figure = figure
        self.alt = alt
        self.tables = tables
        self.frames = frames
        self.panels = panels
    }
}

/// A table of computed cells; the headings of a `{table}` are the author's and stand in the book.
public struct TableDisplay: Sendable {
    public enum Cell: Sendable {
        case text(String)
        /// A name such as `w21`, in TeX.
        case symbol(tex: String)
        case value(Shown)
        case empty
    }

    /// Headings made from the values shown; empty where the author wrote them.
    public var header: [Cell]
    public var rows: [[Cell]]

    public init(header: [Cell], rows: [[Cell]]) {
        self.header = header
        self.rows = rows
    }
}
