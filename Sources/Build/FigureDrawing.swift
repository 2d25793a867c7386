import Canvas
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
func draw(
    _ figures: [(name: String, display: FigureDisplay)], formats: [String], threads: Threads
) throws(CanvasError) -> [DrawnFigure] {
    try threads.map(figures.count, state: { () throws(CanvasError) in try Renderer() }) {
        (renderer, index) throws(CanvasError) in
        let name = figures[index].name
        let list = figures[index].display.figure.laidOut(measuring: renderer)
        var files = [
            ("figures/\(name).svg", try renderer.svg(list, palette: .light)),
            ("figures/\(name)-dark.svg", try renderer.svg(list, palette: .dark)),
        ]
        for format in formats {
            let bytes =
                format == "pdf" ? try renderer.pdf(list, palette: .light) : try renderer.png(list, palette: .light)
            files.append(("figures/\(name).\(format)", bytes))
        }
        return DrawnFigure(name: name, size: FigureSize(width: list.width, height: list.height), files: files)
    }
}
