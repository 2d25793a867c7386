import MarkedBooks
import Testing

/// Steps, areas, histograms, regions, heat maps, panels and marks that are no such things.
struct PlotMistakeTests {
    @Test(arguments: mistakes) func plotsAreChecked(_ mistake: Mistake) { mistake.check() }

    private static func series(_ name: String, _ series: String, _ expected: String) -> Mistake {
        RunMistakeTests.mistake("plot: " + name, "```{plot}\nseries: [{\(series)}]\n```", expected)
    }

    private static func plot(_ name: String, _ body: String, _ expected: String...) -> Mistake {
        var mistake = RunMistakeTests.mistake("plot: " + name, "```{plot}\n\(body)\n```")
        mistake.expected = expected
        return mistake
    }

    private static let wide = """
        ```{network} wide
        #| display: none
        inputs: [a, b, c]
        layers:
          - y: {units: 2, weights: [[1, 1], [1, 1], [1, 1]]}
        ```
        ```{network} one
        #| display: none
        inputs: [x1, x2]
        layers:
          - y: {W: [[1], [1]]}
        ```
        ```{data} others
        #| display: none
        #| targets: t1, t2
        a, b, t1, t2
        1, 2, 0, 1
        ```

        """

    private static func regions(_ name: String, _ body: String, _ expected: String) -> Mistake {
        RunMistakeTests.mistake("regions: " + name, wide + "```{plot}\n\(body)\n```", expected)
    }

    static let mistakes = curves + forms + marks + fields + ranges + functions

    private static let curves = [
        series("step", "step: «toy»", "directive.type: expected a list of numbers, found a network"),
        series(
            "non-finite step", "step: \"«[1, float('inf')]»\"", "plot.non-finite: value 2 is inf and cannot be plotted"),
        series(
            "non-finite points", "points: \"«[float('nan')]»\"", "plot.non-finite: value 1 is nan and cannot be plotted"
        ),
        series(
            "non-finite histogram", "histogram: \"«[float('nan'), 1]»\"",
            "plot.non-finite: value 1 is nan and cannot be plotted"),
        series("base", "area: \"[1, 2]\", base: \"«[1]»\"", "plot.length: 1 numbers below 2 values"),
        series(
            "base of a line", "y: \"[1, 2]\", «base»: 1", "plot.series: 'base' does not belong to a series with 'y'"),
        series("bins", "histogram: \"[1, 2]\", bins: «0»", "plot.bins: a histogram has from 1 to 400 bins, not 0.0"),
        series(
            "falling bins", "histogram: \"[1, 2]\", bins: \"«[2, 1]»\"",
            "plot.bins: the ends of bins are from 2 to 401 numbers, each larger than the one before"),
        series("nothing to count", "histogram: \"«[]»\"", "plot.empty: there are no values to plot"),
    ]

    private static let forms = [
        RunMistakeTests.mistake(
            "plot: logarithmic counts", "```«{plot}»\nseries: [{histogram: \"[1, 2]\"}]\ny: {scale: log}\n```",
            "plot.log: the logarithmic y axis cannot show 0.0"),
        RunMistakeTests.mistake(
            "plot: different bars",
            "```«{plot}»\nseries:\n  - {bars: \"[1]\", names: [a]}\n  - {bars: \"[1]\", names: [b]}\n```",
            "plot.names: bars over one axis have the same names: a and b"),
        plot("heat", "heat: «toy»", "directive.type: expected a matrix, found a network"),
        plot("heat of nan", "heat: \"«[[1, float('nan')]]»\"", "plot.non-finite: value 2 is nan and cannot be plotted"),
        plot("rows", "heat: toy.W\nrow_names: [«a», b, c]", "plot.names: 3 names for 2 rows"),
        plot(
            "heat and series", "heat: toy.W\n«series»: [{y: \"[1]\"}]", "plot.form: 'series' does not go with 'heat'"),
        plot(
            "many cells", "heat: \"«[[0.0]*101]»\"",
            "plot.size: 1 rows and 101 columns are too many for cells; 100 are the most"),
        plot(
            "columns", "series: [{y: \"[1]\"}]\n«columns»: 2", "plot.form: 'columns' belongs to a plot with 'multiples'"
        ),
        plot("no panels", "«multiples»: []", "plot.multiples: 'multiples' lists at least one panel"),
        plot("panels of nothing", "«multiples»: series", "plot.multiples: 'multiples: series' needs 'series'"),
        plot(
            "panel", "multiples: [«{title: a}»]", "plot.missing: 'series' is missing: what is plotted in it"),
        plot(
            "series beside panels", "multiples: [{series: [{y: \"[1]\"}]}]\n«series»: [{y: \"[1]\"}]",
            "plot.form: 'series' stands inside the panels of 'multiples'"),
        plot(
            "equal units", "series: [{y: \"[1, 2]\"}]\ny: {scale: log}\n«equal»: true",
            "plot.equal: only linear axes of numbers have units that can be equally long"),
        plot(
            "size", "series: [{y: \"[1, 2]\"}]\nwidth: «20»",
            "plot.form: 'width' is a whole number from 160 to 900, not '20'"),
    ]

    private static let marks = [
        plot(
            "interval", "series: [{y: \"[1, 2]\"}]\nmark: [{x: [«1, 0»]}]",
            "plot.mark: an interval runs from the smaller number to the larger"),
        plot(
            "mark of three", "series: [{y: \"[1, 2]\"}]\nmark: [{«x»: [1, 2, 3]}]",
            "plot.mark: a mark is a line (one number), a point ('x' and 'y') or an interval ([FROM, TO])"),
        plot(
            "infinite mark", "series: [{y: \"[1, 2]\"}]\nmark: [{y: «1e400»}]",
            "plot.non-finite: inf cannot be plotted"),
        plot(
            "mark beside the picture",
            "series: [{y: \"[1, 2, 3]\"}]\nx: {range: [0, 2]}\nmark: [{x: «10», text: lost}]",
            "plot.mark: this mark lies outside of the x axis, which goes from 0 to 2"),
        plot(
            "point above the picture",
            "series: [{y: \"[1, 2, 3]\"}]\ny: {range: [0, 3]}\nmark: [{x: 1, y: «50», text: lost}]",
            "plot.mark: this mark lies outside of the y axis, which goes from 0 to 3"),
        plot(
            "mark beside bars", "series: [{bars: \"[1, 2]\", names: [a, b]}]\nmark: [{x: «2»}]",
            "plot.mark: this mark lies outside of the x axis, which goes from −0.5 to 1.5"),
    ]

    private static let ranges = [
        plot(
            "bars without their foot", "series: [{bars: \"[10, 11]\", names: [a, b]}]\ny: {range: [«9, 12»]}",
            "plot.range: bars stand on zero, which is not in the axis's range: their lengths would lie"),
        plot(
            "bars without their head", "series: [{bars: \"[10, 11]\", names: [a, b]}]\ny: {range: [«0, 10.5»]}",
            "plot.range: a bar reaches 11.0, which is beyond the axis's range"),
        plot(
            "a series out of sight", "series: [{y: \"[10, 11]\", label: a}]\ny: {range: [«0, 1»]}",
            "plot.range: nothing of 'a' lies in the range of the y axis"),
    ]

    private static let functions = [
        series(
            "pole", "function: \"«1/x»\", of: x, over: [-1, 1.1]",
            "plot.unbounded: the function has no bound near x = 0; say what is shown: 'y: {range: [FROM, TO]}'"),
        series(
            "corner", "tangent: \"abs(x - 1)\", of: x, at: [0, «1»]",
            "plot.tangent: the function has a corner at x = 1 and no tangent there: its slope is −1 before it and 1 behind"
        ),
    ]

    private static let fields = [
        plot("scatter", "scatter: «toy»", "directive.type: expected a data set, found a network"),
        regions(
            "inputs", "scatter: train\nregions: «wide»",
            "plot.regions: regions need a network of two inputs; this one has 3"),
        regions(
            "outputs", "scatter: train\nregions: «one»", "plot.regions: the network has 1 outputs, the data 2 targets"),
        regions(
            "ranges", "regions: «toy»", "plot.regions: regions without 'scatter' need a 'range' on both axes"),
        regions(
            "logarithmic", "regions: «toy»\nx: {scale: log, range: [1, 2]}\ny: {range: [1, 2]}",
            "plot.regions: regions need linear axes"),
        regions(
            "names", "scatter: others\nregions: «toy»",
            "plot.regions: the data's inputs are a and b, the network's x1 and x2"),
    ]
}
