/// Small multiples: plots side by side over the same axes.
public struct PlotGrid: Sendable, Equatable {
    public struct Panel: Sendable, Equatable {
        public var title: Label?
        public var series: [Plot.Series]

        public init(title: Label? = nil, series: [Plot.Series]) {
            self.title = title
            self.series = series
        }
    }

    public var panels: [Panel]
    /// How many panels stand side by side; as many as suit their number when absent.
    public var columns: Int?
    public var x: Plot.Axis
    public var y: Plot.Axis
    /// Pointed out in every panel.
    public var marks: [Plot.Mark]
    /// Width of the whole figure, and height of one panel, in points.
    public var width: Double
    public var panelHeight: Double

    /// - Precondition: at least one panel.
    public init(
        panels: [Panel], columns: Int? = nil, x: Plot.Axis = Plot.Axis(), y: Plot.Axis = Plot.Axis(),
        marks: [Plot.Mark] = [], width: Double = 468, panelHeight: Double = 130
    ) {
        precondition(!panels.isEmpty, "a grid has panels")
        self.panels = panels
        self.columns = columns
        self.x = x
        self.y = y
        self.marks = marks
        self.width = width
        self.panelHeight = panelHeight
    }

    /// One plot with the series of all panels: what the common axes must cover.
    var common: Plot { Plot(series: panels.flatMap { $0.series }, x: x, y: y, marks: marks) }

    func plot(_ panel: Panel) -> Plot { Plot(series: panel.series, x: x, y: y, marks: marks) }
}

extension PlotGrid {
    /// The grid laid out: titles above the panels, figures only at its left and its lower rim, one legend for all.
    public func laidOut(measuring measurer: any TextMeasurer) -> DisplayList {
        var drawing = GridDrawing(self, measurer: measurer)
        drawing.draw()
        return PlotSheet(drawing.items, drawing.frame, notes: drawing.notes).list
    }
}

/// Draws the panels one after the other into one picture.
private struct GridDrawing {
    let grid: PlotGrid
    private(set) var columns: Int
    private var leastWidth = 90.0
    private var rows: Int { (grid.panels.count + columns - 1) / columns }
    /// Axes, legend and size of the whole.
    var frame: PlotLayout
    var items: [DisplayList.Item] = []
    var notes: [Label] = []
    private let gap = (across: 18.0, down: 14.0)

    init(_ grid: PlotGrid, measurer: any TextMeasurer) {
        self.grid = grid
        let count = grid.panels.count
        columns = min(count, grid.columns ?? Self.columns(for: count))
        var common = grid.common
        common.width = max(150, grid.width / Double(columns))
        common.height = grid.panelHeight
        frame = PlotLayout(common, measurer: measurer, wantsLegend: true)
        frame.legend = PlotLegend(Self.named(grid.panels), width: grid.width, measurer: measurer)
        frame.labelsAtEnds = false
        let widest = grid.panels.compactMap { $0.title }.reduce(90) { max($0, frame.axisLine($1).width) }
        if grid.columns == nil {
            while columns > 1, panelWidth < widest { columns -= 1 }
        } else {
            // Columns that the author wants stay; the figure grows.
            leastWidth = widest
        }
    }

    /// Two by two, else at most three side by side, in rows as full as can be.
    private static func columns(for count: Int) -> Int {
        if count == 4 { return 2 }
        let rows = (count + 2) / 3
        return (count + rows - 1) / rows
    }

    /// The names of the fullest panel; none where a panel has one series, which its title names.
    private static func named(_ panels: [PlotGrid.Panel]) -> [Plot.Series] {
        let fullest = panels.reduce(panels[0]) { $1.series.count > $0.series.count ? $1 : $0 }
        return fullest.series.count > 1 ? fullest.series : []
    }

    private var titleHeight: Double { grid.panels.contains { $0.title != nil } ? PlotStyle.labelSize + 8 : 4 }

    mutating func draw() {
        let left = frame.leftMargin
        let top = frame.legend.height + (grid.y.label == nil ? 2 : PlotStyle.labelSize + 10)
        let (width, between) = (max(leastWidth, panelWidth), between)
        for (index, panel) in grid.panels.enumerated() {
            let (row, column) = (index / columns, index % columns)
            let area = Rectangle(
                x: left + Double(column) * (width + between),
                y: top + titleHeight + Double(row) * (grid.panelHeight + titleHeight + gap.down), width: width,
                height: grid.panelHeight)
            // Where the last row is not full, the panels above its gap have figures of their own.
            draw(panel, in: area, showsX: index + columns >= grid.panels.count, showsY: column == 0)
        }
        let bottom = top + Double(rows) * (grid.panelHeight + titleHeight) + Double(rows - 1) * gap.down
        frame.area = Rectangle(
            x: left, y: top, width: Double(columns) * (width + between) - between, height: bottom - top)
        frame.plot.width = max(grid.width, frame.area.right + 8)
        frame.plot.height = bottom + frame.bottomMargin
        var titles = PlotDrawing(layout: frame)
        titles.drawTitles()
        items += titles.items + frame.legend.items()
    }

    /// The room between two panels, so that the texts below them do not meet.
    private var between: Double {
        let texts = frame.categories.isEmpty ? frame.x.ticks.map { Label($0.text) } : frame.categories
        return texts.reduce(gap.across) { max($0, frame.tickLine($1).width + 6) }
    }

    /// The width of a panel when `columns` of them share the figure's.
    private var panelWidth: Double {
        let last = frame.x.ticks.last.map { frame.tickLine(Label($0.text)).width / 2 + 2 } ?? 8
        let spare = grid.width - frame.leftMargin - max(8, last) - Double(columns - 1) * between
        return spare / Double(columns)
    }

    private mutating func draw(_ panel: PlotGrid.Panel, in area: Rectangle, showsX: Bool, showsY: Bool) {
        var drawing = PlotDrawing(layout: PlotLayout(grid.plot(panel), sharing: frame, area: area))
        (drawing.showsX, drawing.showsY) = (showsX, showsY)
        drawing.drawBehind()
        drawing.drawAxes()
        drawing.drawSeries()
        drawing.drawMarks()
        items += drawing.items
        notes += drawing.notes
        guard let title = panel.title else { return }
        let text = frame.axisLine(title)
        items.append(
            .text(text.item(role: "title \(text.text)", x: area.x, baseline: area.y - 7, anchor: .start)))
    }
}
