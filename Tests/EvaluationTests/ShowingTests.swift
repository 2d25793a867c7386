import Cells
import Evaluation
import Figures
import MarkedBooks
import Testing

/// What directives show of values that are large, many or negative.
struct ShowingTests {
    /// A network of one layer, a pass of one instance, and its gradients.
    private func chapter(
        _ layers: String, loss: String = "sse", targets: String = "0", shownBy options: String = "#| display: none\n"
    ) -> String {
        let names = (1...targets.split(separator: ",").count).map { "t\($0)" }.joined(separator: ", ")
        return """
            ```{network} n
            #| display: none
            inputs: [x]
            layers:
            \(layers)
            loss: \(loss)
            ```
            ```{data} d
            #| display: none
            #| targets: \(names)
            x, \(names)
            1, \(targets)
            ```
            ```{forward} p
            #| display: none
            network: n
            input: d[0]
            ```
            ```«{backward} G»
            \(options)pass: p
            ```

            """
    }

    private static let saturated = "  - y: {activation: sigmoid, W: [[800]]}"

    private func steps(_ chapter: String, sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
        let marked = MarkedBook(chapter.filter { !"«»".contains($0) })
        #expect(marked.differences(from: []) == [], sourceLocation: sourceLocation)
        guard case .steps(let blocks)? = marked.evaluated().values[0].results.displays.last else { return [] }
        return blocks
    }

    // MARK: Infinite gradients

    @Test(arguments: [
        ("bce", "  - y: {activation: sigmoid, W: [[800]]}", "0"),
        ("softmax-ce", "  - y: {activation: softmax, V: [[800, 0]]}", "0, 1"),
    ])
    func stepsLeaveAnInfiniteGradientOut(_ loss: String, _ layers: String, _ targets: String) throws {
        let steps = steps(chapter(layers, loss: loss, targets: targets, shownBy: "#| display: steps\n"))
        let block = try #require(steps.first)
        #expect(block.contains("\\partial y_1^{\\text{in}}"))
        #expect(!block.contains("\\infty") && !block.contains("inf"))
    }

    @Test(arguments: [
        "```«{diagram} G»\n```", "```{derive}\n«G.y1_out»\n```",
        "```«{diagram} p»\ngradient: G\nshow: [gradients]\n```",
    ])
    func whatShowsAnInfiniteGradientIsAMistake(_ directive: String) {
        let setting = chapter(ShowingTests.saturated, loss: "bce").filter { !"«»".contains($0) }
        let marked = MarkedBook(setting + directive)
        #expect(
            marked.differences(from: [
                "shown.non-finite: the gradient of y1_out is inf and cannot be shown: the cross-entropy divides by almost zero"
            ]) == [])
    }

    @Test func aDiagramOfInfiniteGradientsIsAMistake() {
        let marked = MarkedBook(chapter(ShowingTests.saturated, loss: "bce", shownBy: "#| display: diagram\n"))
        #expect(
            marked.differences(from: [
                "shown.non-finite: the gradient of y1_out is inf and cannot be shown: the cross-entropy divides by almost zero"
            ]) == [])
        #expect(marked.evaluated().values[0].scope.value(of: "G").flatMap { figureDisplay(of: $0, digits: 4) } == nil)
    }

    @Test func anInfiniteSumOfFrozenGradientsIsAMistake() {
        let setting = chapter("  - y: {W: [[2]]}").filter { !"«»".contains($0) }
        let marked = MarkedBook(
            setting
                + "```«{update} u»\n#| display: table\nnetwork: n\ngradients: [G * 1e308]\nrate: 1\nfreeze: [W]\n```\n")
        #expect(
            marked.differences(from: ["shown.non-finite: the gradient of w11 is inf and cannot be shown"]) == [])
    }

    // MARK: Biases

    @Test func aComparisonShowsWhatBiasesBecame() throws {
        let setting = chapter("  - y: {W: [[2]], bias: 0.5}").filter { !"«»".contains($0) }
        let marked = MarkedBook(
            setting + "```{update} u\n#| display: diagram\nnetwork: n\ngradients: [G]\nrate: 0.125\n```\n"
                + "```{diagram}\ncompare: [n, n]\n```\n")
        #expect(marked.differences(from: []) == [])
        let displays = marked.evaluated().values[0].results.displays.suffix(2)
        #expect(displays.map(bias) == ["+0.5 → −0.125", "+0.5"])
    }

    private func bias(_ display: Display) -> String? {
        guard case .figure(let display) = display, case .network(let diagram) = display.figure else { return nil }
        return diagram.layers.last?.units.first?.bias?.text
    }

    // MARK: Steps

    @Test func aNegativeNumberHasNoMoreThanOnePairOfParentheses() {
        let steps = steps(chapter("  - y: {activation: tanh, W: [[-4]]}", shownBy: "#| display: steps\n")).joined()
        #expect(steps.contains("\\bigl(-0.99933\\bigr)^2"))
        #expect(!steps.contains("((-") && !steps.contains("\\bigl((-"))
    }

    @Test(arguments: [(3, 1), (4, 4)])
    func aWideLayerHasABlockForEachUnit(_ units: Int, _ expected: Int) {
        let targets = (0..<units).map { _ in "0" }.joined(separator: ", ")
        let layers = "  - y: {W: [[\((1...units).map(String.init).joined(separator: ", "))]]}"
        let backward = steps(chapter(layers, targets: targets, shownBy: "#| display: steps\n"))
        // A wide layer's weights have a block for each source.
        #expect(backward.count == (units > 3 ? units + 1 : 1))
        let forward = steps(chapter(layers, targets: targets) + "```{forward} q\nnetwork: n\ninput: d[0]\n```\n")
        #expect(forward.count == expected + 1)
    }

    @Test(arguments: [(4, 0), (5, 1), (9, 2)])
    func aLongSumIsBrokenIntoLines(_ units: Int, _ breaks: Int) throws {
        let zeros = Array(repeating: "0", count: units)
        let layers = """
              - h: {W: [[\((1...units).map(String.init).joined(separator: ", "))]]}
              - y: {V: [\(zeros.map { "[\($0)]" }.joined(separator: ", "))]}
            """
        let setting = chapter(layers) + "```{derive}\np.y1_in\n```\n"
        let block = try #require(steps(setting).last)
        // In symbols and in numbers.
        #expect(block.components(separatedBy: " \\\\ &\\quad + ") == 2 * breaks + 1)
    }
}

extension String {
    /// How many parts a separator makes.
    fileprivate func components(separatedBy separator: String) -> Int {
        var count = 1
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(separator) { count += 1 }
            rest = rest.dropFirst()
        }
        return count
    }
}
