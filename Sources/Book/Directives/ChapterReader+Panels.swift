import Diagnostics
import Evaluation

extension ChapterReader {
    /// Each panel is read as the directive it is.
    func panels(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) -> Directive.Body {
        let written = keys["panels"]?.list.compactMap(\.panel) ?? []
        let panels = written.map { panel($0, &reader) }
        guard let key = keys.key("panels") else { return .invalid }
        guard 2...PanelsBody.mostPanels ~= panels.count else {
            reader.report(
                "panels", "side by side stand 2 to \(PanelsBody.mostPanels) figures, not \(panels.count)",
                at: key.range)
            return .invalid
        }
        let between = keys.allWords("between").map(\.value)
        if let key = keys.key("between"), between.count != panels.count - 1 {
            let wanted = panels.count == 2 ? "stands 1 sign" : "stand \(panels.count - 1) signs"
            reader.report(
                "between", "between \(panels.count) panels \(wanted), not \(between.count)", at: key.range)
        }
        return .panels(
            PanelsBody(
                panels: panels, columns: min(panels.count, keys.integer("columns") ?? min(panels.count, 3)),
                sharesScale: keys.words("scale")?.value == "shared", between: between))
    }

    private func panel(_ panel: Panel, _ reader: inout ArgumentReader) -> PanelsBody.Panel {
        let schema = DirectiveSchema.of(panel.kind.value)
        let header = Header(kind: schema.kind, argument: panel.argument, range: panel.kind.range)
        let argument = schema.argument == .expression ? readShown(header, &reader) : nil
        if schema.kind == .drawing, panel.keys.markdown("alt") == nil {
            reader.report("alt", drawingNeedsWords, at: panel.kind.range)
        }
        let (body, _) = build(schema.kind, panel.keys, header, &reader)
        let directive = Directive(
            id: directives.count, kind: schema.kind, argument: argument, display: schema.displays[0],
            digits: nil, body: body, range: panel.kind.range)
        return PanelsBody.Panel(
            directive: directive, caption: panel.keys.markdown("caption"), alt: panel.keys.markdown("alt"))
    }

    /// What stands below the panels, and what is said for them. Read after the directive, as any caption.
    mutating func readPanels(_ directive: Directive) -> [PanelContent] {
        guard case .panels(let body) = directive.body else { return [] }
        return body.panels.map { panel in
            PanelContent(caption: panel.caption.map { readMarkdown($0) }, alt: panel.alt.map { readMarkdown($0) })
        }
    }
}
