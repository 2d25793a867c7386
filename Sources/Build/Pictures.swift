import Book
import Canvas
import Diagnostics
import Evaluation
import Figures
import GraphLayout
import JSON
import Site

public enum PictureFormat: String, Sendable, CaseIterable {
    case png, svg, pdf
    /// The display list.
    case json
    /// The numbers.
    case csv
}

/// How wide a picture is.
public enum PictureWidth: Sendable, Equatable {
    case asLaidOut
    case points(Double)
    /// A canvas of 960 × 540 points, with the figure in its middle as large as it goes.
    case slide

    /// A column of 88 mm.
    public static let column = PictureWidth.points(88 / 25.4 * 72)
    /// A page of 180 mm.
    public static let page = PictureWidth.points(180 / 25.4 * 72)
}

public struct PictureOptions: Sendable {
    public var format: PictureFormat
    public var isDark: Bool
    /// Dots an inch of a PNG.
    public var dpi: Double
    public var width: PictureWidth

    public init(
        format: PictureFormat, isDark: Bool = false, dpi: Double = 192, width: PictureWidth = .asLaidOut
    ) {
        self.format = format
        self.isDark = isDark
        self.dpi = dpi
        self.width = width
    }
}

/// A figure that can be asked for by its name.
public struct NamedFigure: Sendable {
    public let name: String
    public let display: FigureDisplay
}

/// A figure in a file format.
public struct Picture: Sendable {
    public let bytes: [UInt8]
    /// The smallest text in the picture, in points; nil for a picture without text.
    public let smallestText: Double?
    /// In points.
    public let width: Double

    /// The width at which the smallest text has the size below which none should be; nil when it is large enough.
    public var readableWidth: Double? {
        guard let smallestText, smallestText < LegibilityIssue.leastSize - 0.005 else { return nil }
        return (width * LegibilityIssue.leastSize / smallestText).rounded(.up)
    }
}

extension ComputedBook {
    /// Every figure of a chapter that can be asked for: by its label, by `CHAPTER-KIND-N`, or by the name a directive binds.
    public func figures(chapter index: Int) -> [NamedFigure] {
        let chapter = book.chapters[index]
        var figures = shownFigures(chapter: index)
        for name in chapters[index].scope.names {
            guard let value = chapters[index].scope.value(of: name),
                let display = figureDisplay(of: value, digits: chapter.program.digits, marks: chapter.program.marks)
            else { continue }
            figures.append(NamedFigure(name: name, display: display))
        }
        return figures
    }

    /// The figures that stand on the page of a chapter.
    public func shownFigures(chapter index: Int) -> [NamedFigure] {
        SiteSources(book: book, results: results(), figureSizes: [:]).figures(chapter: index).map {
            NamedFigure(name: $0.name, display: $0.display)
        }
    }
}

/// Computes a file that declares a single network; the figure is nil when there are errors.
public func figure(ofNetworkFile source: SourceText) -> (figure: FigureDisplay?, diagnostics: [Diagnostic]) {
    let file = NetworkFile(source)
    if file.diagnostics.hasErrors { return (nil, file.diagnostics) }
    let values = evaluate(file.program)
    let diagnostics = file.diagnostics + values.diagnostics
    guard !diagnostics.hasErrors, case .figure(let display) = values.results.displays[file.drawing] else {
        return (nil, diagnostics)
    }
    return (display, diagnostics)
}

/// Draws one figure.
public func picture(_ display: FigureDisplay, _ options: PictureOptions) throws(BuildError) -> Picture {
    let renderer = try openRenderer()
    return try picture(display, try layOut(display.figure, renderer, GraphvizPlacer()), options, renderer)
}

/// Draws figures, each in every one of the formats, on several threads.
public func pictures(
    _ figures: [NamedFigure], _ options: [PictureOptions], threads: Threads
) throws(BuildError) -> [[Picture]] {
    let placer = GraphvizPlacer()
    return try threads.map(figures.count, state: openRenderer) { (renderer, index) throws(BuildError) in
        let display = figures[index].display
        let list = try layOut(display.figure, renderer, placer)
        var drawn: [Picture] = []
        for option in options { drawn.append(try picture(display, list, option, renderer)) }
        return drawn
    }
}

/// Draws a figure that is laid out.
func picture(
    _ display: FigureDisplay, _ laidOut: DisplayList, _ options: PictureOptions, _ renderer: Renderer
) throws(BuildError) -> Picture {
    var list = laidOut
    let palette: Palette = options.isDark ? .dark : .light
    var width: Double?
    switch options.width {
    case .asLaidOut: break
    case .points(let points): width = points
    case .slide:
        list = list.onSlide
        width = DisplayList.slide.width
    }
    let scale = (width ?? list.width) / list.width
    let bytes = try refusing { () throws(CanvasError) in
        switch options.format {
        case .png: try renderer.png(list, palette: palette, dpi: options.dpi, width: width)
        case .svg: try renderer.svg(list, palette: palette, width: width)
        case .pdf: try renderer.pdf(list, palette: palette, width: width)
        case .json: Array((list.json + "\n").utf8)
        case .csv: Array(display.tables.map(\.csv).joined(separator: "\r\n").utf8)
        }
    }
    return Picture(bytes: bytes, smallestText: list.smallestText.map { $0 * scale }, width: list.width * scale)
}
