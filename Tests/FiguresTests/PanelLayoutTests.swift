import Testing

@testable import Figures

/// Figures side by side: rows, signs on the axis of the brackets, letters and captions.
@Suite struct PanelLayoutTests {
    private final class NoPlacer: GraphPlacer {
        func placement(of plan: GraphPlan) throws(GraphPlacingError) -> GraphPlacement {
            throw GraphPlacingError("no graph stands in these panels")
        }
    }

    private func laidOut(_ figure: PanelFigure) throws -> DisplayList {
        try Figure.panels(figure).laidOut(measuring: PlainMeasurer(), placing: NoPlacer())
    }

    private func box(_ width: Double, _ height: Double = 40) -> PanelFigure.Panel {
        let shape = Drawing.Shape(form: .box, id: "a", place: Point(0, 0), size: .init(width: width, height: height))
        return PanelFigure.Panel(figure: .drawing(Drawing(shapes: [shape])))
    }

    private func matrix(_ rows: [[String]]) -> PanelFigure.Panel {
        var figure = SampleMatrix.plain(rows)
        figure.isCentred = true
        return PanelFigure.Panel(figure: .matrix(figure))
    }

    private func rows(_ list: DisplayList) -> Int {
        Set(list.texts.filter { $0.role.hasSuffix("line 1") }.map { $0.runs[0].baseline }).count
    }

    @Test("every panel has its letter, in order")
    func letters() throws {
        let list = try laidOut(PanelFigure(panels: [box(50), box(60), box(70)], columns: 3))
        #expect(list.texts.map(\.text) == ["(a)", "(b)", "(c)"])
        #expect(rows(list) == 1)
        #expect(list.legibilityIssues().isEmpty)
    }

    @Test(
        "a row wider than a page is broken into rows of equal length",
        arguments: [(count: 6, width: 200.0, rows: 2), (4, 200, 2), (2, 320, 1), (2, 500, 2), (5, 100, 1)])
    func rows(of case: (count: Int, width: Double, rows: Int)) throws {
        let panels = (0..<`case`.count).map { _ in box(`case`.width) }
        let list = try laidOut(PanelFigure(panels: panels, columns: `case`.count))
        #expect(rows(list) == `case`.rows)
        #expect(list.width <= 720)
    }

    @Test("a sign stands in the middle of the brackets on both sides, however high the matrices are")
    func signs() throws {
        let panels = [matrix([["1"], ["2"], ["3"]]), matrix([["4", "5"]])]
        let list = try laidOut(PanelFigure(panels: panels, columns: 2, between: ["="]))
        let sign = try #require(list.texts.first { $0.role == "sign 1" })
        let brackets = list.items.compactMap { item -> Rectangle? in
            guard case .stroke(let stroke) = item, stroke.role.hasPrefix("bracket") else { return nil }
            return stroke.path.bounds
        }
        #expect(brackets.count == 4)
        for bracket in brackets { #expect(abs(bracket.centre.y - brackets[0].centre.y) < 0.02) }
        #expect(sign.box.y < brackets[0].centre.y && brackets[0].centre.y < sign.box.bottom)
        #expect(abs(sign.runs[0].baseline - brackets[0].centre.y) < 12)
    }

    @Test("a caption is broken at the width of its panel")
    func captions() throws {
        var panel = box(150)
        panel.caption = "One step of gradient descent, with a rate of one half."
        let list = try laidOut(PanelFigure(panels: [panel, box(150)], columns: 2))
        let lines = list.texts.filter { $0.role.hasPrefix("caption a") }
        #expect(lines.count > 1)
        for line in lines { #expect(line.box.width <= 160) }
        #expect(list.legibilityIssues().isEmpty)
    }
}
