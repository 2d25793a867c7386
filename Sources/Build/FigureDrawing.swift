import Cache
import Canvas
import Diagnostics
import Evaluation
import Figures
import GraphLayout
import Site

/// The image files of a figure, and its size.
struct DrawnFigure: Sendable {
    /// The chapter it stands in.
    var chapter: Int
    var name: String
    var size: FigureSize
    var files: [(path: String, bytes: [UInt8])]
    /// For notebooks; nil for a step or a panel of another figure.
    var png: [UInt8]?
}

/// Draws every figure of a book for light and dark, and in the other formats the book asks for.
///
/// A letter that no font of the book has is the author's mistake; it is reported where the figure is asked for. So is what
/// cannot be read.
///
/// - Parameter illegible: how grave it is when something cannot be read.
func draw(
    _ figures: [AskedFigure], formats: [String], illegible: Diagnostic.Severity, _ renderers: RendererShelf,
    threads: Threads, progress: Progress?
) throws(BuildError) -> (drawn: [DrawnFigure], diagnostics: [Diagnostic]) {
    let placer = GraphvizPlacer()
    let outcomes: [(drawn: DrawnFigure?, diagnostics: [Diagnostic])] = try threads.map(
        figures.count, state: renderers.take
    ) { (loan, index) throws(BuildError) in
        let figure = figures[index].figure
        do throws(BuildError) {
            let (drawn, issues) = try draw(figures[index], formats: formats, loan.renderer, placer)
            progress?.addFigure()
            return (drawn, figure.diagnostic(of: issues, illegible).map { [$0] } ?? [])
        } catch {
            guard case .canvas(.missingLetter) = error else { throw error }
            return (nil, [Diagnostic(code: "figure.letter", error.description, at: figure.range)])
        }
    }
    return (outcomes.compactMap(\.drawn), outcomes.flatMap(\.diagnostics))
}

/// A figure to be drawn, and what earlier builds drew of its chapter.
typealias AskedFigure = (chapter: Int, figure: PageFigure, store: ResultStore)

extension PageFigure {
    /// The first of what cannot be read, and how much more there is; nil for a figure as it should be.
    fileprivate func diagnostic(of issues: [LegibilityIssue], _ severity: Diagnostic.Severity) -> Diagnostic? {
        guard let first = issues.first else { return nil }
        let more = issues.count == 1 ? "" : "; \(issues.count - 1) more such"
        return Diagnostic(
            severity, code: "figure.legibility", "the figure '\(name)' cannot be read: \(first)\(more)", at: range)
    }
}

private func draw(
    _ asked: AskedFigure, formats: [String], _ renderer: Renderer, _ placer: GraphvizPlacer
) throws(BuildError) -> (DrawnFigure, [LegibilityIssue]) {
    let (name, display) = (asked.figure.name, asked.figure.display)
    let list = try layOut(display.figure, renderer, placer)
    var pictures = [(".svg", PictureOptions(format: .svg)), ("-dark.svg", PictureOptions(format: .svg, isDark: true))]
    pictures += formats.compactMap(PictureFormat.init).map { (".\($0.rawValue)", PictureOptions(format: $0)) }
    var drawing = Digester()
    drawing.add(list)
    let drawn = drawing.finished()
    func file(_ ending: String, _ options: PictureOptions) throws(BuildError) -> [UInt8] {
        let key = asked.store.key("picture") { digester in
            digester.add(drawn)
            digester.add(ending)
        }
        if let bytes = asked.store.result(key), !bytes.isEmpty { return bytes }
        let bytes = try picture(display, list, options, renderer).bytes
        asked.store.add(bytes, for: key)
        return bytes
    }
    var files: [(path: String, bytes: [UInt8])] = []
    for (ending, options) in pictures {
        files.append(("figures/\(name)\(ending)", try file(ending, options)))
    }
    // In a notebook as wide as half a wide screen has pixels for.
    let png =
        asked.figure.isWhole
        ? try file("-notebook.png", PictureOptions(format: .png, dpi: 120)) : nil
    files += display.tables.enumerated().map { (figureDataPath(name, $0), Array($1.csv.utf8)) }
    let size = FigureSize(width: list.width, height: list.height)
    return (
        DrawnFigure(chapter: asked.chapter, name: name, size: size, files: files, png: png), list.legibilityIssues()
    )
}

/// A figure's display list.
func layOut(
    _ figure: Figure, _ renderer: Renderer, _ placer: GraphvizPlacer
) throws(BuildError) -> DisplayList {
    do throws(GraphPlacingError) {
        return try figure.laidOut(measuring: renderer, placing: placer)
    } catch {
        throw .graph(error)
    }
}

func openRenderer() throws(BuildError) -> Renderer { try refusing { () throws(CanvasError) in try Renderer() } }

/// What Canvas refuses as a refusal of the build.
func refusing<Result>(_ body: () throws(CanvasError) -> Result) throws(BuildError) -> Result {
    do throws(CanvasError) { return try body() } catch { throw .canvas(error) }
}
