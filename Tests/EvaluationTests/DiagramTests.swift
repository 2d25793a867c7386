import Evaluation
import Figures
import MarkedBooks
import Testing

/// What `{diagram}` shows of a network: parts, paths, zooms, wishes and large layers.
struct DiagramTests {
    private static let setting =
        declarations + """
            ```{update} better
            #| display: none
            network: toy
            gradients: [G]
            rate: 0.5
            ```

            """

    private func figure(
        _ directive: String, after setting: String = setting, sourceLocation: SourceLocation = #_sourceLocation
    ) -> (diagram: NetworkDiagram, alt: String) {
        let marked = MarkedBook(setting + "```" + directive + "\n```\n")
        #expect(marked.differences(from: []) == [], sourceLocation: sourceLocation)
        guard case .figure(let display)? = marked.evaluated().values[0].results.displays.last,
            case .network(let diagram) = display.figure
        else {
            Issue.record("no diagram", sourceLocation: sourceLocation)
            return (NetworkDiagram(layers: [], edges: []), "")
        }
        return (diagram, display.alt)
    }

    private func units(_ diagram: NetworkDiagram, where isWanted: (NetworkDiagram.Unit) -> Bool) -> [String] {
        diagram.layers.flatMap(\.units).filter(isWanted).map(\.id)
    }

    private func edges(_ diagram: NetworkDiagram, where isWanted: (NetworkDiagram.Edge) -> Bool) -> [String] {
        diagram.edges.filter(isWanted).map(\.id)
    }

    // MARK: Paths

    @Test func aPathHighlightsItsUnitsItsWeightsAndTheLoss() {
        let (diagram, alt) = figure("{diagram} first\nhighlight: h2 -> y1 -> loss")
        #expect(units(diagram) { $0.emphasis == .highlighted } == ["h2", "y1", "loss"])
        #expect(edges(diagram) { $0.emphasis == .highlighted } == ["v21", "y1 loss"])
        #expect(units(diagram) { $0.emphasis == .normal } == [])
        #expect(alt.hasSuffix("Highlighted: h2, y1, v21, loss."))
    }

    @Test func theLossIsABoxBehindTheOutputs() throws {
        let (diagram, alt) = figure("{diagram} first\nshow: [activations, gradients, loss]\ngradient: G")
        let loss = try #require(diagram.layers.last?.units.first)
        #expect(diagram.layers.count == 4 && loss.shape == .box && loss.value?.text == "0.0870")
        #expect(loss.gradient?.text == "1")
        #expect(edges(diagram) { $0.weight == nil } == ["y1 loss", "y2 loss"])
        #expect(alt.contains("Loss: 0.0870."))
    }

    // MARK: Wishes

    @Test(arguments: ["wanted: G", "wanted: first", "show: [weights, wanted]"])
    func arrowsPointAgainstTheGradient(_ option: String) {
        let (diagram, alt) = figure("{diagram} first\n\(option)")
        #expect(edges(diagram) { $0.wish == .up } == ["w11", "w21", "v11", "v21"])
        #expect(edges(diagram) { $0.wish == .down } == ["w12", "w22", "v12", "v22"])
        #expect(units(diagram) { $0.wish == .up } == ["h1", "y1"])
        #expect(units(diagram) { $0.wish == .down } == ["h2", "y2"])
        #expect(alt.contains("To be larger: w11, w21, v11, v21, h1, y1. To be smaller: w12, w22, v12, v22, h2, y2."))
    }

    @Test func biasesAreWantedToo() {
        let setting = """
            ```{network} n
            #| display: none
            inputs: [x]
            layers:
              - y: {W: [[2]], bias: 0.5}
            loss: sse
            ```
            ```{data} d
            #| display: none
            #| targets: t
            x, t
            1, 0
            ```
            ```{forward} p
            #| display: none
            network: n
            input: d[0]
            ```

            """
        let (diagram, alt) = figure("{diagram} p\nwanted: p", after: setting)
        #expect(diagram.layers[1].units.first?.biasWish == .down)
        #expect(alt.contains("To be smaller: w11, y1, bias of y1."))
    }

    @Test func aZeroGradientWantsNothing() {
        let (diagram, _) = figure("{diagram} first\nwanted: G * 0")
        #expect(edges(diagram) { $0.wish != nil } == [] && units(diagram) { $0.wish != nil } == [])
    }

    @Test func onlyWhatStandsOutCarriesArrows() {
        let (diagram, _) = figure("{diagram} first\nwanted: G\nhighlight: [v11, y1]")
        #expect(edges(diagram) { $0.wish != nil } == ["v11"])
        #expect(units(diagram) { $0.wish != nil } == ["y1"])
    }

    // MARK: Parts

    @Test func sumsAreNamedAndHaveGradientsOfTheirOwn() throws {
        let (diagram, _) = figure("{diagram} first\nshow: [sums, gradients]\ngradient: G")
        let unit = try #require(diagram.layers[1].units.first)
        #expect(unit.sum?.text == "16" && unit.sumName?.text == "h1in")
        #expect(unit.sumGradient?.text == "−1.78 × 10⁻⁸" && unit.gradient?.text == "−0.158")
        #expect(diagram.layers[0].units.allSatisfy { $0.sum == nil })
    }

    @Test func aChangeTooSmallForTheDigitsIsSaid() {
        let (diagram, _) = figure("{diagram}\ncompare: [toy, better]\nshow: [weights]")
        #expect(diagram.edges.map(\.after) == [nil, "−3.001", nil, nil, "1.05", "−2.01", "0.251", nil])
        let changes = ["+2.7 × 10⁻⁸", nil, "+8.9 × 10⁻⁹", "−0.00024", nil, nil, nil, "−0.00024"]
        #expect(diagram.edges.map(\.change) == changes)
    }

    @Test func theLegendComesWhereNoWeightIsLabelled() {
        #expect(figure("{diagram} toy").diagram.hasLegend == false)
        #expect(figure("{diagram} first\nshow: [activations]").diagram.hasLegend)
        #expect(figure("{diagram} first\nshow: [activations]\nlegend: false").diagram.hasLegend == false)
        #expect(figure("{diagram} toy\nlegend: true").diagram.hasLegend)
        #expect(figure("{diagram} toy").diagram.scale == .init(6, "6"))
    }

    @Test func titlesSayWhatLayersAre() {
        func titles(_ option: String) -> [String?] {
            figure("{diagram} toy\n\(option)").diagram.layers.map(\.title?.text)
        }
        #expect(titles("legend: false") == [nil, nil, nil])
        #expect(titles("titles: true") == ["inputs", "hidden", "outputs"])
        #expect(titles("layers: [h, y]\ntitles: [a, b]") == ["a", "b"])
        #expect(titles("show: [loss]\ntitles: [a, b, c, d]") == ["a", "b", "c", "d"])
        #expect(figure("{diagram} toy\ndirection: down").diagram.direction == .down)
    }

    // MARK: Zoom

    @Test func theRestIsLeftOutOrFaded() {
        let left = figure("{diagram} toy\nunits: [h1, y1]").diagram
        #expect(units(left) { _ in true } == ["h1", "y1"] && edges(left) { _ in true } == ["v11"])
        let faded = figure("{diagram} toy\nunits: [h1, y1]\nrest: faded").diagram
        #expect(units(faded) { $0.emphasis == .faded } == ["h2", "y2"])
        #expect(edges(faded) { $0.emphasis == .normal } == ["w11", "w21", "v11"])
        let layers = figure("{diagram} toy\nlayers: [h, y]\nrest: faded").diagram
        #expect(units(layers) { $0.emphasis == .faded } == ["x1", "x2"])
        #expect(edges(layers) { $0.emphasis == .faded } == ["w11", "w12", "w21", "w22"])
    }

    // MARK: Large layers

    private static let large = """
        ```{network} large
        #| display: none
        inputs: [a, b]
        layers:
          - h: {units: 128, activation: relu, W: he}
          - y: {units: 2, V: he}
        seed: 1
        ```

        """

    @Test func aLayerTooLargeToDrawIsElided() {
        let (diagram, alt) = figure("{diagram} large", after: Self.large)
        #expect(diagram.layers[1].units.map(\.id) == ["h1", "h2", "h3", "h4", "h128"])
        #expect(diagram.layers[1].omissions == [3] && diagram.layers[1].count == "128 units")
        #expect(diagram.layers[0].count == nil && diagram.edges.count == 10 + 10)
        #expect(alt.hasPrefix("A 2-128-2 network."))
    }

    @Test func whatStandsOutOfALargeLayerIsDrawn() {
        let (diagram, _) = figure("{diagram} large\nhighlight: a -> h60 -> y1", after: Self.large)
        #expect(diagram.layers[1].units.map(\.id) == ["h1", "h2", "h3", "h4", "h60", "h128"])
        #expect(diagram.layers[1].omissions == [3, 4])
    }
}
