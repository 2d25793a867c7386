import Book
import Evaluation
import HTML

extension PageRenderer {
    func directive(_ id: Int) -> HTMLNode {
        let directive = chapter.directives[id]
        guard let source = directive.source else { return shown(directive) }
        return .fragment([listing(source), .text("\n"), shown(directive)])
    }

    private func shown(_ directive: DirectiveContent) -> HTMLNode {
        switch results.displays[directive.id] {
        case .nothing: return .text("")
        case .figure(let display): return figure(display, directive)
        case .table(let display): return table(display, directive)
        case .steps(let steps): return self.steps(steps, directive)
        case .listing(let display): return listing(display, directive)
        }
    }

    /// A picture for light and dark, described in words.
    private func figure(_ display: FigureDisplay, _ directive: DirectiveContent) -> HTMLNode {
        if !display.panels.isEmpty { return panels(display, directive) }
        let name = directive.figureName
        var parts =
            display.frames.isEmpty
            ? [
                framed(
                    picture(name, alt: directive.alt.map(text) ?? display.alt, directive), directive,
                    sources.size(ofFigure: name))
            ] : film(display, directive, name: name, alt: directive.alt)
        if directive.label != nil || directive.caption != nil {
            parts.append(caption(.figure, label: directive.label, caption: directive.caption, directive: directive.id))
        }
        let kind =
            switch display.figure {
            case .network, .graph, .panels: "diagram"
            case .plot, .multiples, .heat: "plot"
            case .matrix: "matrix"
            case .drawing: "drawing"
            }
        return titled(
            directive.title,
            .fragment([.figure(class: kind, id: directive.label?.name, parts)] + numbers(display, directive)))
    }

    func picture(_ name: String, alt: String, _ directive: DirectiveContent) -> HTMLNode {
        let size = sources.size(ofFigure: name)
        let width = directive.width.map { "width: \($0)" } ?? "--width: \(Int(size.width.rounded()))px"
        let image = HTMLNode.img(with: [
            .src("figures/\(name).svg"), .alt(alt), HTMLAttribute("width", String(Int(size.width.rounded()))),
            HTMLAttribute("height", String(Int(size.height.rounded()))), HTMLAttribute("style", width),
        ])
        let dark = HTMLNode.source(with: [
            HTMLAttribute("srcset", "figures/\(name)-dark.svg"),
            HTMLAttribute("media", "screen and (prefers-color-scheme: dark)"),
        ])
        return .picture(dark, image)
    }

    /// Worked steps. Without a caption the number stands behind the last formula, as behind any equation.
    private func steps(_ steps: [String], _ directive: DirectiveContent) -> HTMLNode {
        let formulas = steps.map { formula(tex: $0, isDisplay: true, place: directive.range) }
        guard let last = formulas.last else { return .text("") }
        if let written = directive.caption {
            let head = caption(.equation, label: directive.label, caption: written, directive: directive.id)
            let body = formulas.map { equation($0, label: nil) }
            return titled(directive.title, .figure(class: "steps", id: directive.label?.name, lines([head] + body)))
        }
        if formulas.count == 1 { return titled(directive.title, equation(last, label: directive.label)) }
        let body = formulas.dropLast().map { equation($0, label: nil) }
        return titled(directive.title, .div(class: "steps", lines(body + [equation(last, label: directive.label)])))
    }

    private func lines(_ nodes: [HTMLNode]) -> [HTMLNode] { nodes.flatMap { [$0, .text("\n")] } }

    /// An image file with a caption.
    func imageFigure(_ image: ImageFigure) -> HTMLNode {
        let style = image.width.map { [HTMLAttribute("style", "width: \($0)")] } ?? []
        let picture = HTMLNode.img(with: [.src(image.source), .alt(text(image.caption))] + style)
        let caption = self.caption(.figure, label: image.label, caption: image.caption, directive: nil)
        return .figure(class: "image", id: image.label?.name, picture, caption)
    }
}
