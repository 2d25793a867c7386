/// Where panels stand: in rows under each other, each column as wide as its widest panel, each row centred. A sign stands
/// before the panel it leads to, so that a broken row goes on as a broken formula does.
struct PanelLayout {
    let figure: PanelFigure
    let lists: [DisplayList]
    let measurer: any TextMeasurer
    /// Panels in a row: as many as the author wants, or fewer where their letters would become too small on paper.
    private(set) var columns: Int

    /// A wider row is broken.
    private let room = 700.0
    private let captionSize = 12.0
    private let captionLeading = 16.0
    private let captionGap = 10.0
    private let signSize = 24.0
    private let rowGap = 30.0
    private let margin = 3.0

    init(figure: PanelFigure, lists: [DisplayList], measurer: any TextMeasurer) {
        self.figure = figure
        self.lists = lists
        self.measurer = measurer
        columns = figure.columns
        while columns > 1, width(ofRow: 0..<min(columns, lists.count)) > room { columns -= 1 }
        if columns < figure.columns {
            // Rows of equal length, where that is possible.
            let rows = (lists.count + columns - 1) / columns
            columns = (lists.count + rows - 1) / rows
        }
    }

    func display() -> DisplayList {
        var items: [DisplayList.Item] = []
        var top = 0.0
        let whole = width(ofRow: 0..<min(columns, lists.count))
        for start in stride(from: 0, to: lists.count, by: columns) {
            let row = start..<min(start + columns, lists.count)
            let height = row.reduce(0) { max($0, lists[$1].height) }
            var left = max(0, (whole - width(ofRow: row)) / 2)
            var foot = top + height
            for index in row {
                left += gutter(before: index)
                let centre = left + columnWidth(index) / 2
                items += sign(before: index, x: left - signGutter / 2, y: top + height / 2)
                let list = lists[index]
                items += list.items.map { $0.moved(centre - list.width / 2, top + (height - list.height) / 2) }
                let captions = caption(index, centre: centre, top: top + height + captionGap)
                items += captions.items
                foot = max(foot, captions.foot)
                left += columnWidth(index)
            }
            top = foot + rowGap
        }
        return .fitting(items, margin: margin)
    }

    private func columnWidth(_ index: Int) -> Double {
        stride(from: index % columns, to: lists.count, by: columns).reduce(0) {
            max($0, lists[$1].width)
        }
    }

    private func width(ofRow row: Range<Int>) -> Double {
        row.reduce(0) { $0 + gutter(before: $1) + columnWidth($1) }
    }

    /// Room for a sign, or between panels without one.
    private func gutter(before index: Int) -> Double {
        // Where panels stand under each other, the first keeps the room of the signs, so that all are in line.
        if index > 0 || columns == 1, !figure.between.isEmpty { return signGutter }
        return index % columns == 0 ? 0 : 32
    }

    private var signGutter: Double { 52 }

    private func sign(before index: Int, x: Double, y: Double) -> [DisplayList.Item] {
        guard index > 0, index <= figure.between.count else { return [] }
        let line = TextLine(figure.between[index - 1], face: .mathRoman, size: signSize, measurer: measurer)
        return [.text(line.item(role: "sign \(index)", x: x, baseline: line.baseline(centredOn: y)))]
    }

    /// `(a)` and the caption, in lines no wider than the panel.
    private func caption(_ index: Int, centre: Double, top: Double) -> (items: [DisplayList.Item], foot: Double) {
        let letter = PanelFigure.letter(index)
        var words = ["(\(letter))"]
        if let caption = figure.panels[index].caption { words += caption.split(separator: " ").map(String.init) }
        var lines = [set(words[0], isLetter: true)]
        for word in words.dropFirst() {
            let longer = lines[lines.count - 1].followed(by: set(" " + word))
            if longer.width <= max(columnWidth(index), 120) {
                lines[lines.count - 1] = longer
            } else {
                lines.append(set(word))
            }
        }
        let items = lines.enumerated().map { place, line in
            DisplayList.Item.text(
                line.item(
                    role: "caption \(letter) line \(place + 1)", x: centre,
                    baseline: top + captionSize + Double(place) * captionLeading, paint: .ink))
        }
        return (items, top + Double(lines.count) * captionLeading)
    }

    private func set(_ words: String, isLetter: Bool = false) -> TextLine {
        TextLine(
            words, face: .interface(isLetter ? .semibold : .regular, .upright), size: captionSize, measurer: measurer)
    }
}

extension PanelFigure {
    func laidOut(
        measuring measurer: any TextMeasurer, placing placer: any GraphPlacer
    ) throws(GraphPlacingError) -> DisplayList {
        var lists: [DisplayList] = []
        for panel in panels { lists.append(try panel.figure.laidOut(measuring: measurer, placing: placer)) }
        return PanelLayout(figure: self, lists: lists, measurer: measurer).display()
    }
}
