import Figures
import Testing

@Suite struct NetworkLegibilityTests {
    static let variants: [SampleNetwork.Parts] = [
        [], [.values, .targets], [.values, .gradients, .targets], [.values, .comparison, .targets],
        [.weightNames, .titles],
        [.values, .gradients, .comparison, .biases, .weightNames, .titles, .targets],
    ]

    @Test("every net of two layers up to eight units is legible", arguments: 1...8, 1...8)
    func twoLayers(sources: Int, targets: Int) {
        for parts in Self.variants {
            var sample = SampleNetwork([sources, targets], parts)
            #expect(sample.diagram().laidOut(measuring: PlainMeasurer()).legibilityIssues() == [])
        }
    }

    @Test(
        "deeper nets with numbers of any magnitude are legible",
        arguments: [
            [1, 1, 1], [2, 2, 2], [3, 5, 2], [1, 8, 1], [8, 1, 8], [4, 3, 6, 2], [2, 7, 3, 5], [8, 8, 8, 8],
            [1, 2, 3, 4, 5],
        ])
    func deepNets(sizes: [Int]) {
        for (index, parts) in Self.variants.enumerated() {
            var sample = SampleNetwork(sizes, parts, exponents: -9...5, seed: UInt64(index + 7))
            #expect(sample.diagram().laidOut(measuring: PlainMeasurer()).legibilityIssues() == [], "\(parts)")
        }
    }

    @Test("names as long as words are legible")
    func longNames() {
        var sample = SampleNetwork([3, 2], [.values])
        var diagram = sample.diagram()
        for index in diagram.layers[0].units.indices {
            diagram.layers[0].units[index].name = Label("outdoor temperature \(index)")
        }
        #expect(diagram.laidOut(measuring: PlainMeasurer()).legibilityIssues() == [])
    }

    @Test("titles wider than the gap move the layers apart")
    func longTitles() {
        var sample = SampleNetwork([2, 2], [.values, .titles])
        var diagram = sample.diagram()
        for index in diagram.layers.indices {
            diagram.layers[index].title = Label("a layer with a very long and descriptive title, number \(index)")
        }
        #expect(diagram.laidOut(measuring: PlainMeasurer()).legibilityIssues() == [])
    }

    @Test(
        "five hundred random nets are legible in either direction, with any of their parts",
        arguments: (0..<20).map { $0 * 25..<($0 + 1) * 25 })
    func randomNets(seeds: Range<Int>) {
        let measurer = PlainMeasurer()
        for seed in seeds {
            let diagram = SampleNetwork.random(seed)
            let issues = diagram.laidOut(measuring: measurer).legibilityIssues()
            #expect(issues == [], "seed \(seed), layers of \(diagram.layers.map(\.units.count))")
        }
    }
}

@Suite struct LegibilityTests {
    private func text(_ role: String, x: Double, y: Double, size: Double = 10) -> DisplayList.Item {
        let run = TextRun(text: "12", face: .code, size: size, x: x, baseline: y + size)
        return .text(
            TextItem(
                role: role, text: "12", box: Rectangle(x: x, y: y, width: 20, height: size), runs: [run]))
    }

    private func circle(_ unit: String, x: Double, y: Double) -> DisplayList.Item {
        let r = 20.0
        let corners = [Point(x + r, y + r), Point(x - r, y + r), Point(x - r, y - r), Point(x + r, y - r)]
        let path = Path([.move(corners[3])] + corners.map { .curve($0, $0, $0) } + [.close])
        return .fill(FillItem(role: "unit \(unit)", path: path, paint: .ground))
    }

    private func issues(_ items: DisplayList.Item...) -> [LegibilityIssue] {
        DisplayList(width: 200, height: 100, items: items).legibilityIssues()
    }

    @Test("texts that overlap are found, texts that touch are not")
    func overlap() {
        #expect(issues(text("a", x: 10, y: 10), text("b", x: 25, y: 15)) == [.overlap("a", "b")])
        #expect(issues(text("a", x: 10, y: 10), text("b", x: 30, y: 10)) == [])
    }

    @Test("a text over the edge is found", arguments: [(-1.0, 10.0), (181, 10), (10, -1), (10, 91)])
    func outside(place: (Double, Double)) {
        #expect(issues(text("a", x: place.0, y: place.1)) == [.outside("a")])
    }

    @Test("a text on another unit's circle is found, on its own or in the corner it is not")
    func onUnit() {
        let unit = circle("h1", x: 100, y: 50)
        #expect(issues(unit, text("weight w11", x: 90, y: 40)) == [.onUnit("weight w11", unit: "h1")])
        #expect(issues(unit, text("value h1", x: 90, y: 40)) == [])
        #expect(issues(unit, text("value h11", x: 90, y: 40)) == [.onUnit("value h11", unit: "h1")])
        #expect(issues(unit, text("weight w11", x: 116, y: 66)) == [])
    }

    @Test("a text under seven points is found")
    func small() {
        #expect(issues(text("a", x: 10, y: 10, size: 6.5)) == [.small("a", size: 6.5)])
        #expect(issues(text("a", x: 10, y: 10, size: 7)) == [])
    }

    private func line(_ role: String, _ paint: Paint = .ink) -> DisplayList.Item {
        let path = Path([.move(Point(0, 30)), .line(Point(200, 30))])
        return .stroke(StrokeItem(role: role, path: path, width: 2, paint: paint))
    }

    private func patch(_ role: String, _ paint: Paint = .ground) -> DisplayList.Item {
        let path = Path([
            .move(Point(45, 20)), .line(Point(80, 20)), .line(Point(80, 40)), .line(Point(45, 40)), .close,
        ])
        return .fill(FillItem(role: role, path: path, paint: paint))
    }

    private func haloed(_ item: DisplayList.Item) -> DisplayList.Item {
        guard case .text(var text) = item else { return item }
        text.halo = Halo()
        return .text(text)
    }

    @Test("a line through a text is found unless ground, a halo or kinship sets the text off")
    func crossed() {
        let label = text("weight w11", x: 50, y: 25)
        let found: [LegibilityIssue] = [.crossed("weight w11", by: "weight w12")]
        #expect(issues(line("weight w12"), label) == found)
        #expect(issues(label, line("weight w12")) == found)
        #expect(issues(line("weight w11"), label) == [])
        #expect(issues(line("weight w12"), haloed(label)) == [])
        #expect(issues(haloed(label), line("weight w12")) == found)
        #expect(issues(line("weight w12"), patch("ground"), label) == [])
        #expect(issues(patch("ground"), line("weight w12"), label) == found)
        #expect(issues(line("weight w12"), text("weight w11", x: 50, y: 45)) == [])
    }

    @Test("a slanted line that passes a text by is not found")
    func slanted() {
        let path = Path([.move(Point(40, 60)), .line(Point(100, 0))])
        let line = DisplayList.Item.stroke(StrokeItem(role: "weight w12", path: path, width: 2, paint: .ink))
        #expect(issues(line, text("a", x: 72, y: 40)) == [])
        #expect(issues(line, text("a", x: 60, y: 30)) == [.crossed("a", by: "weight w12")])
    }

    @Test("a surface over a text is found")
    func covered() {
        #expect(issues(text("a", x: 50, y: 25), patch("panel")) == [.covered("a", by: "panel")])
        #expect(issues(patch("panel"), text("a", x: 50, y: 25)) == [])
    }

    @Test("a text on another unit's badge is found")
    func onBadge() {
        let badge = patch("bias h1", .panel)
        #expect(issues(badge, text("weight w11", x: 50, y: 25)) == [.onBadge("weight w11", unit: "h1")])
        #expect(issues(badge, text("bias h1", x: 50, y: 25)) == [])
    }

    @Test("letters and lines that hardly show are found, in each palette in which they do")
    func faint() {
        guard case .text(var text) = text("a", x: 50, y: 25) else { return }
        text.paint = .faded
        let both = Palette.allCases.map { LegibilityIssue.faint("a", paint: "faded", on: "ground", palette: $0) }
        #expect(issues(.text(text)) == both)
        text.paint = .positive
        #expect(issues(.text(text)) == [])
        #expect(
            issues(patch("p", .negative), .text(text))
                == Palette.allCases.map { .faint("a", paint: "positive", on: "negative", palette: $0) })
        #expect(issues(line("b", .tint(level: 1))).count == 2)
        #expect(issues(line("grid", .line)) == [])
    }

    @Test("letters are measured as large as they will be seen")
    func scaled() {
        let list = DisplayList(width: 200, height: 100, items: [text("a", x: 10, y: 10, size: 10)])
        #expect(list.legibilityIssues(scale: 0.7) == [])
        #expect(list.legibilityIssues(scale: 0.65) == [.small("a", size: 6.5)])
    }
}
