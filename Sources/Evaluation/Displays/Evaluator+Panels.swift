import Figures

extension Evaluator {
    /// `{panels}`: each panel as the directive it is; nothing when one of them has a mistake.
    mutating func panels(_ body: PanelsBody, _ directive: Directive, _ style: NumberStyle) -> Display? {
        var displays: [FigureDisplay] = []
        for panel in body.panels {
            var shown = panel.directive
            shown.digits = directive.digits
            guard let outcome = outcome(of: shown, style), case .figure(let display) = outcome.display else {
                continue
            }
            displays.append(display)
        }
        if displays.count < body.panels.count { return nil }
        let heaviest = body.sharesScale ? displays.compactMap { $0.figure.heaviest }.max() : nil
        let scale = heaviest.map { NetworkDiagram.Quantity($0, figureStyle(of: directive).text($0)) }
        for index in displays.indices {
            displays[index].figure.share(scale, body)
            for frame in displays[index].frames.indices {
                displays[index].frames[frame].figure.share(scale, body)
            }
        }
        let figure = PanelFigure(
            panels: displays.map { PanelFigure.Panel(figure: $0.figure) }, columns: body.columns, between: body.between)
        let words = displays.enumerated().map { "(\(PanelFigure.letter($0))) \($1.alt)" }
        return .figure(
            FigureDisplay(
                figure: .panels(figure), alt: words.joined(separator: " "), tables: displays.flatMap { $0.tables },
                panels: displays))
    }
}

extension Figure {
    /// The largest magnitude of a weight that is drawn; nil for all but networks.
    fileprivate var heaviest: Double? {
        guard case .network(let diagram) = self else { return nil }
        return diagram.edges.flatMap { [$0.weight, $0.weightAfter] }.compactMap { $0?.magnitude }.max()
    }

    /// Makes room for neighbours, and lets the widths of weights mean what they mean beside it.
    fileprivate mutating func share(_ scale: NetworkDiagram.Quantity?, _ body: PanelsBody) {
        let columns = body.columns
        switch self {
        case .network(var diagram):
            if let scale { diagram.scale = scale }
            diagram.isCompact = columns > 1
            self = .network(diagram)
        case .plot(var plot):
            if columns > 1 { (plot.width, plot.height) = columns == 2 ? (312, 208) : (250, 190) }
            self = .plot(plot)
        case .multiples(var grid):
            if columns > 1 {
                grid.width = columns == 2 ? 312 : 250
                grid.panelHeight = min(grid.panelHeight, 100)
            }
            self = .multiples(grid)
        case .matrix(var matrix):
            // Letters of about one size: those of the smallest matrix should not be twice those of the largest.
            if columns > 1 { (matrix.room, matrix.largestLetters) = (columns == 2 ? 312 : 250, 11) }
            matrix.isCentred = !body.between.isEmpty
            self = .matrix(matrix)
        default: break
        }
    }
}
