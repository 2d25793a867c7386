import Book
import Diagnostics
import Evaluation
import HTML

extension PageRenderer {
    /// A pipe table; with a caption it is a numbered figure.
    func table(_ table: PipeTable) -> HTMLNode {
        let rows = table.rows.map { row in
            row.enumerated().map { dataCell(HTMLNode.td, spans($1), table.alignments[$0], isNumeric: isNumeric($1)) }
        }
        let header = table.header.enumerated().map { index, heading in
            dataCell(
                HTMLNode.th, spans(heading), table.alignments[index],
                isNumeric: !rows.isEmpty && table.rows.allSatisfy { isNumeric($0[index]) })
        }
        return captioned(
            tableNode(header, rows), label: table.label, caption: table.caption, title: nil, directive: nil)
    }

    /// Whether a cell holds one computed value and nothing else.
    private func isNumeric(_ cell: [Span]) -> Bool {
        if cell.count == 1, case .value = cell[0] { true } else { false }
    }

    private func dataCell(_ tag: HTMLTag, _ nodes: [HTMLNode], _ alignment: PipeTable.Alignment?, isNumeric: Bool)
        -> HTMLNode
    {
        if let alignment { return tag(with: [HTMLAttribute("align", alignment.rawValue)], nodes) }
        return tag(class: isNumeric ? "numeric" : nil, nodes)
    }

    /// The table of a directive, under the author's headings or those made from its values.
    func table(_ display: TableDisplay, _ directive: DirectiveContent) -> HTMLNode {
        let numeric = { (column: Int) in
            !display.rows.isEmpty
                && display.rows.allSatisfy { row in
                    if case .value = row[column] { true } else if case .empty = row[column] { true } else { false }
                }
        }
        let headings =
            directive.headings.isEmpty
            ? display.header.map { [cell($0, directive)] } : directive.headings.map { spans($0) }
        let header = headings.enumerated().map {
            HTMLNode.th(class: numeric($0) ? "numeric" : nil, with: [HTMLAttribute("scope", "col")], $1)
        }
        let rows = display.rows.map { row in
            row.enumerated().map { HTMLNode.td(class: numeric($0) ? "numeric" : nil, cell($1, directive)) }
        }
        return captioned(
            tableNode(header, rows), label: directive.label, caption: directive.caption, title: directive.title,
            directive: directive.id)
    }

    private func cell(_ cell: TableDisplay.Cell, _ directive: DirectiveContent) -> HTMLNode {
        switch cell {
        case .text(let text): .text(text)
        case .symbol(let tex): formula(tex: tex, isDisplay: false, place: directive.range)
        case .value(let value): shown(value, expression: nil)
        case .empty: .text("")
        }
    }

    private func tableNode(_ header: [HTMLNode], _ rows: [[HTMLNode]]) -> HTMLNode {
        let head = HTMLNode.thead([
            .text("\n"), .tr([.text("\n")] + header.flatMap { [$0, .text("\n")] }), .text("\n"),
        ])
        let body = rows.flatMap { row in [HTMLNode.tr([.text("\n")] + row.flatMap { [$0, .text("\n")] }), .text("\n")] }
        let parts: [HTMLNode] =
            [.text("\n"), head, .text("\n")] + (rows.isEmpty ? [] : [.tbody([.text("\n")] + body), .text("\n")])
        return .table(parts)
    }

    private func captioned(_ table: HTMLNode, label: Label?, caption: [Span]?, title: [Span]?, directive: Int?)
        -> HTMLNode
    {
        let scroll = HTMLNode.div(class: "table-scroll", table)
        guard label != nil || caption != nil else { return titled(title, scroll) }
        return titled(
            title,
            .figure(
                class: "table", id: label?.name,
                self.caption(.table, label: label, caption: caption, directive: directive), scroll))
    }

    /// A line above what a directive shows.
    func titled(_ title: [Span]?, _ node: HTMLNode) -> HTMLNode {
        guard let title else { return node }
        return .fragment([.p(class: "display-title", .strong(spans(title))), .text("\n"), node])
    }

    /// `Figure 2.3. The network.`
    func caption(_ prefix: Label.Prefix, label: Label?, caption: [Span]?, directive: Int?) -> HTMLNode {
        var nodes: [HTMLNode] = []
        if let number = number(prefix, label: label, directive: directive) {
            nodes.append(.b("\(prefix.word) \(number)."))
        }
        if let caption {
            if !nodes.isEmpty { nodes.append(.text(" ")) }
            nodes += spans(caption)
        }
        return .figcaption(nodes)
    }

    private func number(_ prefix: Label.Prefix, label: Label?, directive: Int?) -> String? {
        if let label { return number(of: label.name) }
        guard let directive,
            let target = chapter.targets.first(where: { $0.directive == directive && $0.prefix == prefix }),
            let number = target.number
        else { return nil }
        return "\(chapter.number).\(number)"
    }
}
