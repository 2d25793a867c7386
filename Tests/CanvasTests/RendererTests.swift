import Figures
import Testing

@testable import Canvas

@Suite struct RendererTests {
    private func pictures(_ renderer: Renderer, _ figure: Figure) throws -> [[UInt8]] {
        let list = try figure.laidOut(measuring: renderer, placing: NoGraphs())
        return [
            try renderer.svg(list, palette: .light), try renderer.svg(list, palette: .dark),
            try renderer.png(list, palette: .light), try renderer.pdf(list, palette: .light),
        ]
    }

    @Test("the bytes do not depend on what was drawn before")
    func order() throws {
        let first = try Renderer()
        let alone = try pictures(first, Samples.network(3))
        let second = try Renderer()
        _ = try second.svg(Samples.letters, palette: .light)
        _ = try second.pdf(Samples.letters, palette: .dark)
        for seed in 0..<3 { _ = try pictures(second, Samples.network(seed)) }
        #expect(try pictures(second, Samples.network(3)) == alone)
        #expect(try pictures(first, Samples.network(3)) == alone)
    }

    @Test("the bytes do not depend on the thread")
    func threads() async throws {
        let alone = try pictures(try Renderer(), Samples.network(5))
        try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let renderer = try Renderer()
                    _ = try renderer.pdf(Samples.letters, palette: .light)
                    return try self.pictures(renderer, Samples.network(5))
                }
            }
            for try await result in group { #expect(result == alone) }
        }
    }

    @Test("widths grow with the size, and figures are equally wide")
    func widths() throws {
        let renderer = try Renderer()
        let face = Face.interface(.medium, .upright)
        let one = renderer.width(of: "0.7319", face: face, size: 10)
        #expect(one > 20 && one < 60)
        #expect(abs(renderer.width(of: "0.7319", face: face, size: 20) - 2 * one) < 1e-9)
        #expect(renderer.width(of: "1111", face: face, size: 10) == renderer.width(of: "8888", face: face, size: 10))
        #expect(renderer.width(of: "−1", face: face, size: 10) > 0)
    }

    @Test("figures laid out with the real widths are legible")
    func legible() throws {
        let renderer = try Renderer()
        for figure in [Samples.network(), Samples.plot] {
            #expect(try figure.laidOut(measuring: renderer, placing: NoGraphs()).legibilityIssues() == [])
        }
    }

    @Test("no text reaches out of the box that is kept for it")
    func boxes() throws {
        let renderer = try Renderer()
        let fonts = renderer.fonts
        for text in try Samples.network().laidOut(measuring: renderer, placing: NoGraphs()).texts
            + Samples.plot.laidOut(measuring: renderer, placing: NoGraphs()).texts
        {
            for run in text.runs {
                let setting = try fonts.setting(of: run.text, in: run.face)
                for glyph in setting.shape.glyphs {
                    for point in try setting.font.outline(of: glyph.index).points {
                        let y = run.baseline + (glyph.y + point.y) * run.size / Font.em
                        #expect(y > text.box.y - 0.35 && y < text.box.y + text.box.height + 0.35, "\(text.text)")
                    }
                }
            }
        }
    }
}

extension Path {
    /// The ends of its lines and curves.
    var points: [Point] {
        elements.compactMap { element in
            switch element {
            case .move(let point), .line(let point), .curve(_, _, let point): point
            case .close: nil
            }
        }
    }
}
