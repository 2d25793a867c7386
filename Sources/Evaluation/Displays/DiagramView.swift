import Figures
import Networks

/// Which part of a network a diagram shows and how: checked, so that every name is one of the network's.
struct DiagramView {
    var highlight = DiagramHighlight()
    /// The layers looked at, counted from 0 for the inputs; nil for all.
    var layers: ClosedRange<Int>?
    /// The units looked at; of a layer without any, all.
    var units: [String] = []
    /// Whether what is not looked at is drawn all the same, standing back.
    var isRestFaded = false
    var titles: DiagramBody.Titles?
    var legend: Bool?
    var direction = NetworkDiagram.Direction.right
    /// Whose signs are the arrows'.
    var wanted: Gradients?
}

/// What stands out, by name.
struct DiagramHighlight {
    var units: [String] = []
    var weights: [String] = []
    var loss = false
    /// Outputs whose line to the loss stands out.
    var toLoss: [String] = []

    var isEmpty: Bool { units.isEmpty && weights.isEmpty && !loss && toLoss.isEmpty }
}
