import Canvas
import Diagnostics
import Evaluation
import Figures
import Site

/// The image files of a figure, and its size.
struct DrawnFigure: Sendable {
    var name: String
    var size: FigureSize
    var files: [(path: String, bytes: [UInt8])]
}

/// Draws every figure of a book for light and dark, and in the other formats the book asks for.
///
/// A letter that no font of the book has is the author's mistake; it is reported where the figure is asked for.
func draw(
    _ figures: [PageFigure], formats: [String], threads: Threads
) throws(CanvasError) -> (drawn: [DrawnFigure], diagnostics: [Diagnostic]) {
    let outcomes: [(drawn: DrawnFigure?, diagnostic: Diagnostic?)] = try threads.map(
        figures.count, state: { () throws(CanvasError) in try Renderer() }
    ) { (renderer, index) throws(CanvasError) in
        do throws(CanvasError) {
            return (try draw(figures[index], formats: formats, renderer), nil)
        } catch {
            guard case .missingLetter = error else { throw error }
            return (nil, Diagnostic(code: "figure.letter", error.description, at: figures[index].range))
        }
    }
    return (outcomes.compactMap(\.drawn), outcomes.compactMap(\.diagnostic))
}

private func draw(
    _ figure: PageFigure, formats: [String], _ renderer: Renderer
) throws(CanvasError) -> DrawnFigure {
    let name = figure.name
    let list = figure.display.figure.laidOut(measuring: renderer)
    var files = [
        ("figures/\(name).svg", try renderer.svg(list, palette: .light)),
        ("figures/\(name)-dark.svg", try renderer.svg(list, palette: .dark)),
    ]
    for format in formats {
        let bytes = format == "pdf" ? try renderer.pdf(list, palette: .light) : try renderer.png(list, palette: .light)
        files.append(("figures/\(name).\(format)", bytes))
    }
    return DrawnFigure(name: name, size: FigureSize(width: list.width, height: list.height), files: files)
}
