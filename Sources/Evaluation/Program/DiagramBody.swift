import Cells
import Diagnostics
import Figures

/// `{diagram}`: a network, a pass, gradients or an update as a drawing.
public struct DiagramBody: Sendable {
    public enum Part: String, Sendable, CaseIterable {
        case names, weights, activations, sums, gradients, wanted, targets, errors, biases, loss
    }

    /// What becomes of the layers and units that are not among those chosen.
    public enum Rest: String, Sendable, CaseIterable {
        case faded
        case leftOut = "left-out"
    }

    public enum Titles: Sendable {
        /// What every layer is: inputs, hidden, outputs.
        case usual
        case written([Located<String>])
    }

    /// What `direction` may be.
    public static var directions: [String] { NetworkDiagram.Direction.allCases.map { $0.rawValue } }

    public var pass: Expression?
    public var gradient: Expression?
    /// Gradients, or a pass with targets, whose loss says which way numbers should go.
    public var wanted: Expression?
    /// Two states of one thing, before and after.
    public var compare: [Expression]
    /// nil for what suits the thing shown.
    public var show: [Located<Part>]?
    /// What stands out: weights and units, and paths of units, each a list of more than one.
    public var highlight: [[Located<String>]]
    /// The layers looked at; empty for all.
    public var layers: [Located<String>]
    /// The units looked at; empty for all.
    public var units: [Located<String>]
    public var rest: Rest
    public var titles: Titles?
    /// Whether it is said what lines mean; nil for: where no weight is labelled.
    public var legend: Bool?
    public var isDown: Bool

    public init(
        pass: Expression? = nil, gradient: Expression? = nil, wanted: Expression? = nil, compare: [Expression] = [],
        show: [Located<Part>]? = nil, highlight: [[Located<String>]] = [], layers: [Located<String>] = [],
        units: [Located<String>] = [], rest: Rest = .leftOut, titles: Titles? = nil, legend: Bool? = nil,
        isDown: Bool = false
    ) {
        self.pass = pass
        self.gradient = gradient
        self.wanted = wanted
        self.compare = compare
        self.show = show
        self.highlight = highlight
        self.layers = layers
        self.units = units
        self.rest = rest
        self.titles = titles
        self.legend = legend
        self.isDown = isDown
    }
}
