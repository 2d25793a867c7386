/// A figure of any kind, before it is laid out.
public enum Figure: Sendable, Equatable {
    case network(NetworkDiagram)
    case plot(Plot)

    /// The figure laid out, ready to be drawn.
    public func laidOut(measuring measurer: any TextMeasurer) -> DisplayList {
        switch self {
        case .network(let diagram): diagram.laidOut(measuring: measurer)
        case .plot(let plot): plot.laidOut(measuring: measurer)
        }
    }
}
