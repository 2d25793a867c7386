/// A figure of any kind, before it is laid out.
public enum Figure: Sendable, Equatable {
    case network(NetworkDiagram)
    case plot(Plot)
    case multiples(PlotGrid)
    case heat(HeatMap)
    case graph(GraphFigure)
    case matrix(MatrixFigure)
    case drawing(Drawing)
    case panels(PanelFigure)

    /// The figure laid out, ready to be drawn.
    ///
    /// - Throws: what kept `placer` from placing a computational graph.
    public func laidOut(
        measuring measurer: any TextMeasurer, placing placer: any GraphPlacer
    ) throws(GraphPlacingError) -> DisplayList {
        switch self {
        case .network(let diagram): diagram.laidOut(measuring: measurer)
        case .plot(let plot): plot.laidOut(measuring: measurer)
        case .multiples(let grid): grid.laidOut(measuring: measurer)
        case .heat(let map): map.laidOut(measuring: measurer)
        case .graph(let graph): try graph.laidOut(measuring: measurer, placing: placer)
        case .matrix(let matrix): matrix.laidOut(measuring: measurer)
        case .drawing(let drawing): drawing.laidOut(measuring: measurer)
        case .panels(let panels): try panels.laidOut(measuring: measurer, placing: placer)
        }
    }
}
