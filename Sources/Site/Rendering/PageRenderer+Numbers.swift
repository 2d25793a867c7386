import Book
import Evaluation
import Figures
import HTML

extension PageRenderer {
    /// More rows than this are thinned out on the page; the file has all.
    private static let rowLimit = 30

    /// The numbers behind a figure, folded away, with the files that have every digit; nothing for a figure without numbers.
    ///
    /// They stand behind the figure: inside it, nothing may follow the caption.
    func numbers(_ display: FigureDisplay, _ directive: DirectiveContent) -> [HTMLNode] {
        if display.tables.isEmpty { return [] }
        let name = directive.label.map(numbered) ?? directive.figureName
        var parts: [HTMLNode] = [.summary(.text(words.numbers))]
        let owners = display.panels.enumerated().flatMap { panel in
            panel.element.tables.map { _ in PanelFigure.letter(panel.offset) }
        }
        for (index, table) in display.tables.enumerated() {
            let step = step(of: table.rows.count)
            let owner = index < owners.count ? " (\(owners[index]))" : ""
            parts += [
                .div(
                    class: "table-scroll", with: stop("\(words.numbers): \(name)\(owner)"),
                    numberTable(table, step: step)),
                .p(
                    (owner.isEmpty ? [] : [.text("\(owner.dropFirst()) ")])
                        + note(table, step: step, file: figureDataPath(directive.figureName, index))),
            ]
        }
        return [.text("\n"), .details(class: "numbers", lines(parts))]
    }

    /// The least of 1, 2, 5, 10, … that leaves no more rows than there is room for.
    private func step(of count: Int) -> Int {
        var (step, factors) = (1, [2.0, 2.5, 2.0])
        while (count + step - 1) / step >= Self.rowLimit {
            step = Int(Double(step) * factors[0])
            factors.append(factors.removeFirst())
        }
        return step
    }

    private func lines(_ nodes: [HTMLNode]) -> [HTMLNode] { nodes.flatMap { [$0, .text("\n")] } }

    /// Every so many rows, and the last.
    private func numberTable(_ table: FigureTable, step: Int) -> HTMLNode {
        let numeric = table.header.indices.map { column in
            table.rows.allSatisfy { if case .text = $0[column] { false } else { true } }
        }
        let header = table.header.enumerated().map {
            HTMLNode.th(class: numeric[$0] ? "numeric" : nil, with: [HTMLAttribute("scope", "col")], .text($1))
        }
        let kept = table.rows.indices.filter { $0 % step == 0 || $0 == table.rows.count - 1 }
        let rows = kept.map { row in
            HTMLNode.tr(
                table.rows[row].enumerated().map { HTMLNode.td(class: numeric[$0] ? "numeric" : nil, .text($1.words)) })
        }
        return .table(.thead(.tr(header)), .tbody(lines(rows)))
    }

    private func note(_ table: FigureTable, step: Int, file: String) -> [HTMLNode] {
        let link = HTMLNode.a(with: [.href(file), HTMLAttribute("download", "")], "CSV")
        if step == 1 { return [.text("With every digit: "), link] }
        return [.text("Every \(ordinal(step)) of \(table.rows.count) rows; all with every digit: "), link]
    }

    private func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return "\(number)\(ending)"
    }
}

/// Where the numbers of a figure stand in the site; the first table has the figure's own name.
public func figureDataPath(_ name: String, _ table: Int) -> String {
    "figures/\(name)\(table == 0 ? "" : "-\(table + 1)").csv"
}

extension FigureTable.Cell {
    fileprivate var words: String {
        switch self {
        case .text(let text), .number(_, let text): text
        case .empty: ""
        }
    }
}
