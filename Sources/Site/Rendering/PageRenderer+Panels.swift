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
            var parts = [self.panel(panel, directive, name: name, alt: words.alt), panelCaption(index, words)]
            if index > 0, index <= figure.between.count {
                parts.insert(.div(class: "between", .text(figure.between[index - 1])), at: 0)
            }
            return .figure(class: "panel", parts)
        }
        let widths = display.panels.enumerated().map { index, panel in
            let name = panelName(directive.figureName, index)
            return sources.size(ofFigure: panel.frames.isEmpty ? name : frameName(name, 0)).width
        }
        let least = Int(((widths.max() ?? 0) * leastScale).rounded())
        let columns = HTMLAttribute("style", "--columns: \(figure.columns); --least: \(least)px")
        let kind = figure.between.isEmpty ? "panel-grid" : "panel-grid signed"
        var parts = [HTMLNode.div(class: kind, with: [columns], [.text("\n")] + panels.flatMap { [$0, .text("\n")] })]
        if directive.label != nil || directive.caption != nil {
            parts.append(caption(.figure, label: directive.label, caption: directive.caption, directive: directive.id))
        }
        return titled(
            directive.title,
            .fragment([.figure(class: "panels", id: directive.label?.name, parts)] + numbers(display, directive)))
    }

    /// A picture, or one step after the other.
    private func panel(
        _ panel: FigureDisplay, _ directive: DirectiveContent, name: String, alt: [Span]?
    ) -> HTMLNode {
        if !panel.frames.isEmpty { return .div(film(panel, directive, name: name, alt: alt)) }
        let image = picture(name, alt: alt.map(text) ?? panel.alt, directive)
        return framed(image, directive, sources.size(ofFigure: name))
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
