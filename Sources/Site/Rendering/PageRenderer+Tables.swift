import Book
import Diagnostics
import Evaluation
import HTML

extension PageRenderer {
    /// A pipe table; with a caption it is a numbered figure.
    func table(_ table: PipeTable) -> HTMLNode {
        let attributes = table.header.indices.map { column in
            alignment(table.alignments[column], isNumeric: isNumeric(table.rows.map { $0[column] }))
        }
        let scope = dressing == .plain ? [] : [HTMLAttribute("scope", "col")]
        let header = table.header.enumerated().map { HTMLNode.th(with: attributes[$0] + scope, spans($1)) }
        let rows = table.rows.map { row in
            row.enumerated().map { HTMLNode.td(with: attributes[$0], spans($1)) }
        }
        if dressing != .page { return tableNode(header, rows) }
        return captioned(
            tableNode(header, rows), label: table.label, caption: table.caption, title: nil, directive: nil)
    }

    /// Whether a column holds computed values and nothing else.
    private func isNumeric(_ column: [[Span]]) -> Bool {
        let filled = column.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.allSatisfy { if $0.count == 1, case .value = $0[0] { true } else { false } }
    }

    private func alignment(_ alignment: PipeTable.Alignment?, isNumeric: Bool) -> [HTMLAttribute] {
        if dressing == .plain { return alignment.map { [HTMLAttribute("align", $0.rawValue)] } ?? [] }
        switch alignment {
        case .right: return [.class("numeric")]
        case .center: return [.class("centred")]
        case .left: return []
        case nil: return isNumeric ? [.class("numeric")] : []
        }
    }

    /// The table of a directive, under the author's headings or those made from its values.
    func table(_ display: TableDisplay, _ directive: DirectiveContent) -> HTMLNode {
        let headings =
            directive.headings.isEmpty
            ? display.header.map { [cell($0, directive)] } : directive.headings.map { spans($0) }
        let numeric = headings.indices.map { isNumeric(display.rows, column: $0) }
        let header = headings.enumerated().map {
            HTMLNode.th(class: numeric[$0] ? "numeric" : nil, with: [HTMLAttribute("scope", "col")], $1)
        }
        let rows = display.rows.map { row in
            row.enumerated().map { HTMLNode.td(class: numeric[$0] ? "numeric" : nil, cell($1, directive)) }
        }
        if dressing == .repeated { return tableNode(header, rows) }
        return captioned(
            tableNode(header, rows), label: directive.label, caption: directive.caption, title: directive.title,
            directive: directive.id)
    }

    /// Whether a column holds values, or nothing in some rows.
    private func isNumeric(_ rows: [[TableDisplay.Cell]], column: Int) -> Bool {
        !rows.isEmpty
            && rows.allSatisfy { row in
                if case .value = row[column] { true } else if case .empty = row[column] { true } else { false }
            }
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
        let name = number(.table, label: label, directive: directive).map { "\(words.table) \($0)" } ?? words.table
        let scroll = HTMLNode.div(class: "table-scroll", with: stop(name), table)
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

    /// `Figure 2.3. The network.`, or the number alone where there are no words behind it.
    func caption(_ prefix: Label.Prefix, label: Label?, caption: [Span]?, directive: Int?) -> HTMLNode {
        var nodes: [HTMLNode] = []
        if let number = number(prefix, label: label, directive: directive) {
            nodes.append(.b("\(locale.word(prefix)) \(number)\(caption == nil ? "" : ".")"))
        }
        if let caption {
            if !nodes.isEmpty { nodes.append(.text(" ")) }
            nodes += spans(caption)
        }
        return .figcaption(nodes)
    }

    func number(_ prefix: Label.Prefix, label: Label?, directive: Int?) -> String? {
        if let label { return number(of: label.name) }
        guard let directive,
            let target = chapter.targets.first(where: { $0.directive == directive && $0.prefix == prefix }),
            let number = target.number
        else { return nil }
        return "\(chapter.number).\(number)"
    }
}
