import Cells
import Diagnostics

/// `{graph}`: how a number was computed, operation by operation.
public struct GraphBody: Sendable {
    public enum Part: String, Sendable, CaseIterable {
        case values, adjoints, locals, names
    }

    public enum Direction: String, Sendable, CaseIterable { case down, right }

    /// Numbers for names of the expression.
    public var at: [(name: Located<String>, value: Expression)]
    /// Gradients whose loss the adjoints are derivatives of; of the number itself when nil.
    public var gradient: Expression?
    /// How many operations back the graph goes.
    public var depth: Int?
    /// Names whose making is left out.
    public var beginning: [Located<String>]
    /// nil for all.
    public var show: [Part]?
    public var direction: Direction
    /// What stands out: names, and all ways from one to the next.
    public var highlight: [[Located<String>]]
    public var hasLegend: Bool

    public init(
        at: [(name: Located<String>, value: Expression)] = [], gradient: Expression? = nil, depth: Int? = nil,
        beginning: [Located<String>] = [], show: [Part]? = nil, direction: Direction = .down,
        highlight: [[Located<String>]] = [], hasLegend: Bool = false
    ) {
        self.at = at
        self.gradient = gradient
        self.depth = depth
        self.beginning = beginning
        self.show = show
        self.direction = direction
        self.highlight = highlight
        self.hasLegend = hasLegend
    }
}
