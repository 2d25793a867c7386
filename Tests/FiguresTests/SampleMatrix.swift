import Figures
import Tensors

/// Makes up figures of matrices with numbers from 10⁻⁹ to 10⁶.
struct SampleMatrix {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// A whole number from 0 on, below `bound` (xorshift).
    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func number() -> String {
        let mantissa = Double(below(2_000_001) - 1_000_000) / 1_000_000
        let value = mantissa * Double.pow(10, Double(below(16) - 9))
        return ShownNumber(value, digits: 3)?.plain ?? "0"
    }

    private func axis(_ count: Int, _ name: String?) -> MatrixFigure.Axis {
        let shown = MatrixFigure.shown(of: count, limit: 12)
        return MatrixFigure.Axis(
            count: count, shown: shown,
            names: name.map { name in shown.map { Label.symbol(name, subscript: "\($0 + 1)") } } ?? [])
    }

    private mutating func block(
        _ id: String, _ axes: [MatrixFigure.Axis], _ rows: Int, _ columns: Int, _ name: String = "W",
        bands: MatrixFigure.Bands? = nil
    ) -> MatrixFigure.Block {
        MatrixFigure.Block(
            id: id, rows: rows, columns: columns,
            entries: axes[rows].shown.map { _ in axes[columns].shown.map { _ in number() } },
            name: .symbol(name, superscript: "in"), shape: "\(axes[rows].count) × \(axes[columns].count)", bands: bands)
    }

    static func plain(_ entries: [[String]]) -> MatrixFigure {
        MatrixFigure(
            axes: [entries.count, entries[0].count].map { MatrixFigure.Axis(count: $0, shown: Array(0..<$0)) },
            blocks: [MatrixFigure.Block(id: "result", rows: 0, columns: 1, entries: entries)], signs: [],
            panels: [MatrixFigure.Panel(lit: [nil])])
    }

    mutating func plain(rows: Int, columns: Int, name: String? = nil) -> MatrixFigure {
        let axes = [axis(rows, name), axis(columns, name)]
        return MatrixFigure(
            axes: axes, blocks: [block("result", axes, 0, 1)], signs: [], panels: [MatrixFigure.Panel(lit: [nil])])
    }

    mutating func transpose(rows: Int, columns: Int, name: String? = nil) -> MatrixFigure {
        let axes = [axis(columns, name), axis(rows, name)]
        var figure = MatrixFigure(
            axes: axes,
            blocks: [block("operand-1", axes, 1, 0, bands: .rows), block("result", axes, 0, 1, bands: .columns)],
            signs: ["→"], panels: [MatrixFigure.Panel(lit: [nil, nil])])
        if below(2) == 0 {
            let (i, j) = (below(columns), below(rows))
            figure.panels[0].lit = [.cell(row: j, column: i), .cell(row: i, column: j)]
        }
        return figure
    }

    private mutating func panel(_ row: Int, _ column: Int, terms: Int, known: Int? = nil) -> MatrixFigure.Panel {
        let texts = (0..<min(terms, 12)).map { _ in
            MatrixFigure.Sum.Term(sign: "+", text: "\(number()) · (\(number()))")
        }
        return MatrixFigure.Panel(
            lit: [.row(row), .column(column), .cell(row: row, column: column)],
            sum: MatrixFigure.Sum(terms: texts, isElided: terms > 12, relation: "≈", result: number()), known: known)
    }

    mutating func product(rows: Int, inner: Int, columns: Int, name: String? = nil) -> MatrixFigure {
        let axes = [axis(rows, name), axis(columns, name), axis(inner, name)]
        return MatrixFigure(
            axes: axes,
            blocks: [block("left", axes, 0, 2, "X"), block("right", axes, 2, 1), block("result", axes, 0, 1, "H")],
            signs: ["·", "≈"], panels: [panel(0, 0, terms: inner)])
    }

    mutating func stepwise(rows: Int, inner: Int, columns: Int) -> MatrixFigure {
        var figure = product(rows: rows, inner: inner, columns: columns)
        figure.panels = (0..<rows * columns).map { panel($0 / columns, $0 % columns, terms: inner, known: $0 + 1) }
        return figure
    }

    /// A sum of blocks, one of them a number.
    mutating func sum(rows: Int, columns: Int) -> MatrixFigure {
        let axes = [axis(rows, nil), axis(columns, "h"), axis(1, nil)]
        var number = block("operand-2", axes, 2, 2)
        number.hasBrackets = false
        number.shape = nil
        let lit = MatrixFigure.Lit.cell(row: rows - 1, column: columns - 1)
        return MatrixFigure(
            axes: axes,
            blocks: [
                block("operand-1", axes, 0, 1), number, block("operand-3", axes, 2, 1), block("result", axes, 0, 1),
            ], signs: ["·", "−", "="],
            panels: [MatrixFigure.Panel(lit: [lit, nil, .cell(row: 0, column: columns - 1), lit])])
    }

    /// A figure of any kind, with sizes from 1 to 12.
    mutating func any() -> MatrixFigure {
        let (rows, columns, inner) = (below(12) + 1, below(12) + 1, below(12) + 1)
        let name = below(2) == 0 ? "instance" : nil
        switch below(6) {
        case 0: return plain(rows: rows, columns: columns, name: name)
        case 1: return transpose(rows: rows, columns: columns, name: name)
        case 2: return sum(rows: rows, columns: columns)
        case 3: return stepwise(rows: below(3) + 1, inner: inner, columns: below(4) + 1)
        case 4:
            var figure = product(rows: rows, inner: inner, columns: columns, name: name)
            figure.arrangement = .cross
            return figure
        default:
            var figure = product(rows: rows, inner: inner, columns: columns, name: name)
            figure.panels = [panel(below(rows), below(columns), terms: inner)]
            return figure
        }
    }
}
