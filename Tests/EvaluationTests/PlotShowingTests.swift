import Evaluation
import Figures
import MarkedBooks
import Testing

/// What plots show, and the sentences that stand for them.
struct PlotShowingTests {
    private static let start =
        declarations + """
            ```{network} line
            #| display: none
            inputs: [x1, x2]
            layers:
              - y: {activation: sigmoid, W: [[1], [-1]], bias: 0.5}
            ```

            ```{data} signs
            #| display: none
            #| targets: t
            x1, x2, t
            0, 0, 1
            2, 3, -1
            3, 1, 1
            ```


            """

    private func figure(_ plot: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> FigureDisplay {
        let marked = MarkedBook(Self.start + plot)
        #expect(marked.differences(from: []) == [], sourceLocation: sourceLocation)
        let display = marked.evaluated().values[0].results.displays.last
        guard case .figure(let figure)? = display else {
            throw Missing()
        }
        return figure
    }

    private struct Missing: Error {}

    private func plot(_ body: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> FigureDisplay {
        try figure("```{plot}\n\(body)\n```", sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        (
            "series: [{step: \"[1, 0.5, 0.25]\", label: rate}]",
            "Rate falls from 1 at x 0 to 0.25 at x 2."
        ),
        (
            "series: [{area: \"[1, 3, 2]\", label: loss}]",
            "Loss goes from 1 at x 0 to 2 at x 2, between 1 and 3. The area is filled down to 0."
        ),
        (
            "series: [{points: \"[1, 3, 2]\", x: \"[4, 5, 9]\", label: dots}]\nx: {label: epoch}",
            "Dots: 3 points, epoch from 4 to 9, y from 1 to 3."
        ),
        (
            "series: [{histogram: \"[1, 1, 2, 5]\", bins: 2}]\nx: {label: weight}",
            "A histogram of weight: 4 values in 2 intervals from 1 to 5; the fullest, from 1 to 3, holds 3."
        ),
        (
            "heat: toy.W\nrow_names: [x1, x2]\ncolumn_names: [h1, h2]",
            "A heat map of 2 by 2 numbers. x1: 6, −3; x2: −2, 5."
        ),
        (
            "heat: \"[[k - 7.0 for k in range(8)], [k + 0.5 for k in range(8)]]\"",
            "A heat map of 2 by 8 numbers, from −7 (row 1, column 1) to 7.5 (row 2, column 8)."
        ),
        (
            "series: [{y: \"[1, 2]\"}]\nmark: [{x: 1, text: here}, {y: [1, 1.5]}, {x: 0, y: 2, text: a}]\ny: {label: loss}",
            "Loss rises from 1 at x 0 to 2 at x 1. Marked: here (x = 1), loss from 1 to 1.5, a (x = 0, loss = 2)."
        ),
        (
            "multiples: series\nseries: [{y: \"[1, 2]\", label: one}, {bars: \"[3]\", names: [w]}]\ny: {label: loss}",
            "2 panels with the same axes. one: Loss rises from 1 at x 0 to 2 at x 1. Panel 2: Bars: w 3."
        ),
        (
            "multiples: [{title: alone, series: [{y: \"[2, 1]\"}]}]\nx: {label: epoch}",
            "One panel. alone: A series falls from 2 at epoch 0 to 1 at epoch 1."
        ),
        (
            "scatter: train",
            "2 instances as points: 1 of class t1, 1 of class t2."
        ),
    ])
    func plotsAreToldInNumbers(body: String, alt: String) throws {
        #expect(try plot(body).alt == alt)
    }

    @Test func aDataSetInTheHeaderIsAScatter() throws {
        let one = try figure("```{plot} train\n```")
        let other = try plot("scatter: train")
        #expect(one.alt == other.alt && one.figure == other.figure)
    }

    @Test func regionsAreTheNetworksDecisions() throws {
        let display = try plot("scatter: train\nregions: toy")
        guard case .plot(let plot) = display.figure, let regions = plot.regions else { throw Missing() }
        #expect(plot.series.map { $0.label?.text } == ["t1", "t2"] && regions.names.map(\.text) == ["t1", "t2"])
        #expect(regions.leader(near: Point(3, 1)) == 0 && regions.leader(near: Point(-1, 4)) == 1)
        #expect(
            display.alt.hasPrefix(
                "2 instances as points: 1 of class t1, 1 of class t2. 2 of 2 lie in the region of their class."))
        // Of two classes one leads by as much as the other trails.
        #expect(zip(regions.leads[0], regions.leads[1]).allSatisfy { $0 == -$1 })
    }

    @Test func oneOutputDecidesHalfwayBetweenTheTargets() throws {
        let display = try plot("scatter: signs\nregions: line")
        guard case .plot(let plot) = display.figure, let regions = plot.regions else { throw Missing() }
        #expect(regions.names.map(\.text) == ["t = −1", "t = 1"])
        // σ(x1 − x2 + 0.5) is at least 0, the middle of −1 and 1, everywhere.
        #expect(regions.leads[1].allSatisfy { $0 > 0 })
        let bare = try self.plot("regions: line\nx: {range: [0, 4]}\ny: {range: [0, 4]}")
        guard case .plot(let other) = bare.figure, let half = other.regions else { throw Missing() }
        #expect(half.names.map(\.text) == ["y1 < 0.5", "y1 ≥ 0.5"])
        #expect(half.leader(near: Point(4, 0)) == 1 && half.leader(near: Point(0, 4)) == 0)
        #expect(half.leads[1][0] == 0.5)
    }
}
