import Book
import Evaluation
import Figures
import HTML

/// The name of a panel's image; no label holds a dot.
func panelName(_ figure: String, _ index: Int) -> String { "\(figure).\(PanelFigure.letter(index))" }

/// A panel drawn smaller than this is set in a row with fewer, where its letters can be read.
private let leastScale = 0.85

extension PageRenderer {
    /// Figures side by side: a figure of figures, which wraps on narrow screens.
    func panels(_ display: FigureDisplay, _ directive: DirectiveContent) -> HTMLNode {
        guard case .panels(let figure) = display.figure else { preconditionFailure("panels stand in a figure of them") }
        let panels = display.panels.enumerated().map { index, panel -> HTMLNode in
            let words = directive.panels[index]
            let name = panelName(directive.figureName, index)
            let image = picture(name, alt: words.alt.map(text) ?? panel.alt, directive)
            var parts = [framed(image, directive, sources.size(ofFigure: name)), panelCaption(index, words)]
            if index > 0, index <= figure.between.count {
                parts.insert(.div(class: "between", .text(figure.between[index - 1])), at: 0)
            }
            return .figure(class: "panel", parts)
        }
        let widths = display.panels.indices.map { sources.size(ofFigure: panelName(directive.figureName, $0)).width }
        let least = Int(((widths.max() ?? 0) * leastScale).rounded())
        let columns = HTMLAttribute("style", "--columns: \(figure.columns); --least: \(least)px")
        let kind = figure.between.isEmpty ? "panel-grid" : "panel-grid signed"
        var parts = [HTMLNode.div(class: kind, with: [columns], [.text("\n")] + panels.flatMap { [$0, .text("\n")] })]
        if directive.label != nil || directive.caption != nil {
            parts.append(caption(.figure, label: directive.label, caption: directive.caption, directive: directive.id))
        }
        parts += numbers(display, directive)
        return titled(directive.title, .figure(class: "panels", id: directive.label?.name, parts))
    }

    private func panelCaption(_ index: Int, _ words: PanelContent) -> HTMLNode {
        let letter = HTMLNode.b("(\(PanelFigure.letter(index)))")
        return .figcaption([letter] + (words.caption.map { [.text(" ")] + spans($0) } ?? []))
    }

    /// The figure with the author's words below its panels, for a picture of the whole.
    func captioned(_ display: FigureDisplay, _ words: [PanelContent]) -> FigureDisplay {
        guard case .panels(var figure) = display.figure else { return display }
        for (index, words) in words.enumerated() { figure.panels[index].caption = words.caption.map(text) }
        var display = display
        display.figure = .panels(figure)
        return display
    }
}
