import Canvas
import Evaluation
import Figures
import JSON

public enum PictureFormat: String, Sendable {
    case png, svg, pdf, json
}

public struct PictureOptions: Sendable {
    public var format: PictureFormat
    public var isDark: Bool
    /// Dots an inch of a PNG.
    public var dpi: Double
    /// In points; as laid out when nil.
    public var width: Double?

    public init(format: PictureFormat, isDark: Bool, dpi: Double, width: Double?) {
        self.format = format
        self.isDark = isDark
        self.dpi = dpi
        self.width = width
    }
}

extension ComputedBook {
    /// Every figure of a chapter that can be asked for: by its label, by `CHAPTER-KIND-N`, or by the name a directive binds.
    public func figures(chapter index: Int) -> [(name: String, display: FigureDisplay)] {
        let chapter = book.chapters[index]
        var figures: [(name: String, display: FigureDisplay)] = []
        for directive in chapter.directives {
            if case .figure(let display) = chapters[index].results.displays[directive.id] {
                figures.append((directive.figureName, display))
            }
        }
        for name in chapters[index].scope.names {
            guard let value = chapters[index].scope.value(of: name),
                let display = figureDisplay(of: value, digits: chapter.program.digits)
            else { continue }
            figures.append((name, display))
        }
        return figures
    }
}

/// One figure in a file format.
public func picture(_ display: FigureDisplay, _ options: PictureOptions) throws(BuildError) -> [UInt8] {
    do throws(CanvasError) {
        let renderer = try Renderer()
        let list = display.figure.laidOut(measuring: renderer)
        let palette: Palette = options.isDark ? .dark : .light
        switch options.format {
        case .png: return try renderer.png(list, palette: palette, dpi: options.dpi, width: options.width)
        case .svg: return try renderer.svg(list, palette: palette)
        case .pdf: return try renderer.pdf(list, palette: palette, width: options.width)
        case .json: return Array((list.json + "\n").utf8)
        }
    } catch {
        throw .canvas(error)
    }
}
