import Cells
import Diagnostics

/// One directive, checked: its keys are known, its names written as names, its expressions parsed.
public struct Directive: Sendable {
    /// Counts the chapter's directives from 0; its result has the same place.
    public var id: Int
    public var kind: DirectiveKind
    /// The fresh name of a binding directive.
    public var name: Located<String>?
    /// What a showing directive shows.
    public var argument: Expression?
    public var display: DisplayMode
    /// Significant digits where the chapter's do not hold.
    public var digits: Int?
    public var body: Body
    /// The header line.
    public var range: SourceRange

    public init(
        id: Int, kind: DirectiveKind, name: Located<String>? = nil, argument: Expression? = nil,
        display: DisplayMode, digits: Int? = nil, body: Body, range: SourceRange
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.argument = argument
        self.display = display
        self.digits = digits
        self.body = body
        self.range = range
    }

    public enum Body: Sendable {
        case network(NetworkBody)
        case data(DataBody)
        case forward(ForwardBody)
        case backward(BackwardBody)
        case update(UpdateBody)
        case train(TrainBody)
        case derive(DeriveBody)
        case diagram(DiagramBody)
        case plot(PlotBody)
        case matrix(MatrixBody)
        case graph(GraphBody)
        case drawing(DrawingBody)
        case panels(PanelsBody)
        case table(TableBody)
        case check([Claim])
        case python(CellBody)
        /// The directive has mistakes that were reported; it binds its name as unknown and shows nothing.
        case invalid
    }
}

public enum DirectiveKind: String, Sendable, CaseIterable {
    case network, data, forward, backward, update, train, python, derive
    case diagram, plot, matrix, graph, drawing, panels, table, check

    /// Whether the directive takes a fresh name. A cell binds the names that its program binds.
    public var binds: Bool {
        switch self {
        case .network, .data, .forward, .backward, .update, .train: true
        case .python, .derive, .diagram, .plot, .matrix, .graph, .drawing, .panels, .table, .check: false
        }
    }
}

/// What a directive puts on the page.
public enum DisplayMode: String, Sendable, CaseIterable {
    case diagram, table, plot, steps, listing, none
}
