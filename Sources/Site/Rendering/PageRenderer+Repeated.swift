import Book
import Evaluation
import HTML

/// What stands on the companion card, repeated from the chapter it belongs to.
extension PageRenderer {
    /// A figure or table of this chapter under its number, which leads to it, and with its caption if wanted; nil when the
    /// chapter shows nothing there.
    func repeated(_ target: Target, withCaption: Bool) -> HTMLNode? {
        guard let label = target.label, let (shown, caption) = content(target, label) else { return nil }
        let number = HTMLNode.a(
            class: "reference", with: [.href("\(chapter.stem).html#\(label.name)")], .text(numbered(label)))
        let words = withCaption ? caption.map { [.text(" ")] + spans($0) } ?? [] : []
        let name = HTMLNode.figcaption([words.isEmpty ? number : .b([number, .text(".")])] + words)
        return target.prefix == .table ? .figure(class: "table", name, shown) : .figure(shown, name)
    }

    private func content(_ target: Target, _ label: Label) -> (HTMLNode, [Span]?)? {
        if let directive = target.directive.map({ chapter.directives[$0] }) {
            return content(directive).map { ($0, directive.caption) }
        }
        switch chapter.labelled(label.name) {
        case .table(let table): return (scrolling(self.table(table), label), table.caption)
        case .image(let image):
            return (.img(with: [.src(image.source), .alt(text(image.caption))]), image.caption)
        default: return nil
        }
    }

    private func content(_ directive: DirectiveContent) -> HTMLNode? {
        // Its width was chosen for the column of the text.
        var directive = directive
        directive.width = nil
        switch results.displays[directive.id] {
        case .figure(let display):
            let name = directive.figureName
            let image = picture(name, alt: directive.alt.map(text) ?? display.alt, directive)
            return framed(image, directive, sources.size(ofFigure: name))
        case .table(let display): return scrolling(table(display, directive), directive.label)
        case .nothing, .steps, .listing: return nil
        }
    }

    private func scrolling(_ table: HTMLNode, _ label: Label?) -> HTMLNode {
        .div(class: "table-scroll", with: stop(label.map(numbered) ?? words.table), table)
    }
}
