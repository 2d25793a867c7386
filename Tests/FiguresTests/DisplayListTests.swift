import Testing

@testable import Figures

@Suite struct DisplayListTests {
    @Test("the JSON form has every item in drawing order")
    func json() {
        let run = TextRun(text: "−2", face: .interface(.semibold, .upright), size: 13, x: 1, baseline: 12.5)
        let list = DisplayList(
            width: 40, height: 20,
            items: [
                .stroke(
                    StrokeItem(
                        role: "weight w21", path: Path([.move(Point(0, 1)), .line(Point(2, 3.25))]), width: 2,
                        dash: [7, 5],
                        paint: .negative)),
                .fill(
                    FillItem(
                        role: "unit \"h\"",
                        path: Path([.move(Point(0, 0)), .curve(Point(1, 1), Point(2, 2), Point(3, 3)), .close]),
                        paint: .tint(level: -3))),
                .text(
                    TextItem(
                        role: "weight w21", text: "−2", box: Rectangle(x: 1, y: 3, width: 9, height: 10), runs: [run],
                        halo: Halo())),
            ])
        let expected = """
            {"width": 40.0, "height": 20.0, "items": [
              {"kind": "stroke", "role": "weight w21", "path": [["M", 0.0, 1.0], ["L", 2.0, 3.25]], "width": 2.0, \
            "dash": [7.0, 5.0], "cap": "butt", "paint": "negative"},
              {"kind": "fill", "role": "unit \\"h\\"", "path": [["M", 0.0, 0.0], \
            ["C", 1.0, 1.0, 2.0, 2.0, 3.0, 3.0], ["Z"]], "paint": "tint-minus-3"},
              {"kind": "text", "role": "weight w21", "text": "−2", "box": [1.0, 3.0, 9.0, 10.0], \
            "runs": [{"text": "−2", "face": "interface-600", "size": 13.0, "x": 1.0, "baseline": 12.5}], \
            "paint": "ink", "halo": {"paint": "ground", "width": 6.0}}
            ]}

            """
        #expect(list.json == expected)
    }

    @Test("a name's subscript hangs below and its superscript stands above it")
    func scripts() throws {
        let unit = NetworkDiagram.Unit(id: "h1", name: .symbol("h", subscript: "1", superscript: "in"))
        let diagram = NetworkDiagram(layers: [.init(units: [unit])], edges: [])
        let name = try #require(diagram.laidOut(measuring: PlainMeasurer()).texts.first)
        #expect(name.text == "h1in")
        #expect(name.runs.map(\.face) == [.mathItalic, .mathRoman, .mathRoman])
        #expect(name.runs[1].baseline > name.runs[0].baseline && name.runs[2].baseline < name.runs[0].baseline)
        #expect(abs(name.runs[1].x - name.runs[2].x) < 0.01)
    }

    @Test("a superscript's brackets clear the subscript under them")
    func stackedScripts() {
        let label = Label.symbol("w", subscript: "11", superscript: "(2)")
        for size in [9.0, 13, 20] {
            let line = TextLine(label, face: .interface(.medium, .upright), size: size, measurer: PlainMeasurer())
            let (lower, upper) = (line.runs[1], line.runs[2])
            let feet = upper.baseline + upper.face.descent(of: upper.text) * upper.size
            #expect(feet < lower.baseline - lower.face.ascent * lower.size)
            #expect(line.ascent >= upper.face.ascent * upper.size - upper.baseline)
        }
    }
}
