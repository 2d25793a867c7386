import Book
import Diagnostics
import Evaluation
import HTML

/// Everything the pages are made from.
public struct SiteSources: Sendable {
    public var book: Book
    /// What every chapter came to, in the book's order.
    public var results: [ChapterResults]
    /// The size of every figure by its name, in points.
    public var figureSizes: [String: FigureSize]
    /// What pages show of chapters other than theirs, in the book's order; none while they are only asked which formulas they have.
    public var faces: [ChapterFace] = []

    public init(book: Book, results: [ChapterResults], figureSizes: [String: FigureSize] = [:]) {
        self.book = book
        self.results = results
        self.figureSizes = figureSizes
    }
}

public struct FigureSize: Sendable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}

extension SiteSources {
    /// What the pages of a chapter ask the typesetter for.
    public func requests(chapter: Int) -> TypesettingRequests {
        let desk = FormulaDesk()
        _ = page(chapter: chapter, desk: desk)
        return desk.requests
    }

    /// What the companion card asks the typesetter for.
    public func requestsOfCompanion() -> TypesettingRequests {
        let desk = FormulaDesk()
        _ = companionPage(desk: desk)
        return desk.requests
    }

    /// The text of a chapter with nothing around it, which for plain Markdown is what cmark-gfm makes of it.
    func plainFragment(chapter: Int) -> String {
        let desk = FormulaDesk(answers: Typeset(formulas: [:], listings: [:]))
        let renderer = PageRenderer(sources: self, chapterIndex: chapter, desk: desk, dressing: .plain)
        let content = renderer.blocks(book.chapters[chapter].content)
        let notes = book.chapters[chapter].footnotes
        return HTMLNode.fragment(content + (notes.isEmpty ? [] : [renderer.footnotes(notes), .text("\n")])).serialized()
    }

    /// `index.html`.
    public func contentsPage() -> [UInt8] { HTMLPage.bytes(contents) }

    /// `companion.html`.
    public func companionPage(typeset: Typeset) -> [UInt8] {
        HTMLPage.bytes(companionPage(desk: FormulaDesk(answers: typeset)))
    }

    func size(ofFigure name: String) -> FigureSize { figureSizes[name] ?? FigureSize(width: 0, height: 0) }

    /// The figures of a chapter, those side by side as one.
    public func figures(chapter: Int) -> [PageFigure] {
        book.chapters[chapter].directives.compactMap { directive in
            guard case .figure(let display) = results[chapter].displays[directive.id] else { return nil }
            let renderer = PageRenderer(sources: self, chapterIndex: chapter, desk: FormulaDesk())
            return PageFigure(
                name: directive.figureName, display: renderer.captioned(display, directive.panels),
                range: directive.range, isWhole: true)
        }
    }

    /// The images of a chapter's figures: one of each, of every frame of a film, of every panel.
    public func images(chapter: Int) -> [PageFigure] {
        figures(chapter: chapter).flatMap { figure in
            let panels = figure.display.panels.enumerated().flatMap { index, panel in
                // The numbers stand with the whole.
                let image = FigureDisplay(figure: panel.figure, alt: panel.alt, frames: panel.frames)
                return withFrames(
                    PageFigure(name: panelName(figure.name, index), display: image, range: figure.range))
            }
            return withFrames(figure) + panels
        }
    }

    private func withFrames(_ figure: PageFigure) -> [PageFigure] {
        [figure]
            + figure.display.frames.enumerated().map { index, frame in
                PageFigure(name: frameName(figure.name, index), display: frame, range: figure.range)
            }
    }
}

/// The image of one step of a figure; no label has a point in it.
func frameName(_ figure: String, _ index: Int) -> String { "\(figure).\(index + 1)" }

/// A figure with the name of its image and the directive that shows it.
public struct PageFigure: Sendable {
    public let name: String
    public let display: FigureDisplay
    public let range: SourceRange
    /// Whether it is no step and no panel of another.
    public var isWhole = false
}
